from __future__ import annotations

import pytest

from diary.ui.widgets.text import breakable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Plain words, and/or some-thing short.", "Plain words, and/or some-thing short."),
        ("https://example.org/a-page?of=it", "https://|example.|org/|a-|page?|of=|it"),
        (r"C:\Users\anna\AppData\daymark", r"C:\|Users\|anna\|AppData\|daymark"),
        ("x" * 30, "x" * 30),
    ],
)
def test_long_addresses_may_break_after_their_marks(text, shown):
    assert breakable(text) == shown.replace("|", "\u200b")
