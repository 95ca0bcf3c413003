from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from diary.domain.care import Contact, UsualLevel
from diary.domain.entry import SignReport
from diary.domain.signs import SIGNS
from diary.rules.book import CallCard
from diary.ui.today.call_note import CallNote
from diary.ui.today.draft import SignAnswer, SignState
from diary.ui.today.sign_section import SignSection
from diary.ui.today.words import EARLIER, TODAY

CALL = CallCard("Call your team now.", "You recorded new weakness in your legs.")
DAY = dt.date(2026, 3, 20)
CLICK = Qt.MouseButton.LeftButton
WEAK = SignReport(sign="leg_weakness", side="left", grade=2, new="no")
WEAK_RIGHT = SignReport(sign="leg_weakness", side="right")
NUMB = SignReport(sign="numbness_limb")


@pytest.fixture
def section(theme, shown):
    return shown(SignSection(theme), height=1400)


@pytest.fixture
def yes(section, qtbot):
    qtbot.mouseClick(section.answer_row.button_of(SignAnswer.SOME), CLICK)
    return section


def tick(qtbot, section, sign):
    qtbot.keyClick(section.rows[sign].box, Qt.Key.Key_Space)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_there_is_no_default(section):
    assert section.state() == SignState()
    assert not section._list.isVisible()
    assert [b.text() for b in section.answer_row.buttons if b.isVisible()] == [
        "None of these",
        "Yes, choose",
        "Rather not say",
    ]


@pytest.mark.parametrize("answer", [SignAnswer.NONE, SignAnswer.SOME, SignAnswer.NOT_SAID])
def test_each_answer_is_one_press(section, told, qtbot, answer):
    qtbot.mouseClick(section.answer_row.button_of(answer), CLICK)
    assert told == [SignState(answer)]
    assert section._list.isVisible() == (answer is SignAnswer.SOME)


def test_every_sign_can_be_chosen(yes):
    assert set(yes.rows) == {sign.id for sign in SIGNS.offered()}
    for sign, row in yes.rows.items():
        assert row.box.text() == SIGNS[sign].label
        assert row.box.accessibleDescription() == SIGNS[sign].help


def test_a_chosen_sign_asks_how_strong_and_whether_new_without_a_default(yes, told, qtbot):
    tick(qtbot, yes, "heavy_legs")
    assert told == [SignState(SignAnswer.SOME, (SignReport(sign="heavy_legs"),))]
    details = yes.rows["heavy_legs"].details[0]
    assert details.isVisible()
    assert "New or worse in the last 14 days?" in texts(details)
    qtbot.mouseClick(details.grade.buttons[1], CLICK)
    qtbot.mouseClick(details.new.buttons[2], CLICK)
    assert yes.state().signs == (SignReport(sign="heavy_legs", grade=2, new="not_sure"),)


def test_a_sign_can_be_unticked(yes, qtbot):
    tick(qtbot, yes, "heavy_legs")
    tick(qtbot, yes, "heavy_legs")
    assert yes.state() == SignState(SignAnswer.SOME)
    assert yes.rows["heavy_legs"].details == []


def test_a_day_of_the_file_is_shown_as_it_is_in_its_order(section, told):
    state = SignState(SignAnswer.SOME, (WEAK, NUMB, WEAK_RIGHT))
    section.show_state(state, TODAY)
    assert section.state() == state
    assert section.rows["leg_weakness"].box.isChecked()
    names = [details.grade.accessibleName() for details in section.rows["leg_weakness"].details]
    assert names == [
        "Weak leg or legs (left): How strong?",
        "Weak leg or legs (right): How strong?",
    ]
    assert told == []


def test_new_signs_come_after_those_of_the_file(section, qtbot):
    section.show_state(SignState(SignAnswer.SOME, (WEAK, NUMB, WEAK_RIGHT)), TODAY)
    tick(qtbot, section, "heavy_legs")
    tick(qtbot, section, "numbness_limb")
    assert section.state().signs == (WEAK, WEAK_RIGHT, SignReport(sign="heavy_legs"))


def test_another_day_clears_the_ticks(section):
    section.show_state(SignState(SignAnswer.SOME, (WEAK,)), TODAY)
    section.show_state(SignState(SignAnswer.NONE), EARLIER)
    assert section.state() == SignState(SignAnswer.NONE)
    assert section._title.text() == "Any of these on this day?"


def test_arms_and_legs_are_asked_for_their_side_and_the_bladder_is_not(yes, qtbot):
    tick(qtbot, yes, "leg_weakness")
    tick(qtbot, yes, "bladder_leak")
    leg, bladder = (yes.rows[sign].details[0] for sign in ("leg_weakness", "bladder_leak"))
    assert [button.text() for button in leg.side.buttons] == ["left", "right", "both sides"]
    assert bladder.side is None
    qtbot.mouseClick(leg.side.buttons[1], CLICK)
    assert yes.state().signs[0] == SignReport(sign="leg_weakness", side="right")
    assert leg.grade.accessibleName() == "Weak leg or legs (right): How strong?"


@pytest.mark.parametrize("sign", ["leg_weakness", "bladder_leak"])
def test_a_side_of_the_file_is_shown_whatever_it_is(section, sign):
    report = SignReport(sign=sign, side="centre")
    section.show_state(SignState(SignAnswer.SOME, (report,)), TODAY)
    assert section.rows[sign].details[0].side.value == "centre"
    assert section.state().signs == (report,)


def test_a_leak_is_told_apart_from_one_with_a_cough(yes):
    assert yes.rows["bladder_leak"].box.text() == "Leaking urine without feeling it"
    help_ = "Not with a cough or on the way to the toilet."
    assert help_ in texts(yes.rows["bladder_leak"])


def test_an_answer_can_be_taken_back(section, told, qtbot):
    qtbot.mouseClick(section.answer_row.button_of(SignAnswer.NONE), CLICK)
    qtbot.mouseClick(section.answer_row.clear_button, CLICK)
    assert told[-1] == SignState()


class TestUsual:
    """Only my usual ones, and how a sign becomes one."""

    USUAL = (SignReport(sign="tingling_hand_foot", grade=1, new="no"),)

    @pytest.fixture
    def asking(self, section, qtbot):
        section.set_usual((), frozenset({"leg_weakness", "heavy_legs"}))
        qtbot.mouseClick(section.answer_row.button_of(SignAnswer.SOME), CLICK)
        tick(qtbot, section, "leg_weakness")
        return section

    def test_they_are_offered_with_their_names_where_there_are_any(self, section):
        button = section.answer_row.button_of(SignAnswer.USUAL)
        assert not button.isVisible()
        section.set_usual(self.USUAL, frozenset())
        assert button.isVisible()
        words = "Usual for you: tingling in your hands or feet (mild)."
        assert section._usual_hint.text() == button.accessibleDescription() == words

    def test_they_are_recorded_as_usual_and_not_new(self, section, told, qtbot):
        section.set_usual(self.USUAL, frozenset())
        qtbot.mouseClick(section.answer_row.button_of(SignAnswer.USUAL), CLICK)
        assert told == [SignState(SignAnswer.USUAL, self.USUAL)]
        assert told[0].answer == self.USUAL

    def test_they_stay_as_they_were_chosen(self, section):
        section.show_state(SignState(SignAnswer.USUAL, self.USUAL), TODAY)
        section.set_usual((), frozenset())
        assert section.state() == SignState(SignAnswer.USUAL, self.USUAL)
        assert section.answer_row.button_of(SignAnswer.USUAL).isVisible()
        assert "tingling" in section._usual_hint.text()

    def test_what_was_ticked_is_set_aside_and_comes_back(self, yes, qtbot):
        yes.set_usual(self.USUAL, frozenset())
        tick(qtbot, yes, "heavy_legs")
        qtbot.mouseClick(yes.answer_row.button_of(SignAnswer.USUAL), CLICK)
        assert yes.state().answer == self.USUAL
        qtbot.mouseClick(yes.answer_row.button_of(SignAnswer.SOME), CLICK)
        assert yes.state().answer == (SignReport(sign="heavy_legs"),)

    def test_a_sign_never_recorded_is_asked_about_once_it_has_a_grade(self, asking, qtbot):
        details = asking.rows["leg_weakness"].details[0]
        assert not details.usual.isVisible()
        qtbot.mouseClick(details.grade.buttons[1], CLICK)
        assert details.usual.isVisible()
        assert "Is this long-standing, and does your team know?" in texts(details)
        assert details.usual.value is None
        assert asking.usual_levels(DAY) == ()

    def test_other_signs_are_not_asked_about(self, asking, qtbot):
        tick(qtbot, asking, "clumsy_hands")
        assert asking.rows["clumsy_hands"].details[0].usual is None

    def test_yes_makes_it_usual_at_the_grade_given(self, asking, told, qtbot):
        details = asking.rows["leg_weakness"].details[0]
        qtbot.mouseClick(details.grade.buttons[1], CLICK)
        qtbot.mouseClick(details.usual.buttons[0], CLICK)
        level = UsualLevel(of="leg_weakness", level=2, confirmed_on=DAY)
        assert asking.usual_levels(DAY) == (level,)
        assert len(told) == 2
        qtbot.mouseClick(details.grade.buttons[0], CLICK)
        assert asking.usual_levels(DAY) == (level.model_copy(update={"level": 1}),)
        qtbot.mouseClick(details.usual.buttons[1], CLICK)
        assert asking.usual_levels(DAY) == ()

    def test_what_is_kept_is_not_to_be_kept_once_more(self, asking, qtbot):
        details = asking.rows["leg_weakness"].details[0]
        qtbot.mouseClick(details.grade.buttons[1], CLICK)
        qtbot.mouseClick(details.usual.buttons[0], CLICK)
        asking.usual_kept(asking.usual_levels(DAY))
        assert asking.usual_levels(DAY) == ()
        qtbot.mouseClick(details.grade.buttons[2], CLICK)
        assert [level.level for level in asking.usual_levels(DAY)] == [3]

    def test_a_draft_shows_again_what_she_said(self, section):
        level = UsualLevel(of="leg_weakness", level=2, confirmed_on=DAY)
        signs, said = (WEAK, NUMB), {"leg_weakness": True}
        section.show_state(SignState(SignAnswer.SOME, signs), TODAY, said)
        assert section.usual_levels(DAY) == (level,)
        assert section.long_standing == said
        section.show_state(SignState(SignAnswer.NONE, signs), TODAY, said)
        assert section.usual_levels(DAY) == ()

    def test_a_draft_shows_again_that_it_is_not(self, section):
        section.set_usual((), frozenset({"leg_weakness"}))
        said = {"leg_weakness": False}
        section.show_state(SignState(SignAnswer.SOME, (WEAK,)), TODAY, said)
        assert section.rows["leg_weakness"].details[0].usual.value is False
        assert section.usual_levels(DAY) == ()
        assert section.long_standing == said

    def test_a_draft_shows_it_also_where_it_is_asked_about(self, section):
        section.set_usual((), frozenset({"leg_weakness"}))
        level = UsualLevel(of="leg_weakness", level=2, confirmed_on=DAY)
        said = {"leg_weakness": True}
        section.show_state(SignState(SignAnswer.SOME, (WEAK,)), TODAY, said)
        assert section.usual_levels(DAY) == (level,)
        section.show_state(SignState(SignAnswer.SOME, (NUMB,)), TODAY, {**said, "hip": True})
        assert section.usual_levels(DAY) == ()

    def test_what_is_new_is_not_asked_about(self, asking, qtbot):
        details = asking.rows["leg_weakness"].details[0]
        qtbot.mouseClick(details.grade.buttons[0], CLICK)
        qtbot.mouseClick(details.usual.buttons[0], CLICK)
        assert details.is_long_standing is True
        qtbot.mouseClick(details.new.button_of("yes"), CLICK)
        assert not details.usual.isVisible()
        assert details.is_long_standing is None
        assert asking.usual_levels(DAY) == ()
        qtbot.mouseClick(details.new.button_of("no"), CLICK)
        assert details.usual.isVisible()

    def test_the_call_card_stays_when_it_is_long_standing(self, asking, qtbot):
        asking.set_call_card("leg_weakness", CALL)
        details = asking.rows["leg_weakness"].details[0]
        qtbot.mouseClick(details.grade.buttons[1], CLICK)
        qtbot.mouseClick(details.usual.buttons[0], CLICK)
        assert asking.call_note.isVisible()


class TestCalling:
    """An emergency sign shows the call card at once, before Save."""

    @pytest.fixture
    def asked(self, section):
        asked = []
        section.sign_chosen.connect(asked.append)
        return asked

    def test_each_sign_is_asked_about_once(self, section, asked, qtbot):
        qtbot.mouseClick(section.answer_row.button_of(SignAnswer.SOME), CLICK)
        tick(qtbot, section, "leg_weakness")
        qtbot.mouseClick(section.rows["leg_weakness"].details[0].grade.buttons[0], CLICK)
        assert asked == ["leg_weakness"]

    def test_the_card_stands_below_its_sign_and_is_brought_into_view(self, yes, qtbot):
        tick(qtbot, yes, "leg_weakness")
        with qtbot.waitSignal(yes.call_shown) as shown:
            yes.set_call_card("leg_weakness", CALL)
        assert shown.args == [yes.call_note]
        assert yes.call_note.parent() is yes.rows["leg_weakness"]
        assert texts(yes.call_note)[0] == "Call now"
        assert CALL.what_to_do in texts(yes.call_note)

    def test_a_day_that_is_shown_again_stays_at_its_head(self, section, qtbot):
        weak = SignReport(sign="leg_weakness", grade=2)
        section.show_state(SignState(SignAnswer.SOME, (weak,)), TODAY)
        with qtbot.assertNotEmitted(section.call_shown):
            section.set_call_card("leg_weakness", CALL)
        assert section.call_note.parent() is section.rows["leg_weakness"]
        tick(qtbot, section, "leg_weakness")
        with qtbot.waitSignal(section.call_shown):
            tick(qtbot, section, "leg_weakness")

    def test_a_sign_that_can_wait_shows_none(self, yes, qtbot):
        tick(qtbot, yes, "hand_stiffness")
        yes.set_call_card("hand_stiffness", None)
        assert yes.call_note is None

    def test_said_to_be_old_it_goes_and_comes_back(self, yes, qtbot):
        tick(qtbot, yes, "leg_weakness")
        yes.set_call_card("leg_weakness", CALL)
        new = yes.rows["leg_weakness"].details[0].new
        qtbot.mouseClick(new.buttons[1], CLICK)
        assert yes.call_note is None
        qtbot.mouseClick(new.buttons[2], CLICK)
        assert yes.call_note is not None

    def test_it_stays_while_other_answers_are_given(self, yes, qtbot):
        tick(qtbot, yes, "leg_weakness")
        yes.set_call_card("leg_weakness", CALL)
        note = yes.call_note
        tick(qtbot, yes, "hand_stiffness")
        assert yes.call_note is note

    def test_the_latest_sign_has_it(self, yes, qtbot):
        for sign in ("leg_weakness", "heavy_legs"):
            tick(qtbot, yes, sign)
            yes.set_call_card(sign, CALL)
        assert yes.call_note.parent() is yes.rows["heavy_legs"]
        tick(qtbot, yes, "heavy_legs")
        assert yes.call_note.parent() is yes.rows["leg_weakness"]

    def test_it_goes_when_none_of_these_is_said(self, yes, qtbot):
        tick(qtbot, yes, "leg_weakness")
        yes.set_call_card("leg_weakness", CALL)
        qtbot.mouseClick(yes.answer_row.button_of(SignAnswer.NONE), CLICK)
        assert yes.call_note is None

    def test_a_day_with_such_a_sign_asks_again(self, section, asked):
        section.show_state(SignState(SignAnswer.SOME, (NUMB, WEAK)), TODAY)
        assert asked == ["numbness_limb", "leg_weakness"]


class TestNote:
    """The numbers to call."""

    @pytest.mark.parametrize("contacts", [(), (Contact(name="Nurse"),)])
    def test_without_a_number_it_says_which_to_use(self, theme, qtbot, contacts):  # noqa: ARG002
        note = CallNote(CALL, contacts)
        qtbot.addWidget(note)
        assert any("No number is stored yet" in text for text in texts(note))

    def test_her_emergency_number_comes_first(self, theme, qtbot):  # noqa: ARG002
        contacts = (
            Contact(name="Nurse", phone="111"),
            Contact(name="Cancer line", phone="222", hours="24 h", for_="emergency"),
        )
        note = CallNote(CALL, contacts)
        qtbot.addWidget(note)
        assert texts(note) == [
            "Call now",
            "Cancer line, 222, 24 h",
            "Nurse, 111",
            CALL.what_to_do,
            CALL.noticed,
        ]

    def test_the_section_hands_the_numbers_on(self, yes, qtbot):
        yes.set_contacts((Contact(name="Cancer line", phone="222"),))
        tick(qtbot, yes, "leg_weakness")
        yes.set_call_card("leg_weakness", CALL)
        assert "Cancer line, 222" in texts(yes.call_note)
