"""How a test says that something is refused, in words a person reads."""

from __future__ import annotations

from contextlib import contextmanager

import pytest


@contextmanager
def refused(kind, words):
    """Expect an error of exactly this kind, whose plain sentence holds the words."""
    with pytest.raises(kind) as caught:
        yield caught
    assert type(caught.value) is kind
    assert words in caught.value.user_message
    assert "\n" not in caught.value.user_message
    assert caught.value.user_message.endswith(".")
