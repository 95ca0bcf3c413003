"""Which days the sheet covers: a preset or own dates, and how many of them are recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.domain.fields import FIRST_DAY
from diary.i18n import mark, plural, translate
from diary.ui.visit.period import (
    OWN_DATES,
    PRESETS,
    SINCE_VISIT,
    WEEKS_8,
    Period,
    Preset,
    in_words,
    period_of,
)
from diary.ui.widgets.card import Card
from diary.ui.widgets.date_field import DateField
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.one_of import OneOfRow
from diary.ui.widgets.text import Hint, Question, Words

if TYPE_CHECKING:
    import datetime as dt

    from diary.ui.theme import Theme

_TITLE = mark("Which days")
_TURNED = mark("The first day lies after the last day. Choose an earlier first day.")
_COUNT = mark("{recorded} of {days} recorded.")
_NOTHING = mark("Nothing is recorded on these days.")


class PeriodCard(Card):
    """The choice of the period.

    Args:
        theme: the colours and sizes.
        today: the last day that can be chosen.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, theme: Theme, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(translate(_TITLE), parent=parent)
        self._end = today
        self._visit: dt.date | None = None
        self._was_chosen = False
        self._shown = Period(today, today)
        self.presets = OneOfRow(
            translate(_TITLE), [(preset, translate(preset.label)) for preset in PRESETS], self
        )
        self.first = DateField(theme, today, FIRST_DAY, today, self)
        self.last = DateField(theme, today, FIRST_DAY, today, self)
        self._own = QWidget(self)
        self.dates = Words("", self)
        self.count = Hint("", self)
        self._build()
        self._start_with(WEEKS_8)
        self.presets.chosen.connect(self._on_preset_chosen)
        self.first.day_changed.connect(self._on_date_changed)
        self.last.day_changed.connect(self._on_date_changed)

    @property
    def period(self) -> Period | None:
        """The period, None while the own dates are the wrong way round."""
        preset = self._preset
        if preset is not OWN_DATES:
            return period_of(preset, self._end, self._visit)
        period = Period(self.first.day, self.last.day)
        return period if period.days > 0 else None

    def set_diary(self, end: dt.date, visit: dt.date | None) -> None:
        """Take what the diary says: the last recorded day and the last visit, if any.

        A period she chose stays; otherwise it is since the last visit, or eight weeks.
        """
        self._end, self._visit = end, visit
        self.presets.set_offered(SINCE_VISIT, offered=visit is not None)
        lost = self._preset is SINCE_VISIT and visit is None
        if lost or not self._was_chosen:
            self._start_with(WEEKS_8 if visit is None else SINCE_VISIT)
        else:
            self._show()

    def tell_count(self, recorded: int) -> None:
        """Say how many days of the period are recorded."""
        period = self.period
        if period is None:
            return
        days = plural("{n} day", "{n} days", period.days)
        text = translate(_COUNT).format(recorded=recorded, days=days)
        self.count.setText(text if recorded else translate(_NOTHING))

    @property
    def _preset(self) -> Preset:
        preset = self.presets.value
        assert isinstance(preset, Preset)  # noqa: S101  the row offers presets alone
        return preset

    def _build(self) -> None:
        flow = FlowLayout(self._own, gap=16)
        for words, field in ((mark("First day"), self.first), (mark("Last day"), self.last)):
            column = QWidget(self._own)
            pair = QVBoxLayout(column)
            pair.setContentsMargins(0, 0, 0, 0)
            pair.setSpacing(4)
            question = Question(translate(words), column)
            question.setBuddy(field.field)
            field.setAccessibleName(translate(words))
            pair.addWidget(question)
            row = QHBoxLayout()
            row.addWidget(field)
            pair.addLayout(row)
            flow.addWidget(column)
        own = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        own.setHeightForWidth(True)
        self._own.setSizePolicy(own)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.dates)
        said.addWidget(self.count)
        self.body.addWidget(self.presets)
        self.body.addWidget(self._own)
        self.body.addLayout(said)

    def _start_with(self, preset: Preset) -> None:
        self.presets.set_value(preset)
        self.presets.set_offered(SINCE_VISIT, offered=self._visit is not None)
        self._show()

    def _show(self) -> None:
        period = self.period
        if period is not None:
            self._shown = period
        self._own.setVisible(self._preset is OWN_DATES)
        self.dates.setText(translate(_TURNED) if period is None else in_words(period))
        self.count.setText("")
        self.changed.emit()

    @Slot(object)
    def _on_preset_chosen(self, preset: Preset) -> None:
        self._was_chosen = True
        if preset is OWN_DATES:
            # Own dates begin with what was shown, so that one of the two often needs no change.
            for field, day in ((self.first, self._shown.start), (self.last, self._shown.end)):
                field.set_day(day)
        self._show()

    @Slot()
    def _on_date_changed(self) -> None:
        self._show()
