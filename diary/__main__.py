"""Start Daymark as a module: ``python -m diary [COMMAND]`` is the same as ``daymark``."""

from __future__ import annotations

import sys

from diary.app import main

if __name__ == "__main__":
    sys.exit(main())
