"""A process with Daymark's window; prints the moment it was as far as asked and ends.

python tests/bench/daymark_window.py frame FOLDER    its first paint
python tests/bench/daymark_window.py usable FOLDER   the day on the page, from the file

It starts as every Daymark starts, through ``main``.
"""

from __future__ import annotations

import gc
import sys

from leaving import leave

from diary import app
from diary.ui.loading_qt import load_qt


def start(reached: str, folder: str) -> None:
    """Start the program, and leave it at the moment asked for."""
    gc.disable()  # as the program does before it loads Qt, which is loaded here before it
    load_qt()
    from diary.ui import start  # noqa: PLC0415  as the program itself: Qt first

    class Watched(start.Session):
        """A session that is left once it is as far as asked."""

        def show(self, *, in_tray: bool = False) -> None:
            """Show the window."""
            end = self.window.painted if reached == "frame" else self.bridge.day_loaded
            if reached == "frame":  # what begins at the first paint is not part of it
                end.disconnect(self.window.fill)
                end.disconnect(self.bridge.open_diary)
            end.connect(leave)
            super().show(in_tray=in_tray)

    start.Session = Watched
    app.main(["--data-dir", folder])


if __name__ == "__main__":
    start(*sys.argv[1:])
