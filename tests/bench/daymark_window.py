"""A process with Daymark's window; prints the moment it was as far as asked and ends.

python tests/bench/daymark_window.py frame FOLDER    its first paint
python tests/bench/daymark_window.py usable FOLDER   the day on the page, from the file
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from bare_window import leave
from PySide6.QtWidgets import QApplication

from diary.paths import AppPaths
from diary.ui.start import Session

if __name__ == "__main__":
    app = QApplication([])
    session = Session(app, AppPaths(Path(sys.argv[2])), dt.date(2026, 3, 23))
    session.window.show()
    reached = session.window.painted if sys.argv[1] == "frame" else session.bridge.day_loaded
    reached.connect(leave)
    app.exec()
