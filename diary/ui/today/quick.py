"""What the three large buttons do to the form of a day: pure, and taken back without a loss."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from diary.ui.today.draft import PainState, SignAnswer, SignState, entry_of
from diary.ui.today.states import SymptomState, symptom_state

if TYPE_CHECKING:
    from diary.domain.copying import Copied
    from diary.ui.today.draft import Draft

_PARTS = ("pain", "sign", "symptom", "copied_from")


def nothing_at_all(draft: Draft) -> Draft:
    """Return the form with no pain and none of the signs."""
    return dataclasses.replace(
        draft, pain=PainState(no_pain=True), sign=SignState(SignAnswer.NONE), copied_from=None
    )


def without_nothing(draft: Draft) -> Draft:
    """Return the form with what *nothing at all* answers not answered."""
    return dataclasses.replace(draft, pain=PainState(), sign=SignState())


def only_no_pain(draft: Draft, source: Copied | None) -> Draft:
    """Return the form with no pain, and the rest of what a large button answered not answered.

    Signs that she chose herself stay: the day that was taken over may say nothing of them.

    Args:
        draft: the form, which says no pain and more.
        source: the day that can be taken over; None if there is none.
    """
    if source is not None and says_the_same(draft, source):
        draft = without_copy(draft, source)
    sign = SignState() if draft.sign.chosen is SignAnswer.NONE else draft.sign
    return dataclasses.replace(draft, pain=PainState(no_pain=True), sign=sign)


def without_copy(draft: Draft, source: Copied) -> Draft:
    """Return the form with what was taken over from another day not answered."""
    changes: dict[str, object] = {"copied_from": None}
    if source.pains is not None:
        changes["pain"] = PainState()
    if source.signs is not None:
        changes["sign"] = SignState()
    if source.symptoms is not None:
        changes["symptom"] = SymptomState()
    return dataclasses.replace(draft, **changes)  # type: ignore[arg-type]  # by their names


def says_nothing_at_all(draft: Draft) -> bool:
    """Whether the form says no pain and none of the signs."""
    return draft.pain.no_pain and draft.sign.chosen is SignAnswer.NONE


def same_as(draft: Draft, source: Copied) -> Draft:
    """Return the form with the answers of another day; what was not answered there stays."""
    changes: dict[str, object] = {"copied_from": source.day}
    if source.pains is not None:
        changes["pain"] = PainState(no_pain=not source.pains, pains=source.pains)
    if source.signs is not None:
        chosen = SignAnswer.SOME if source.signs else SignAnswer.NONE
        changes["sign"] = SignState(chosen, source.signs)
    if source.symptoms is not None:
        changes["symptom"] = symptom_state(source.symptoms)
    return dataclasses.replace(draft, **changes)  # type: ignore[arg-type]  # by their names


def says_the_same(draft: Draft, source: Copied) -> bool:
    """Whether the form says just what was taken over."""
    return draft.copied_from == source.day and _parts(draft) == _parts(same_as(draft, source))


def taken_back(draft: Draft, before: Draft) -> Draft:
    """Return the form with what these buttons change as it was before."""
    changes = _parts(before)
    if draft.base is before.base:  # nothing was saved since
        changes |= {"usual": before.usual, "long_standing": before.long_standing}
    return dataclasses.replace(draft, **changes)  # type: ignore[arg-type]  # by their names


def still_copied(draft: Draft, source: Copied | None) -> Draft:
    """Return the form without the mark of a copy once nothing of the copy is left on it."""
    if source is None or draft.copied_from != source.day:
        return draft
    from diary.domain.copying import holds_of  # noqa: PLC0415  brings pydantic

    if holds_of(entry_of(draft), source):
        return draft
    return dataclasses.replace(draft, copied_from=None)


def _parts(draft: Draft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in _PARTS}
