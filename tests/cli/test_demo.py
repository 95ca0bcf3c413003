"""The demonstration with no display."""

from __future__ import annotations

from diary.app import SAMPLE
from diary.cli.demo import REPORT_NAME
from diary.domain.diary import Diary
from diary.i18n import format_day
from diary.resources import resource


def test_demo_prints_the_alerts_and_writes_the_report(daymark, tmp_path, monkeypatch, paths):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DAYMARK_TODAY")
    last_day = Diary.model_validate_json(resource(SAMPLE).read_bytes()).last_day
    ran = daymark("--demo")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "There is no display, so the sample diary is shown without a window."
    assert lines[2] == f"Alerts on {format_day(last_day)} (rule book 2026.2)"
    assert lines[-1] == "The report for the doctor was written to daymark-demo-report.pdf"
    assert [path.name for path in tmp_path.iterdir()] == [REPORT_NAME]
    assert (tmp_path / REPORT_NAME).read_bytes().startswith(b"%PDF-")
    assert not paths.diary.exists()
