"""What of a table of a damaged file is believed."""

from __future__ import annotations

import pytest

from diary.store.found import Found


def test_an_index_that_ends_too_early_takes_no_rows_along():
    found = Found(rows=dict.fromkeys(range(400), ("a",)), expected={0: "a"})
    found.leave_out_doubted(0)
    assert len(found.rows) == 400
    assert not found.is_index_whole


def test_an_index_that_says_two_things_of_a_row_is_not_believed():
    found = Found(rows={1: ("a",)})
    found.expect([(1, "a"), (1, "b")])
    found.leave_out_doubted(0)
    assert found.missing() == {"a", "b"}
    assert found.rows


@pytest.mark.parametrize(
    ("rows", "whole", "backed"), [(2, True, True), (1, True, False), (2, False, False)]
)
def test_an_index_counts_where_half_the_rows_speak_for_it(rows, whole, backed):
    expected = dict.fromkeys(range(4), "a")
    found = Found(dict.fromkeys(range(rows), ("a",)), expected=expected, is_index_whole=whole)
    assert found.is_backed is backed
