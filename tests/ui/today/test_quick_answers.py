from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.copying import copied
from diary.domain.entry import DayEntry, Pain
from diary.ui.today.quick_answers import QuickAnswers
from diary.ui.today.words import DayAsked
from tests.ui.fakes import TODAY

YESTERDAY = TODAY - dt.timedelta(days=1)
ASKED = DayAsked(TODAY, TODAY)


@pytest.fixture
def quick(theme, shown):
    quick = shown(QuickAnswers(theme), 900, 300)
    quick.ask(ASKED)
    quick.offer_nothing_yet(ASKED)
    return quick


def test_both_questions_stand_in_full_on_the_first_button(quick):
    assert quick.nothing.words.text() == "No pain, none of the signs"
    assert quick.nothing.details.text() == (
        "Pain in the last 24 hours: none. Any of these in the last 24 hours? "
        "Weak arms or legs, trouble walking, numbness or tingling, bladder or bowel trouble, "
        "electric shocks, clumsy or stiff hands. None of these."
    )
    assert quick.no_pain.words.text() == "No pain today"
    assert not any(button.isChecked() for button in quick.tab_stops)


def test_an_earlier_day_is_asked_about_as_such(quick):
    quick.ask(DayAsked(YESTERDAY, TODAY))
    assert quick.no_pain.words.text() == "No pain on this day"
    assert quick.nothing.details.text().startswith("Pain on this day: none.")


def test_what_would_be_taken_over_is_read_before_it_is(quick):
    assert not quick.same.isEnabled()
    source = copied(DayEntry(date=YESTERDAY, pains=(Pain(region="neck", worst=4),), signs=()))
    quick.offer_copy(source, None, ASKED)
    assert quick.same.isEnabled()
    assert quick.same.words.text() == "About the same as yesterday"
    assert quick.same.details.text() == "Neck 4; none of the signs."
    assert quick.same.accessibleDescription() == "Neck 4; none of the signs."


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (None, "There is no earlier day to take answers from."),
        (
            DayEntry(date=YESTERDAY, note="x"),
            "That day has no answers about pain, signs or symptoms.",
        ),
    ],
)
def test_where_there_is_nothing_to_take_over_it_says_so(quick, source, words):
    quick.offer_copy(None if source is None else copied(source), None, ASKED)
    assert not quick.same.isEnabled()
    assert quick.same.details.text() == words


def test_the_buttons_stand_side_by_side_where_there_is_room(quick, theme, qtbot):
    def stand(*, beside):
        tops = len({button.y() for button in quick.tab_stops})
        return tops == (1 if beside else 3)

    assert stand(beside=True)
    quick.resize(500, 700)
    qtbot.waitUntil(lambda: stand(beside=False))
    quick.resize(900, 300)
    qtbot.waitUntil(lambda: stand(beside=True))
    theme.set_text_size(200)
    quick.resize(901, 700)
    qtbot.waitUntil(lambda: stand(beside=False))


def test_only_the_person_is_told_of(quick, qtbot):
    with qtbot.assertNotEmitted(quick.nothing_chosen), qtbot.assertNotEmitted(quick.same_chosen):
        quick.show_said(nothing=True, no_pain=True, same=False)
    assert [button.isChecked() for button in quick.tab_stops] == [True, False, False]
    with qtbot.waitSignal(quick.only_no_pain_chosen):
        qtbot.mouseClick(quick.no_pain, Qt.MouseButton.LeftButton)
    quick.show_said(nothing=False, no_pain=False, same=False)
    for button, signal in (
        (quick.nothing, quick.nothing_chosen),
        (quick.no_pain, quick.no_pain_chosen),
    ):
        was = button.isChecked()
        with qtbot.waitSignal(signal) as told:
            qtbot.keyClick(button, Qt.Key.Key_Space)
        assert told.args == [not was]
