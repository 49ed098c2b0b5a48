"""Read the workbooks of a dialogue meeting, check them, consolidate them, write the reports.

The use cases are plain functions over plain data, in `toolkit.api`; `README.md` draws the house.
"""

__version__ = "0.1.0"
