"""The lists of *My care*: numbers to call, usual levels, treatments, visits, quiet periods."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from diary.domain.care import Contact, Event, QuietPeriod, Treatment
from diary.domain.choices import CONTACT_USES, EVENT_KINDS, TREATMENT_KINDS
from diary.domain.fields import FIRST_DAY
from diary.domain.limits import LONG_TEXT
from diary.i18n import mark, translate
from diary.ui.local import day_in_words
from diary.ui.settings.answer_fields import DayField
from diary.ui.settings.fields import LineField, ListField
from diary.ui.settings.kinds import ItemWords, ListKind
from diary.ui.settings.usual_list import USUAL

if TYPE_CHECKING:
    from diary.domain.catalogue import Catalogue, Term
    from diary.ui.settings.fields import Asked
    from diary.ui.theme import Theme

PLANNED = dt.timedelta(days=5 * 366)  # so far ahead a visit or a treatment can be planned
_FROM_TO = mark("{start} to {end}")
_SINCE = mark("since {start}")
_UNTIL = mark("until {end}")
_NO_DAYS = mark("no dates")
_KIND_AND_NAME = mark("{kind}: {name}")


def _terms(catalogue: Catalogue[Term]) -> list[tuple[str | None, str]]:
    return [(term.id, translate(term.label)) for term in catalogue.offered()]


def planned_days(today: dt.date) -> tuple[dt.date, dt.date, dt.date]:
    """Return the first day that can be chosen, the one shown first, and the last."""
    return FIRST_DAY, today, today + PLANNED


def days_in_words(start: dt.date | None, end: dt.date | None) -> str:
    """Return a stretch of days: "2 January 2026 to 9 January 2026"."""
    if start is not None and start == end:
        return day_in_words(start)
    sentence = _NO_DAYS
    if start is not None:
        sentence = _SINCE if end is None else _FROM_TO
    elif end is not None:
        sentence = _UNTIL
    said = {"start": start, "end": end}
    words = {key: day_in_words(day) for key, day in said.items() if day is not None}
    return translate(sentence).format(**words)


def _lines(*lines: str | None) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _contact_fields(theme: Theme, _today: dt.date) -> dict[str, Asked]:
    return {
        "name": LineField(translate(mark("Who is it?")), theme),
        "phone": LineField(translate(mark("Telephone number")), theme, needed=True),
        "hours": LineField(
            translate(mark("When can you reach them?")),
            theme,
            hint=translate(mark("For example: 24 hours, or weekdays 9 to 5")),
        ),
        "for_": ListField(translate(mark("What for?")), _terms(CONTACT_USES), theme),
    }


def contact_words(contact: Contact, _today: dt.date) -> ItemWords:
    """Return what a number to call says."""
    use = contact.for_
    if use is not None and use in CONTACT_USES:
        use = translate(CONTACT_USES[use].label)
    title = contact.name or contact.shown_phone or use or translate(mark("No name"))
    number = None if contact.shown_phone == title else contact.shown_phone
    return ItemWords(title, _lines(number, contact.hours, use))


def _treatment_fields(theme: Theme, today: dt.date) -> dict[str, Asked]:
    days = planned_days(today)
    return {
        "kind": ListField(
            translate(mark("Kind of treatment")), _terms(TREATMENT_KINDS), theme, needed=True
        ),
        "name": LineField(
            translate(mark("Its name")),
            theme,
            hint=translate(mark("For example the name on the packet. You may leave this empty.")),
        ),
        "start": DayField(
            translate(mark("First day")),
            theme,
            days,
            hint=translate(
                mark("If you know it: only with a first day can it stand beside your days.")
            ),
        ),
        "end": DayField(
            translate(mark("Last day")),
            theme,
            days,
            hint=translate(
                mark("Leave it open while it goes on. An infusion ends on the day it began.")
            ),
        ),
    }


def treatment_words(treatment: Treatment, _today: dt.date) -> ItemWords:
    """Return what a treatment says."""
    title = translate(TREATMENT_KINDS[treatment.kind].label)
    if treatment.name:
        title = translate(_KIND_AND_NAME).format(kind=title, name=treatment.name)
    return ItemWords(title, (days_in_words(treatment.start, treatment.end),))


def _event_fields(theme: Theme, today: dt.date) -> dict[str, Asked]:
    return {
        "kind": ListField(translate(mark("What is it?")), _terms(EVENT_KINDS), theme, needed=True),
        "date": DayField(translate(mark("Which day?")), theme, planned_days(today), needed=True),
        "title": LineField(
            translate(mark("In a few words")),
            theme,
            hint=translate(mark("For example: oncology visit. You may leave this empty.")),
        ),
        "note": LineField(translate(mark("Note")), theme, longest=LONG_TEXT),
    }


def event_words(event: Event, _today: dt.date) -> ItemWords:
    """Return what a visit or another event says."""
    kind = translate(EVENT_KINDS[event.kind].label)
    title = event.title or kind
    return ItemWords(
        title, _lines(kind if event.title else None, day_in_words(event.date), event.note)
    )


def _quiet_fields(theme: Theme, today: dt.date) -> dict[str, Asked]:
    days = planned_days(today)
    return {
        "start": DayField(translate(mark("First day")), theme, days, needed=True),
        "end": DayField(translate(mark("Last day")), theme, days, needed=True),
        "reason": LineField(
            translate(mark("Why")),
            theme,
            hint=translate(mark("For example: holiday. You may leave this empty.")),
        ),
    }


def quiet_words(quiet: QuietPeriod, _today: dt.date) -> ItemWords:
    """Return what a quiet period says."""
    return ItemWords(days_in_words(quiet.start, quiet.end), _lines(quiet.reason))


CONTACTS = ListKind(
    "contacts",
    mark("Whom to call"),
    mark(
        "Your own numbers. Those for out of hours or an emergency are shown large "
        "when you should call."
    ),
    mark("Add a number"),
    _contact_fields,
    contact_words,
    Contact,
)
TREATMENTS = ListKind(
    "treatments",
    mark("Treatments"),
    mark("They stand in your charts and on the sheet, and some rules look at them."),
    mark("Add a treatment"),
    _treatment_fields,
    treatment_words,
    Treatment,
)
EVENTS = ListKind(
    "events",
    mark("Visits and other events"),
    mark("Visits, scans, falls, injuries. The sheet can begin at your last visit."),
    mark("Add a visit or event"),
    _event_fields,
    event_words,
    Event,
)
QUIET_PERIODS = ListKind(
    "quiet_periods",
    mark("Quiet periods"),
    mark(
        "Days on which only what cannot wait is shown: a holiday, or a time without the diary. "
        "Calls to make now or within a day are still shown."
    ),
    mark("Add a quiet period"),
    _quiet_fields,
    quiet_words,
    QuietPeriod,
)
CARE_LISTS: Final = (CONTACTS, USUAL, TREATMENTS, EVENTS, QUIET_PERIODS)
