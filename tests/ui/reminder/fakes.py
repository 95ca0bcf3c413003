"""A tray and a window for tests: no platform of tests has the first."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu


class FakeTray(QObject):
    """Keeps the notes it was to show."""

    open_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, *_arguments):
        super().__init__()
        self.notes = []
        self.menu = QMenu()
        for words in ("Open Daymark", "Quit"):
            self.menu.addAction(words)
        self.shown = False

    def show(self):
        self.shown = True

    def hide(self):
        self.shown = False

    def note(self, words):
        self.notes.append(words)


class FakeFront:
    """A window that is in front or not."""

    def __init__(self):
        self.here = False

    def is_in_front(self):
        return self.here
