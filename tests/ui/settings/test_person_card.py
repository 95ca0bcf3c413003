from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from diary.domain.care import Contact, Profile
from tests.ui.fakes import TODAY

LINE = Contact(phone="0800 111")


def test_every_answer_is_kept_as_it_is_given(use):
    used = use("care")
    fields = used.page.person.fields
    used.write(fields["name"].line.field, "Ann Example")
    used.write(fields["birth_year"].line.field, "1962")
    used.write(fields["cancer"].line.field, "breast")
    used.press(fields["diagnosed_on"].day.open_button)
    used.press(fields["diagnosed_on"].day.use_button)
    used.press(fields["bone_metastases"].row.buttons[1])
    used.press(fields["osteoporosis"].row.buttons[0])
    assert used.in_file().profile == Profile(
        name="Ann Example",
        birth_year=1962,
        cancer="breast",
        diagnosed_on=TODAY,
        bone_metastases=False,
        osteoporosis=True,
    )


def test_an_answer_can_be_taken_back(use, real_bridge):
    care = real_bridge._desk.services.care
    care.set_person(Profile(name="Ann", immunosuppressed=True), TODAY)
    care.replace("contacts", (LINE,), TODAY)
    used = use("care")
    fields = used.page.person.fields
    assert fields["name"].value == "Ann"
    used.press(fields["immunosuppressed"].row.clear_button)
    fields["name"].line.field.setFocus()
    fields["name"].line.field.clear()
    used.rest()
    assert used.in_file().profile == Profile(contacts=(LINE,))


def test_a_wrong_year_is_told_and_the_rest_is_kept(use):
    used = use("care")
    year = used.page.person.fields["birth_year"]
    used.write(year.line.field, "20266")
    used.write(used.page.person.fields["name"].line.field, "Ann")
    assert year.line.note.text == "Write a number from 1900 to 2026. Until then, 2026 stays."
    assert year.line.field.text() == "20266"
    assert used.in_file().profile == Profile(name="Ann", birth_year=2026)


def test_a_wrong_year_without_an_answer_before_it_is_no_answer(use):
    used = use("care")
    year = used.page.person.fields["birth_year"]
    used.write(year.line.field, "196")
    used.write(used.page.person.fields["name"].line.field, "Ann")
    assert year.line.note.text == "Write a number from 1900 to 2026."
    assert used.in_file().profile == Profile(name="Ann")


@pytest.mark.parametrize("backspaces", [1, 2, 4])
def test_the_year_in_the_file_stays_until_the_new_one_is_right(use, real_bridge, backspaces):
    known = Profile(name="Ann", birth_year=1962, cancer="breast")
    real_bridge._desk.services.care.set_person(known, TODAY)
    used = use("care")
    fields = used.page.person.fields
    year = fields["birth_year"].line.field
    year.setFocus()
    year.end(False)  # noqa: FBT003  it knows no name for it
    for _ in range(backspaces):
        used.qtbot.keyClick(year, Qt.Key.Key_Backspace)
    used.qtbot.keyClicks(year, "x")
    fields["name"].line.field.setFocus()
    used.rest()
    assert used.in_file().profile == known
    assert fields["birth_year"].line.note.text.endswith("Until then, 1962 stays.")
    used.write(year, "1963")
    assert fields["birth_year"].line.note.text == ""
    assert used.in_file().profile.birth_year == 1963


def test_an_answer_taken_back_does_not_come_again_with_a_problem(use, real_bridge):
    real_bridge._desk.services.care.set_person(Profile(birth_year=1962), TODAY)
    used = use("care")
    fields = used.page.person.fields
    year = fields["birth_year"].line.field
    year.setFocus()
    year.clear()
    fields["name"].line.field.setFocus()
    used.write(year, "19")
    assert used.in_file().profile == Profile()


def test_a_name_that_is_too_long_leaves_the_one_before_it(use, real_bridge):
    real_bridge._desk.services.care.set_person(Profile(name="Ann"), TODAY)
    used = use("care")
    name = used.page.person.fields["name"]
    name.line.field.setText("n" * 2000)
    used.press(used.page.person.fields["osteoporosis"].row.buttons[0])
    assert used.in_file().profile == Profile(name="Ann", osteoporosis=True)
    name.check()
    assert name.line.note.text.endswith("Until then, Ann stays.")


def test_a_change_elsewhere_does_not_disturb_what_she_writes(use, real_bridge):
    used = use("care")
    name = used.page.person.fields["name"].line.field
    used.page.window().activateWindow()
    name.setFocus()
    name.setText("An")
    used.rest()
    real_bridge._desk.services.care.set_person(Profile(name="Other"), TODAY)
    real_bridge.care.load()
    used.rest()
    assert name.text() == ("An" if name.hasFocus() else "Other")
