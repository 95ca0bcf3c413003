"""Import and export with a real diary file: all or nothing, with a way back."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given, settings

from diary.domain.care import Profile, Treatment
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SymptomReport
from diary.errors import FileProblem, RequestError
from diary.paths import AppPaths
from diary.services.transfer import ImportResult, Transfer
from diary.store import snapshot
from diary.store.database import Database
from diary.store.soundness import verify
from tests.refusals import refused
from tests.services.incoming import DAY, HEAD, HEADER, NOW, TODAY, backups_of, diary_of, entry
from tests.strategies import HOSTILE_TEXTS, diaries


@settings(deadline=None, max_examples=25)
@given(diaries())
def test_export_then_import_into_an_empty_diary_gives_an_equal_diary(tmp_path_factory, diary):
    folder = tmp_path_factory.mktemp("round")
    first, second = (AppPaths(folder / name) for name in ("first", "second"))
    texts = []
    for paths in (first, second):
        paths.create()
        database = Database.open(paths.diary)
        transfer = Transfer(database, paths)
        file = folder / "diary.json"
        if not texts:
            file.write_text(diary.model_dump_json(), encoding="utf-8")
        transfer.import_file(file, TODAY, NOW)
        assert diary_of(database) == diary
        texts.append(transfer.export("json", now=NOW))
        file.write_bytes(texts[-1].encode())
        rows = folder / "diary.csv"
        rows.write_bytes(transfer.export("csv", now=NOW).encode())
        result = transfer.import_file(rows, TODAY, NOW)
        assert result == ImportResult(0, 0, len(diary.entries))
        database.close()
    assert texts[0] == texts[1]


def test_days_are_counted(take_in):
    assert take_in({"entries": [entry(), entry(TODAY)]}) == ImportResult(2, 0, 0)
    assert take_in({"entries": [entry(note="x"), entry(TODAY)]}) == ImportResult(0, 1, 1)
    assert take_in(HEADER + "2026-03-01,sleep,,,1,\n2026-03-02,no_pain,,,,\n") == ImportResult(
        1, 1, 0
    )


def test_importing_twice_changes_nothing(take_in, database, paths):
    content = {"entries": [entry(pains=[])], "treatments": [{"kind": "gcsf"}]}
    take_in(content)
    before = diary_of(database)
    assert take_in(content) == ImportResult(0, 0, 1)
    assert diary_of(database) == before
    assert backups_of(paths) == []


def test_everything_of_a_file_arrives(take_in, database):
    whole = Diary(
        profile=Profile(name="A"),
        treatments=(Treatment(kind="gcsf"),),
        entries=(DayEntry(date=DAY, pains=(Pain(region="knee", worst=0),)),),
    )
    take_in(whole.model_dump_json())
    assert diary_of(database) == whole


def test_first_import_needs_no_snapshot_and_the_next_has_one(take_in, paths, database):
    take_in({"entries": [entry(note="before")]})
    assert backups_of(paths) == []
    take_in({"entries": [entry(note="after")]})
    [backup] = backups_of(paths)
    assert verify(backup, None).sound
    copy = Database.open(backup)
    assert diary_of(copy).entries[0].note == "before"
    copy.close()
    assert diary_of(database).entries[0].note == "after"


def test_old_snapshots_are_thinned_out_after_a_new_one(take_in, paths):
    take_in({"entries": [entry(note="before")]})
    paths.backups.mkdir()
    for hour in ("08", "09"):
        (paths.backups / f"diary-2020-01-01T{hour}0000Z.daymark").touch()
    take_in({"entries": [entry(note="after")]})
    old = [path.name for path in backups_of(paths) if "2020" in path.name]
    assert old == ["diary-2020-01-01T090000Z.daymark"]
    assert len(backups_of(paths)) == 2


def test_earlier_version_of_a_day_is_kept(take_in, database):
    take_in({"entries": [entry(note="before")]})
    take_in(HEADER + "2026-03-01,note,,,after,\n")
    with database.unit() as unit:
        [version] = unit.history.versions(DAY)
    assert (version.entry.note, version.saved_at) == ("before", NOW)


def test_dry_run_says_what_would_happen_and_changes_nothing(take_in, database, paths):
    take_in({"entries": [entry(note="before")]})
    content = {"entries": [entry(note="after"), entry(TODAY)]}
    assert take_in(content, dry_run=True) == ImportResult(1, 1, 0)
    assert diary_of(database).entries == (DayEntry(date=DAY, note="before"),)
    assert backups_of(paths) == []


def test_dry_run_lists_the_problems_too(take_in):
    with refused(RequestError, "The file has 1 problem, so nothing was imported."):
        take_in({"entries": [entry(sleep=9)]}, dry_run=True)


def test_nothing_of_a_file_with_a_problem_arrives(take_in, database, paths):
    take_in({"entries": [entry(note="before")]})
    before = diary_of(database)
    for content in (
        {"entries": [entry(note="after"), entry(TODAY, sleep=9)]},
        HEADER + "2026-03-01,note,,,after,\n2026-03-02,sleep,,,9,\n",
    ):
        with refused(RequestError, "The file has 1 problem"):
            take_in(content)
    assert diary_of(database) == before
    assert backups_of(paths) == []


def test_failure_while_writing_leaves_the_diary_as_it_was(take_in, database, monkeypatch):
    take_in({"entries": [entry(note="before")], "treatments": [{"kind": "gcsf"}]})
    before = diary_of(database)

    def fail(*_arguments):
        raise RuntimeError

    monkeypatch.setattr("diary.store.actions.ActionTable.set_all", fail)
    with pytest.raises(RuntimeError):
        take_in({"entries": [entry(note="after")], "profile": {"name": "B"}})
    monkeypatch.undo()
    assert diary_of(database) == before


def test_without_a_snapshot_nothing_is_written(take_in, database, monkeypatch):
    take_in({"entries": [entry(note="before")]})

    def fail(*_arguments):
        raise FileProblem("The disk is full.")

    monkeypatch.setattr(snapshot, "take", fail)
    with refused(FileProblem, "The disk is full."):
        take_in({"entries": [entry(note="after")]})
    assert diary_of(database).entries[0].note == "before"


def test_protected_diary_is_copied_with_its_passphrase(tmp_path):
    paths = AppPaths(tmp_path / "home")
    paths.create()
    database = Database.open(paths.diary, "secret ü")
    file = tmp_path / "diary.json"
    for note in ("before", "after"):
        file.write_text(json.dumps(HEAD | {"entries": [entry(note=note)]}))
        Transfer(database, paths).import_file(file, TODAY, NOW)
    database.close()
    [backup] = backups_of(paths)
    assert verify(backup, "secret ü").sound
    assert b"before" not in backup.read_bytes()


def test_20_year_diary_arrives_and_stays_the_same(take_in, database):
    entries = [
        entry(
            dt.date(2006, 3, 1) + dt.timedelta(days=number),
            pains=[{"region": "lower_back", "worst": number % 11, "timing": ["night"]}],
            signs=[],
            note=f"day {number}",
        )
        for number in range(7300)
    ]
    assert take_in({"entries": entries}) == ImportResult(7300, 0, 0)
    assert take_in({"entries": entries}) == ImportResult(0, 0, 7300)
    assert diary_of(database).entries[-1].note == "day 7299"


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_survives_file_and_both_formats(take_in, transfer, database, text):
    day = DayEntry(
        date=DAY,
        note=text,
        could_do=text,
        symptoms=(SymptomReport(symptom=f"custom:{text}x"),),
        medicines=(Medicine(name=f"{text}x", doses=1),),
    )
    take_in(Diary(entries=(day,)).model_dump_json())
    assert diary_of(database).entries == (day,)
    for format_ in ("json", "csv"):
        assert take_in(transfer.export(format_, now=NOW)) == ImportResult(0, 0, 1)
