"""Import and export with a real diary file: all or nothing, with a way back."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os

import pytest
from hypothesis import given, settings

from diary.domain import limits
from diary.domain.care import Profile, Treatment
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SymptomReport
from diary.errors import FileProblem, RequestError
from diary.paths import AppPaths
from diary.rules import engine
from diary.services import transfer as module
from diary.services.transfer import ImportResult, Transfer
from diary.store import snapshot
from diary.store.database import Database
from diary.store.soundness import verify
from tests.refusals import refused
from tests.strategies import HOSTILE_TEXTS, LAST_DAY, diaries

TODAY = LAST_DAY
NOW = dt.datetime(2026, 3, 20, 20, 41, tzinfo=dt.UTC)
DAY = dt.date(2026, 3, 1)
HEAD = {"format": "daymark-diary", "version": 1}
HEADER = "date,item,place,side,value,detail\n"


@pytest.fixture
def paths(tmp_path):
    paths = AppPaths(tmp_path / "home")
    paths.create()
    return paths


@pytest.fixture
def database(paths):
    database = Database.open(paths.diary)
    yield database
    database.close()


@pytest.fixture
def transfer(database, paths):
    return Transfer(database, paths)


@pytest.fixture
def take_in(transfer, tmp_path):
    """Return a function that imports a text, bytes, or a diary's JSON."""

    def take(content, **options):
        path = tmp_path / "incoming"
        if isinstance(content, dict):
            content = json.dumps(HEAD | content)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return transfer.import_file(path, TODAY, NOW, **options)

    return take


def diary_of(database):
    with database.unit() as unit:
        return unit.diary()


def backups_of(paths):
    return list(paths.backups.glob("*.daymark"))


def entry(day=DAY, **answers):
    return {"date": day.isoformat(), **answers}


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


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty, so there is nothing to import."),
        (b'{"format": "daymark-diary", "vers', "ends too early, as if it had been cut short"),
        (b"\x00" * 5000, "is not understood"),
        ("date,item,value\n2026-03-01,note,müde\n".encode("latin-1"), "is not text in UTF-8"),
        (b"SQLite format 3\x00" + b"\x00" * 84, "a diary file or a backup, not an export"),
        (b"date,place,score\n2026-03-01,lower_back,6\n", "The column 'score' is not understood"),
        (b"date,place,value\n03/01/2026,knee,6\n", "The file has 1 problem, so nothing was"),
    ],
    ids=["empty", "truncated", "nul", "latin-1", "database", "elsewhere", "dates"],
)
def test_file_that_cannot_be_imported_is_refused_in_one_sentence(
    take_in, database, paths, content, words
):
    with refused(RequestError, words):
        take_in(content)
    assert diary_of(database) == Diary()
    assert backups_of(paths) == []


def test_wrong_date_form_is_told_with_row_and_form(take_in):
    with pytest.raises(RequestError) as caught:
        take_in(HEADER + "2026-03-01,no_pain,,,,\n14/03/2026,no_pain,,,,\n")
    assert caught.value.problems == (
        "row 3, date: is day/month/year with slashes; dates are written like 2026-03-01",
    )


def test_file_that_is_not_there(transfer, tmp_path):
    with refused(RequestError, "There is no file nothing.json."):
        transfer.import_file(tmp_path / "nothing.json", TODAY, NOW)
    (tmp_path / "file").touch()
    with refused(RequestError, "There is no file inside."):
        transfer.import_file(tmp_path / "file" / "inside", TODAY, NOW)


def test_folder_is_no_file(transfer, tmp_path):
    with refused(RequestError, "is a folder, not a file."):
        transfer.import_file(tmp_path, TODAY, NOW)


def test_file_that_may_not_be_read(transfer, tmp_path, monkeypatch):
    path = tmp_path / "locked.json"
    path.touch()

    def refuse(*_arguments):
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(type(path), "open", refuse)
    with refused(FileProblem, "locked.json cannot be read. Check that you may open it."):
        transfer.import_file(path, TODAY, NOW)


def test_file_that_is_too_large_is_not_even_read(transfer, tmp_path, monkeypatch):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(limits.FILE_BYTES + 1)  # takes no room on the disk

    def fail(*_arguments):
        raise AssertionError

    monkeypatch.setattr(type(path), "open", fail)
    with refused(RequestError, "large.json is larger than 200 MB, which no diary is"):
        transfer.import_file(path, TODAY, NOW)


def test_pipe_is_read_up_to_the_same_limit(transfer, tmp_path, monkeypatch):
    monkeypatch.setattr(limits, "FILE_BYTES", 100)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def send(content):
        writer = os.open(pipe, os.O_RDWR)  # open for reading too, so that nobody waits
        os.write(writer, content)
        return writer

    writer = send(b"x" * 101)
    with refused(RequestError, "pipe is larger than 0 MB"):
        transfer.import_file(pipe, TODAY, NOW)
    os.close(writer)


@pytest.fixture(params=["itself", "hardlink_to", "symlink_to"])
def other_name(request, tmp_path):
    """Return a function that gives a file another name, or leaves it its own."""

    def name(file):
        if request.param == "itself":
            return file
        other = tmp_path / "other.json"
        getattr(other, request.param)(file)
        return other

    return name


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_the_diary_itself_is_not_even_opened(transfer, database, other_name, monkeypatch, ending):
    file = other_name(database.path.with_name(database.path.name + ending))
    assert file.exists()

    def fail(*_arguments):
        raise AssertionError

    monkeypatch.setattr(type(file), "open", fail)
    with refused(RequestError, f"{file.name} is the diary itself"):
        transfer.import_file(file, TODAY, NOW)


def test_export_of_some_days(take_in, transfer):
    take_in({"entries": [entry(DAY), entry(TODAY)], "profile": {"name": "A"}})
    found = json.loads(transfer.export("json", dt.date(2026, 3, 2), TODAY, now=NOW))
    assert [day["date"] for day in found["entries"]] == ["2026-03-20"]
    assert found["profile"]["name"] == "A"
    assert transfer.export("csv", None, DAY, now=NOW) == HEADER + "2026-03-01,entered_at,,,,\n"


def test_export_of_no_days_at_all_is_refused(transfer):
    with refused(RequestError, "The first day lies after the last day"):
        transfer.export("json", TODAY, DAY, now=NOW)


def test_export_into_a_file(take_in, transfer, tmp_path, paths):
    take_in({"entries": [entry(note="ü")]})
    for format_ in ("json", "csv"):
        out = tmp_path / f"out.{format_}"
        transfer.export_file(out, format_, now=NOW)
        assert out.read_bytes().decode("utf-8") == transfer.export(format_, now=NOW)
    with refused(RequestError, "diary.daymark is the diary itself"):
        transfer.export_file(paths.diary, "json", now=NOW)


def test_fhir_is_a_document_of_these_days_with_the_rules_of_all(database, paths):
    climbing = Diary(
        entries=tuple(
            DayEntry(
                date=DAY + dt.timedelta(days=number),
                pains=(Pain(region="lower_back", worst=1 + (number + 60) // 9),),
            )
            for number in range(-60, 1)
        )
    )
    with database.unit(writing=True) as unit:
        unit.entries.put_all(climbing.entries, NOW)
        unit.commit()
    transfer = Transfer(database, paths)
    document = json.loads(transfer.export("fhir", DAY, DAY, now=NOW))
    kinds = [one["resource"]["resourceType"] for one in document["entry"]]
    assert kinds == ["Composition", "Patient", "Observation"]
    matched = document["entry"][0]["resource"]["section"][1]["text"]["div"]
    alerts = engine.history(climbing, DAY).alerts
    assert alerts
    assert all(f"{alert.rule}, " in matched for alert in alerts)
    silent = Transfer(database, paths, lambda: False).export("fhir", now=NOW)
    assert "The rules of this diary are switched off" in silent


def test_fhir_of_an_empty_diary_is_a_document(transfer):
    document = json.loads(transfer.export("fhir", now=NOW))
    assert document["timestamp"] == NOW.isoformat().replace("+00:00", "Z")


def test_a_file_is_read_and_judged_without_a_diary(tmp_path):
    file = tmp_path / "rows.csv"
    file.write_text(HEADER + "2026-03-01,no_pain,,,,\n2026-03-02,sleep,,,1,\n")
    incoming = module.read_file(file, LAST_DAY, tmp_path / "diary.daymark")
    assert incoming.into_new() == ImportResult(2, 0, 0)
    assert [one.name for one in tmp_path.iterdir()] == ["rows.csv"]
