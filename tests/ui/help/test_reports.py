from __future__ import annotations

import datetime as dt

import pytest

from diary.crash_reports import CrashReport
from diary.ui.crash_notice import CrashNotice
from diary.ui.help.reports import Reports

ONE = CrashReport("crash-1.txt", dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC), "the first report")
TWO = CrashReport("crash-2.txt", dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC), "the second report")


@pytest.fixture
def reports(bridge, theme, qtbot):
    reports = Reports(bridge, theme)
    qtbot.addWidget(reports)
    reports.show()
    return reports


def test_without_one_it_says_so(reports, bridge):
    assert not reports.none.isVisible()  # not known yet
    bridge.reports.found.emit(())
    assert reports.none.isVisible()
    assert not reports.text.isVisible()


def test_each_is_listed_shown_and_put_away(reports, bridge):
    bridge.reports.found.emit((TWO, ONE))
    assert [row.name for row in reports.rows] == [TWO.name, ONE.name]
    assert "1 March 2026" in reports.rows[1].show_button.accessibleName()
    for button, text in ((1, ONE.text), (0, TWO.text)):
        reports.rows[button].show_button.click()
        assert (reports.text.toPlainText(), reports.text.isVisible()) == (text, True)
        assert reports.text.isReadOnly()
    reports.rows[0].show_button.click()
    assert not reports.text.isVisible()


def test_one_is_deleted(reports, bridge):
    bridge.reports.found.emit((TWO, ONE))
    reports.rows[1].show_button.click()
    bridge.asked.clear()
    reports.rows[1].delete_button.click()
    assert bridge.asked_for("reports") == [(None, ONE.name)]
    bridge.reports.found.emit((TWO,))
    assert not reports.text.isVisible()


def test_one_that_was_asked_for_is_shown_once_it_is_found(reports, bridge, qtbot):
    reports.show_report(ONE.name)
    with qtbot.waitSignal(reports.shown):
        bridge.reports.found.emit((TWO, ONE))
    assert reports.text.toPlainText() == ONE.text


def test_the_notice_leads_to_the_report(theme, qtbot, tmp_path):
    notice = CrashNotice(theme)
    qtbot.addWidget(notice)
    notice.tell_of(None)
    assert "report" not in notice.text
    notice.tell_of(tmp_path / ONE.name, last_time=True)
    assert "the last time" in notice.text
    with qtbot.waitSignal(notice.report_wanted) as wanted:
        notice.acted.emit()
    assert wanted.args == [ONE.name]
    assert not notice.isVisible()


def test_reports_are_found_and_deleted_on_the_disk(bridge, qtbot, tmp_path):  # noqa: ARG001
    from diary.ui.requests.reports import _deleted, _listed  # noqa: PLC0415

    (tmp_path / "crash-20260301T100000Z.txt").write_text("x")
    assert _listed(None) == _deleted(None, "x") == ()
    assert len(_listed(tmp_path)) == 1
    assert _deleted(tmp_path, "crash-20260301T100000Z.txt") == ()
