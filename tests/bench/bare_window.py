"""A process with the least window Qt can show; prints the moment of its first paint and ends."""

from __future__ import annotations

from leaving import leave
from PySide6.QtWidgets import QApplication, QWidget


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
