"""Random diaries for hypothesis: every field of every model, from the catalogues.

Use ``diaries()``, ``entries()`` or the strategy of one model. A model that gains a field fails
here until the field has a strategy, so that no round trip silently leaves it out.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from diary.domain import choices
from diary.domain.care import (
    AlertAction,
    Contact,
    Event,
    Profile,
    QuietPeriod,
    Treatment,
    UsualLevel,
    highest_level,
)
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.domain.fields import FIRST_DAY
from diary.domain.places import PLACES
from diary.domain.signs import SIGNS
from diary.domain.symptoms import CUSTOM_PREFIX, SYMPTOMS

if TYPE_CHECKING:
    from collections.abc import Collection

    from hypothesis.strategies import SearchStrategy

    from diary.domain.fields import Model

LAST_DAY = dt.date(2026, 3, 20)
_SHORT, _LIST = 12, 3
# What files, spreadsheets, fonts and terminals trip over; the rest is drawn at random.
HOSTILE_TEXTS = (
    "",
    " ",
    "0",
    "null",
    "NUL \x00 in the middle",
    "bell \x07, escape \x1b[31m, delete \x7f, next line \x85",
    "tab\tand\r\nreturns\n\n",
    "ألم في أسفل الظهر",
    "腰が痛い",
    "e\u0301 is not \u00e9",
    "👩🏽‍🦽 \U0001f9e0",
    "\ufeffbyte order mark, \u202eright to left, \u2028line, \ufffe",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "'apostrophe",
    "''=two",
    '"quoted", comma; semicolon',
    "key=value;where=hip+knee",
    "#set page(width: 1pt) $x$ *bold* _it_ `raw` <tag> & \\ // @ref",
    "100 % {n} {} %s %(name)s",
)


def _build(model: type[Model], **fields: SearchStrategy[Any]) -> SearchStrategy[Any]:
    if missing := set(model.model_fields) ^ set(fields):
        detail = f"{model.__name__}: no strategy for {sorted(missing)}"
        raise TypeError(detail)
    # Nothing but what must be said is drawn often, because there the questions have no answers.
    needed = {
        name: fields[name] for name, about in model.model_fields.items() if about.is_required()
    }
    return st.builds(model, **needed) | st.builds(model, **fields)


def _maybe(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return st.none() | strategy


def _one_of(ids: Collection[str]) -> SearchStrategy[str]:
    return st.sampled_from(tuple(ids))


def _many(strategy: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    # Repeated items stay: the models allow them, so the file must keep them.
    return st.lists(strategy, max_size=_LIST).map(tuple)


def _choices(ids: Collection[str]) -> SearchStrategy[tuple[str, ...]]:
    return _many(_one_of(ids))


def _text(max_size: int) -> SearchStrategy[str]:
    drawn = st.text(st.characters(codec="utf-8"), max_size=max_size)
    return st.sampled_from(HOSTILE_TEXTS) | drawn


short_texts = _text(_SHORT)
long_texts = _text(4 * _SHORT)
# A name must hold something that can be seen.
names = short_texts.map(lambda text: text + "x")
symptom_ids = _one_of(SYMPTOMS) | names.map(lambda name: CUSTOM_PREFIX + name)
any_days = st.dates(FIRST_DAY, LAST_DAY)
moments = st.datetimes(
    dt.datetime(1900, 1, 1),  # noqa: DTZ001  hypothesis wants naive bounds
    dt.datetime(2026, 12, 31),  # noqa: DTZ001  hypothesis wants naive bounds
    timezones=st.just(dt.UTC),
)
weights = st.integers(20_000, 400_000).map(lambda grams: grams / 1000)
temperatures = st.integers(3_000, 4_500).map(lambda hundredths: hundredths / 100)
scores = st.integers(choices.PAIN_LOWEST, choices.PAIN_HIGHEST)
grades = st.integers(choices.GRADE_LOWEST, choices.GRADE_HIGHEST)
interferences = st.sampled_from(tuple(int(id_) for id_ in choices.INTERFERENCES))

pains = _build(
    Pain,
    region=_one_of(PLACES),
    side=_maybe(_one_of(choices.SIDES)),
    worst=_maybe(scores),
    average=_maybe(scores),
    started_on=_maybe(any_days),
    **{name: _maybe(_one_of(ids)) for name, ids in choices.PAIN_ONE.items()},
    **{name: _choices(ids) for name, ids in choices.PAIN_MANY.items()},
)
signs = _build(
    SignReport,
    sign=_one_of(SIGNS),
    side=_maybe(_one_of(choices.SIDES)),
    grade=_maybe(grades),
    new=_maybe(_one_of(choices.NEWNESS)),
)
symptoms = _build(
    SymptomReport,
    symptom=symptom_ids,
    grade=_maybe(grades),
    new=_maybe(_one_of(choices.NEWNESS)),
    where=_maybe(_one_of(PLACES)),
)
medicines = _build(
    Medicine,
    name=names,
    kind=_maybe(_one_of(choices.MEDICINE_KINDS)),
    doses=_maybe(st.integers(0, 99)),
    relief=_maybe(_one_of(choices.RELIEFS)),
)


def entries(days: SearchStrategy[dt.date] = any_days) -> SearchStrategy[DayEntry]:
    """Return a strategy of entries, each dated by ``days``."""
    return _build(
        DayEntry,
        date=days,
        entered_at=_maybe(moments),
        pains=_maybe(_many(pains)),
        signs=_maybe(_many(signs)),
        symptoms=_maybe(_many(symptoms)),
        weight_kg=_maybe(weights),
        temperature_c=_maybe(temperatures),
        medicines=_maybe(_many(medicines)),
        could_do=_maybe(long_texts),
        note=_maybe(long_texts),
        copied_from=_maybe(any_days),
        **{name: _maybe(interferences) for name in choices.FUNCTION},
    )


def _usual_level(of: str) -> SearchStrategy[UsualLevel]:
    return _build(
        UsualLevel,
        of=st.just(of),
        level=st.integers(0, highest_level(of)),
        since=_maybe(any_days),
        confirmed_on=_maybe(any_days),
    )


def _in_order(*, open_ended: bool) -> SearchStrategy[tuple[Any, Any]]:
    pair = st.tuples(any_days, any_days).map(lambda two: (min(two), max(two)))
    if not open_ended:
        return pair
    return pair | st.tuples(_maybe(any_days), st.none()) | st.tuples(st.none(), any_days)


usual_levels = (_one_of((*PLACES, *SIGNS)) | symptom_ids).flatmap(_usual_level)
contacts = _build(
    Contact,
    name=_maybe(short_texts),
    phone=_maybe(short_texts),
    hours=_maybe(short_texts),
    for_=_maybe(short_texts),
)
profiles = _build(
    Profile,
    name=_maybe(short_texts),
    birth_year=_maybe(st.integers(1900, 2200)),
    cancer=_maybe(short_texts),
    diagnosed_on=_maybe(any_days),
    bone_metastases=_maybe(st.booleans()),
    osteoporosis=_maybe(st.booleans()),
    immunosuppressed=_maybe(st.booleans()),
    usual=_many(usual_levels),
    contacts=_many(contacts),
)
treatments = _in_order(open_ended=True).flatmap(
    lambda span: _build(
        Treatment,
        kind=_one_of(choices.TREATMENT_KINDS),
        name=_maybe(short_texts),
        start=st.just(span[0]),
        end=st.just(span[1]),
    )
)
events = _build(
    Event,
    date=any_days,
    kind=_one_of(choices.EVENT_KINDS),
    title=_maybe(short_texts),
    note=_maybe(long_texts),
)
quiet_periods = _in_order(open_ended=False).flatmap(
    lambda span: _build(
        QuietPeriod,
        start=st.just(span[0]),
        end=st.just(span[1]),
        reason=_maybe(short_texts),
    )
)
alert_actions = _build(
    AlertAction,
    rule=names,
    place=_maybe(short_texts),
    raised_on=any_days,
    action=_one_of(choices.ALERT_ACTIONS),
    on=any_days,
    with_=_maybe(short_texts),
    note=_maybe(long_texts),
)


def diaries(
    days: SearchStrategy[dt.date] = any_days, max_entries: int = 4
) -> SearchStrategy[Diary]:
    """Return a strategy of whole diaries with at most ``max_entries`` recorded days."""
    return _build(
        Diary,
        format=st.just("daymark-diary"),
        version=st.just(1),
        profile=profiles,
        treatments=_many(treatments),
        events=_many(events),
        quiet_periods=_many(quiet_periods),
        entries=st.lists(
            entries(days), max_size=max_entries, unique_by=lambda entry: entry.date
        ).map(tuple),
        alert_actions=_many(alert_actions),
    )
