from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from diary.ui.today.note_section import NoteSection
from tests.strategies import HOSTILE_TEXTS


@pytest.fixture
def section(theme, shown):
    return shown(NoteSection(theme))


@pytest.fixture
def told(section):
    told = []
    section.changed.connect(lambda: told.append(section.note))
    return told


def test_it_is_one_quiet_line_until_it_is_wanted(section, press, qtbot, told):
    assert not section.field.isVisible()
    qtbot.keyClick(section.add_button, Qt.Key.Key_Space)
    assert section.field.hasFocus()
    press(section, "ache")
    assert section.note == "ache"
    assert told[-1] == "ache"


def test_a_note_of_the_file_is_open(section, told):
    section.show_note("slept badly")
    assert section.field.isVisible()
    assert not section.add_button.isVisible()
    assert told == []
    section.show_note("")
    assert not section.field.isVisible()


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_an_untouched_note_is_kept_to_the_last_character(section, text):
    section.show_note(text)
    assert section.note == text


def test_tab_leaves_the_field(section, press):
    after = QLineEdit(section)
    after.show()
    section.show_note("x")
    section.field.setFocus()
    press(section, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert section.note == "x"
