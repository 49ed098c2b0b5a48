"""The workbooks that staff open, and the tool that builds them: `python -m workbooks.make`."""
