"""Lists of the settings: add, change, remove, undo, and what is told beside a field."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel

from diary.domain.care import Contact, Event, QuietPeriod, Treatment, UsualLevel
from diary.errors import FileProblem
from diary.services.care import Care
from diary.ui.settings.item_list import ItemList
from diary.ui.visit.questions import QUESTIONS
from tests.ui.fakes import NOON, TODAY

LINE = Contact(name="Cancer line", phone="0800 111", for_="emergency")
NURSE = Contact(name="Ann", phone="5")


def days_ago(number):
    return TODAY - dt.timedelta(days=number)


@pytest.fixture
def has(real_bridge):
    """Put items into the diary before the page is opened."""

    def has(part, *items):
        real_bridge._desk.services.care.replace(part, items, TODAY)

    return has


def test_nothing_is_said_or_added_before_it_is_known_what_there_is(theme, qtbot):
    one = ItemList(QUESTIONS, theme, lambda: TODAY)
    qtbot.addWidget(one)
    one.show()
    assert not one._none.isVisible()
    assert not one.add.isEnabled()
    one.set_items(())
    assert one._none.isVisible()
    assert one.add.isEnabled()


def note_of(field):
    return field._note.text


def titles(one):
    return [row.words.title for row in one.rows]


def test_a_number_is_added_by_keys(use):
    used = use("care")
    contacts = used.page.lists["contacts"]
    used.press(contacts.add)
    fields = contacts.form.fields
    assert fields["name"].line.field.hasFocus()
    used.write(fields["name"].line.field, "Cancer line")
    used.write(fields["phone"].line.field, "0800 111")
    used.choose(fields["for_"].list, "Out of hours or in an emergency")
    used.press(contacts.form.keep)
    assert used.in_file().profile.contacts == (LINE,)
    assert titles(contacts) == ["Cancer line"]
    assert contacts.rows[0].words.lines == ("0800\u00a0111", "Out of hours or in an emergency")
    assert contacts.rows[0].change.hasFocus()
    assert contacts.form.isHidden()


def test_an_item_is_changed_in_its_place_and_keeps_what_was_not_asked(use, has):
    odd = Contact(name="B", phone="2", hours="9 to 5", for_="questions")
    has("contacts", NURSE, odd, LINE)
    used = use("care")
    contacts = used.page.lists["contacts"]
    used.press(contacts.rows[1].change)
    assert not contacts.rows[1].isVisible()
    assert not contacts.rows[0].change.isEnabled()
    used.write(contacts.form.fields["phone"].line.field, "22")
    used.press(contacts.form.keep)
    changed = odd.model_copy(update={"phone": "22"})
    assert used.in_file().profile.contacts == (NURSE, changed, LINE)


def test_nothing_is_changed_by_cancel_or_by_keeping_the_same(use, has):
    has("contacts", LINE)
    used = use("care")
    contacts = used.page.lists["contacts"]
    for button in (contacts.form.cancel, contacts.form.keep):
        used.press(contacts.rows[0].change)
        if button is contacts.form.cancel:
            used.write(contacts.form.fields["name"].line.field, "x")
        used.press(button)
        assert contacts.form.isHidden()
        assert contacts.rows[0].change.hasFocus()
    used.press(contacts.add)
    used.press(contacts.form.cancel)
    assert contacts.add.hasFocus()
    assert used.in_file().profile.contacts == (LINE,)


def test_what_is_removed_comes_back_to_its_place(use, has):
    has("contacts", NURSE, LINE)
    used = use("care")
    contacts = used.page.lists["contacts"]
    used.press(contacts.rows[0].remove)
    assert used.in_file().profile.contacts == (LINE,)
    assert contacts.undo.words.text() == "Ann was removed."
    assert contacts.undo.button.hasFocus()
    used.press(contacts.undo.button)
    assert used.in_file().profile.contacts == (NURSE, LINE)
    assert contacts.rows[0].change.hasFocus()
    assert not contacts.undo.isVisible()


def test_the_way_back_ends_with_the_page(use, has):
    has("contacts", LINE)
    used = use("care")
    contacts = used.page.lists["contacts"]
    used.press(contacts.rows[0].remove)
    used.page.hide()
    used.page.show()
    used.rest()
    assert not contacts.undo.isVisible()
    contacts.undo.undone.emit()
    used.rest()
    assert used.in_file().profile.contacts == ()


def test_what_is_needed_is_told_beside_its_field(use):
    used = use("care")
    events = used.page.lists["events"]
    used.press(events.add)
    used.press(events.form.keep)
    fields = events.form.fields
    assert note_of(fields["kind"]) == note_of(fields["date"]) == "This one is needed."
    assert note_of(fields["title"]) == ""
    assert fields["kind"].list.hasFocus()
    used.choose(fields["kind"].list, "Scan")
    used.press(fields["date"].day.open_button)
    used.press(fields["date"].day.use_button)
    assert note_of(fields["kind"]) == note_of(fields["date"]) == ""
    used.press(events.form.keep)
    assert used.in_file().events == (Event(date=TODAY, kind="scan"),)


def test_a_wrong_order_of_days_is_told_above_the_buttons(use):
    used = use("care")
    treatments = used.page.lists["treatments"]
    used.press(treatments.add)
    fields = treatments.form.fields
    used.choose(fields["kind"].list, "Surgery")
    for key, day in (("start", TODAY), ("end", days_ago(1))):
        used.press(fields[key].day.open_button)
        fields[key].day.field.set_day(day)
        used.press(fields[key].day.use_button)
    used.press(treatments.form.keep)
    assert treatments.form.note.text == "This ends before it starts."
    fields["end"].day.field.field.setText(TODAY.isoformat())
    used.press(treatments.form.keep)
    assert used.in_file().treatments == (Treatment(kind="surgery", start=TODAY, end=TODAY),)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("x" * 194, "This is 194 characters long. It can have 193."),
        ("itch\x07ing", "There are characters in it that cannot be seen."),
        ("   ", "This one is needed."),
    ],
)
def test_a_text_that_cannot_be_kept_is_told_and_stays(use, typed, told):
    used = use("followed")
    own = used.page.lists["own_symptoms"]
    used.press(own.add)
    field = own.form.fields["text"]
    field.line.field.setText(typed)
    used.press(own.form.keep)
    assert told in field.line.note.text + note_of(field)
    assert field.line.field.text() == typed
    assert used.in_file().preferences.own_symptoms == ()


def test_places_and_symptoms_are_followed_in_her_order(use):
    used = use("followed")
    for part, words in (
        ("followed_places", ("Hip", "Neck")),
        ("followed_symptoms", ("Cough",)),
    ):
        one = used.page.lists[part]
        for word in words:
            used.press(one.add)
            used.choose(one.form.fields["text"].list, word)
            used.press(one.form.keep)
    own = used.page.lists["own_symptoms"]
    used.press(own.add)
    used.write(own.form.fields["text"].line.field, "itching feet")
    used.press(own.form.keep)
    kept = used.in_file().preferences
    assert kept.followed_places == ("hip", "neck")
    assert kept.followed_symptoms == ("cough",)
    assert kept.own_symptoms == ("itching feet",)


def test_nothing_stands_in_a_list_twice(use, has):
    has("followed_places", "hip")
    used = use("followed")
    places = used.page.lists["followed_places"]
    used.press(places.add)
    used.choose(places.form.fields["text"].list, "Hip")
    used.press(places.form.keep)
    assert places.form.note.text == "This is in the list already."


def test_what_is_usual_is_asked_on_its_scale_and_said_today(use):
    used = use("care")
    usual = used.page.lists["usual"]
    used.press(usual.add)
    fields = usual.form.fields
    used.choose(fields["of"].list, "Knee")
    used.press(fields["level"].score.buttons[3])
    used.choose(fields["of"].list, "Tingling hands or feet")
    assert fields["level"].value is None
    assert not fields["level"].score.isVisible()
    used.press(usual.form.keep)
    assert note_of(fields["level"]) == "This one is needed."
    used.press(fields["level"].grade.buttons[1])
    used.press(usual.form.keep)
    kept = UsualLevel(of="tingling_hand_foot", level=1, confirmed_on=TODAY)
    assert used.in_file().profile.usual == (kept,)
    assert usual.rows[0].words.lines[0] == "mild, for as long as the diary goes back"


@pytest.mark.parametrize(
    ("of", "said_on", "asks"),
    [
        ("knee", days_ago(90), False),
        ("knee", days_ago(91), True),
        ("knee", None, True),
        ("leg_weakness", days_ago(30), False),
        ("leg_weakness", days_ago(31), True),
        ("custom:itching", days_ago(91), True),
    ],
)
def test_a_usual_level_is_asked_again_kindly(use, has, of, said_on, asks):
    level = UsualLevel(of=of, level=2, since=days_ago(400), confirmed_on=said_on)
    has("usual", level)
    used = use("care")
    (row,) = used.page.lists["usual"].rows
    shown = [label.text() for label in row.findChildren(QLabel) if label.isVisible()]
    assert ("Is this still so?" in shown) is row.confirm.isVisible() is asks
    if asks:
        used.press(row.confirm)
        (kept,) = used.in_file().profile.usual
        assert kept == level.model_copy(update={"confirmed_on": TODAY})
        (row,) = used.page.lists["usual"].rows
        assert not row.confirm.isVisible()


def test_items_say_what_they_are(use, has):
    has(
        "treatments",
        Treatment(kind="tamoxifen", name="as on the packet", start=days_ago(10)),
        Treatment(kind="surgery", start=TODAY, end=TODAY),
        Treatment(kind="other", end=TODAY),
        Treatment(kind="vaccine"),
    )
    has("events", Event(date=TODAY, kind="scan", title="Spine", note="told at once"))
    has("quiet_periods", QuietPeriod(start=days_ago(1), end=TODAY, reason="holiday"))
    has("contacts", Contact(phone="1"), Contact(for_="team"), Contact())
    lists = use("care").page.lists
    assert [(row.words.title, row.words.lines) for row in lists["treatments"].rows] == [
        ("Tamoxifen: as on the packet", ("since 10 March 2026",)),
        ("Surgery", ("20 March 2026",)),
        ("Other treatment", ("until 20 March 2026",)),
        ("Vaccine", ("no dates",)),
    ]
    (event,) = lists["events"].rows
    assert (event.words.title, event.words.lines) == (
        "Spine",
        ("Scan", "20 March 2026", "told at once"),
    )
    assert titles(lists["quiet_periods"]) == ["19 March 2026 to 20 March 2026"]
    assert titles(lists["contacts"]) == ["1", "My cancer team", "No name"]


def test_on_a_full_disk_nothing_typed_is_lost(use, has, monkeypatch):
    has("contacts", LINE)
    used = use("care")
    contacts = used.page.lists["contacts"]

    def refuse(*_arguments):
        raise FileProblem("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr(Care, "replace", refuse)
        used.press(contacts.rows[0].remove)
        assert titles(contacts) == ["Cancer line"]
        assert not contacts.undo.isVisible()
        used.press(contacts.add)
        used.write(contacts.form.fields["phone"].line.field, "5")
        used.write(contacts.form.fields["name"].line.field, "Ann")
        used.press(contacts.form.keep)
        assert contacts.form.isVisible()
        assert contacts.form.fields["name"].line.field.text() == "Ann"
    used.press(contacts.form.keep)
    assert used.in_file().profile.contacts == (LINE, NURSE)


def test_what_is_followed_is_put_in_another_order_by_keys(use, has):
    has("followed_places", "hip", "knee", "neck")
    used = use("followed")
    places = used.page.lists["followed_places"]
    assert not places.rows[0].move_up.isVisible()
    assert places.rows[2].move_up.accessibleName() == "Move up: Neck"
    used.press(places.rows[2].move_up)
    assert used.in_file().preferences.followed_places == ("hip", "neck", "knee")
    assert places.rows[1].move_up.hasFocus()
    used.press(places.rows[1].move_up)
    assert used.in_file().preferences.followed_places == ("neck", "hip", "knee")
    assert places.rows[0].change.hasFocus()


def test_what_has_no_order_cannot_be_moved(use, has):
    has("contacts", LINE, NURSE)
    used = use("care")
    assert not used.page.lists["contacts"].rows[1].move_up.isVisible()


def test_after_midnight_the_new_day_can_be_chosen(use, real_bridge, monkeypatch):
    used = use("care")
    usual = used.page.lists["usual"]
    tomorrow = TODAY + dt.timedelta(days=1)
    monkeypatch.setattr(real_bridge.clock, "_fixed", NOON + dt.timedelta(days=1))
    used.page.hide()
    used.page.show()
    used.rest()
    used.press(usual.add)
    for field in (usual.form.fields["since"], used.page.person.fields["diagnosed_on"]):
        used.press(field.day.open_button)
        assert field.day.field.day == tomorrow
