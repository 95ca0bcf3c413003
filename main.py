"""Start Daymark from a checkout: ``python main.py [COMMAND]``."""

from __future__ import annotations

import sys

from diary.app import main

if __name__ == "__main__":
    sys.exit(main())
