"""Hostile texts pasted into the settings: kept as they stand in the field, or refused in words."""

from __future__ import annotations

from tests import hostile

# Some of ours are enough here: each opens and closes the form.
NAMES = tuple(text[:100] for text in hostile.OWN if text.strip())[::2]


def paste(used, field, text):
    field.setFocus()
    field.selectAll()
    field.insert(text)
    used.rest()


def test_a_name_of_hers_is_kept_or_refused(use):
    used = use("care")
    name = used.page.person.fields["name"]
    kept = None
    for text in NAMES:
        paste(used, name.line.field, text)
        name.line.field.editingFinished.emit()
        used.rest()
        if name.line.note.text:
            assert name.line.note.text.endswith(".")
        else:
            kept = name.line.field.text().strip()
        assert used.in_file().profile.name == kept  # of a refused one: the name before it


def test_contacts_are_kept_or_refused(use):
    used = use("care")
    contacts = used.page.lists["contacts"]
    stood = []
    for text in NAMES:
        used.press(contacts.add)
        field = contacts.form.fields["name"].line
        paste(used, field.field, text)
        paste(used, contacts.form.fields["phone"].line.field, "1")
        used.press(contacts.form.keep)
        if contacts.form.isVisible():
            assert field.note.text.endswith(".")
            used.press(contacts.form.cancel)
        else:
            stood.append(field.field.text().strip())
    assert [one.name for one in used.in_file().profile.contacts] == stood
    assert len(stood) > len(NAMES) * 0.6
