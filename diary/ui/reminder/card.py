"""The card of the settings about the reminder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from diary.i18n import mark, translate
from diary.ui.reminder.autostart import is_there, this_entry
from diary.ui.reminder.due import offered_times, write_time
from diary.ui.reminder.tray import Tray
from diary.ui.widgets.card import Card
from diary.ui.widgets.drop_down import DropDown
from diary.ui.widgets.text import Hint, Words, breakable
from diary.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from diary.settings import Settings
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

ON, AT, STARTS = "reminder_on", "reminder_at", "reminder_starts"
_HOW = mark(
    "The reminder works while Daymark runs. With it on, closing the window leaves Daymark in the "
    "tray, beside the clock, with Open and Quit in its menu. There is one note a day, and none "
    "once today is recorded. The note says nothing of what is in your diary."
)
_NO_TRAY = mark(
    "This computer has no tray, the place beside the clock. Without it Daymark cannot stay there "
    "when you close the window, and cannot remind you."
)
_PLACE = mark("The entry that starts Daymark: {place}. You can also remove it there.")
_PLACE_WINDOWS = mark("You can also switch it off in the task manager, under Startup apps.")


class ReminderCard(Card):
    """Whether, when, and from where on she is reminded.

    It listens to ``bridge.whole.settings_loaded`` and tells each choice by ``option_changed``:
    the options ``reminder_on`` and ``reminder_at`` of the settings, and ``reminder_starts``, which
    is no setting but the entry that starts the program with the session.

    Args:
        bridge: tells the settings.
        theme: the colours and sizes.
        parent: the owner.
        has_tray: whether this computer has a tray.
    """

    option_changed = Signal(str, object)

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        parent: QWidget | None = None,
        has_tray: Callable[[], bool] = Tray.is_available,
    ) -> None:
        super().__init__(translate(mark("Reminder")), parent=parent)
        self._has_tray = has_tray
        self.on = TickBox(translate(mark("Remind me on unrecorded days")), self)
        self.at = DropDown(self)
        self.at.setAccessibleName(translate(mark("Time of the reminder")))
        for time in offered_times():
            self.at.addItem(write_time(time))
        self.starts = TickBox(translate(mark("Start with this computer")), self)
        self.place = Hint("", self)
        self.no_tray = Words(translate(_NO_TRAY), self)
        self._build()
        self._show_state()
        # Not ``clicked``: a screen reader switches a box without a click.
        self.on.toggled.connect(self._on_on)
        self.at.activated.connect(self._on_at)
        self.starts.toggled.connect(self._on_starts)
        bridge.whole.settings_loaded.connect(self._on_settings_loaded)
        del theme  # the style sheet gives every part its look

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what the system says: a tray may have come, an entry may be gone."""
        super().showEvent(event)
        self._show_state()

    def _build(self) -> None:
        self.at.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        time = QHBoxLayout()
        time.setSpacing(8)
        label = Words(translate(mark("At")), self)
        label.setBuddy(self.at)
        time.addWidget(label)
        time.addWidget(self.at)
        time.addStretch(1)
        self.body.addWidget(self.no_tray)
        self.body.addWidget(self.on)
        self.body.addLayout(time)
        self.body.addWidget(self.starts)
        self.body.addWidget(self.place)
        self.body.addWidget(Hint(translate(_HOW), self))

    def _show_state(self) -> None:
        has_tray, entry = self._has_tray(), this_entry()
        self.no_tray.setVisible(not has_tray)
        self.on.setEnabled(has_tray or self.on.isChecked())
        self.at.setEnabled(self.on.isChecked())
        with QSignalBlocker(self.starts):
            self.starts.setChecked(is_there(entry))
        self.starts.setEnabled(self.on.isChecked() or self.starts.isChecked())
        words = _PLACE_WINDOWS if entry.in_registry else _PLACE
        self.place.setText(translate(words).format(place=breakable(entry.place)))
        self.place.setVisible(self.starts.isChecked())

    @Slot(object)
    def _on_settings_loaded(self, settings: Settings) -> None:
        with QSignalBlocker(self.on):
            self.on.setChecked(settings.reminder_on)
        if self.at.findText(settings.reminder_at) < 0:
            self.at.addItem(settings.reminder_at)
        self.at.setCurrentText(settings.reminder_at)
        self._show_state()

    @Slot()
    def _on_on(self) -> None:
        self.option_changed.emit(ON, self.on.isChecked())
        if not self.on.isChecked() and self.starts.isChecked():
            self.starts.setChecked(False)
        self._show_choices()

    @Slot()
    def _on_at(self) -> None:
        self.option_changed.emit(AT, self.at.currentText())

    @Slot()
    def _on_starts(self) -> None:
        self.option_changed.emit(STARTS, self.starts.isChecked())
        self._show_choices()

    def _show_choices(self) -> None:
        """Follow a choice that is only now being written."""
        self.at.setEnabled(self.on.isChecked())
        self.starts.setEnabled(self.on.isChecked() or self.starts.isChecked())
        self.place.setVisible(self.starts.isChecked())
