from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.note_search import (
    BEFORE,
    SNIPPET,
    NoteHit,
    Writing,
    find,
    fold,
    hit,
    search_words,
)

DAY = dt.date(2026, 3, 12)


def snippet(text, typed):
    words = search_words(typed)
    (found,) = find([Writing(DAY, (text,))], words)
    return hit(found, words).snippet


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Café", "cafe"), ("WALK", "walk"), ("Straße", "strasse"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("", "")],
)
def test_case_and_accents_do_not_matter(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("typed", "words"), [("", ()), ("  \n", ()), ("Long  WALK", ("long", "walk")), ("¨", ())]
)
def test_the_words_typed_are_looked_for(typed, words):
    assert search_words(typed) == words


def test_no_words_find_nothing():
    assert find([Writing(DAY, ("anything",))], ()) == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("café", True), ("cafe walk", True), ("wal", True), ("walk tea", False), ("x", False)],
)
def test_every_word_must_be_somewhere_on_the_day(typed, found):
    day = Writing(DAY, ("Went to the CAFÉ.", "a short walk"))
    assert bool(find([day], search_words(typed))) is found


def test_days_come_in_the_order_given():
    days = [Writing(DAY - dt.timedelta(days=n), ("walk",)) for n in range(3)]
    assert find(days, ("walk",)) == tuple(days)


def test_a_short_text_is_shown_whole_on_one_line():
    assert snippet("Slept\n\n  well,\twalked", "walked") == "Slept well, walked"


def test_the_snippet_is_of_the_text_with_the_word():
    assert hit(Writing(DAY, ("tea", "a walk")), ("walk",)) == NoteHit(DAY, "a walk")


def test_a_long_text_is_cut_between_words_around_the_first_word_found():
    text = "one two three " * 20 + "stairs " + "four five six " * 40
    piece = snippet(text, "six stairs")
    assert piece.startswith("…")
    assert piece.endswith("…")
    assert "stairs" in piece
    assert set(piece.strip("…").split()) <= set(text.split())
    assert SNIPPET - 20 <= len(piece) <= SNIPPET + 2


def test_words_without_end_are_cut_where_they_must():
    piece = snippet("a" * 300 + "b" + "a" * 300, "b")
    assert piece == "…" + "a" * BEFORE + "b" + "a" * (SNIPPET - BEFORE - 1) + "…"


def test_a_letter_that_becomes_two_does_not_move_the_snippet():
    piece = snippet("ß" * 200 + " stairs", "stairs")
    assert piece.endswith("stairs")


@given(st.text(max_size=400), st.text(min_size=1, max_size=3))
def test_what_is_found_is_always_shown(text, typed):
    words = search_words(typed)
    found = find([Writing(DAY, (text,))], words)
    assert bool(found) == (bool(words) and all(word in fold(text) for word in words))
    for writing in found:
        piece = hit(writing, words).snippet
        assert any(word in fold(piece) for word in words)
        assert len(piece) <= SNIPPET + 2
