from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.care import Contact, Event, Profile, QuietPeriod, Treatment, UsualLevel
from diary.domain.preferences import Preferences
from diary.errors import RequestError
from diary.services.care import Care, CareNow
from tests.refusals import refused

TODAY = dt.date(2026, 3, 20)
TOMORROW = TODAY + dt.timedelta(days=1)
LONG_AGO = dt.date(1899, 12, 31)
ITEMS = {
    "usual": UsualLevel(of="knee", level=3, since=dt.date(2024, 5, 1), confirmed_on=TODAY),
    "contacts": Contact(name="Cancer line", phone="0800 111", for_="emergency"),
    "treatments": Treatment(kind="surgery", start=TOMORROW, end=TOMORROW),
    "events": Event(date=TOMORROW, kind="appointment", title="Oncology visit"),
    "quiet_periods": QuietPeriod(start=TODAY, end=TOMORROW, reason="holiday"),
    "followed_places": "lower_back",
    "followed_symptoms": "custom:itching",
    "own_symptoms": "itching",
    "visit_questions": "Can I swim again?",
}
NOTHING = CareNow(Profile(), (), (), (), Preferences())
every_part = pytest.mark.parametrize("part", list(ITEMS))


@pytest.fixture
def care(database):
    return Care(database)


def unchecked(model, **answers):
    return model.model_construct(**answers)


def test_a_diary_begins_with_nobody(care):
    assert care.now() == NOTHING


def test_the_person_is_kept_beside_her_lists(care):
    care.replace("usual", [ITEMS["usual"]], TODAY)
    care.replace("contacts", [ITEMS["contacts"]], TODAY)
    person = Profile(name="Ann", birth_year=2026, diagnosed_on=TODAY, osteoporosis=False)
    now = care.set_person(person, TODAY)
    assert now == care.now()
    assert now.profile == person.model_copy(
        update={"usual": (ITEMS["usual"],), "contacts": (ITEMS["contacts"],)}
    )


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"birth_year": 2027}, "An answer about you has a day that has not come yet"),
        ({"birth_year": 1800}, "is below 1900"),
        ({"diagnosed_on": TOMORROW}, "has not come yet"),
        ({"diagnosed_on": LONG_AGO}, "before 1 January 1900"),
        ({"name": "x" * 201}, "is longer than 200 characters"),
    ],
)
def test_a_wrong_answer_about_her_changes_nothing(care, answers, words):
    care.set_person(Profile(name="Ann"), TODAY)
    with refused(RequestError, words):
        care.set_person(unchecked(Profile, **answers), TODAY)
    assert care.now().profile == Profile(name="Ann")


@every_part
def test_a_list_is_replaced_whole(care, part):
    now = care.replace(part, [ITEMS[part]], TODAY)
    assert now.part(part) == care.now().part(part) == (ITEMS[part],)
    others = [other for other in ITEMS if other != part]
    assert all(now.part(other) == () for other in others)
    assert care.replace(part, [], TODAY) == NOTHING


def test_the_order_is_hers(care):
    first, second = Contact(name="b"), Contact(name="a")
    care.replace("contacts", [first, second], TODAY)
    assert care.replace("contacts", [second, first], TODAY).part("contacts") == (second, first)


@pytest.mark.parametrize(
    ("part", "item", "words"),
    [
        ("usual", unchecked(UsualLevel, of="knee", level=11), "A usual level is above 10"),
        ("usual", unchecked(UsualLevel, of="nowhere", level=1), "is not about a known place"),
        ("usual", UsualLevel(of="knee", level=1, since=TOMORROW), "has not come yet"),
        ("usual", UsualLevel(of="knee", level=1, confirmed_on=TOMORROW), "has not come yet"),
        ("contacts", unchecked(Contact, phone="1" * 201), "A number to call is longer than 200"),
        ("treatments", unchecked(Treatment, kind="magic"), "A treatment is not a known id"),
        ("treatments", Treatment(kind="other", start=LONG_AGO), "before 1 January 1900"),
        (
            "treatments",
            unchecked(Treatment, kind="other", start=TODAY, end=TODAY - dt.timedelta(days=1)),
            "A treatment ends before it starts",
        ),
        ("events", Event(date=LONG_AGO, kind="scan"), "A visit or other event has a day before"),
        ("quiet_periods", QuietPeriod(start=LONG_AGO, end=TODAY), "A quiet period has a day"),
        ("followed_places", "nowhere", "A place to follow is not a known id"),
        ("followed_symptoms", "magic", "A symptom to follow is neither a known symptom"),
        ("own_symptoms", "x" * 194, "The name of a symptom is longer than 193 characters"),
        ("own_symptoms", " ", "The name of a symptom is blank"),
        ("visit_questions", "\n", "A question for your visit is blank"),
    ],
)
def test_a_wrong_item_changes_nothing(care, part, item, words):
    care.replace(part, [ITEMS[part]], TODAY)
    with refused(RequestError, words):
        care.replace(part, [ITEMS[part], item], TODAY)
    assert care.now().part(part) == (ITEMS[part],)


def test_the_first_screens_are_shown_once(care):
    care.replace("followed_places", ["hip"], TODAY)
    assert not care.is_first_run_done()
    now = care.finish_first_run()
    assert care.is_first_run_done()
    assert now == care.now()
    assert now.preferences == Preferences(followed_places=("hip",), first_run_done=True)


def test_what_an_older_file_holds_does_not_keep_her_from_changing_another(care, database):
    odd = UsualLevel(of="hip", level=2, since=TOMORROW)
    with database.unit(writing=True) as unit:
        unit.care.set_profile(Profile(usual=(odd,)))
        unit.commit()
    assert care.replace("usual", [odd, ITEMS["usual"]], TODAY).part("usual") == (
        odd,
        ITEMS["usual"],
    )
