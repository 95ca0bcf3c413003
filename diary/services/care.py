"""Use cases of what surrounds the days: the person, her numbers to call, treatments and the like.

Each list is replaced whole, in one transaction. What was in the diary before is not judged again,
so that an item of an older file never keeps her from changing another one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from pydantic import TypeAdapter, ValidationError

from diary.domain.care import Contact, Event, Profile, QuietPeriod, Treatment, UsualLevel
from diary.domain.fields import FIRST_DAY
from diary.errors import RequestError
from diary.exchange.problems import reason
from diary.i18n import mark, translate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diary.domain.fields import Model
    from diary.store.database import Database
    from diary.store.unit import UnitOfWork

Part: TypeAlias = Literal["usual", "contacts", "treatments", "events", "quiet_periods"]

_MODELS: Final[dict[Part, TypeAdapter[Any]]] = {
    "usual": TypeAdapter(UsualLevel),
    "contacts": TypeAdapter(Contact),
    "treatments": TypeAdapter(Treatment),
    "events": TypeAdapter(Event),
    "quiet_periods": TypeAdapter(QuietPeriod),
}
_PERSON: Final = TypeAdapter(Profile)
_NAMES: Final[dict[Part, str]] = {
    "usual": mark("A usual level"),
    "contacts": mark("A number to call"),
    "treatments": mark("A treatment"),
    "events": mark("A visit or other event"),
    "quiet_periods": mark("A quiet period"),
}
_ABOUT_HER = mark("An answer about you")
_NOT_KEPT = mark("{what} {reason}, so nothing was changed.")
_NOT_YET = mark("has a day that has not come yet")
_TOO_EARLY = mark("has a day before 1 January 1900")
# Days that lie behind her by their meaning; a treatment or a visit may be planned.
_PAST: Final = ("diagnosed_on", "since", "confirmed_on")


@dataclass(frozen=True, slots=True)
class CareNow:
    """What surrounds the days, as it is in the diary now."""

    profile: Profile
    treatments: tuple[Treatment, ...]
    events: tuple[Event, ...]
    quiet_periods: tuple[QuietPeriod, ...]

    def part(self, part: Part) -> tuple[Any, ...]:
        """Return one of the lists by its name."""
        owner = self.profile if part in ("usual", "contacts") else self
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

    def replace(self, part: Part, items: Iterable[Model], today: dt.date) -> CareNow:
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
                    answers = item.model_dump(warnings=False)
                    _check(translate(_NAMES[part]), _MODELS[part], answers, today)
            _write(unit, part, kept)
            unit.commit()
            return _read(unit)


def _read(unit: UnitOfWork) -> CareNow:
    care = unit.care
    return CareNow(care.profile(), care.treatments(), care.events(), care.quiet_periods())


def _write(unit: UnitOfWork, part: Part, items: tuple[Any, ...]) -> None:
    if part in ("usual", "contacts"):
        profile = unit.care.profile()
        unit.care.set_profile(profile.model_copy(update={part: items}))
    else:
        getattr(unit.care, f"set_{part}")(items)


def _check(what: str, model: TypeAdapter[Any], answers: dict[str, Any], today: dt.date) -> None:
    """Refuse an item that was put together without a look at its answers, or has a wrong day."""
    try:
        item = model.validate_python(answers)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise _refusal(what, reason(first)) from None
    for name in type(item).model_fields:
        day = getattr(item, name)
        if name in _PAST and day is not None and day > today:
            raise _refusal(what, translate(_NOT_YET))
        if name in (*_PAST, "date", "start", "end") and day is not None and day < FIRST_DAY:
            raise _refusal(what, translate(_TOO_EARLY))


def _refusal(what: str, why: str) -> RequestError:
    return RequestError(translate(_NOT_KEPT).format(what=what, reason=why))
