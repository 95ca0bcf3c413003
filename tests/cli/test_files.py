"""``import``, ``export`` and ``schema`` as they are called."""

from __future__ import annotations

import json
import os
import sys

import pytest

from diary.exchange import schema

HEADER = "date,item,place,side,value,detail\n"


def test_import_counts_days(daymark, climbing):
    assert daymark("import", climbing).out == "60 days added, 0 changed, 0 unchanged\n"
    again = daymark("import", climbing)
    assert again.out == "0 days added, 0 changed, 60 unchanged\n"
    assert (again.status, again.err) == (0, "")


def test_dry_run_says_so_and_changes_nothing(daymark, climbing):
    ran = daymark("import", climbing, "--dry-run")
    assert ran.out == (
        "60 days added, 0 changed, 0 unchanged\nThis was a dry run: nothing was written.\n"
    )
    assert daymark("export", "-").data["entries"] == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("2026-03-01,neck,\n2026-03-02,neck,0\n", "1 row names a place without a score: "),
        ("2026-03-01,neck,\n2026-03-02,hip,\n", "2 rows name a place without a score: "),
        ("2026-03-01,neck,1\n2026-03-02,neck,0\n", ""),
    ],
)
def test_rows_without_a_score_are_told_after_the_counts(daymark, tmp_path, rows, said):
    file = tmp_path / "rows.csv"
    file.write_text("date,place,value\n" + rows)
    for counts in ("2 days added, 0 changed, 0", "0 days added, 0 changed, 2"):
        ran = daymark("import", file)
        first, *rest = ran.out.splitlines()
        assert (ran.status, ran.err, first) == (0, "", f"{counts} unchanged")
        assert [line.startswith(said) for line in rest] == ([True] if said else [])


NEWER = (
    "The file was written by a newer Daymark (diary version 2, this one reads 1); "
    "install the newer Daymark to read it."
)
ELSEWHERE = (
    "The column 'score' is not understood; "
    "the first row names the columns: date,item,place,side,value,detail."
)
LATIN = "The file is not text in UTF-8; save it again as UTF-8 (a spreadsheet calls it CSV UTF-8)."


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.json", b"", "The file is empty, so there is nothing to import."),
        (
            "cut.json",
            b'{"format": "daymark-diary", "version": 1, "entries": [{"da',
            "The file ends too early, as if it had been cut short; make or copy it again.",
        ),
        (
            "newer.json",
            b'{"format": "daymark-diary", "version": 2}',
            NEWER,
        ),
        (
            "elsewhere.csv",
            b"date,place,score\n2026-03-01,lower_back,6\n",
            ELSEWHERE,
        ),
        (
            "latin.csv",
            "date,item,value\n2026-03-01,note,müde\n".encode("latin-1"),
            LATIN,
        ),
    ],
)
def test_file_that_cannot_be_imported_is_one_sentence_and_status_2(
    daymark, tmp_path, name, content, sentence
):
    path = tmp_path / name
    path.write_bytes(content)
    ran = daymark("import", path)
    assert (ran.status, ran.out, ran.err) == (2, "", sentence + "\n")


@pytest.mark.parametrize(
    "content", ["{", '{"format": "daymark-diary", "version": 9}', "a,b\n1,2\n"]
)
@pytest.mark.parametrize("flags", [(), ("--dry-run",)])
def test_a_refused_file_makes_no_diary(daymark, tmp_path, paths, content, flags):
    path = tmp_path / "file"
    path.write_text(content)
    assert daymark("import", path, *flags).status == 2
    assert not paths.diary.exists()


def test_a_dry_run_makes_no_diary_and_says_what_would_happen(daymark, tmp_path, paths):
    path = tmp_path / "rows.csv"
    path.write_text(HEADER + "2026-03-01,no_pain,,,,\n2026-03-02,no_pain,,,,\n")
    ran = daymark("import", path, "--dry-run")
    assert ran.status == 0
    assert ran.out.startswith("2 days added, 0 changed, 0 unchanged\n")
    assert not paths.diary.exists()
    assert daymark("import", path).out == "2 days added, 0 changed, 0 unchanged\n"
    assert paths.diary.exists()


def test_every_problem_has_its_line(daymark, tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text(HEADER + "14/03/2026,no_pain,,,,\n2026-03-01,pain,knee,,11,night=loud\n")
    ran = daymark("import", path)
    assert ran.status == 2
    assert ran.err.splitlines() == [
        "The file has 3 problems, so nothing was imported.",
        "row 2, date: is day/month/year with slashes; dates are written like 2026-03-01",
        "row 3, value: is above 10",
        "row 3, detail night: is not one of none, felt, woke_me or kept_awake",
    ]


def test_problems_of_json_have_their_paths(daymark, diary_file):
    ran = daymark("import", diary_file({"date": "2026-03-23"}, {"date": "2026-03-01", "x": 1}))
    assert ran.status == 2
    assert ran.err.splitlines() == [
        "The file has 2 problems, so nothing was imported.",
        "entries[1].x: is not a key of this format",
        "entries[0].date: is after today",
    ]


def test_folder_and_missing_file(daymark, tmp_path, monkeypatch):
    assert daymark("import", tmp_path).err == f"{tmp_path.name} is a folder, not a file.\n"
    monkeypatch.chdir(tmp_path)
    assert daymark("import", ".").err == ". is a folder, not a file.\n"
    assert daymark("import", "/").err == "/ is a folder, not a file.\n"
    ran = daymark("import", tmp_path / "nothing")
    assert (ran.status, ran.err) == (2, "There is no file nothing.\n")


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_export_then_import_gives_the_same(filled, tmp_path, monkeypatch, format_):
    out = tmp_path / f"out.{format_}"
    ran = filled("export", out)
    assert (ran.status, ran.out) == (0, f"The diary was written to {out}\n")
    text = out.read_bytes().decode("utf-8")
    assert filled("export", "-", "--format", format_).out == text
    monkeypatch.setenv("DAYMARK_DATA_DIR", str(tmp_path / "other"))
    assert filled("import", out).out == "60 days added, 0 changed, 0 unchanged\n"
    assert filled("export", "-", "--format", format_).out == text


def test_format_is_that_of_the_name_unless_given(filled, tmp_path):
    filled("export", tmp_path / "a.CSV")
    assert (tmp_path / "a.CSV").read_text(encoding="utf-8").startswith(HEADER)
    filled("export", tmp_path / "b.csv", "--format", "json")
    assert json.loads((tmp_path / "b.csv").read_text(encoding="utf-8"))["version"] == 1
    assert filled("export", "-").data["format"] == "daymark-diary"


def test_export_of_some_days(filled):
    found = filled("export", "-", "--from", "2026-03-20", "--to", "2026-03-21").data
    assert [entry["date"] for entry in found["entries"]] == ["2026-03-20", "2026-03-21"]
    ran = filled("export", "-", "--from", "2026-03-21", "--to", "2026-03-20")
    assert ran.status == 2
    assert ran.err == "The first day lies after the last day, so there is nothing to export.\n"


def test_line_ends_of_a_note_reach_the_output_as_they_are(daymark, diary_file):
    daymark("import", diary_file({"date": "2026-03-01", "note": "a\r\nb\x00c"}))
    ran = daymark("export", "-", "--format", "csv")
    assert ran.out == HEADER + '2026-03-01,note,,,"a\r\nb\x00c",\n'


def test_diary_itself_is_never_overwritten(filled, paths):
    ran = filled("export", paths.diary)
    assert ran.status == 2
    assert ran.err == "diary.daymark is the diary itself; choose another name.\n"
    assert filled("verify").status == 0


def test_disk_that_is_full_is_status_1(filled):
    if not os.path.exists("/dev/full"):  # noqa: PTH110  only Linux has a disk that is always full
        return
    ran = filled("export", "/dev/full")
    assert ran.status == 1
    assert ran.err.startswith("full could not be written: the disk may be full")


def test_schema_is_printed_without_a_diary(daymark, paths):
    assert daymark("schema").data == schema.diary_schema()
    assert not paths.diary.exists()


def test_export_as_fhir_is_a_document_made_now(daymark, climbing):
    daymark("import", climbing)
    ran = daymark("export", "-", "--format", "fhir", "--from", "2026-02-01")
    assert (ran.status, ran.err) == (0, "")
    assert (ran.data["resourceType"], ran.data["type"]) == ("Bundle", "document")
    days = {one["resource"].get("effectiveDateTime", "9") for one in ran.data["entry"]}
    assert min(days) >= "2026-02-01"


def test_without_the_library_for_fhir_one_sentence_says_so(daymark, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "fhir.resources.R4B.bundle", None)
    out = tmp_path / "out.json"
    ran = daymark("export", out, "--format", "fhir")
    assert ran.status == 2
    assert ran.err.startswith("The FHIR export needs the Python package fhir.resources;")
    assert not out.exists()


def test_an_export_of_nothing_makes_no_diary(daymark, tmp_path, paths):
    assert daymark("export", "-").data["entries"] == []
    assert daymark("export", paths.diary).status == 2
    assert daymark("report", tmp_path / "out.pdf").status == 0
    assert not paths.diary.exists()
