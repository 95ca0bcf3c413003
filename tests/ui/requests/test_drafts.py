"""Drafts over the real services and a real file."""

from __future__ import annotations

import datetime as dt
import threading

import pytest

from diary.domain.entry import DayEntry
from diary.errors import FileProblem
from diary.services.drafts import Drafts
from diary.services.open import open_services
from tests.ui.fakes import TODAY

YESTERDAY = TODAY - dt.timedelta(days=1)


@pytest.fixture
def written(monkeypatch):
    """The bodies in the order in which they were written."""
    written, keep = [], Drafts.keep

    def kept(self, day, body, now):
        written.append(body)
        keep(self, day, body, now)

    monkeypatch.setattr(Drafts, "keep", kept)
    return written


def body(number):
    return lambda: f'{{"note": "{number}"}}'


def in_file(paths):
    """Return what another program finds in the file."""
    services = open_services(paths)
    found = {day: services.drafts.body(day) for day in services.drafts.days()}
    services.close()
    return found


def test_a_draft_is_in_the_file_as_soon_as_it_settles(bridge, paths, qtbot):
    with qtbot.waitSignal(bridge.drafts.settled):
        bridge.drafts.keep(TODAY, body(1))
    assert in_file(paths) == {TODAY: '{"note": "1"}'}
    assert bridge.drafts.is_settled
    assert bridge.drafts.unkept == frozenset()


def test_one_write_is_under_way_and_the_last_state_follows(bridge, paths, qtbot, written):
    go_on = threading.Event()

    def first():
        go_on.wait(10)
        return '{"note": "first"}'

    with qtbot.waitSignal(bridge.drafts.settled):
        bridge.drafts.keep(TODAY, first)
        for number in range(50):
            bridge.drafts.keep(TODAY, body(number))
            bridge.drafts.keep(YESTERDAY, body(-number))
        assert not bridge.drafts.is_settled
        go_on.set()
    assert written == ['{"note": "first"}', '{"note": "49"}', '{"note": "-49"}']
    assert in_file(paths) == {YESTERDAY: '{"note": "-49"}', TODAY: '{"note": "49"}'}


def test_a_form_that_says_nothing_new_takes_its_draft_away(bridge, paths, qtbot):
    bridge.drafts.keep(TODAY, body(1))
    with qtbot.waitSignal(bridge.drafts.settled):
        bridge.drafts.keep(TODAY, lambda: None)
    assert in_file(paths) == {}


def test_what_waits_is_written_before_a_day_is_loaded(bridge, qtbot):
    bridge.drafts.keep(TODAY, body(1))
    bridge.drafts.keep(TODAY, body(2))
    with qtbot.waitSignal(bridge.day_loaded) as loaded:
        bridge.load_day(TODAY)
    assert loaded.args[0].draft == '{"note": "2"}'


def test_closing_writes_what_waits(bridge, paths):
    for number in range(3):
        bridge.drafts.keep(TODAY, body(number))
        bridge.drafts.keep(YESTERDAY, body(number))
    bridge.close()
    assert in_file(paths) == {YESTERDAY: '{"note": "2"}', TODAY: '{"note": "2"}'}


def test_a_save_takes_the_draft_along_and_what_waited_is_let_go(bridge, paths, qtbot):
    bridge.drafts.keep(TODAY, body(1))
    bridge.drafts.keep(TODAY, body(2))
    with qtbot.waitSignal(bridge.saved):
        bridge.save(DayEntry(date=TODAY, note="2"))
    qtbot.waitUntil(lambda: bridge.drafts.is_settled)
    assert in_file(paths) == {}


def test_what_is_discarded_is_told_and_offered_no_more(bridge, qtbot):
    bridge.drafts.keep(YESTERDAY, body(1))
    with qtbot.waitSignal(bridge.opened) as opened:
        bridge.open_diary()
    assert opened.args[0].drafts == (YESTERDAY,)
    with qtbot.waitSignal(bridge.drafts.discarded) as discarded:
        bridge.drafts.discard(YESTERDAY)
    assert (discarded.args[0].day, discarded.args[0].body) == (YESTERDAY, '{"note": "1"}')
    with qtbot.waitSignal(bridge.drafts.discarded) as discarded:
        bridge.drafts.discard(YESTERDAY)
    assert discarded.args[0].body is None


def test_what_could_not_be_written_is_unkept_until_it_is(bridge, paths, qtbot, monkeypatch):
    def keep(*_arguments):
        raise FileProblem("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(Drafts, "keep", keep)
        with qtbot.waitSignal(bridge.drafts.settled), qtbot.waitSignal(bridge.failed) as told:
            bridge.drafts.keep(TODAY, body(1))
        assert told.args[0].what == "draft"
        assert bridge.drafts.unkept == {TODAY}
    with qtbot.waitSignal(bridge.drafts.settled):
        bridge.drafts.keep(YESTERDAY, body(1))
    assert bridge.drafts.unkept == {TODAY}
    with qtbot.waitSignal(bridge.drafts.settled):
        bridge.drafts.keep(TODAY, body(2))
    assert bridge.drafts.unkept == frozenset()
    assert in_file(paths) == {YESTERDAY: '{"note": "1"}', TODAY: '{"note": "2"}'}


def test_a_form_over_an_unknown_day_is_held_and_not_written(bridge, paths):
    bridge.drafts.hold(TODAY)
    assert bridge.drafts.is_settled
    assert bridge.drafts.is_holding
    assert bridge.drafts.unkept == {TODAY}
    bridge.drafts.let_go(TODAY)
    assert bridge.drafts.unkept == frozenset()
    assert in_file(paths) == {}


def test_another_failure_is_none_of_a_draft(bridge, qtbot):
    with qtbot.waitSignal(bridge.failed):
        bridge.save(DayEntry(date=TODAY + dt.timedelta(days=1)))
    assert bridge.drafts.unkept == frozenset()
