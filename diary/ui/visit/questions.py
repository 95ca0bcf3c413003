"""What she wants to ask: a list she adds to all month; it stands on page 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.i18n import mark, translate
from diary.ui.settings.fields import LineField
from diary.ui.settings.kinds import ItemWords, ListKind

if TYPE_CHECKING:
    import datetime as dt

    from diary.ui.settings.fields import Asked
    from diary.ui.theme import Theme


def _fields(theme: Theme, _today: dt.date) -> dict[str, Asked]:
    return {"text": LineField(translate(mark("What do you want to ask?")), theme, needed=True)}


def _words(question: str, _today: dt.date) -> ItemWords:
    return ItemWords(question)


QUESTIONS = ListKind(
    "visit_questions",
    mark("My questions"),
    mark("Add one whenever it comes to mind. They stay here until you remove them."),
    mark("Add a question"),
    _fields,
    _words,
)
