"""Delete a day: a quiet button at the foot, and a message at the top with the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from diary.i18n import mark, translate
from diary.ui.local import day_in_full
from diary.ui.widgets.banner import Banner
from diary.ui.widgets.buttons import QuietButton

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme

_DELETE = mark("Delete this day")
_DELETED = mark("{day} is deleted. It stays in the bin for 30 days.")
_UNDO = mark("Undo")


class DayDeletion(QObject):
    """The two widgets, which stand far from each other.

    Args:
        theme: tints the icons.
        parent: the owner of both.

    Attributes:
        banner: for the top of the page; hidden until a day was deleted.
        button: for the foot of the page; hidden on a day that is not recorded.
    """

    delete_requested = Signal(object)  # the day
    undo_requested = Signal(object)  # the day

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._day: dt.date | None = None
        self.banner = Banner(theme, parent=parent)
        self.button = QuietButton(translate(_DELETE), theme, "trash-2", parent)
        self.button.hide()
        self.button.clicked.connect(self._on_delete)
        self.banner.acted.connect(self._on_undo)

    def show_day(self, day: dt.date, *, is_recorded: bool) -> None:
        """Be about a day; the message goes with another day, or when this one is there again."""
        if day != self._day or is_recorded:
            self.banner.hide()
        self._day = day
        self.button.setVisible(is_recorded)

    def tell_deleted(self) -> None:
        """Say that the day is deleted, and how to have it back."""
        if self._day is not None:
            words = translate(_DELETED).format(day=day_in_full(self._day))
            self.banner.tell(words, action=translate(_UNDO))

    @Slot()
    def _on_delete(self) -> None:
        self.delete_requested.emit(self._day)

    @Slot()
    def _on_undo(self) -> None:
        self.undo_requested.emit(self._day)
