"""Starts the toolkit from the folder that it was copied to; nothing needs to be installed."""

import site
import sys
from pathlib import Path

LIBRARY = Path(__file__).resolve().parent / "thu-vien"

if __name__ == "__main__":
    site.addsitedir(str(LIBRARY))  # also what pywin32 needs to find its own files
    sys.path.insert(0, str(LIBRARY))
    sys.argv[0] = "doithoai"
    from toolkit.cli import main

    main()
