"""Use cases of the sheet and the charts: both from the same entries and the same alerts."""

from __future__ import annotations

import datetime as dt
import gc
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from diary import __version__
from diary.charts.data import place_data
from diary.charts.lanes import lanes
from diary.charts.subject import subject_days
from diary.charts.text import chart_text
from diary.errors import RequestError
from diary.i18n import language as spoken_language
from diary.i18n import mark, speaking, translate
from diary.report.body import body_maps
from diary.report.content import build
from diary.report.parts import SheetWanted, only
from diary.report.spells import sign_spells, spells
from diary.rules.engine import Judge
from diary.rules.model import AlertReport
from diary.services.kept import Kept
from diary.services.outputs import check_output, write_output

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from diary.charts.data import ChartData
    from diary.charts.look import ChartWanted, Look
    from diary.charts.subject import SubjectDays
    from diary.domain.diary import Diary
    from diary.report.model import BodyMaps, Report
    from diary.report.pages import PagePicture
    from diary.report.pdf import SheetPrinter
    from diary.report.setting import Setter
    from diary.store.database import Database

# The eight weeks of the sheet, where no other days are asked for.
DAYS: Final = 56
USUAL: Final = SheetWanted()
# Pixels an inch of a saved chart: sharp on paper too.
FILE_DPI: Final = 288
# Every range of five choices of places; ten years of four places are a megabyte.
_CHARTS_KEPT: Final = 32
NO_SPAN: Final = mark("The first day lies after the last day, so there is nothing to report.")


def always() -> bool:
    """Say that the rules judge."""
    return True


class Described(NamedTuple):
    """Charts, and what each of them shows as sentences."""

    charts: tuple[ChartData, ...]
    words: tuple[str, ...]


class Reporting:
    """The sheet for the doctor and the charts of the diary of a database.

    Args:
        database: the open diary file.
        is_judging: says whether the rules judge, or are switched off as a whole.
        apart: whether sheets are set in a process of their own, for a program that stays open.
        judge: who judges the same diary for others too; None: one of its own.
    """

    def __init__(
        self,
        database: Database,
        is_judging: Callable[[], bool] = always,
        *,
        apart: bool = False,
        judge: Judge | None = None,
    ) -> None:
        self._judge = Judge() if judge is None else judge
        self._apart = apart
        self._database = database
        self._is_judging = is_judging
        self._judged: dict[str, tuple[Diary, AlertReport]] = {}
        self._charts: Kept[Described] = Kept(_CHARTS_KEPT)

    def write(self, out: Path, wanted: SheetWanted = USUAL, *, today: dt.date) -> Path:
        """Write the sheet as a PDF and return its path; what was there before is replaced whole.

        Args:
            out: the file.
            wanted: its days, its paper, its parts and its language.
            today: the date of the document, and the last day where nothing is recorded.

        Raises:
            RequestError: the first day lies after the last day, or the name is refused.
            FileProblem: the diary cannot be read, or the file cannot be written.
        """
        check_output(out, self._database.path)
        write_output(out, self.pdf(wanted, today=today), self._database.path)
        return out

    def pdf(self, wanted: SheetWanted = USUAL, *, today: dt.date) -> bytes:
        """Return the sheet as the bytes of a PDF file; for the arguments see :meth:`write`.

        Raises:
            RequestError: the first day lies after the last day.
            FileProblem: the diary cannot be read.
        """
        report = self.sheet(wanted, today=today)
        with speaking(wanted.language):
            return self._printer.pdf(report)

    def page(self, pdf: bytes, dpi: float, number: int = 0) -> PagePicture:
        """Return a page of a sheet as pixels.

        Args:
            pdf: what :meth:`pdf` returned.
            dpi: pixels an inch.
            number: which page, the first being 0.
        """
        return self._setter.draw(pdf, dpi, number)

    def rest(self) -> None:
        """Let go of what making sheets keeps in memory; the next sheet takes longer."""
        if "_setter" in vars(self):
            self._setter.rest()

    def sheet(self, wanted: SheetWanted = USUAL, *, today: dt.date) -> Report:
        """Return what the sheet says; for the arguments see :meth:`write`.

        Raises:
            RequestError: the first day lies after the last day.
            FileProblem: the diary cannot be read.
        """
        with self._database.unit() as unit:
            diary = unit.diary()
            questions = unit.preferences.get().visit_questions
        recorded = today if diary.last_day is None else diary.last_day
        last = recorded if wanted.end is None else wanted.end
        first = last - dt.timedelta(days=DAYS - 1) if wanted.start is None else wanted.start
        if first > last:
            raise RequestError(translate(NO_SPAN))
        with speaking(wanted.language):
            report = build(
                diary,
                self._history(diary, last),
                first,
                last,
                today,
                version=__version__,
                paper=wanted.paper,
                include_notes=wanted.parts.notes,
                judging=self._is_judging(),
                questions=questions,
            )
        return only(report, wanted.parts)

    def charts(self, wanted: Sequence[ChartWanted]) -> tuple[ChartData, ...]:
        """Return the charts of :meth:`described` alone."""
        return self.described(wanted).charts

    def described(self, wanted: Sequence[ChartWanted]) -> Described:
        """Return what charts show, the same scores and alerts as on the sheet, and their words.

        Both are of one reading of the diary: another program may write at any time.

        Args:
            wanted: places and days; the alerts are those of the latest of all days.

        Raises:
            FileProblem: the diary cannot be read.
            ValueError: ``end`` is before ``start`` in one of them.
        """
        with self._database.unit() as unit:
            diary = unit.diary()
        # She goes to and fro between places and ranges, and each of many years takes its time.
        question = (tuple(wanted), spoken_language(), self._is_judging())
        return self._charts.of(diary, question, partial(self._describe, diary, wanted))

    def _describe(self, diary: Diary, wanted: Sequence[ChartWanted]) -> Described:
        last = max(one.end for one in wanted)
        alerts = self._history(diary, last).alerts
        spans = {(one.start, one.end) for one in wanted}
        noticed = sign_spells(alerts, last)
        below = {span: lanes(diary, *span, with_quiet=True, noticed=noticed) for span in spans}
        charts = tuple(
            place_data(
                diary,
                one.place,
                one.start,
                one.end,
                spells(alerts, one.place, last, one.rule),
                lanes=below[one.start, one.end],
            )
            for one in wanted
        )
        return Described(charts, tuple(map(chart_text, charts)))

    def subject(self, wanted: ChartWanted) -> SubjectDays:
        """Return the days of a sign or symptom; ``place`` is its id.

        Raises:
            FileProblem: the diary cannot be read.
        """
        with self._database.unit() as unit:
            diary = unit.diary()
        return subject_days(diary, wanted.place, wanted.start, wanted.end)

    def save_charts(self, charts: Sequence[ChartData], look: Look, out: Path) -> Path:
        """Write charts into a file as they look on a screen, and return its path.

        Args:
            charts: what :meth:`charts` returned.
            look: the theme, the size and the scale of the text.
            out: the file; its ending says whether it is an SVG or a PNG.

        Raises:
            RequestError: the name is refused.
            FileProblem: the file cannot be written.
        """
        from diary.charts.picture import picture_figure  # noqa: PLC0415  matplotlib
        from diary.charts.save import save_png, save_svg  # noqa: PLC0415  matplotlib

        check_output(out, self._database.path)
        figure = picture_figure(charts, look)
        is_svg = out.suffix.lower() == ".svg"
        file = save_svg(figure).encode("utf-8") if is_svg else save_png(figure, FILE_DPI)
        write_output(out, file, self._database.path)
        return out

    def body(self, start: dt.date, end: dt.date) -> BodyMaps | None:
        """Return where it hurt over some days, as on the sheet; None where no pain is recorded.

        Raises:
            FileProblem: the diary cannot be read.
        """
        with self._database.unit() as unit:
            entries = unit.entries.all(start, end)
        return body_maps(entries, start, end)

    def _history(self, diary: Diary, as_of: dt.date) -> AlertReport:
        if not self._is_judging():
            return AlertReport(as_of, (), ())
        # The file gives the same diary until somebody writes: another range, or the sheet after
        # its preview, need not be judged again.
        # Its sentences are in the language spoken: the window's charts and a sheet may differ.
        known = self._judged.get(spoken_language())
        if not self._judged:
            # Once, with the years of entries in memory: drawing leaves circles behind, and whoever
            # clears them away would look through every entry each time, which takes longer than
            # the chart.
            gc.freeze()
        if known is None or known[0] is not diary or known[1].as_of != as_of:
            known = (diary, self._judge.history(diary, as_of))
            self._judged[spoken_language()] = known
        return known[1]

    @cached_property
    def _setter(self) -> Setter:
        if self._apart:
            from diary.report.at_hand import SetterAtHand  # noqa: PLC0415  starts a process

            return SetterAtHand()
        from diary.report.here import SetterHere  # noqa: PLC0415  typst

        return SetterHere()

    @cached_property
    def _printer(self) -> SheetPrinter:
        from diary.report.pdf import SheetPrinter  # noqa: PLC0415  matplotlib

        return SheetPrinter(setter=self._setter)
