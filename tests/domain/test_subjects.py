"""Whatever an alert is about has words."""

from __future__ import annotations

import pytest

from diary.domain.subjects import subject_label


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("lower_back", "Lower back"),
        ("leg_weakness", "Weak leg or legs"),
        ("fatigue", "Tiredness"),
        ("custom:hot ears", "hot ears"),
        (None, "the whole diary"),
    ],
)
def test_subject_has_words(subject, words):
    assert subject_label(subject) == words
