from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from diary.ui.widgets.field_note import FieldNote


def test_what_to_mend_stands_beside_the_field_and_is_its_description(theme, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setAccessibleDescription("in kilograms")
    note = FieldNote(field, theme)
    qtbot.addWidget(note)
    assert note.isHidden()
    note.tell("Write a number.")
    note.tell("Write a number.")
    assert not note.isHidden()
    assert note.text == field.accessibleDescription() == "Write a number."
    note.tell(None)
    assert note.isHidden()
    assert field.accessibleDescription() == "in kilograms"
