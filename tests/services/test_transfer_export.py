"""What leaves the diary: some days, a file, a FHIR document."""

from __future__ import annotations

import datetime as dt
import json

from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Pain
from diary.errors import RequestError
from diary.rules import engine
from diary.services.transfer import Transfer
from tests.refusals import refused
from tests.services.incoming import DAY, HEADER, NOW, TODAY, entry


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
