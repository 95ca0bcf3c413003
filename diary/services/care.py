"""Use cases of what surrounds the days: the person, her numbers, treatments, what she follows.

Each list is replaced whole, in one transaction. What was in the diary before is not judged again,
so that an item of an older file never keeps her from changing another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, NamedTuple, TypeAlias

from pydantic import StringConstraints, TypeAdapter, ValidationError

from diary.domain import fields as f
from diary.domain.care import Contact, Event, Profile, QuietPeriod, Treatment, UsualLevel
from diary.domain.limits import SHORT_TEXT
from diary.domain.symptoms import CUSTOM_PREFIX
from diary.errors import RequestError
from diary.exchange.problems import reason
from diary.i18n import mark, translate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diary.domain.preferences import Preferences
    from diary.store.database import Database
    from diary.store.unit import UnitOfWork

Part: TypeAlias = Literal[
    "usual",
    "contacts",
    "treatments",
    "events",
    "quiet_periods",
    "followed_places",
    "followed_symptoms",
    "own_symptoms",
    "visit_questions",
]
_OF_PROFILE: Final = ("usual", "contacts")
_OF_PREFERENCES: Final = (
    "followed_places",
    "followed_symptoms",
    "own_symptoms",
    "visit_questions",
)

# Recorded, it stands behind a prefix, and both together are a short text.
_OwnName = Annotated[f.Name, StringConstraints(max_length=SHORT_TEXT - len(CUSTOM_PREFIX))]
_MODELS: Final[dict[Part, TypeAdapter[Any]]] = {
    "usual": TypeAdapter(UsualLevel),
    "contacts": TypeAdapter(Contact),
    "treatments": TypeAdapter(Treatment),
    "events": TypeAdapter(Event),
    "quiet_periods": TypeAdapter(QuietPeriod),
    "followed_places": TypeAdapter(f.RegionId),
    "followed_symptoms": TypeAdapter(f.SymptomId),
    "own_symptoms": TypeAdapter(_OwnName),
    "visit_questions": TypeAdapter(f.Name),
}
_PERSON: Final = TypeAdapter(Profile)
_NAMES: Final[dict[Part, str]] = {
    "usual": mark("A usual level"),
    "contacts": mark("A number to call"),
    "treatments": mark("A treatment"),
    "events": mark("A visit or other event"),
    "quiet_periods": mark("A quiet period"),
    "followed_places": mark("A place to follow"),
    "followed_symptoms": mark("A symptom to follow"),
    "own_symptoms": mark("The name of a symptom"),
    "visit_questions": mark("A question for your visit"),
}
_ABOUT_HER = mark("An answer about you")
_NOT_KEPT = mark("{what} {reason}, so nothing was changed.")
_NOT_YET = mark("has a day that has not come yet")
_TOO_EARLY = mark("has a day before 1 January 1900")
# Days that lie behind her by their meaning; a treatment or a visit may be planned.
_PAST: Final = ("diagnosed_on", "since", "confirmed_on")
_ANY_DAY: Final = ("date", "start", "end")


class CareNow(NamedTuple):
    """What surrounds the days, as it is in the diary now."""

    profile: Profile
    treatments: tuple[Treatment, ...]
    events: tuple[Event, ...]
    quiet_periods: tuple[QuietPeriod, ...]
    preferences: Preferences

    def part(self, part: Part) -> tuple[Any, ...]:
        """Return one of the lists by its name."""
        owner: object = self
        if part in _OF_PROFILE:
            owner = self.profile
        elif part in _OF_PREFERENCES:
            owner = self.preferences
        items: tuple[Any, ...] = getattr(owner, part)
        return items


class Care:
    """What surrounds the recorded days of a database.

    Args:
        database: the open diary file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def now(self) -> CareNow:
        """Return all of it.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return _read(unit)

    def is_first_run_done(self) -> bool:
        """Return whether the first screens were finished or skipped.

        Raises:
            FileProblem: the diary file cannot be read.
        """
        with self._database.unit() as unit:
            return unit.preferences.get().first_run_done

    def set_person(self, person: Profile, today: dt.date) -> CareNow:
        """Keep who she is; the usual levels and contacts of ``person`` are not looked at.

        Raises:
            RequestError: an answer is one that no diary can hold; nothing was changed.
            FileProblem: the diary file does not allow it; nothing was changed.
        """
        answers = person.model_dump(exclude={"usual", "contacts"}, warnings=False)
        _check(translate(_ABOUT_HER), _PERSON, answers, today)
        if person.birth_year is not None and person.birth_year > today.year:
            raise _refusal(translate(_ABOUT_HER), translate(_NOT_YET))
        with self._database.unit(writing=True) as unit:
            unit.care.set_profile(unit.care.profile().model_copy(update=answers))
            unit.commit()
            return _read(unit)

    def finish_first_run(self) -> CareNow:
        """Keep that the first screens were finished or skipped.

        Raises:
            FileProblem: the diary file does not allow it; nothing was changed.
        """
        with self._database.unit(writing=True) as unit:
            unit.preferences.set(unit.preferences.get().model_copy(update={"first_run_done": True}))
            unit.commit()
            return _read(unit)

    def replace(self, part: Part, items: Iterable[Any], today: dt.date) -> CareNow:
        """Keep a list in the place of the one there is.

        Args:
            part: which list.
            items: all its items, in her order.
            today: no level can be usual since a later day.

        Raises:
            RequestError: an item is one that no diary can hold; nothing was changed.
            FileProblem: the diary file does not allow it; nothing was changed.
        """
        kept = tuple(items)
        with self._database.unit(writing=True) as unit:
            known = _read(unit).part(part)
            for item in kept:
                if item not in known:
                    _check(translate(_NAMES[part]), _MODELS[part], _answers(item), today)
            _write(unit, part, kept)
            unit.commit()
            return _read(unit)


def _read(unit: UnitOfWork) -> CareNow:
    care = unit.care
    return CareNow(
        care.profile(),
        care.treatments(),
        care.events(),
        care.quiet_periods(),
        unit.preferences.get(),
    )


def _write(unit: UnitOfWork, part: Part, items: tuple[Any, ...]) -> None:
    if part in _OF_PROFILE:
        profile = unit.care.profile()
        unit.care.set_profile(profile.model_copy(update={part: items}))
    elif part in _OF_PREFERENCES:
        preferences = unit.preferences.get()
        unit.preferences.set(preferences.model_copy(update={part: items}))
    else:
        getattr(unit.care, f"set_{part}")(items)


def _answers(item: object) -> object:
    return item.model_dump(warnings=False) if isinstance(item, f.Model) else item


def _check(what: str, model: TypeAdapter[Any], answers: object, today: dt.date) -> None:
    """Refuse an item that was put together without a look at its answers, or has a wrong day."""
    try:
        item = model.validate_python(answers)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise _refusal(what, reason(first)) from None
    for name in (*_PAST, *_ANY_DAY):
        day: dt.date | None = getattr(item, name, None)
        if day is not None and name in _PAST and day > today:
            raise _refusal(what, translate(_NOT_YET))
        if day is not None and day < f.FIRST_DAY:
            raise _refusal(what, translate(_TOO_EARLY))


def _refusal(what: str, why: str) -> RequestError:
    return RequestError(translate(_NOT_KEPT).format(what=what, reason=why))
