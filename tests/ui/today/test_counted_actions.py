"""How many actions a day costs, on the real page over a real file, by keys alone.

One action is one of these:

- choosing one control: going to it with Tab, however many presses that takes, and one key there;
- typing one text where the focus is: a word in a search field, a note, a digit in a row of scores;
- one shortcut: Ctrl+Enter, Alt+Left.

A control counts only if it is in the window, can be used and Tab comes to it. The page begins with
the focus where the program puts it.
"""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from diary.domain.care import UsualLevel
from diary.domain.entry import DayEntry, Pain, SignReport, SymptomReport
from tests.ui.fakes import NOON, TODAY

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SPACE, TAB = Qt.Key.Key_Space, Qt.Key.Key_Tab
YESTERDAY = TODAY - dt.timedelta(days=1)
MOST_TABS = 120
BACK = Pain(region="lower_back", worst=4, night="felt", timing=("night",))
TINGLING = SignReport(sign="tingling_hand_foot", side="both", grade=1, new="no")
TIRED = SymptomReport(symptom="fatigue", grade=2, new="no")
BEFORE = DayEntry(
    date=YESTERDAY,
    pains=(BACK,),
    signs=(TINGLING,),
    symptoms=(TIRED,),
    weight_kg=67.5,
    temperature_c=36.8,
    medicines=(),
    note="yesterday",
)


class Counted:
    """A person at the keys; every action is counted."""

    def __init__(self, qtbot, page):
        self._qtbot, self.page = qtbot, page
        self.actions = 0
        page.setFocus()

    def choose(self, control, key=SPACE):
        """Go to a control and press one key there."""
        assert control.isVisible()
        assert control.isEnabled()
        for _ in range(MOST_TABS):
            if self._focus is control:
                break
            self._qtbot.keyClick(self._focus, TAB)
        assert self._focus is control, f"Tab does not come to {control.accessibleName()!r}"
        self._qtbot.keyClick(control, key)
        self.actions += 1

    def score(self, row, digits):
        """Go to a row of scores and type the score there."""
        stop = next(
            button for button in row.buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus
        )
        for _ in range(MOST_TABS):
            if self._focus is stop:
                break
            self._qtbot.keyClick(self._focus, TAB)
        assert self._focus is stop
        self.write(digits)

    def write(self, text):
        """Type a text where the focus is."""
        self._qtbot.keyClicks(self._focus, text)
        self.actions += 1

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press one key where the focus is."""
        self._qtbot.keyClick(self._focus, key, modifier)
        self.actions += 1

    def save(self):
        """Save by the shortcut."""
        with self._qtbot.waitSignal(self.page._bridge.opened):
            self.press(Qt.Key.Key_Return, CTRL)

    @property
    def _focus(self):
        return self.page.window().focusWidget()


@pytest.fixture
def begin(start, qtbot):
    """Return a function that opens the page with a person at the keys."""

    def begin():
        return Counted(qtbot, start())

    return begin


def test_no_pain_and_none_of_the_signs_is_two(begin, in_file):
    person = begin()
    person.choose(person.page.pain.quick.nothing)
    person.save()
    assert in_file() == DayEntry(date=TODAY, entered_at=NOON, pains=(), signs=())
    assert person.actions == 2


def test_no_pain_is_two(begin, in_file):
    person = begin()
    person.choose(person.page.pain.no_pain)
    person.save()
    assert in_file() == DayEntry(date=TODAY, entered_at=NOON, pains=())
    assert person.actions == 2


def test_the_same_as_yesterday_is_two_and_takes_over_no_more_than_it_shows(begin, in_file):
    in_file(BEFORE)
    person = begin()
    same = person.page.pain.quick.same
    assert same.words.text() == "About the same as yesterday"
    assert same.details.text() == (
        "Lower back 4 (felt at night, 1 more answer); tingling hands or feet mild; "
        "tiredness moderate. Whether it is new is asked again: tingling hands or feet."
    )
    person.choose(same)
    assert person.page.signs.rows["tingling_hand_foot"].details[0].new.value is None
    person.save()
    assert in_file() == DayEntry(
        date=TODAY,
        entered_at=NOON,
        pains=(BACK,),
        signs=(TINGLING.model_copy(update={"new": None}),),
        symptoms=(TIRED.model_copy(update={"new": None}),),
        copied_from=YESTERDAY,
    )
    assert person.actions == 2


def test_one_known_place_changed_is_three(begin, in_file):
    in_file(BEFORE)
    person = begin()
    person.choose(person.page.pain.quick.same)
    person.score(person.page.pain.cards[0].score, "7")
    person.save()
    assert in_file().pains == (BACK.model_copy(update={"worst": 7}),)
    assert in_file().copied_from == YESTERDAY
    assert person.actions == 3


def test_one_known_place_told_anew_with_its_night_and_no_signs_is_five(begin, in_file):
    in_file(BEFORE)
    person = begin()
    pain = person.page.pain
    person.choose(pain.chips["lower_back"])  # the focus goes on to its score
    person.write("10")
    person.choose(pain.cards[0].night.buttons[0], Qt.Key.Key_End)
    person.choose(person.page.signs.answer_row.buttons[0])
    person.save()
    entry = in_file()
    assert entry.pains == (Pain(region="lower_back", worst=10, night="kept_awake"),)
    assert entry.signs == ()
    assert person.actions == 5


def test_a_new_place_with_its_night_and_a_note_is_nine(begin, in_file):
    in_file(BEFORE)
    person = begin()
    page = person.page
    person.choose(page.pain.more)  # the focus goes on to the search
    person.write("hip")
    person.press(Qt.Key.Key_Return)
    card = page.pain.cards[0]
    person.score(card.score, "6")
    person.choose(card.night.buttons[0], Qt.Key.Key_End)
    person.choose(page.signs.answer_row.buttons[0])
    person.choose(page.extras.note.open_button)  # the focus goes on to the field
    person.write("carried a box")
    person.save()
    assert in_file() == DayEntry(
        date=TODAY,
        entered_at=NOON,
        pains=(Pain(region="hip", worst=6, night="kept_awake"),),
        signs=(),
        note="carried a box",
    )
    assert person.actions == 9


def test_that_it_is_long_standing_is_saved_with_the_day(begin, in_file):
    person = begin()
    page = person.page
    person.choose(page.pain.more)
    person.write("hip")
    person.press(Qt.Key.Key_Return)
    card = page.pain.cards[0]
    person.score(card.score, "6")
    person.choose(card.long_standing.answer_row.buttons[0])
    person.score(card.long_standing.level_row, "5")
    person.save()
    assert in_file().pains == (Pain(region="hip", worst=6),)
    assert page._opened.profile.usual == (UsualLevel(of="hip", level=5, confirmed_on=TODAY),)
    assert card.long_standing is None
    assert not page.draft.is_changed


@pytest.mark.parametrize("button", ["nothing", "no_pain", "same"])
def test_yesterday_is_one_more(begin, in_file, qtbot, button):
    in_file(BEFORE.model_copy(update={"date": YESTERDAY - dt.timedelta(days=1)}))
    person = begin()
    with qtbot.waitSignal(person.page._bridge.day_loaded):
        person.press(Qt.Key.Key_Left, ALT)
    person.choose(getattr(person.page.pain.quick, button))
    person.save()
    entry = in_file(day=YESTERDAY)
    assert in_file() is None
    assert entry.pains == ((BACK,) if button == "same" else ())
    assert entry.copied_from == (BEFORE.date - dt.timedelta(days=1) if button == "same" else None)
    assert person.actions == 3
