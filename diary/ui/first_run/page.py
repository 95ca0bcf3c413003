"""The first screens, one after the other; each can be skipped, and what was said is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.paths import DIARY_NAME
from diary.ui.first_run.screens import CallScreen, FollowScreen, WelcomeScreen
from diary.ui.widgets.bottom_bar import BottomBar
from diary.ui.widgets.buttons import Button, PrimaryButton, QuietButton
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QFocusEvent

    from diary.services.care import CareNow
    from diary.ui.bridge import Bridge
    from diary.ui.first_run.screens import Screen
    from diary.ui.theme import Theme

_TITLE = mark("First steps")
_STEP = mark("Step {n} of {all}")
_NEXT, _BACK, _BEGIN = mark("Next"), mark("Go back"), mark("Begin")
_SKIP = mark("Skip all of this")


class FirstRunPage(QWidget):
    """The three screens.

    Args:
        bridge: keeps what she says.
        theme: colours and sizes.
        parent: the owner.
    """

    finished = Signal()
    option_changed = Signal(str, object)  # an option of the settings, and its new value

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.dress(self)
        self.setAccessibleName(translate(_TITLE))
        self._bridge = bridge
        self.column = ScrollColumn(theme, parent=self)
        self.welcome = WelcomeScreen(theme, self)
        self.call = CallScreen(theme, self)
        self.follow = FollowScreen(theme, self)
        self.screens: tuple[Screen, ...] = (self.welcome, self.call, self.follow)
        self._shown = 0
        bar = QWidget(self)
        self.next = PrimaryButton("", parent=bar)
        self.back = Button(translate(_BACK), parent=bar)
        self.skip = QuietButton(translate(_SKIP), parent=bar)
        flow = FlowLayout(bar)
        for widget in (self.next, self.back, self.skip):
            flow.addWidget(widget)
        for number, screen in enumerate(self.screens, start=1):
            screen.step.setText(translate(_STEP).format(n=number, all=len(self.screens)))
            self.column.body.addWidget(screen)
        self.column.body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.column, 1)
        rows.addWidget(BottomBar(bar, theme, parent=self))
        self._wire()
        self._show(0)
        bridge.care.load()
        bridge.whole.find_folder()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the way on; as a proxy it would keep Tab from the screen above it."""
        super().focusInEvent(event)
        self.next.setFocus(event.reason())

    def _wire(self) -> None:
        self.next.clicked.connect(self._on_next)
        self.back.clicked.connect(self._on_back)
        self.skip.clicked.connect(self._on_finish)
        self.call.changed.connect(self._on_contacts_changed)
        self.follow.changed.connect(self._on_places_changed)
        self.follow.text_size_chosen.connect(self._on_text_size_chosen)
        self._bridge.care.care_changed.connect(self._on_care_changed)
        self._bridge.whole.folder_found.connect(self._on_folder_found)

    def _show(self, number: int) -> None:
        self._shown = number
        last = number == len(self.screens) - 1
        for position, screen in enumerate(self.screens):
            screen.setVisible(position == number)
        self.next.setText(translate(_BEGIN if last else _NEXT))
        self.back.setVisible(number > 0)
        self.skip.setVisible(not last)
        self.next.setAccessibleDescription(self.screens[number].step.text())
        self.column.to_top()

    @Slot()
    def _on_next(self) -> None:
        if self._shown == len(self.screens) - 1:
            self._on_finish()
            return
        self._show(self._shown + 1)
        if self.screens[self._shown] is self.call:
            first = next(iter(self.call.fields.values()))["name"].line.field
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        self._show(self._shown - 1)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_finish(self) -> None:
        self._bridge.care.finish_first_run()
        self.finished.emit()

    @Slot(object)
    def _on_contacts_changed(self, contacts: tuple[object, ...]) -> None:
        self._bridge.care.replace("contacts", contacts)

    @Slot(object)
    def _on_places_changed(self, places: tuple[str, ...]) -> None:
        self._bridge.care.replace("followed_places", places)

    @Slot(object)
    def _on_text_size_chosen(self, text_size: int) -> None:
        self.option_changed.emit("text_size", text_size)

    @Slot(object)
    def _on_care_changed(self, now: CareNow) -> None:
        for screen in self.screens:
            screen.set_care(now)

    @Slot(object)
    def _on_folder_found(self, folder: Path) -> None:
        self.welcome.set_file(folder / DIARY_NAME)
