"""What did not work with the last backup, above every page until a backup works again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from diary.i18n import mark, translate
from diary.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_SEE = mark("See my backups")


class BackupBanner(Banner):
    """The message; it can be put away, and comes again with the next start if it still holds.

    Args:
        bridge: tells how the last backup went.
        theme: tints the icon.
        parent: the owner.
    """

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        bridge.backups.told.connect(self._on_told)

    @Slot(object)
    def _on_told(self, told: str | None) -> None:
        if told is None:
            self.hide()
        elif not (self.isVisible() and self.text == told):
            self.tell(told, kind="problem", action=translate(_SEE))
