"""The theme of one page: it changes at once while the page is shown, else when it is shown again.

To dress a page takes Qt a tenth of a second where much stands on it. Whoever changes the look waits
for the page she sees, and not for those that she does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from diary.ui.theme import Theme

if TYPE_CHECKING:
    from diary.ui.theme import AppTheme


class RoomTheme(Theme):
    """The colours and sizes of a page, which dresses itself with it.

    What is asked of it is always as it is now; ``changed`` comes when the page is dressed.

    Args:
        whole: the look of the application.
    """

    def __init__(self, whole: AppTheme) -> None:
        super().__init__(whole.worn)
        self._waits = False
        whole.changing.connect(self._on_whole_changing)
        whole.changed.connect(self._on_whole_changed)

    def dress(self, part: QWidget) -> None:
        """Give the page the style sheet, and go with it."""
        super().dress(part)
        self.setParent(part)
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress the page that is about to be seen, if the look is another since."""
        if self._waits and event.type() == QEvent.Type.Show:
            self.changing.emit()
            self._change()
        return super().eventFilter(watched, event)

    def _is_seen(self) -> bool:
        # A page that is not the one shown is hidden by itself; the others as far as the window is.
        page = self.parent()
        return not (isinstance(page, QWidget) and page.isHidden())

    @Slot()
    def _on_whole_changing(self) -> None:
        if self._is_seen():
            self.changing.emit()

    @Slot()
    def _on_whole_changed(self) -> None:
        if self._is_seen():
            self._change()
        else:
            self._waits = True

    def _change(self) -> None:
        self._waits = False
        self.dress_again()
        self.changed.emit()
        self.settled.emit()
