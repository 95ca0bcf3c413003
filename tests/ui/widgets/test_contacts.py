from __future__ import annotations

from PySide6.QtWidgets import QLabel

from diary.domain.care import Contact
from diary.ui.widgets.contacts import ContactLines, contact_lines

NURSE = Contact(name="Breast care nurse", phone="020 1", hours="weekdays")
LINE = Contact(name="Cancer line", phone="0800 2", hours="24 h", for_="emergency")


def test_numbers_for_an_emergency_come_first_and_without_a_number_nobody_is_named():
    assert contact_lines((NURSE, Contact(name="Anna"), LINE, Contact(phone="112"))) == [
        "Cancer line, 0800\u00a02, 24 h",
        "Breast care nurse, 020\u00a01, weekdays",
        "112",
    ]


def test_without_any_number_it_says_whom_to_call(qtbot):
    lines = ContactLines(())
    qtbot.addWidget(lines)
    (label,) = lines.findChildren(QLabel)
    assert label.text().startswith("No number is stored yet.")


def test_numbers_are_large(qtbot):
    lines = ContactLines((LINE,))
    qtbot.addWidget(lines)
    (label,) = lines.findChildren(QLabel)
    assert label.property("kind") == "figure"
