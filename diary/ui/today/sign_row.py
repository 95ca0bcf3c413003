"""One sign of the list: a check box, and below it, once ticked, what is asked about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.domain.choices import SIDES
from diary.domain.signs import SIGNS
from diary.i18n import mark, translate
from diary.ui.today.draft import new_sign
from diary.ui.today.graded import Graded
from diary.ui.widgets.text import Hint, Question
from diary.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Sequence

    from diary.domain.care import UsualLevel
    from diary.domain.entry import SignReport
    from diary.ui.theme import Theme
    from diary.ui.widgets.choices import ChoiceRow

INDENT = 42  # the words of a check box begin here
_SIDE = mark("Which side?")
_LONG_STANDING = mark("Is this long-standing, and does your team know?")
_YES = mark("Yes, it is usual for me")
_NO = mark("No")
_KEPT_AS_USUAL = mark("It will be kept as usual for you. You can change that in Settings.")
_NOT_ON_A_SIDE = frozenset({"centre"})  # offered only where a file says so


class SignDetails(Graded):
    """Where a sign is, how strong, whether it is new and whether it is long-standing.

    Args:
        report: what is said about it.
        asks_usual: whether to ask if it is long-standing.
        theme: tints the icons.
        parent: the owner.
    """

    report: SignReport

    def __init__(
        self, report: SignReport, theme: Theme, *, asks_usual: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(report, theme, parent)
        self._rows: list[tuple[str, ChoiceRow]] = []
        self._column.setContentsMargins(INDENT, 0, 0, 12)
        self.side = self._side_row()
        self._ask_grade_and_newness()
        self.usual: ChoiceRow | None = None
        if asks_usual:
            self._ask_usual()

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        rows = [row for row in (self.side, self.grade, self.new, self.usual) if row is not None]
        return tuple(stop for row in rows for stop in row.tab_stops)

    def usual_level(self, today: dt.date) -> UsualLevel | None:
        """Return what she said is usual, None if she did not."""
        if self.is_long_standing is not True or self.report.grade is None:
            return None
        from diary.domain.care import UsualLevel  # noqa: PLC0415  brings pydantic

        return UsualLevel(of=self.report.sign, level=self.report.grade, confirmed_on=today)

    @property
    def is_long_standing(self) -> bool | None:
        """What she answered when asked about it; None if she did not."""
        answer = None if self.usual is None or self._is_new else self.usual.value
        return answer if isinstance(answer, bool) else None

    @property
    def _is_new(self) -> bool:
        return self.report.new == "yes"

    def set_long_standing(self, *, answer: bool) -> None:
        """Show what she answered when asked about it, without telling anybody."""
        row = self.usual or self._ask_usual()
        row.set_value(answer)
        self._show_usual()

    @Slot(object)
    def _on_side(self, side: str | None) -> None:
        self._change(side=side)
        for question, row in self._rows:
            row.rename(self._named(question))

    @Slot(object)
    def _on_usual(self, _answer: object) -> None:
        self._change()

    def _follow(self) -> None:
        self._show_usual()

    def _side_row(self) -> ChoiceRow | None:
        """Ask for the side where it makes sense, or where a file has one."""
        if not SIGNS[self.report.sign].paired and self.report.side is None:
            return None
        sides = [
            (term.id, translate(term.label))
            for term in SIDES.offered()
            if term.id not in _NOT_ON_A_SIDE or term.id == self.report.side
        ]
        row = self._row(translate(_SIDE), sides)
        row.set_value(self.report.side)
        row.chosen.connect(self._on_side)
        return row

    def _named_row(self, question: str, answers: Sequence[tuple[Hashable, str]]) -> ChoiceRow:
        row = super()._named_row(question, answers)
        self._rows.append((question, row))
        return row

    def _named(self, question: str) -> str:
        """Return a question with its sign, and its side if that was told."""
        label = translate(SIGNS[self.report.sign].label)
        if self.report.side is not None:
            label = f"{label} ({translate(SIDES[self.report.side].label)})"
        return f"{label}: {question}"

    def _ask_usual(self) -> ChoiceRow:
        question = translate(_LONG_STANDING)
        self._usual_question = Question(question, self)
        answers = [(True, translate(_YES)), (False, translate(_NO))]
        self.usual = self._named_row(question, answers)
        self.usual.chosen.connect(self._on_usual)
        self._usual_hint = Hint(translate(_KEPT_AS_USUAL), self)
        for widget in (self._usual_question, self.usual, self._usual_hint):
            self._column.addWidget(widget)
        self._show_usual()
        return self.usual

    def _show_usual(self) -> None:
        """Ask once it is said how strong, the level that would be usual; not of what is new."""
        if self.usual is None:
            return
        asked = self.report.grade is not None and not self._is_new
        self._usual_question.setVisible(asked)
        self.usual.setVisible(asked)
        self._usual_hint.setVisible(asked and self.usual.value is True)


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
        self.asks_usual = False  # of a sign ticked from now on
        self._theme = theme
        self.details: list[SignDetails] = []
        term = SIGNS[sign]
        self.box = TickBox(translate(term.label), self)
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
        return (self.box, *(stop for details in self.details for stop in details.tab_stops))

    @property
    def is_long_standing(self) -> bool | None:
        """What she answered when asked about it: on one of its sides at most."""
        return next((details.is_long_standing for details in self.details[:1]), None)

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
        self.details = []
        for report in reports:
            # Asked once a sign, however many sides it has.
            asks = self.asks_usual and not self.details
            details = SignDetails(report, self._theme, asks_usual=asks, parent=self)
            details.changed.connect(self._on_changed)
            self.details.append(details)
            self.room.addWidget(details)
            details.show()
