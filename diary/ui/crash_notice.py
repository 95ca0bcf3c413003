"""The calm line after something in the program did not work, with a way to read the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from diary.i18n import mark, translate
from diary.ui.bridge import UNEXPECTED
from diary.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme

_NO_REPORT = mark("Something in the program did not work. What you saved is still there.")
_LAST_TIME = mark(
    "Daymark stopped by itself the last time. What you saved is still there. "
    "A report was written on this computer; it holds nothing from your diary."
)
_SHOW = mark("Show the report")


class CrashNotice(Banner):
    """Tells of a report, and asks for it to be shown.

    Args:
        theme: tints the icon.
        parent: the owner.
    """

    report_wanted = Signal(str)  # its name

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._report = ""
        self.acted.connect(self._on_acted)

    def tell_of(self, report: Path | None, *, last_time: bool = False) -> None:
        """Tell what happened, now or the last time, with the way to the report if there is one."""
        self._report = "" if report is None else report.name
        if report is None:
            self.tell(translate(_NO_REPORT), kind="problem")
        else:
            words = translate(_LAST_TIME if last_time else UNEXPECTED)
            self.tell(words, kind="problem", action=translate(_SHOW))

    @Slot()
    def _on_acted(self) -> None:
        self.hide()
        self.report_wanted.emit(self._report)
