from __future__ import annotations

import pytest

from diary.ui.widgets.text import in_short


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("ibuprofen", "ibuprofen"),
        (" two\n lines ", "two lines"),
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 39 + "\u2026"),
        ("word " * 20, "word word word word word word word word\u2026"),
    ],
)
def test_a_text_of_hers_fits_on_a_button(text, short):
    assert in_short(text) == short
