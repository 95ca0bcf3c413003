"""The calm line after something in the program did not work, with a way to read the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from diary.i18n import mark, translate
from diary.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from diary.ui.theme import Theme

NOT_WORKED = mark("Something in the program did not work. What you saved is still there.")
_LAST_TIME = mark("Daymark stopped by itself the last time. What you saved is still there.")
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
        # What the report holds, and that it is sent nowhere, stands above it: this line is short.
        words = translate(_LAST_TIME if last_time else NOT_WORKED)
        self.tell(words, kind="problem", action="" if report is None else translate(_SHOW))

    @Slot()
    def _on_acted(self) -> None:
        self.hide()
        self.report_wanted.emit(self._report)
