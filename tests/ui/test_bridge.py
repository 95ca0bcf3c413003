"""The bridge over the real services and a real file; nothing is imitated but the time."""

from __future__ import annotations

import datetime as dt
import functools
import sys

import pytest

from diary.charts.look import ChartWanted, Look
from diary.domain.care import Contact, Profile, UsualLevel
from diary.domain.entry import DayEntry, Pain, SignReport
from diary.errors import RequestError
from diary.report.parts import Parts, SheetWanted
from diary.services.open import open_services
from diary.settings import Settings, save_settings
from diary.ui.bridge import UNEXPECTED
from tests.ui.bridges import facts_of
from tests.ui.fakes import NOON, TODAY

YESTERDAY = TODAY - dt.timedelta(days=1)
WEAK = DayEntry(date=TODAY, pains=(), signs=(SignReport(sign="leg_weakness", grade=2, new="yes"),))


@pytest.fixture
def bridge(real_bridge):
    return real_bridge


def test_an_empty_diary_opens_with_nothing_in_it(make_bridge, paths, ask):
    bridge = make_bridge(functools.partial(open_services, paths))
    fact = ask(bridge.opened, bridge.open_diary)
    assert (fact.first_day, fact.last_day, fact.places, fact.events) == (None, None, (), ())
    assert fact.profile == Profile()
    assert paths.diary.exists()


def test_opening_again_tells_again_and_opens_nothing(bridge, ask):
    services = bridge._desk._opened
    ask(bridge.opened, bridge.open_diary)
    assert bridge._desk._opened is services


def test_a_day_not_recorded_has_no_entry(bridge, ask):
    fact = ask(bridge.day_loaded, bridge.load_day, TODAY)
    assert (fact.day, fact.entry) == (TODAY, None)


def test_saving_tells_day_then_change_then_alerts_then_the_diary(bridge, qtbot):
    signals = [bridge.saved, bridge.entries_changed, bridge.alerts_changed, bridge.opened]
    saved, changed, alerts, opened = facts_of(qtbot, signals, bridge.save, WEAK)
    assert saved.day == TODAY
    assert saved.entry == WEAK.model_copy(update={"entered_at": NOON})
    assert saved.saved_at == NOON
    assert changed == (TODAY,)
    assert alerts.saved_day == TODAY
    assert [alert.rule for alert in alerts.speaking] == ["E2"]
    assert [alert.rule for alert in alerts.standing.alerts] == ["E2"]
    assert opened.last_day == TODAY


def test_what_is_usual_for_her_is_saved_with_the_day(bridge, ask):
    usual = (UsualLevel(of="leg_weakness", level=2),)
    ask(bridge.opened, bridge.save, WEAK, usual)
    assert ask(bridge.opened, bridge.open_diary).profile.usual == usual


def test_saving_the_same_again_changes_nothing(bridge, ask, qtbot):
    ask(bridge.saved, bridge.save, WEAK)
    with qtbot.assertNotEmitted(bridge.entries_changed):
        fact = ask(bridge.saved, bridge.save, WEAK)
    assert fact.days_changed == ()
    assert fact.saved_at == NOON


def test_the_day_is_there_afterwards(bridge, ask):
    ask(bridge.saved, bridge.save, WEAK)
    fact = ask(bridge.day_loaded, bridge.load_day, TODAY)
    assert fact.entry.signs == WEAK.signs


def test_tomorrow_is_refused_in_one_sentence(bridge, ask):
    entry = DayEntry(date=TODAY + dt.timedelta(days=1), pains=())
    fact = ask(bridge.failed, bridge.save, entry)
    assert fact.what == "save"
    assert fact.message == "That day has not come yet. A day can be recorded from its own date on."


def test_a_question_is_put_away_once(bridge, ask):
    severe = DayEntry(date=TODAY - dt.timedelta(days=4), pains=(Pain(region="hip", worst=8),))
    ask(bridge.alerts_changed, bridge.save, severe)
    now = ask(bridge.alerts_changed, bridge.load_alerts)
    assert now.question.after == severe.date
    assert ask(bridge.alerts_changed, bridge.put_away, now.question).question is None
    assert ask(bridge.alerts_changed, bridge.load_alerts).question is None


def test_the_recorded_days_of_a_stretch_come_in_order(bridge, ask):
    for day in (TODAY, YESTERDAY):
        ask(bridge.saved, bridge.save, DayEntry(date=day, pains=()))
    fact = ask(bridge.days_loaded, bridge.load_days, dt.date(2026, 3, 1), TODAY)
    assert [entry.date for entry in fact.entries] == [YESTERDAY, TODAY]
    assert (fact.start, fact.end) == (dt.date(2026, 3, 1), TODAY)


def test_the_calendar_gets_days_and_years_and_words(bridge, ask):
    hip = Pain(region="hip", worst=4)
    ask(bridge.saved, bridge.save, DayEntry(date=YESTERDAY, pains=(hip,), note="A walk"))
    first = dt.date(2025, 4, 1)
    stretch = ask(bridge.stretch_loaded, bridge.load_stretch, first, TODAY)
    assert [entry.date for entry in stretch.stretch.entries] == [YESTERDAY]
    glance = ask(bridge.glance_loaded, bridge.load_glance, first, TODAY)
    assert (glance.start, glance.end) == (first, TODAY)
    assert [(day.date, day.worst) for day in glance.days] == [(YESTERDAY, 4)]
    found = ask(bridge.notes_found, bridge.search_notes, "walk")
    assert found.typed == "walk"
    assert [hit.day for hit in found.found.hits] == [YESTERDAY]


def test_what_she_did_about_an_alert_is_kept(bridge, ask):
    ask(bridge.saved, bridge.save, WEAK)
    alert = ask(bridge.alerts_changed, bridge.load_alerts).standing.alerts[0]
    act = functools.partial(bridge.act, alert, "discussed", with_="nurse", note="scan booked")
    now = ask(bridge.alerts_changed, act)
    assert now.saved_day is None
    assert now.speaking == ()
    (action,) = now.standing.alerts[0].actions
    assert (action.on, action.with_, action.note) == (TODAY, "nurse", "scan booked")
    act = functools.partial(bridge.act, alert, "closed", on=YESTERDAY)
    ask(bridge.alerts_changed, act)
    history = ask(bridge.history_loaded, bridge.load_history)
    assert {action.on for action in history.alerts[0].actions} == {TODAY, YESTERDAY}


@pytest.mark.parametrize(("sign", "calls"), [("leg_weakness", True), ("hand_stiffness", False)])
def test_whether_a_sign_calls_for_a_call(bridge, ask, sign, calls):
    fact = ask(bridge.call_card_found, bridge.find_call_card, (sign,))
    assert fact.signs == (sign,)
    assert (fact.card is not None) == calls


def test_charts_come_with_what_was_asked_for(bridge, ask, tmp_path):
    pain = Pain(region="lower_back", worst=6)
    ask(bridge.saved, bridge.save, DayEntry(date=TODAY, pains=(pain,)))
    wanted = (ChartWanted("lower_back", YESTERDAY, TODAY), ChartWanted("hip", YESTERDAY, TODAY))
    fact = ask(bridge.charts.loaded, bridge.charts.load, wanted)
    assert fact.wanted == wanted
    assert [data.worst for data in fact.charts] == [(None, 6), (None, 0)]
    look = Look(theme="light", width=300, height=300)
    drawn = ask(bridge.charts.drawn, bridge.charts.draw, fact.charts, look)
    assert (drawn.charts, drawn.look) == (fact.charts, look)
    assert drawn.picture.width == 300
    out = tmp_path / "chart.svg"
    assert ask(bridge.charts.saved, bridge.charts.save, fact.charts, look, out) == out
    assert out.read_bytes().startswith(b"<?xml")
    summed = ask(bridge.charts.body_summed, bridge.charts.sum_body, YESTERDAY, TODAY)
    assert (summed.start, summed.end) == (YESTERDAY, TODAY)
    assert summed.maps.maps[2].scores == ((("lower_back", None), 6.0),)


def test_a_rule_comes_as_plain_data(bridge, ask):
    fact = ask(bridge.rule_loaded, bridge.load_rule, "W1")
    assert fact.rule == fact.data["id"] == "W1"


def test_the_sheet_is_written(bridge, ask, tmp_path):
    ask(bridge.saved, bridge.save, WEAK)
    out = tmp_path / "sheet.pdf"
    wanted = SheetWanted(start=YESTERDAY, end=TODAY, paper="a4", parts=Parts(notes=True))
    page = ask(bridge.sheets.previewed, bridge.sheets.preview, wanted, 50).page
    assert (page.width, page.height) == (414, 585)
    printed = []
    sent = ask(
        bridge.sheets.printed,
        bridge.sheets.send_to_printer,
        wanted,
        lambda pdf, draw: printed.append(draw(pdf, 10, page.pages - 1)),
    )
    assert sent == wanted
    assert printed[0].width == 83
    fact = ask(bridge.sheets.written, bridge.sheets.write, wanted, out)
    assert fact.path == out
    assert out.read_bytes().startswith(b"%PDF")


def test_a_contact_of_the_file_is_told(make_bridge, paths, ask):
    services = open_services(paths)
    with services._database.unit(writing=True) as unit:
        unit.care.set_profile(Profile(contacts=(Contact(name="Cancer line", phone="222"),)))
        unit.commit()
    services.close()
    bridge = make_bridge(functools.partial(open_services, paths))
    assert ask(bridge.opened, bridge.open_diary).profile.contacts[0].phone == "222"


def test_a_file_that_does_not_open_is_told_in_one_sentence(make_bridge, paths, ask):
    paths.create()
    paths.diary.write_bytes(b"not a diary at all, but long enough to be looked at" * 50)
    bridge = make_bridge(functools.partial(open_services, paths))
    fact = ask(bridge.failed, bridge.open_diary)
    assert fact.what == "open"
    assert fact.message


def test_a_request_before_the_diary_is_open_is_refused(make_bridge, ask):
    bridge = make_bridge(None)
    fact = ask(bridge.failed, bridge.load_day, TODAY)
    assert fact.message == "The diary is not open yet."


def test_a_bug_is_told_calmly_and_handed_to_the_crash_hook(make_bridge, ask, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *what: caught.append(what))

    def broken():
        raise ZeroDivisionError("what she typed")

    bridge = make_bridge(broken)
    fact = ask(bridge.failed, bridge.open_diary)
    assert fact.message == UNEXPECTED
    assert caught[0][0] is ZeroDivisionError


def test_several_faults_come_as_lines(make_bridge, ask):
    def refuse():
        raise RequestError("Two faults.", ("first", "second"))

    bridge = make_bridge(refuse)
    assert ask(bridge.failed, bridge.open_diary).problems == ("first", "second")


def test_closing_finishes_what_was_asked_for_and_lets_the_file_go(make_bridge, paths, ask):
    bridge = make_bridge(functools.partial(open_services, paths))
    ask(bridge.opened, bridge.open_diary)
    bridge.save(WEAK)
    bridge.close()
    services = open_services(paths)
    assert services.journal.day(TODAY).signs == WEAK.signs
    services.close()


def test_with_the_rules_switched_off_nothing_is_judged(bridge, ask, paths):
    save_settings(Settings(alerts_on=False), paths.settings)
    assert not ask(bridge.opened, bridge.open_diary).is_judging
    now = ask(bridge.alerts_changed, bridge.save, WEAK)
    assert now.standing.alerts == now.speaking == ()
    assert ask(bridge.history_loaded, bridge.load_history).alerts == ()
    assert ask(bridge.call_card_found, bridge.find_call_card, ("leg_weakness",)).card is None
    save_settings(Settings(), paths.settings)
    assert ask(bridge.alerts_changed, bridge.load_alerts).standing.alerts
    assert ask(bridge.call_card_found, bridge.find_call_card, ("leg_weakness",)).card is not None
