"""Rows of answers by real keys and clicks; what was not said stays unsaid."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from diary.ui.widgets.choices import ChoiceRow, ScoreRow

ANSWERS = [("none", "No"), ("felt", "I felt it"), ("woke_me", "It woke me")]
QUESTION = "Worst pain in the last 24 hours"


class Form(QWidget):
    """A field, the row under test, and a field."""

    def __init__(self, make_row):
        super().__init__()
        self.before = QLineEdit(self)
        self.row = make_row(self)
        self.after = QLineEdit(self)
        column = QVBoxLayout(self)
        for widget in (self.before, self.row, self.after):
            column.addWidget(widget)
        self.told = []
        self.row.chosen.connect(self.told.append)


def shown(qtbot, make_row):
    form = Form(make_row)
    qtbot.addWidget(form)
    form.resize(900, 300)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    form.row.focus_row()
    return form


@pytest.fixture
def choice(theme, qtbot):
    return shown(qtbot, lambda parent: ChoiceRow("Last night", ANSWERS, theme, parent))


@pytest.fixture
def score(theme, qtbot):
    return shown(qtbot, lambda parent: ScoreRow(QUESTION, theme, "no pain", "worst", parent))


def press(qtbot, form, *keys):
    for key in keys:
        qtbot.keyClick(form.focusWidget(), key)


def role(widget):
    return QAccessible.queryAccessibleInterface(widget).role()


def test_nothing_is_chosen_at_first_and_nothing_looks_chosen(choice, score):
    for form in (choice, score):
        assert form.row.value is None
        assert not any(button.isChecked() for button in form.row.buttons)
        assert not form.row.clear_button.isVisible()


def test_a_click_chooses_and_tells_once(choice, qtbot):
    qtbot.mouseClick(choice.row.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(choice.row.buttons[1], Qt.MouseButton.LeftButton)
    assert choice.row.value == "felt"
    assert choice.told == ["felt"]
    assert [button.isChecked() for button in choice.row.buttons] == [False, True, False]


def test_space_chooses_the_button_with_the_focus(choice, qtbot):
    press(qtbot, choice, Qt.Key.Key_Space)
    assert choice.row.value == "none"


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ([Qt.Key.Key_Right], "none"),
        ([Qt.Key.Key_Left], "woke_me"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], "felt"),
        ([Qt.Key.Key_End, Qt.Key.Key_Up], "felt"),
        ([Qt.Key.Key_End, Qt.Key.Key_Right], "woke_me"),
        ([Qt.Key.Key_Home, Qt.Key.Key_Left], "none"),
    ],
)
def test_arrows_home_and_end_choose(choice, qtbot, keys, value):
    press(qtbot, choice, *keys)
    assert choice.row.value == value
    assert choice.focusWidget() is choice.row.buttons[[id_ for id_, _ in ANSWERS].index(value)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_an_answer_can_be_taken_back_by_key(choice, qtbot, key):
    press(qtbot, choice, Qt.Key.Key_End, key)
    assert choice.row.value is None
    assert choice.told == ["woke_me", None]
    assert not any(button.isChecked() for button in choice.row.buttons)


def test_an_answer_can_be_taken_back_by_the_cross(choice, qtbot):
    press(qtbot, choice, Qt.Key.Key_End)
    qtbot.mouseClick(choice.row.clear_button, Qt.MouseButton.LeftButton)
    assert choice.row.value is None
    assert not choice.row.clear_button.isVisible()
    assert choice.focusWidget() is choice.row.buttons[0]


def test_an_answer_shown_is_not_told(choice):
    choice.row.set_value("felt")
    choice.row.set_value(None)
    assert choice.told == []
    assert choice.row.value is None


def test_other_keys_are_left_alone(choice, qtbot):
    press(qtbot, choice, Qt.Key.Key_A)
    qtbot.keyClick(choice.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert choice.row.value is None


def test_the_row_is_one_stop_for_tab(choice, qtbot):
    choice.before.setFocus()
    press(qtbot, choice, Qt.Key.Key_Tab)
    assert choice.focusWidget() is choice.row.buttons[0]
    press(qtbot, choice, Qt.Key.Key_Tab)
    assert choice.focusWidget() is choice.after


def test_tab_comes_back_to_the_chosen_answer(choice, qtbot):
    choice.row.set_value("felt")
    choice.before.setFocus()
    press(qtbot, choice, Qt.Key.Key_Tab)
    assert choice.focusWidget() is choice.row.buttons[1]
    press(qtbot, choice, Qt.Key.Key_Tab)
    assert choice.focusWidget() is choice.row.clear_button


def test_a_screen_reader_hears_radio_buttons_with_the_question(choice, score):
    for form in (choice, score):
        for button in form.row.buttons:
            assert role(button) == QAccessible.Role.RadioButton
            assert button.accessibleName()
            assert button.accessibleDescription() == form.row.accessibleName()
        assert form.row.clear_button.accessibleName() == "Take this answer back"
    assert score.row.buttons[0].accessibleName() == "0, no pain"
    assert score.row.buttons[10].accessibleName() == "10, worst"


def test_a_screen_reader_hears_one_group_and_which_of_it_is_chosen(score, qtbot):
    qtbot.keyClicks(score.focusWidget(), "7")
    group = QAccessible.queryAccessibleInterface(score.row)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == QUESTION
    inside = [group.child(at) for at in range(group.childCount())]
    buttons = [child for child in inside if child.role() == QAccessible.Role.RadioButton]
    assert [child.text(QAccessible.Text.Name) for child in buttons][1:10] == list("123456789")
    assert [bool(child.state().checked) for child in buttons] == [at == 7 for at in range(11)]
    assert all(child.state().checkable and child.state().focusable for child in buttons)
    assert [bool(child.state().focused) for child in buttons] == [at == 7 for at in range(11)]


def test_there_are_eleven_scores(score):
    assert [button.text() for button in score.row.buttons] == [str(n) for n in range(11)]


@pytest.mark.parametrize("digit", range(10))
def test_a_digit_chooses_itself(score, qtbot, digit):
    qtbot.keyClicks(score.focusWidget(), str(digit))
    assert score.row.value == digit
    assert score.focusWidget() is score.row.buttons[digit]


def test_a_digit_of_the_keypad_does_too(score, qtbot):
    keypad = Qt.KeyboardModifier.KeypadModifier
    qtbot.keyClick(score.focusWidget(), Qt.Key.Key_7, keypad)
    assert score.row.value == 7


def test_one_and_then_nought_is_ten(score, qtbot):
    press(qtbot, score, Qt.Key.Key_1, Qt.Key.Key_0)
    assert score.row.value == 10
    assert score.told == [1, 10]


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("0", 0),
        ("20", 0),
        ("100", 0),
        ("110", 10),
        ("1010", 10),
        ("13", 3),
        ("01", 1),
    ],
)
def test_nought_is_ten_only_directly_after_one(score, qtbot, keys, value):
    for key in keys:
        qtbot.keyClicks(score.focusWidget(), key)
    assert score.row.value == value


@pytest.mark.parametrize("between", [Qt.Key.Key_A, Qt.Key.Key_Home, Qt.Key.Key_Delete])
def test_any_other_key_ends_the_ten(score, qtbot, between):
    press(qtbot, score, Qt.Key.Key_1, between, Qt.Key.Key_0)
    assert score.row.value == 0


def test_leaving_the_row_ends_the_ten(score, qtbot):
    press(qtbot, score, Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_0)
    assert score.row.value == 0


def test_a_click_ends_the_ten(score, qtbot):
    press(qtbot, score, Qt.Key.Key_1)
    qtbot.mouseClick(score.row.buttons[1], Qt.MouseButton.LeftButton)
    press(qtbot, score, Qt.Key.Key_0)
    assert score.row.value == 0


def test_one_by_arrow_is_not_a_typed_one(score, qtbot):
    press(qtbot, score, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_0)
    assert score.row.value == 0


def test_the_words_stand_at_the_ends_of_the_buttons(score, qtbot):
    row = score.row
    last = row.buttons[10]
    edge = last.mapTo(row, last.rect().topRight()).x()
    assert abs(row._ends.geometry().right() - edge) <= 1
    score.resize(500, 400)
    qtbot.waitUntil(lambda: row._ends.width() <= row.width())
    assert row.buttons[10].geometry().top() > row.buttons[0].geometry().top()
