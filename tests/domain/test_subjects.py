"""Whatever an alert is about has words."""

from __future__ import annotations

import pytest

from diary.domain.subjects import subject_label, subject_phrase


@pytest.mark.parametrize(
    ("subject", "label", "phrase"),
    [
        ("lower_back", "Lower back", "your lower back"),
        ("leg_weakness", "Weak leg or legs", "weakness in your legs"),
        ("fatigue", "Tiredness", "tiredness"),
        ("custom:hot ears", "hot ears", "hot ears"),
        (None, "the whole diary", "the whole diary"),
    ],
)
def test_subject_has_words(subject, label, phrase):
    assert subject_label(subject) == label
    assert subject_phrase(subject) == phrase
