"""Reports of what did not work: the last ones, no words of hers, and gone when deleted."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.crash_reports import FAULTS, MOST_SHOWN, FaultFile, delete_report, reports_in
from diary.errors import FileProblem
from diary.logs import write_crash_report
from tests.refusals import refused

MARKER = "zqx7-marker"


def failed(make):
    try:
        make()
    except BaseException as error:  # noqa: BLE001  any exception can be reported
        return error
    raise AssertionError


def test_no_folder_has_no_reports(tmp_path):
    assert reports_in(tmp_path / "logs") == ()


def test_the_newest_comes_first_and_other_files_are_none(tmp_path):
    names = [
        "crash-20260301T100000Z.txt",
        "crash-20260301T100000Z-2.txt",
        "crash-20260301T100000Z-10.txt",
        "crash-20260302T100000Z.txt",
    ]
    others = ["daymark.log", "crash-99999999T999999Z.txt", "crash-x.txt"]
    for name in (*names, *others):
        (tmp_path / name).write_text(name)
    found = reports_in(tmp_path)
    assert [report.name for report in found] == [names[3], names[2], names[1], names[0]]
    assert found[0].text == names[3]
    assert found[0].written_at == dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)


def test_no_more_are_shown_than_can_be_looked_through(tmp_path):
    for number in range(MOST_SHOWN + 5):
        (tmp_path / f"crash-20260301T1000{number:02}Z.txt").write_text("x")
    assert len(reports_in(tmp_path)) == MOST_SHOWN


def test_a_report_is_deleted_and_nothing_else_is(tmp_path):
    report = tmp_path / "crash-20260301T100000Z.txt"
    kept = tmp_path / "diary.daymark"
    for path in (report, kept):
        path.write_text("x")
    for name in (report.name, report.name, kept.name, "../" + report.name):
        delete_report(tmp_path, name)
    assert list(tmp_path.iterdir()) == [kept]


def test_a_report_that_cannot_be_deleted_is_told(tmp_path):
    (tmp_path / "crash-20260301T100000Z.txt").mkdir()
    with refused(FileProblem, "The report could not be deleted."):
        delete_report(tmp_path, "crash-20260301T100000Z.txt")


def key_error():
    note = {MARKER: MARKER}
    return note["my " + MARKER]


def chained():
    try:
        key_error()
    except KeyError as error:
        raise ValueError(MARKER) from error


def while_handling():
    try:
        chained()
    except ValueError:
        int(MARKER)


def noted():
    error = RuntimeError(MARKER)
    error.add_note(MARKER)
    raise error


def grouped():
    raise ExceptionGroup(MARKER, [ValueError(MARKER), failed(key_error)])


def own_name():
    made = type("Trouble", (Exception,), {"__str__": lambda _self: MARKER})
    raise made(MARKER)


def undecodable():
    (MARKER.encode() + b"\xff").decode()


def no_file():
    open(f"/{MARKER}/{MARKER}")  # noqa: PTH123, SIM115


@pytest.mark.parametrize(
    "make",
    [key_error, chained, while_handling, noted, grouped, own_name, undecodable, no_file],
)
def test_no_report_holds_a_value(make, tmp_path):
    report = write_crash_report(tmp_path, failed(make), "1")
    text = report.read_text(encoding="utf-8")
    assert MARKER not in text
    assert make.__name__ in text


class TestFaultFile:
    """What a crash below Python left becomes a report; the parts that are started in a process
    of their own are tested with the window."""

    LEFT = (
        "Fatal Python error: Segmentation fault\n\n"
        "Current thread 0x00007f (most recent call first):\n"
        '  File "/home/anna/daymark/diary/ui/today/page.py", line 12 in save\n'
        '  File "/home/anna/.venv/lib/python3.11/site-packages/numpy/x.py", line 3 in f\n'
        '  File "C:\\\\Users\\\\anna\\\\start.py", line 1 in <module>\n'
        "something else of anna\n"
    )

    @pytest.fixture
    def not_enabled(self, monkeypatch):
        """Take the place of what the runner of the tests has enabled."""
        monkeypatch.setattr("diary.crash_reports.faulthandler.is_enabled", lambda: False)
        monkeypatch.setattr("diary.crash_reports.faulthandler.enable", lambda *_, **__: None)
        monkeypatch.setattr("diary.crash_reports.faulthandler.disable", lambda: None)

    def test_what_was_left_becomes_a_report_without_folders(self, not_enabled, tmp_path):  # noqa: ARG002
        (tmp_path / FAULTS).write_text(self.LEFT)
        file = FaultFile(tmp_path)
        report = file.start("1")
        text = report.read_text(encoding="utf-8")
        assert "  diary/ui/today/page.py:12 in save\n" in text
        assert "  numpy/x.py:3 in f\n" in text
        assert "  start.py:1 in <module>\n" in text
        assert "anna" not in text
        file.stop()
        assert not (tmp_path / FAULTS).exists()

    def test_an_empty_file_is_no_report(self, not_enabled, tmp_path):  # noqa: ARG002
        (tmp_path / FAULTS).write_text("")
        file = FaultFile(tmp_path)
        assert file.start("1") is None
        file.stop()
        assert reports_in(tmp_path) == ()

    def test_a_disk_that_refuses_is_no_trouble(self, not_enabled, tmp_path):  # noqa: ARG002
        (tmp_path / "logs").write_text("x")
        file = FaultFile(tmp_path / "logs")
        assert file.start("1") is None
        file.stop()
