"""All of Today by the accessibility interface, as a screen reader has it: no mouse, no keys."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from diary.domain.entry import DayEntry, Medicine, Pain, SignReport, SymptomReport
from diary.ui.facts import DayLoaded
from diary.ui.today.page import TodayPage
from tests.ui.fakes import TODAY

Role = QAccessible.Role
ROLES = {Role.Button, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.ComboBox}
FULL = DayEntry(
    date=TODAY,
    pains=(Pain(region="knee", side="left", worst=3, night="felt"),),
    signs=(SignReport(sign="leg_weakness", side="both", grade=2, new="yes"),),
    symptoms=(
        SymptomReport(symptom="swelling", grade=1, new="no", where="knee"),
        SymptomReport(symptom="custom:Dizzy", grade=3),
    ),
    medicines=(Medicine(name="ibuprofen", kind="anti_inflammatory", doses=2, relief="some"),),
    weight_kg=67.5,
    temperature_c=36.8,
    sleep=1,
    walking=0,
    daily_tasks=2,
    could_do="cooked",
    note="a bad night",
)


@pytest.fixture
def page(bridge, theme, shown, qtbot):
    page = shown(TodayPage(bridge, theme), 1000, 760)
    bridge.tell_opened(places=("knee",), medicines=(Medicine(name="ibuprofen"),))
    bridge.day_loaded.emit(DayLoaded(day=TODAY, entry=None))
    qtbot.waitUntil(lambda: page.lower_half.is_complete)
    bridge.asked.clear()
    return page


def controls(parent):
    """Yield what can be acted on, in the order in which it is read."""
    for number in range(parent.childCount()):
        child = parent.child(number)
        if child is None or child.state().invisible:
            continue
        if child.role() in ROLES:
            yield child
        else:
            yield from controls(child)


def words(control):
    name = control.text(QAccessible.Text.Name)
    return f"{control.text(QAccessible.Text.Description)} > {name}"


class Reader:
    """Finds controls by role and words alone."""

    def __init__(self, page, qtbot):
        self._page, self._qtbot = page, qtbot

    def controls(self):
        return list(controls(QAccessible.queryAccessibleInterface(self._page)))

    def find(self, role, name, about=""):
        found = [
            control
            for control in self.controls()
            if control.role() == role
            and control.text(QAccessible.Text.Name) == name
            and about in control.text(QAccessible.Text.Description)
        ]
        assert len(found) == 1, (name, about, [words(control) for control in self.controls()])
        return found[0]

    def presses(self, name, about=""):
        control = self.find(Role.Button, name, about)
        button = control.object()
        with self._qtbot.waitSignal(button.clicked):  # Qt shows the press for a moment first
            control.actionInterface().doAction("Press")

    def ticks(self, name):
        self.find(Role.CheckBox, name).actionInterface().doAction("Toggle")

    def answers(self, question, answer):
        button = self.find(Role.RadioButton, answer, question)
        button.actionInterface().doAction("Toggle")
        assert button.state().checked

    def writes(self, name, text):
        self.find(Role.EditableText, name).editableTextInterface().insertText(0, text)


@pytest.fixture
def reader(page, qtbot):
    return Reader(page, qtbot)


def test_a_whole_day_is_answered(reader, bridge):
    reader.ticks("Knee")
    reader.answers("Knee: Worst pain in the last 24 hours", "3")
    reader.answers("Knee: Did it disturb you last night?", "I felt it")
    reader.answers("Any of these in the last 24 hours?", "Yes, choose")
    reader.ticks("Weak leg or legs")
    reader.answers("Weak leg or legs: Which side?", "both sides")
    reader.answers("Weak leg or legs (both sides): How strong?", "moderate")
    reader.answers("Weak leg or legs (both sides): New or worse", "Yes")
    reader.answers("Anything else in the last 24 hours?", "Yes, choose")
    find = "Find another, or write it in your own words"
    reader.writes(find, "swelling")
    reader.ticks("Swelling")
    reader.answers("Swelling: How strong?", "mild")
    reader.answers("Swelling: New or worse", "No")
    reader.writes(find, "Dizzy")
    reader.presses("Add \u201cDizzy\u201d in your own words")
    reader.answers("Dizzy: How strong?", "severe")
    reader.ticks("ibuprofen")
    reader.answers("Medicine 1: What kind is it?", "Anti-inflammatory")
    reader.writes("Medicine 1: How many doses?", "2")
    reader.answers("Medicine 1: How much did it help?", "some")
    reader.presses("Weight")
    reader.writes("Weight today, kg", "67,5")
    reader.presses("Temperature")
    reader.writes("Highest temperature in the last 24 hours, \u00b0C", "36.8")
    reader.presses("Sleep, walking and daily tasks")
    reader.answers("Did pain or symptoms disturb your sleep", "a little")
    reader.answers("Did they hold back your walking", "not at all")
    reader.answers("Did they hold back your daily tasks", "quite a bit")
    reader.presses("What I could do")
    reader.writes("What I could do. For example: walked to the shop, cooked a meal", "cooked")
    reader.presses("Note")
    reader.writes("Note. Anything you want to remember or tell your team", "a bad night")
    reader.presses("Save")
    (saved,) = bridge.asked_for("save")
    knee = Pain(region="knee", worst=3, night="felt")
    swelling = FULL.symptoms[0].model_copy(update={"where": None})
    assert saved[0] == FULL.model_copy(
        update={"pains": (knee,), "symptoms": (swelling, FULL.symptoms[1])}
    )


def test_an_answer_is_taken_back(page, reader):
    reader.answers("Anything else in the last 24 hours?", "None of these")
    assert page.draft.symptom.answer == ()
    reader.presses("Take this answer back", "Anything else in the last 24 hours?")
    assert page.draft.symptom.answer is None


def test_everything_has_a_name_a_role_a_state_and_can_have_the_focus(page, reader, bridge):
    bridge.day_loaded.emit(DayLoaded(day=TODAY, entry=FULL))
    page.pain.more.click()
    found = reader.controls()
    assert len(found) > 150
    for control in found:
        assert control.text(QAccessible.Text.Name).strip(), control.role()
        if not control.state().disabled:
            assert control.state().focusable, words(control)
        if control.role() in (Role.CheckBox, Role.RadioButton):
            assert control.state().checkable, words(control)


def test_two_controls_that_can_be_told_apart_only_by_sight_are_not_there(reader, bridge):
    bridge.day_loaded.emit(DayLoaded(day=TODAY, entry=FULL))
    answers = [words(one) for one in reader.controls() if one.role() == Role.RadioButton]
    assert len(answers) == len(set(answers))


def test_what_to_mend_is_the_description_of_its_field(page, reader):
    reader.presses("Weight")
    reader.writes("Weight today, kg", "700")
    reader.presses("Save")
    field = reader.find(Role.EditableText, "Weight today, kg")
    assert field.text(QAccessible.Text.Description) == "Write a number from 20 to 400."
    assert field.state().focused
    assert page.bar.words.text() == "Weight: Write a number from 20 to 400."
