"""Start Daymark from a checkout: ``python main.py [COMMAND]``; a frozen program starts here too."""

from __future__ import annotations

import sys

from diary.app import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A frozen program is its own interpreter: where processes are not forked, each further
        # one starts here, and this call sees that it does its share and nothing else.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
