"""One calm line at the top of a page: what happened, and at most one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from diary.i18n import mark, translate
from diary.ui.icons import icon_pixmap
from diary.ui.widgets.announce import announce
from diary.ui.widgets.buttons import ICON, IconButton, QuietButton
from diary.ui.widgets.text import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme

_CLOSE = mark("Put this message away")
_ICONS = {"banner": "info", "problem": "circle-alert"}


class Banner(QFrame):
    """A message that stays until it is put away or replaced; hidden when there is none.

    Args:
        theme: tints the icon.
        closable: whether it can be put away.
        parent: the owner.
    """

    acted = Signal()

    def __init__(
        self, theme: Theme, *, closable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel(self)
        self._words = Words("", self)
        self._action = QuietButton("", parent=self)
        self._action.clicked.connect(self.acted)
        self._close = IconButton(translate(_CLOSE), theme, "x", self)
        self._close.clicked.connect(self.hide)
        self._close.setVisible(closable)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._kind: Literal["banner", "problem"] = "banner"
        self.setMinimumHeight(48)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    @property
    def text(self) -> str:
        """The message."""
        return self._words.text()

    def tell(
        self, text: str, *, kind: Literal["banner", "problem"] = "banner", action: str = ""
    ) -> None:
        """Show a message, with the words of a button that emits ``acted`` if there are any."""
        self._kind = kind
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._words.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._on_theme_changed()
        self.show()
        announce(self, text)

    def focus_action(self) -> None:
        """Go to the button of the message."""
        self._action.setFocus()

    @Slot()
    def _on_theme_changed(self) -> None:
        color = self._theme.colors.ink if self._kind == "problem" else self._theme.colors.accent
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icon_pixmap(_ICONS[self._kind], color, self._theme.px(ICON), ratio))
