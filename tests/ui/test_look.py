"""The quick look at the settings and the careful one say the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary import settings as careful
from diary.ui import look as quick
from diary.ui.look import Look, read_look

values = (
    st.none() | st.booleans() | st.integers(-10, 300) | st.text(max_size=6) | st.floats(90, 210)
)
files = st.fixed_dictionaries(
    {},
    optional={
        "theme": st.sampled_from(list(quick.THEMES)) | values,
        "text_size": st.integers(9, 21).map(lambda tens: tens * 10) | values,
        "language": st.sampled_from(["system", "en", "es", ""]) | values,
        "window_geometry": st.text(max_size=20) | values,
        "paper": values,
        "later": values,
    },
)


def careful_look(path):
    found = careful.load_settings(path).settings
    return Look(found.theme, found.text_size, found.window_geometry, found.language)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files)
def test_both_read_the_same(tmp_path, found):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    assert read_look(path) == careful_look(path)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b"\xef\xbb\xbf{}", b'{"theme": ["dark"]}'],
)
def test_a_file_that_cannot_be_used_is_the_usual_look(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert read_look(path) == Look()
    assert path.read_bytes() == content
    assert careful_look(path) == Look()


def test_no_file_is_the_usual_look(tmp_path):
    assert read_look(tmp_path / "settings.json") == Look()


def test_too_long_a_place_is_let_go(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"window_geometry": "x" * 10_001}), encoding="utf-8")
    assert read_look(path).geometry is None
    assert careful_look(path).geometry is None


def test_the_numbers_are_those_of_the_settings():
    for name in ("TEXT_SMALLEST", "TEXT_LARGEST", "TEXT_STEP"):
        assert getattr(quick, name) == getattr(careful, name)
    assert set(quick.THEMES) == set(careful.CHOICES["theme"])
