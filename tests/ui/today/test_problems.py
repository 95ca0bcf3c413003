"""What cannot be saved is named, in the order of the page."""

from __future__ import annotations

import datetime as dt

from diary.domain.entry import DayEntry
from diary.domain.limits import LONG_TEXT
from diary.ui.today.draft import Draft, draft_of
from diary.ui.today.problems import problems_of
from diary.ui.today.states import Extras, MedicineAnswer, MedicineLine, MedicineState

DAY = dt.date(2026, 3, 20)
UNSEEN = "There are characters in it that cannot be seen. They often come with a paste."


def words(draft):
    return [problem.words for problem in problems_of(draft)]


def test_an_untouched_form_has_none():
    assert problems_of(Draft(DAY)) == ()


def test_each_is_named_with_its_field():
    lines = (
        MedicineLine(name="x"),
        MedicineLine(doses="9"),
        MedicineLine(name="y" * 201, doses="a"),
        MedicineLine(),
    )
    draft = Draft(
        DAY,
        note="x" * (LONG_TEXT + 1),
        medicine=MedicineState(MedicineAnswer.SOME, lines),
        extras=Extras(weight="700", temperature="warm", could_do="a\x07"),
    )
    assert words(draft) == [
        "Medicine 2: Write the name of this medicine, or remove it.",
        "Medicine 3: This is 201 characters long. It can have 200.",
        "Medicine 3: Write a whole number, for example 2.",
        "Weight: Write a number from 20 to 400.",
        "Temperature: Write it as a number, for example 36.8.",
        f"What I could do: {UNSEEN}",
        "Note: This is 100,001 characters long. It can have 100,000.",
    ]
    assert [(problem.line, problem.part) for problem in problems_of(draft)][1] == (2, "name")


def test_lines_that_were_set_aside_have_none():
    lines = (MedicineLine(doses="9"),)
    assert problems_of(Draft(DAY, medicine=MedicineState(MedicineAnswer.NONE, lines))) == ()


def test_what_the_file_holds_is_not_hers_to_mend():
    entry = DayEntry(date=DAY, note="bell \x07", could_do="\x00")
    assert problems_of(draft_of(DAY, entry)) == ()
