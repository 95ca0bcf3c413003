"""What a list of the settings holds: its words, the fields of an item, and what an item says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from diary.exchange.problems import reason
from diary.i18n import mark, translate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from diary.services.care import Part
    from diary.ui.settings.fields import Asked
    from diary.ui.theme import Theme

_THIS = mark("This {reason}.")


@dataclass(frozen=True, slots=True)
class ItemWords:
    """What an item says: its title, lines below it, and a question about it if there is one."""

    title: str
    lines: tuple[str, ...] = ()
    question: str = ""
    question_answer: str = ""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why answers are no item: the key of the field, None if about several, and a sentence."""

    key: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class ListKind:
    """One list of the settings.

    Attributes:
        part: its name in the care service.
        title: what it is called.
        about: what it is for.
        add: what the button that adds says.
        fields: makes the fields of a form, by the keys of an item.
        words: says what an item says on a day.
        model: the model of an item; None where an item is a text, whose one field is ``text``.
        stamp: the key of the day on which she said so, if an item has one.
    """

    part: Part
    title: str
    about: str
    add: str
    fields: Callable[[Theme, dt.date], dict[str, Asked]]
    words: Callable[[Any, dt.date], ItemWords]
    model: Any = None
    stamp: str = ""

    def answers(self, item: Any) -> dict[str, Any]:
        """Return the answers of an item by their keys."""
        return {"text": item} if self.model is None else dict(item)

    def item(self, answers: dict[str, Any], before: Any, today: dt.date) -> Any | Wrong:
        """Return the item the answers make, or why they make none.

        Args:
            answers: by their keys.
            before: the item that is changed, None for a new one; what the form does not ask stays
                as it was.
            today: the day on which she says so.
        """
        if self.model is None:
            return answers["text"]
        kept = {} if before is None else dict(before)
        if self.stamp:
            kept[self.stamp] = today
        try:
            return self.model.model_validate({**kept, **answers})
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
        key = str(first["loc"][0]) if first["loc"] else None
        return Wrong(key, translate(_THIS).format(reason=reason(first)))
