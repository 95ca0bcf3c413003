"""Hostile texts through the whole program: in by files, out by every format, and into no log."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress

import pypdfium2
import pytest
from hypothesis import given, settings

from diary.domain.care import Contact, Event, Profile, Treatment
from diary.domain.diary import Diary
from diary.domain.entry import DayEntry, Medicine, Pain, SymptomReport
from diary.errors import RequestError
from diary.exchange import diary_csv, diary_json
from diary.exchange.merge import merge_answers
from diary.paths import AppPaths
from diary.report.parts import Parts, SheetWanted
from diary.services.open import open_services
from diary.services.transfer import ImportResult
from tests import hostile
from tests.refusals import refused

TODAY = dt.date(2026, 3, 20)
NOW = dt.datetime(2026, 3, 20, 20, tzinfo=dt.UTC)
MARKER = "zq7marker"


def day_of(number, text):
    name = text[:100] if text.strip() else text[:50] + "x"
    return DayEntry(
        date=TODAY - dt.timedelta(days=number),
        pains=(Pain(region="hip", worst=4),),
        note=text + MARKER,
        could_do=text,
        symptoms=(SymptomReport(symptom=f"custom:{name}", grade=1),),
        medicines=(Medicine(name=name),),
    )


@pytest.fixture(scope="module")
def diary():
    return Diary(
        profile=Profile(
            name=hostile.NAMES[0], contacts=tuple(Contact(name=name) for name in hostile.NAMES)
        ),
        treatments=tuple(Treatment(kind="other", name=name) for name in hostile.NAMES[:40]),
        events=tuple(
            Event(date=TODAY, kind="other", title=name, note=name) for name in hostile.NAMES[:40]
        ),
        entries=tuple(sorted(map(day_of, range(len(hostile.TEXTS)), hostile.TEXTS), key=_date)),
    )


def _date(entry):
    return entry.date


@pytest.fixture
def services(tmp_path):
    services = open_services(AppPaths(tmp_path / "data"))
    yield services
    services.close()


@pytest.fixture
def filled(services, diary, tmp_path):
    """Import all hostile texts; return the services of their diary."""
    file = tmp_path / "in.json"
    file.write_text(diary_json.write(diary), encoding="utf-8")
    services.transfer.import_file(file, TODAY, NOW)
    return services


def test_every_text_comes_back_exactly(filled, diary, tmp_path):
    assert diary_json.read(filled.transfer.export("json", now=NOW).encode(), TODAY) == diary
    rows = tmp_path / "out.csv"
    rows.write_bytes(filled.transfer.export("csv", now=NOW).encode())
    there = ImportResult(0, 0, len(diary.entries))
    assert filled.transfer.import_file(rows, TODAY, NOW) == there


@settings(deadline=None, max_examples=40)
@given(hostile.texts)
def test_a_text_made_up_comes_back_exactly(text):
    entry = day_of(0, text)
    diary = Diary(entries=(entry,))
    assert diary_json.read(diary_json.write(diary).encode(), TODAY) == diary
    answers = diary_csv.read(diary_csv.write(diary).encode(), TODAY)
    assert merge_answers(Diary(), answers).entries == (entry,)


@settings(deadline=None, max_examples=60)
@given(hostile.texts)
def test_a_file_that_is_any_text_is_read_or_refused(text):
    for read in (diary_json.read, diary_csv.read):
        for content in (text.encode(), text.encode("utf-16"), b"\xef\xbb\xbf" + text.encode()):
            with suppress(RequestError):
                read(content, TODAY)


@pytest.mark.parametrize("half", hostile.NO_TEXTS)
def test_half_a_character_is_refused(half):
    head = {"format": "daymark-diary", "version": 1}
    entries = [{"date": "2026-03-01", "note": half}]
    with pytest.raises(RequestError):
        diary_json.read(json.dumps(head | {"entries": entries}).encode(), TODAY)


def test_each_is_found_by_the_search(filled):
    assert filled.looking_back.search(MARKER, TODAY).count == len(hostile.TEXTS)
    for text in hostile.TEXTS:
        filled.looking_back.search(text[:200], TODAY)


def test_the_sheet_is_made_and_its_text_can_be_selected(filled):
    start = TODAY - dt.timedelta(days=len(hostile.TEXTS))
    pdf = filled.reporting.pdf(
        SheetWanted(start=start, end=TODAY, parts=Parts(notes=True)), today=TODAY
    )
    with pypdfium2.PdfDocument(pdf) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "U+0030" not in text
    assert text.count("page 2 of") == 1
    assert text.count(MARKER) > len(hostile.TEXTS) * 0.9


@pytest.mark.parametrize("name", hostile.TOO_LONG_NAMES)
def test_a_name_that_is_too_long_is_refused_in_one_sentence(services, tmp_path, name):
    with refused(RequestError, "The name of the file is too long for this disk"):
        services.transfer.export_file(tmp_path / name, "json", now=NOW)
