"""The bin and earlier versions over the real services and a real file."""

from __future__ import annotations

import datetime as dt
import functools

import pytest

from diary.domain.entry import DayEntry, SignReport
from diary.errors import FileProblem
from diary.services.archive import Archive
from diary.services.open import open_services
from diary.ui.bridge import Bridge
from diary.ui.clock import Clock
from diary.ui.tasks import Tasks
from tests.ui.fakes import NOON, TODAY

WEAK = DayEntry(date=TODAY, pains=(), signs=(SignReport(sign="leg_weakness", grade=2, new="yes"),))


@pytest.fixture
def saved(bridge, qtbot):
    """Return a function that saves a day and waits until all was told."""

    def save(entry):
        qtbot.waitUntil(lambda: not bridge.busy)
        bridge.save(entry)
        qtbot.waitUntil(lambda: not bridge.busy)

    return save


def ask(qtbot, signal, request, *arguments):
    with qtbot.waitSignal(signal) as told:
        request(*arguments)
    return told.args[0]


def test_a_deleted_day_is_gone_from_every_page_and_comes_back(bridge, qtbot, saved):
    saved(WEAK)
    archive = bridge.archive
    told = []
    for signal in (bridge.entries_changed, bridge.alerts_changed, bridge.opened):
        signal.connect(told.append)
    assert ask(qtbot, archive.deleted, archive.delete, TODAY) == TODAY
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[0] == (TODAY,)
    assert told[1].standing.alerts == ()
    assert told[1].saved_day is None
    assert told[2].last_day is None
    [deleted] = ask(qtbot, archive.loaded, archive.load).deleted
    assert deleted.day == TODAY
    told.clear()
    assert ask(qtbot, archive.put_back, archive.take_out, TODAY) == TODAY
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[1].standing.alerts
    assert ask(qtbot, archive.loaded, archive.load).deleted == ()


def test_an_earlier_version_is_listed_and_put_back(bridge, qtbot, saved):
    saved(WEAK)
    saved(WEAK.model_copy(update={"note": "b"}))
    archive = bridge.archive
    assert ask(qtbot, archive.loaded, archive.load).changed == ((TODAY, 1),)
    fact = ask(qtbot, archive.versions_loaded, archive.load_versions, TODAY)
    present, earlier = fact.versions
    assert (fact.day, present.number, present.entry.note) == (TODAY, None, "b")
    with qtbot.waitSignals([archive.put_back, bridge.opened]):
        archive.restore(TODAY, earlier.number)
    assert ask(qtbot, bridge.day_loaded, bridge.load_day, TODAY).entry.note is None


def test_what_is_not_there_is_told(bridge, qtbot):
    fact = ask(qtbot, bridge.failed, bridge.archive.take_out, TODAY)
    assert (fact.what, "not there any more" in fact.message) == ("archive", True)


def test_what_was_in_the_bin_for_thirty_days_is_let_go(qtbot, paths):
    services = open_services(paths)
    for days in (31, 29):
        day, deleted_at = TODAY - dt.timedelta(days=days), NOON - dt.timedelta(days=days)
        services.journal.save(DayEntry(date=day, note="x"), deleted_at, TODAY)
        services.archive.delete(day, deleted_at)
    for days in (1, 0):  # it lets go of a day only once something was saved on two days since
        day, saved_at = TODAY - dt.timedelta(days=days), NOON - dt.timedelta(days=days)
        services.journal.save(DayEntry(date=day, note="y"), saved_at, TODAY)
    services.close()
    bridge = Bridge(Tasks(), functools.partial(open_services, paths), Clock(TODAY, NOON))
    with qtbot.waitSignal(bridge.opened):
        bridge.open_diary()
    ask(qtbot, bridge.archive.emptied, bridge.archive.empty)
    found = ask(qtbot, bridge.archive.loaded, bridge.archive.load).deleted
    bridge.close()
    assert [one.day for one in found] == [TODAY - dt.timedelta(days=29)]


def test_a_bin_that_cannot_be_emptied_is_left_to_another_day(bridge, qtbot, monkeypatch):
    def empty(*_arguments):
        raise FileProblem("The disk is full.")

    monkeypatch.setattr(Archive, "empty", empty)
    told = []
    bridge.failed.connect(told.append)
    ask(qtbot, bridge.archive.emptied, bridge.archive.empty)
    assert told == []
