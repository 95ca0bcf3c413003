"""The page *For your visit*: which days, which paper, and the sheet as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from diary.i18n import mark, translate
from diary.ui.visit.period import file_name, last_visit
from diary.ui.visit.period_card import PeriodCard
from diary.ui.visit.places import ask_for_file, documents_folder, show_folder, usual_paper
from diary.ui.widgets.buttons import Button, PrimaryButton
from diary.ui.widgets.card import Card
from diary.ui.widgets.one_of import OneOfRow
from diary.ui.widgets.scroll_column import ScrollColumn
from diary.ui.widgets.text import Hint, PageTitle, Question, Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from PySide6.QtGui import QShowEvent

    from diary.ui import facts
    from diary.ui.bridge import Bridge
    from diary.ui.theme import Theme

_TITLE = mark("For your visit")
_ABOUT = mark(
    "One sheet about what you recorded, for your doctor or nurse. You can print it or send it."
)
_PAPERS = (("a4", mark("A4")), ("letter", mark("Letter")))
_NOTES = mark("Include my notes, word for word")
_SAVE, _OPEN = mark("Save PDF"), mark("Open the folder")
_WORKING = mark("Making the sheet.")
_SAVED = mark("Saved to {path}")
_NOT_SAVED = mark("The sheet was not saved.")


class VisitPage(ScrollColumn):
    """The sheet for the doctor.

    Args:
        bridge: writes the sheet.
        theme: the colours and sizes.
        parent: the owner.
        ask: asks where to save it.
        show: shows the folder it is in.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        ask: Callable[[QWidget, Path, Callable[[str], object]], None] = ask_for_file,
        show: Callable[[Path], None] = show_folder,
    ) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(translate(_TITLE))
        self._bridge = bridge
        self._ask = ask
        self._show_folder = show
        self._folder = documents_folder()
        self._outdated = self._working = False
        self.days = PeriodCard(theme, bridge.clock.today(), self)
        self.paper = OneOfRow(
            translate(mark("Paper")), [(id_, translate(words)) for id_, words in _PAPERS], self
        )
        self._paper_set = "system"
        self.paper.set_value(usual_paper())
        self.notes = QCheckBox(translate(_NOTES), self)
        self.save = PrimaryButton(translate(_SAVE), theme, "file-down", self)
        self.progress = QProgressBar(self)
        self.said = Words("", self)
        self.open_folder = Button(translate(_OPEN), theme, "external-link", self)
        self._build()
        self._wire()
        self.setFocusProxy(self.save)

    def showEvent(self, event: QShowEvent) -> None:
        """Count again what changed while another page was shown."""
        super().showEvent(event)
        if self._outdated:
            self._count()

    def _build(self) -> None:
        sheet = Card(translate(mark("The sheet")), parent=self)
        paper = QVBoxLayout()
        paper.setSpacing(4)
        paper.addWidget(Question(translate(mark("Paper")), sheet))
        paper.addWidget(self.paper)
        sheet.body.addLayout(paper)
        sheet.body.addWidget(self.notes)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(translate(_WORKING))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save)
        row.addStretch(1)
        result = QHBoxLayout()
        result.addWidget(self.open_folder)
        result.addStretch(1)
        self.body.addWidget(PageTitle(translate(_TITLE), self))
        self.body.addWidget(Hint(translate(_ABOUT), self))
        self.body.addWidget(self.days)
        self.body.addWidget(sheet)
        self.body.addLayout(row)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.said)
        self.body.addLayout(result)
        self.body.addStretch(1)
        self._say("")

    def _wire(self) -> None:
        self.days.changed.connect(self._on_period_changed)
        self.save.clicked.connect(self._on_save)
        self.open_folder.clicked.connect(self._on_open_folder)
        self._bridge.opened.connect(self._on_opened)
        self._bridge.days_loaded.connect(self._on_days_loaded)
        self._bridge.report_written.connect(self._on_report_written)
        self._bridge.failed.connect(self._on_failed)

    def _say(self, words: str, *, working: bool = False, saved: bool = False) -> None:
        self._working = working
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.progress.setVisible(working)
        self.open_folder.setVisible(saved)

    def _count(self) -> None:
        self._outdated = False
        period = self.days.period
        if period is not None:
            self._bridge.load_days(period.start, period.end)

    @Slot(object)
    def _on_opened(self, fact: facts.DiaryOpened) -> None:
        if fact.paper != self._paper_set:  # told again after each save: her choice here stays
            self._paper_set = fact.paper
            self.paper.set_value(usual_paper() if fact.paper == "system" else fact.paper)
        today = self._bridge.clock.today()
        end = today if fact.last_day is None else min(fact.last_day, today)
        self.days.set_diary(end, last_visit(fact.events, today))

    @Slot()
    def _on_period_changed(self) -> None:
        self.save.setEnabled(self.days.period is not None)
        self._outdated = True
        if self.isVisible():
            self._count()

    @Slot(object)
    def _on_days_loaded(self, fact: facts.DaysLoaded) -> None:
        period = self.days.period
        if period is not None and (period.start, period.end) == (fact.start, fact.end):
            self.days.tell_count(len(fact.entries))

    @Slot()
    def _on_save(self) -> None:
        """Ask where to save; while a sheet is being made the button stays, and keeps the focus."""
        period = self.days.period
        if period is not None and not self._working:
            self._ask(self, self._folder / file_name(period), self._on_file_chosen)

    @Slot(str)
    def _on_file_chosen(self, path: str) -> None:
        period = self.days.period
        if period is None:
            return
        out = Path(path)
        self._folder = out.parent
        self._say(translate(_WORKING), working=True)
        paper: Literal["a4", "letter"] = "letter" if self.paper.value == "letter" else "a4"
        notes = self.notes.isChecked()
        self._bridge.write_report(out, period.start, period.end, paper, notes=notes)

    @Slot(object)
    def _on_report_written(self, fact: facts.ReportWritten) -> None:
        self._say(translate(_SAVED).format(path=fact.path), saved=True)

    @Slot(object)
    def _on_failed(self, fact: facts.Failed) -> None:
        """Say that there is no sheet; the window says why."""
        if fact.what == "report":
            self._say(translate(_NOT_SAVED))

    @Slot()
    def _on_open_folder(self) -> None:
        self._show_folder(self._folder)
