"""Two processes talk through pipes: what is said arrives as it was, and a cut turn is no turn."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.report.talk import receive, send


@given(
    st.lists(st.tuples(st.dictionaries(st.text(), st.integers() | st.text()), st.binary())),
)
def test_every_turn_arrives_whole_and_in_order(turns):
    stream = io.BytesIO()
    for words, body in turns:
        send(stream, words, body)
    stream.seek(0)
    assert [receive(stream) for _ in turns] == turns
    assert receive(stream) is None


@given(st.data())
def test_of_a_turn_that_is_cut_nothing_is_taken(data):
    stream = io.BytesIO()
    send(stream, {"what": "set"}, b"some pages")
    told = stream.getvalue()
    cut = data.draw(st.integers(0, len(told) - 1))
    assert receive(io.BytesIO(told[:cut])) is None


def test_a_turn_that_nobody_hears_fails(tmp_path):
    with (
        (tmp_path / "only to read").open("xb"),
        (tmp_path / "only to read").open("rb") as file,
        pytest.raises(OSError, match="write"),
    ):
        send(file, {})
