"""One sign of the list: a check box, and below it, once ticked, how strong and whether new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from diary.domain.choices import GRADES, NEWNESS, SIDES
from diary.domain.signs import SIGNS
from diary.i18n import translate
from diary.ui.today.draft import new_sign
from diary.ui.today.words import HOW_STRONG, NEW_OR_WORSE
from diary.ui.widgets.choices import ChoiceRow
from diary.ui.widgets.text import Hint, Question

if TYPE_CHECKING:
    from diary.domain.entry import SignReport
    from diary.ui.theme import Theme

INDENT = 42  # the words of a check box begin here


class SignDetails(QWidget):
    """How strong a sign is and whether it is new; its side is kept as it was."""

    changed = Signal()

    def __init__(self, report: SignReport, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report = report
        label = translate(SIGNS[report.sign].label)
        side = "" if report.side is None else f" ({translate(SIDES[report.side].label)})"
        strong, new = translate(HOW_STRONG), translate(NEW_OR_WORSE)
        grades = [(int(term.id), translate(term.label)) for term in GRADES.offered()]
        answers = [(term.id, translate(term.label)) for term in NEWNESS.offered()]
        self.grade = ChoiceRow(f"{label}{side}: {strong}", grades, theme, self)
        self.new = ChoiceRow(f"{label}{side}: {new}", answers, theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(INDENT, 0, 0, 12)
        column.setSpacing(6)
        column.addWidget(Question(strong + side, self))
        column.addWidget(self.grade)
        column.addSpacing(2)
        column.addWidget(Question(new + side, self))
        column.addWidget(self.new)
        self.grade.set_value(report.grade)
        self.new.set_value(report.new)
        self.grade.chosen.connect(self._on_grade)
        self.new.chosen.connect(self._on_new)

    @Slot(object)
    def _on_grade(self, grade: int | None) -> None:
        self.report = self.report.model_copy(update={"grade": grade})
        self.changed.emit()

    @Slot(object)
    def _on_new(self, new: str | None) -> None:
        self.report = self.report.model_copy(update={"new": new})
        self.changed.emit()


class SignRow(QWidget):
    """A sign that can be ticked.

    Args:
        sign: its id.
        theme: tints the icons.
        parent: the owner.
    """

    changed = Signal(str)

    def __init__(self, sign: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign = sign
        self._theme = theme
        self.details: list[SignDetails] = []
        term = SIGNS[sign]
        self.box = QCheckBox(translate(term.label), self)
        self.box.setAccessibleDescription(translate(term.help))
        self.box.toggled.connect(self._on_toggled)
        self.room = QVBoxLayout(self)
        self.room.setContentsMargins(0, 0, 0, 0)
        self.room.setSpacing(2)
        self.room.addWidget(self.box)
        if term.help:
            help_ = Hint(translate(term.help), self)
            help_.setContentsMargins(INDENT, 0, 0, 6)
            self.room.addWidget(help_)

    @property
    def reports(self) -> tuple[SignReport, ...]:
        """What is said about this sign; a file may hold it once a side."""
        return tuple(details.report for details in self.details)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        rows = [row for details in self.details for row in (details.grade, details.new)]
        return (self.box, *(stop for row in rows for stop in row.tab_stops))

    @property
    def may_be_new(self) -> bool:
        """Whether it is ticked and was not said to be old."""
        return any(report.new != "no" for report in self.reports)

    def set_reports(self, reports: tuple[SignReport, ...]) -> None:
        """Show what is said about it, without telling anybody."""
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(reports))
        self._replace(reports)

    @Slot(bool)
    def _on_toggled(self, chosen: bool) -> None:
        self._replace((new_sign(self.sign),) if chosen else ())
        self.changed.emit(self.sign)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit(self.sign)

    def _replace(self, reports: tuple[SignReport, ...]) -> None:
        for details in self.details:
            details.hide()
            details.deleteLater()
        self.details = [SignDetails(report, self._theme, self) for report in reports]
        for details in self.details:
            details.changed.connect(self._on_changed)
            self.room.addWidget(details)
            details.show()
