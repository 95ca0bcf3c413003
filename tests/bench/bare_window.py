"""A process with the least window Qt can show; prints the moment of its first paint and ends."""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtWidgets import QApplication, QWidget


def leave() -> None:
    """Print the moment, on the clock that all processes share, and end without tidying up."""
    sys.stdout.write(str(time.monotonic_ns()))
    sys.stdout.flush()
    os._exit(0)


class BareWindow(QWidget):
    """An empty window."""

    def paintEvent(self, event: object) -> None:  # noqa: ARG002, N802  Qt's name
        """Leave at the first paint."""
        leave()


if __name__ == "__main__":
    app = QApplication([])
    window = BareWindow()
    window.show()
    app.exec()
