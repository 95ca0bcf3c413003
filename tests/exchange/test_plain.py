"""What is found sound at once is sound, and what is not so sure is looked through."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary.domain import limits
from diary.domain.diary import Diary
from diary.errors import RequestError
from diary.exchange import diary_json
from diary.exchange.plain import is_plain
from tests.strategies import LAST_DAY, diaries

HEAD = '"format": "daymark-diary", "version": 1'
DAY = '{"date": "2026-03-01", "entered_at": "2026-03-01T20:04:00+01:00"}'


def plain(text, today=LAST_DAY):
    """Say whether a text of JSON, which pydantic reads, is beyond doubt."""
    return is_plain(
        Diary.model_validate_json(text, by_alias=True, by_name=False), text.encode(), today
    )


def keys_of(text):
    """Return where a text has a key: behind the quote that begins it."""
    return [match.end(1) for match in re.finditer(r'([{,]\s*)"[a-z_]+"\s*:', text)]


@settings(deadline=None)
@given(diaries())
def test_what_we_wrote_is_read_the_quick_way_unless_a_text_looks_like_a_key(diary):
    text = diary_json.write(diary)
    without_keys = re.sub(r'"[a-z_]+": ', "", text)
    assert plain(text, dt.date.max) or re.search(r'"\s*:', without_keys)


@settings(deadline=None)
@given(diary=diaries(), data=st.data(), blank=st.sampled_from(("", " ", "\t \r\n")))
def test_a_key_that_stands_twice_is_never_overlooked(diary, data, blank):
    text = json.dumps(json.loads(diary_json.write(diary)))
    at = data.draw(st.sampled_from(keys_of(text)))
    key = re.match(r'"[a-z_]+"', text[at:]).group()
    # The later one counts, so that the file reads as before.
    twice = f"{text[:at]}{key}{blank}: null, {text[at:]}"
    with pytest.raises(RequestError) as caught:
        diary_json.read(twice.encode(), dt.date.max)
    assert any("stands more than once" in told for told in caught.value.problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{" + HEAD + "}", True),
        ('{\n\t"format" : "daymark-diary",\r\n"version"\t:1}', True),
        ("{" + HEAD + f', "entries": [{DAY}]' + "}", True),
        ("{" + HEAD + ', "profile": null, "events": null}', True),
        ("{" + HEAD + ', "profile": {"name": "a: b", "contacts": [{"for": "emergency"}]}}', True),
        # Not so sure: what looks like a key in a text, or a head that is not whole.
        ("{" + HEAD + ', "profile": {"name": "\\": b"}}', False),
        ('{"format": "daymark-diary"}', False),
        ("{" + HEAD + ', "version": 1}', False),
        ("{" + HEAD + ', "entries": [{"date": "1899-12-31"}]}', False),
        ("{" + HEAD + ', "entries": [{"date": "2099-12-31"}]}', False),
    ],
)
def test_what_is_beyond_doubt(text, expected):
    assert plain(text) is expected


@pytest.mark.parametrize(
    ("of", "name", "part"),
    [
        (limits.AROUND, "events", '"events": [{"date": "2026-03-01", "kind": "scan"}]'),
        (limits.OF_PERSON, "contacts", '"profile": {"contacts": [{"name": "GP"}]}'),
        (
            limits.A_DAY,
            "pains",
            '"entries": [{"date": "2026-03-01", "pains": [{"region": "hip"}]}]',
        ),
    ],
)
def test_lists_that_are_too_long_are_looked_at_again(monkeypatch, of, name, part):
    text = "{" + HEAD + f", {part}" + "}"
    assert plain(text)
    monkeypatch.setitem(of, name, 0)
    assert not plain(text)
    with pytest.raises(RequestError):
        diary_json.read(text.encode(), LAST_DAY)


def test_a_text_that_looks_like_a_key_is_read_all_the_same():
    text = "{" + HEAD + ', "profile": {"name": "\\": b"}}'
    assert not plain(text)
    assert diary_json.read(text.encode(), LAST_DAY).profile.name == '": b'
