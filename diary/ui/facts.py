"""What the bridge tells the pages: plain, frozen facts, each with what was asked for.

A page compares what was asked for with what it shows now and lets an old answer go. They are
named tuples because all of them are made before the first paint: as frozen dataclasses they took
a tenth of it. They are made by the names of their fields, and read by them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from diary.i18n import SAME

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from diary.charts.data import ChartData
    from diary.charts.look import ChartWanted, Look, Picture
    from diary.domain.care import Event, Profile, UsualLevel
    from diary.domain.entry import DayEntry, Medicine
    from diary.domain.glance import DayGlance
    from diary.report.model import BodyMaps
    from diary.report.pages import PagePicture
    from diary.report.parts import SheetWanted
    from diary.rules.book import CallCard
    from diary.rules.model import Alert, AlertReport
    from diary.rules.questions import Question
    from diary.services.archive import DeletedDay, Version
    from diary.services.looking_back import FoundNotes, Stretch


class DiaryOpened(NamedTuple):
    """The diary is open.

    Attributes:
        first_day: the first recorded day, None in an empty diary.
        last_day: the last recorded day, None in an empty diary.
        places: the places she follows, most used first.
        profile: the person and her contacts.
        events: appointments, scans and the like.
        symptoms: the symptoms of late, most used first.
        medicines: the medicines of late by name and kind, most used first.
        signs_ever: the signs that were recorded on any day.
        is_judging: whether the rules judge; False where she switched them off as a whole.
        paper: of the sheet, as she set it: ``a4``, ``letter``, or ``system`` for that of her
            country.
        report_language: of the sheet, as she set it: a code, or ``same`` for that of the window.
        is_first_run: whether the first screens are to be shown: a diary without a day or a draft
            of one, not asked before.
        drafts: the days with answers that were begun and not saved, in order.
        is_protected: whether the file opens only with a passphrase.
        lock_after: the minutes without a touch after which it locks itself; None: it does not.
        offers_passphrase: whether it is time to ask if she wants one.
    """

    first_day: dt.date | None
    last_day: dt.date | None
    places: tuple[str, ...]
    profile: Profile
    events: tuple[Event, ...]
    symptoms: tuple[str, ...] = ()
    medicines: tuple[Medicine, ...] = ()
    signs_ever: tuple[str, ...] = ()
    is_judging: bool = True
    paper: str = "system"
    report_language: str = SAME
    is_first_run: bool = False
    drafts: tuple[dt.date, ...] = ()
    is_protected: bool = False
    lock_after: int | None = None
    offers_passphrase: bool = False


class UnlockRefused(NamedTuple):
    """What she typed did not open the diary.

    Attributes:
        message: what to mend in a recovery code; empty where the passphrase just does not fit.
        wait: the seconds the next try has to wait.
    """

    message: str = ""
    wait: int = 0


class CodeTold(NamedTuple):
    """The recovery code of the diary.

    Attributes:
        code: the code, its groups set apart by hyphens.
        is_new: whether it was made just now.
        is_another: whether there was another before, which opens the diary no more.
        missed: the backups that could not be changed to it.
    """

    code: str
    is_new: bool
    is_another: bool = False
    missed: tuple[Path, ...] = ()


class DayLoaded(NamedTuple):
    """The answers of one day.

    Attributes:
        day: the day.
        entry: what it says, None on a day not yet recorded.
        previous: the last recorded day before it, None if there is none.
        known: the places, signs and symptoms recorded on any other day.
        draft: the form as it was left unsaved, as it was given to be kept; None if it was not.
        saved_at: when it was last saved, in UTC; None where that is not known.
    """

    day: dt.date
    entry: DayEntry | None
    previous: DayEntry | None = None
    known: frozenset[str] = frozenset()
    draft: str | None = None
    saved_at: dt.datetime | None = None


class DraftDiscarded(NamedTuple):
    """The draft of a day is gone; ``body`` is what it was, None if there was none."""

    day: dt.date
    body: str | None


class ArchiveLoaded(NamedTuple):
    """The bin, the last deleted day first, and the recorded days with earlier versions.

    Attributes:
        deleted: the bin.
        changed: each day with the number of its earlier versions, the last changed first.
    """

    deleted: tuple[DeletedDay, ...]
    changed: tuple[tuple[dt.date, int], ...]


class VersionsLoaded(NamedTuple):
    """What a day says, first, and what it said, back in time."""

    day: dt.date
    versions: tuple[Version, ...]


class DaySaved(NamedTuple):
    """A day was saved.

    Attributes:
        day: the day.
        entry: what is in the file now.
        saved_at: when, in UTC.
        days_changed: the days that say something else than before; may be none.
        usual: what she said is usual for her, saved with the day.
    """

    day: dt.date
    entry: DayEntry
    saved_at: dt.datetime
    days_changed: tuple[dt.date, ...] = ()
    usual: tuple[UsualLevel, ...] = ()


class AlertsNow(NamedTuple):
    """The alerts after something changed.

    Attributes:
        standing: those that stand today.
        saved_day: the day whose saving led to this; None for any other reason.
        speaking: those to show because of that day, highest first.
        question: what to ask once after a silence, or None.
    """

    standing: AlertReport
    saved_day: dt.date | None = None
    speaking: tuple[Alert, ...] = ()
    question: Question | None = None


class CallCardFound(NamedTuple):
    """What to say at once about chosen signs; ``card`` is None if nothing."""

    signs: tuple[str, ...]
    card: CallCard | None


class DaysLoaded(NamedTuple):
    """The recorded days of a stretch of time, in order."""

    start: dt.date
    end: dt.date
    entries: tuple[DayEntry, ...]


class StretchLoaded(NamedTuple):
    """Some days and all that lies on them."""

    start: dt.date
    end: dt.date
    stretch: Stretch


class GlanceLoaded(NamedTuple):
    """The worst pain of each recorded day of a stretch of time, in order."""

    start: dt.date
    end: dt.date
    days: tuple[DayGlance, ...]


class NotesFound(NamedTuple):
    """The days on which what was typed was written."""

    typed: str
    found: FoundNotes


class ChartsLoaded(NamedTuple):
    """What charts show, and each in words."""

    wanted: tuple[ChartWanted, ...]
    charts: tuple[ChartData, ...]
    words: tuple[str, ...]


class ChartsDrawn(NamedTuple):
    """The picture of charts below each other, with what it was drawn from."""

    charts: tuple[ChartData, ...]
    look: Look
    picture: Picture


class SmallChartDrawn(NamedTuple):
    """A small chart of a place, sign or symptom, and what it shows in words."""

    wanted: ChartWanted
    look: Look
    picture: Picture
    words: str


class BodySummed(NamedTuple):
    """Where it hurt over some days; ``maps`` is None where no pain is recorded."""

    start: dt.date
    end: dt.date
    maps: BodyMaps | None


class RuleLoaded(NamedTuple):
    """One rule of the rule book as plain, translated data."""

    rule: str
    data: dict[str, object]


class SheetPreviewed(NamedTuple):
    """The first page of a sheet as it would print now, at so many pixels an inch."""

    wanted: SheetWanted
    dpi: float
    page: PagePicture


class ReportWritten(NamedTuple):
    """The sheet for the doctor is in this file."""

    path: Path


class Exported(NamedTuple):
    """The whole diary is in this file."""

    path: Path


class Failed(NamedTuple):
    """Something did not work.

    Attributes:
        what: the request: ``open``, ``day``, ``save``, ``alerts``, ``act``, ``days``, ``glance``,
            ``search``, ``chart``, ``picture``, ``small``, ``chart_file``, ``body``, ``rule``,
            ``preview``, ``report``, ``print``,
            ``care``, ``draft``, ``discard``, ``archive``, ``unlock``, ``protect``, ``code``,
            ``code_file``, ``rescue``.
        message: one plain sentence for the screen.
        problems: further lines, one for each fault.
        is_of_content: whether the diary file itself cannot be used as it is.
    """

    what: str
    message: str
    problems: tuple[str, ...] = ()
    is_of_content: bool = False
