"""The messages at the top of the window: calm lines, each with at most one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.backups.banner import BackupBanner
from diary.ui.crash_notice import CrashNotice
from diary.ui.local import day_in_words
from diary.ui.question_banner import QuestionBanner
from diary.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_DEMO = mark("Sample diary: made up. Nothing here is kept.")
_CLOCK_BEHIND = mark(
    "Your diary has a day after today, {day}. The date of this computer may be wrong. Nothing is "
    "lost: those days are shown again once the date is right."
)


class Messages(QVBoxLayout):
    """All lines that are told above the page.

    Args:
        bridge: tells what there is to say.
        theme: colours and sizes.
        window: the owner of the lines.
        demo: whether this is the made-up diary.

    Attributes:
        banner: what did not work, and what was done.
        crash_notice: what stopped by itself.
        backups: what did not work with the backups.
        demo: that nothing is kept.
        question: one question about what the rules would like to know.
    """

    def __init__(self, bridge: Bridge, theme: Theme, window: QWidget, *, demo: bool) -> None:
        super().__init__()  # a layout: where nothing is told, it takes no room at all
        self._bridge, self._theme = bridge, theme
        self._told_clock = False
        self.demo = Banner(theme, closable=False, parent=window)
        self.banner = Banner(theme, parent=window)
        self.crash_notice = CrashNotice(theme, window)
        self.backups = BackupBanner(bridge, theme, window)
        self.question = QuestionBanner(bridge, theme, window)
        self.setContentsMargins(24, 12, 24, 0)
        self.setSpacing(8)
        for line in (self.demo, self.banner, self.crash_notice, self.backups, self.question):
            line.installEventFilter(self)
            self.addWidget(line)
        bridge.opened.connect(self._on_opened)
        if demo:
            self.demo.tell(translate(_DEMO))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress a line when it is first shown: most never are, and the start waits for none."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            self._theme.dress(watched)
        return super().eventFilter(watched, event)

    def tell_problem(self, message: str) -> None:
        """Say calmly that something did not work."""
        self.banner.tell(message, kind="problem")

    def is_telling(self, message: str) -> bool:
        """Return whether that is said already."""
        return self.banner.isVisible() and self.banner.text == message

    @Slot(object)
    def _on_opened(self, fact: facts.DiaryOpened) -> None:
        """Say once that the clock is behind what is recorded: those days cannot be shown."""
        last, today = fact.last_day, self._bridge.clock.today()
        if last is None or last <= today:
            self._told_clock = False
        elif not self._told_clock:
            self._told_clock = True
            self.banner.tell(translate(_CLOCK_BEHIND).format(day=day_in_words(last)))
