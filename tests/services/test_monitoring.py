"""Monitoring over a real diary file: the question after a silence, and one calm card a day."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.entry import DayEntry, Pain, SignReport, SymptomReport
from diary.i18n import speaking
from diary.paths import AppPaths
from diary.rules.engine import Judge
from diary.services.open import open_services

LAST = dt.date(2026, 3, 16)
TODAY = dt.date(2026, 3, 20)
NOW = dt.datetime(2026, 3, 16, 20, tzinfo=dt.UTC)


@pytest.fixture
def services(tmp_path):
    services = open_services(AppPaths(tmp_path))
    services.journal.save(DayEntry(date=LAST, pains=(Pain(region="hip", worst=8),)), NOW, LAST)
    yield services
    services.close()


def question(services, today=TODAY):
    """Return what is asked."""
    return services.monitoring.question(services.monitoring.standing(today), today)


def test_it_is_asked_until_it_is_put_away(services):
    assert question(services, TODAY - dt.timedelta(days=1)) is None
    asked = question(services)
    assert asked.after == LAST
    services.monitoring.put_away(asked, TODAY)
    assert question(services) is None
    (kept,) = services.journal.diary().alert_actions
    assert (kept.rule, kept.raised_on, kept.action, kept.on) == ("Q2", LAST, "seen", TODAY)


def test_recording_a_day_answers_it(services):
    assert question(services) is not None
    now = dt.datetime(2026, 3, 20, 9, tzinfo=dt.UTC)
    services.journal.save(DayEntry(date=TODAY, pains=()), now, TODAY)
    assert question(services) is None


@pytest.fixture
def judged(monkeypatch):
    """Return the days as of which the rules have judged."""
    days, judge = [], Judge.standing

    def standing(self, diary, as_of):
        days.append(as_of)
        return judge(self, diary, as_of)

    monkeypatch.setattr(Judge, "standing", standing)
    return days


def test_what_stands_says_also_what_speaks_and_is_judged_once_until_somebody_writes(
    services, judged
):
    before = services.monitoring.standing(LAST)
    assert services.monitoring.new_on(LAST, LAST) == before.alerts
    assert judged == [LAST]
    services.monitoring.standing(TODAY)
    services.journal.save(DayEntry(date=TODAY, pains=()), NOW + dt.timedelta(days=4), TODAY)
    services.monitoring.standing(TODAY)
    assert judged == [LAST, TODAY, TODAY]


def test_what_stands_is_said_in_the_language_spoken_now(services, judged):
    services.monitoring.standing(TODAY)
    with speaking("es"):
        services.monitoring.standing(TODAY)
    assert judged == [TODAY, TODAY]


def test_what_another_program_writes_is_judged(services, tmp_path):
    """What it had worked out of the days before does not hide it, be it new, old or taken away."""
    other = open_services(AppPaths(tmp_path))
    day = DayEntry(date=TODAY, pains=(), signs=(SignReport(sign="bladder_leak", new="yes"),))
    before = services.monitoring.standing(TODAY)
    other.journal.save(day, NOW, TODAY)
    assert "E1" in [alert.rule for alert in services.monitoring.standing(TODAY).alerts]
    other.archive.delete(TODAY, NOW)
    assert services.monitoring.standing(TODAY) == before
    other.close()


# One calm card a calendar day, however many days are filled in at a sitting.

SITTING = dt.date(2026, 3, 22)
LUMP, BLOOD, LOSS = "lump", "blood_in_stool", "weight_loss"


def days_before(number):
    """Return a day before the one on which she sits down."""
    return SITTING - dt.timedelta(days=number)


def fill_in(services, day, symptoms=(), signs=(), today=SITTING):
    """Save a day and return the rules and places that speak because of it."""
    entry = DayEntry(
        date=day,
        pains=(),
        symptoms=tuple(SymptomReport(symptom=one, new="yes") for one in symptoms),
        signs=tuple(SignReport(sign=one, new="yes") for one in signs),
    )
    now = dt.datetime.combine(today, dt.time(20), dt.UTC)
    services.journal.save(entry, now, today)
    return [(alert.rule, alert.place) for alert in services.monitoring.new_on(day, today)]


def test_three_days_filled_in_at_a_sitting_show_one_calm_card(services):
    assert fill_in(services, days_before(2), [LUMP]) == [("W11", LUMP)]
    assert fill_in(services, days_before(1), [BLOOD]) == []
    assert fill_in(services, SITTING, [LOSS]) == []
    # What is held back waits in the list.
    standing = {alert.rule for alert in services.monitoring.standing(SITTING).alerts}
    assert standing >= {"W11", "W12", "W9"}


def test_the_next_calendar_day_has_its_own_card(services):
    assert fill_in(services, days_before(1), [LUMP], today=days_before(1)) == [("W11", LUMP)]
    assert fill_in(services, SITTING, [BLOOD]) == [("W12", BLOOD)]


def test_a_day_saved_again_shows_the_same_card(services):
    assert fill_in(services, SITTING, [BLOOD]) == [("W12", BLOOD)]
    assert fill_in(services, SITTING, [BLOOD, LUMP]) == [("W12", BLOOD)]


def test_a_sitting_without_a_calm_card_has_it_still_to_come(services):
    assert fill_in(services, days_before(2)) == []
    assert fill_in(services, days_before(1), ["jaundice"]) == [("U9", "jaundice")]
    assert fill_in(services, SITTING, [LUMP]) == [("W11", LUMP)]


def test_urgent_ones_and_emergencies_show_after_the_calm_card(services):
    assert fill_in(services, days_before(2), [LUMP]) == [("W11", LUMP)]
    assert fill_in(services, days_before(1), ["jaundice"]) == [("U9", "jaundice")]
    assert fill_in(services, SITTING, [BLOOD], ["bladder_leak"]) == [("E1", "bladder_leak")]


def test_what_she_did_about_an_alert_is_kept(services):
    signs = (SignReport(sign="bladder_leak", new="yes"),)
    services.journal.save(DayEntry(date=LAST, signs=signs), NOW, LAST)
    (alert,) = services.monitoring.standing(LAST).alerts
    services.monitoring.act(alert, "discussed", LAST, with_="the nurse", note="call back on Monday")
    (kept,) = services.journal.diary().alert_actions
    assert (kept.rule, kept.place, kept.raised_on) == (alert.rule, alert.place, alert.raised_on)
    assert (kept.action, kept.on, kept.with_, kept.note) == (
        "discussed",
        LAST,
        "the nurse",
        "call back on Monday",
    )


def test_a_rule_of_the_book_is_told_and_another_is_not_made_up(services):
    assert services.monitoring.rule("U1")["id"] == "U1"
    with pytest.raises(KeyError):
        services.monitoring.rule("U99")


def test_signs_that_cannot_wait_have_a_card_at_once(services):
    assert services.monitoring.call_card(["bladder_leak"]) is not None
    assert services.monitoring.call_card([]) is None
