"""The far side of the bridge: what fails there, and what another program did to the file."""

from __future__ import annotations

import functools

import pytest

from diary.domain.care import Contact, Profile
from diary.domain.entry import DayEntry
from diary.errors import FileProblem
from diary.logs import LOG_NAME, start_logging, stop_logging
from diary.rules.model import AlertReport, RuleFailure
from diary.services.open import open_services
from tests.ui.bridges import facts_of
from tests.ui.fakes import NOON, TODAY

TYPED = "pain in my hip"


@pytest.fixture
def bridge(real_bridge):
    return real_bridge


@pytest.fixture
def log(tmp_path):
    """Return what is in the log."""
    handler = start_logging(tmp_path / "log")
    yield lambda: (tmp_path / "log" / LOG_NAME).read_text("utf-8")
    stop_logging(handler)


def test_a_failure_while_closing_does_not_stop_it(make_bridge, paths, ask, log):
    bridge = make_bridge(functools.partial(open_services, paths))
    ask(bridge.opened, bridge.open_diary)
    services = bridge._desk._opened

    class Broken:
        def close(self):
            raise FileProblem("The disk is full.")

    bridge._desk._opened = Broken()
    bridge.close()
    services.close()
    assert "request failed" in log()
    assert "diary.errors.FileProblem" in log()


def test_why_something_did_not_work_is_in_the_log_without_her_words(make_bridge, ask, log):
    def refuse():
        raise FileProblem(TYPED, TYPED) from OSError(28, TYPED)

    bridge = make_bridge(refuse)
    ask(bridge.failed, bridge.open_diary)
    assert "ERROR diary.ui.bridge: request failed" in log()
    assert "OSError errno=28" in log()
    assert "diary.errors.FileProblem" in log()
    assert TYPED not in log()


def test_a_rule_that_fails_is_logged_and_stops_nothing(bridge, ask, log, monkeypatch):
    failures = (RuleFailure("W3", ZeroDivisionError(TYPED)),)
    report = AlertReport(TODAY, (), (), failures=failures)
    for asked in ("standing", "history"):
        monkeypatch.setattr(bridge._desk.services.monitoring, asked, lambda _today: report)
    assert ask(bridge.alerts_changed, bridge.load_alerts).standing is report
    assert ask(bridge.history_loaded, bridge.load_history) is report
    assert log().count("ERROR diary.ui.desk: a rule failed") == 2
    assert "ZeroDivisionError" in log()
    assert TYPED not in log()


class TestAnotherProgram:
    """A command beside the window, as an import is, changes the same diary."""

    @pytest.fixture
    def beside(self, paths):
        def save(note):
            services = open_services(paths)
            services.journal.save(DayEntry(date=TODAY, note=note), NOON, TODAY)
            services.close()

        return save

    def test_without_one_nothing_is_told(self, bridge, qtbot, ask):
        ask(bridge.saved, bridge.save, DayEntry(date=TODAY, note="hers"))
        qtbot.waitUntil(lambda: not bridge.busy)
        with qtbot.assertNotEmitted(bridge.entries_changed):
            bridge.look_for_changes()
            qtbot.waitUntil(lambda: not bridge.busy)

    def test_what_it_wrote_is_told_to_all_pages(self, bridge, qtbot, beside):
        beside("imported")
        signals = [bridge.entries_changed, bridge.opened, bridge.care.care_changed]
        days, opened, _care = facts_of(
            qtbot, [*signals, bridge.alerts_changed], bridge.look_for_changes
        )[:3]
        assert days == ()
        assert opened.last_day == TODAY

    def test_it_is_not_written_over_unseen(self, bridge, qtbot, ask, beside):
        beside("imported")
        told = []
        bridge.failed.connect(told.append)
        with qtbot.waitSignal(bridge.entries_changed):
            bridge.save(DayEntry(date=TODAY, note="hers"))
        (fact,) = told
        assert fact.what == "save"
        assert "Another program changed this diary just now" in fact.message
        assert ask(bridge.day_loaded, bridge.load_day, TODAY).entry.note == "imported"
        ask(bridge.saved, bridge.save, DayEntry(date=TODAY, note="hers"))
        assert ask(bridge.day_loaded, bridge.load_day, TODAY).entry.note == "hers"

    @pytest.mark.parametrize(
        "keep",
        [
            lambda bridge: bridge.care.set_person(Profile(name="Anna")),
            lambda bridge: bridge.care.replace("contacts", (Contact(name="line"),)),
        ],
    )
    def test_nor_is_what_surrounds_the_days(self, bridge, qtbot, beside, keep):
        beside("imported")
        with qtbot.waitSignals([bridge.failed, bridge.entries_changed]):
            keep(bridge)
        qtbot.waitUntil(lambda: not bridge.busy)
        with qtbot.waitSignal(bridge.care.kept):
            keep(bridge)
