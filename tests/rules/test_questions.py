"""Q2: one question after a silence; when it is asked, and when it is not."""

from __future__ import annotations

import pytest

from diary.domain.diary import Diary
from diary.rules.model import Tier
from diary.rules.questions import (
    ALERT_WITHIN,
    CHOICES,
    LONGEST_SILENCE,
    NUMBERS,
    QUESTION,
    SENTENCE,
    how_are_you,
    put_away,
)
from tests.rules.diaries import Sketch, day, pain, standing
from tests.rules.each_rule import ALLOWED, CANCER, FORBIDDEN

URGENT = pain("5nx3")
EMERGENCY = Sketch().sign(0, "leg_weakness", new="yes")


def asked(sketch, today):
    """Return what is asked on a day."""
    diary = sketch if isinstance(sketch, Diary) else sketch.diary()
    return how_are_you(diary, standing(diary, day(today)).alerts, day(today))


@pytest.mark.parametrize(
    ("sketch", "today", "asks"),
    [
        (pain("7"), 4, True),
        (pain("7"), 3, False),
        (pain("6"), 4, False),
        (pain("!"), 4, False),
        (pain("?"), 4, False),
        (pain("7 6"), 5, False),
        (pain("1").pain("7", "knee"), 4, True),
        (URGENT, 6, True),
        (URGENT, 5, False),
        (EMERGENCY, 4, True),
        (pain("0x20 3x13"), 40, False),  # soon is not urgent
        (pain("7l"), 4, True),
        (pain("7"), 1 + LONGEST_SILENCE.value, True),
        (pain("7"), 2 + LONGEST_SILENCE.value, False),
        (pain("7"), 0, False),
        (Sketch(), 9, False),
    ],
)
def test_when_it_asks(sketch, today, asks):
    assert (asked(sketch, today) is not None) is asks


def test_that_soon_alert_stood():
    (alert,) = standing(pain("0x20 3x13").diary(), day(40)).alerts
    assert alert.tier is Tier.SOON


def test_an_urgent_alert_counts_for_two_weeks_while_it_stands():
    early = Sketch().sign(0, "leg_weakness", new="yes").no_signs(ALERT_WITHIN.value)
    assert asked(early, ALERT_WITHIN.value + 4) is not None
    late = Sketch().sign(0, "leg_weakness", new="yes").no_signs(ALERT_WITHIN.value + 1)
    assert asked(late, ALERT_WITHIN.value + 5) is None
    ended = Sketch().sign(0, "leg_weakness", new="yes").no_signs(1)
    ended.act("discussed", 1, rule="E2", raised=0, place="leg_weakness")
    assert standing(ended.diary(), day(5)).alerts == ()
    assert asked(ended, 5) is None


@pytest.mark.parametrize(
    ("quiet", "today", "asks"),
    [
        ((4, 9), 4, False),  # today is quiet
        ((0, 3), 4, False),  # no silent day is left to count
        ((2, 2), 4, False),
        ((2, 2), 5, True),
        ((5, 9), 4, True),
    ],
)
def test_not_in_a_quiet_period(quiet, today, asks):
    assert (asked(pain("7").quiet_period(*quiet), today) is not None) is asks


def test_once_a_silence():
    sketch = pain("7")
    question = asked(sketch, 4)
    diary = sketch.diary()
    kept = diary.model_copy(update={"alert_actions": (put_away(question, day(4)),)})
    assert asked(kept, 4) is None
    assert asked(kept, 9) is None
    # After another entry it is another silence.
    again = pain("7 _x4 8").diary().model_copy(update={"alert_actions": kept.alert_actions})
    assert asked(again, 9) is not None
    # That it was put away is no word about an alert.
    assert standing(kept, day(9)).alerts == standing(diary, day(9)).alerts


def test_it_is_never_an_alert():
    report = standing(pain("7").diary(), day(9))
    assert QUESTION not in {alert.rule for alert in report.alerts}
    assert QUESTION not in {row.rule for row in report.not_enough_days}


def test_its_words_are_calm():
    question = asked(pain("7"), 4)
    assert question.after == day(0)
    assert question.asks == "How are you today?"
    assert question.about == "Your last entry is from 1 January."
    texts = [question.asks, question.about, SENTENCE, *CHOICES]
    texts += [text for number in NUMBERS for text in (number.name, number.reason.note)]
    for text in texts:
        rest = ALLOWED.sub("", text)
        assert not FORBIDDEN.search(rest)
        assert not CANCER.search(rest)
    assert not any(word in question.about.lower() for word in ("worse", "alert", "urgent", "pain"))


def test_every_number_has_a_reason():
    assert all(number.reason.note and number.name for number in NUMBERS)
