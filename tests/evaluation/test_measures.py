"""The scores of a tiny cohort that can be counted by hand."""

from __future__ import annotations

import pytest

from diary.domain.diary import Diary
from diary.evaluation.measures import NEVER, Scores, measure, share_error
from diary.evaluation.person import Simulated
from diary.rules.model import Tier
from tests.rules.diaries import Sketch, day, pain


def simulated(sketch, onset=None, sign=None, *, emergency=False):
    """Return a sketch as a simulated person."""
    return Simulated(
        "by hand",
        1.0,
        sketch.diary(),
        None if onset is None else day(onset),
        None if sign is None else day(sign),
        emergency=emergency,
    )


def test_a_person_with_a_climb():
    scores = measure([simulated(pain("0x20 3x20"), onset=20)])
    assert (scores.persons, scores.years) == (1, pytest.approx(40 / 365))
    # W1 on day 32.
    assert scores.delays == [9]
    assert scores.median_delay() == 9
    assert (scores.share_by(8), scores.share_by(9)) == (0, 1)
    assert scores.raised == {Tier.SOON: 1}
    assert scores.rate(Tier.SOON) == pytest.approx(365 / 40)
    assert scores.rate(Tier.URGENT) == 0
    assert (scores.repeats, scores.persons_urgent) == (0, 0)
    assert (scores.each, scores.rate_error()) == ([1], 0.0)
    assert scores.compared["score of 7, or 2 above the last"] == 1
    assert scores.compared_delays["score of 7, or 2 above the last"] == [0]
    assert scores.compared_delays["CUSUM (0.75, 6)"] == [2]


def test_a_person_with_signs():
    sketch = Sketch().no_signs(*range(10)).sign(5, "leg_weakness", new="yes")
    sketch.sign(6, "bladder_leak", new="yes").pain("0x10")
    people = [simulated(sketch, onset=0, sign=5, emergency=True), simulated(pain("0x9"), sign=3)]
    scores = measure(people)
    assert (scores.signed, scores.same_day, scores.spoken_of) == (2, 1, 1)
    assert (scores.calm, scores.unfounded) == (1, 0)
    assert (scores.persons, scores.persons_urgent) == (2, 1)
    assert (scores.repeats, scores.delays) == (1, [5])
    assert scores.raised == {Tier.EMERGENCY: 2}
    assert scores.rate(Tier.SOON) == scores.rate(Tier.EMERGENCY)


def test_a_sign_said_not_to_be_new_is_spoken_of_and_is_no_emergency():
    sketch = Sketch().no_signs(*range(10)).sign(5, "leg_weakness", new="no").pain("0x10")
    scores = measure([simulated(sketch, sign=5, emergency=True)])
    assert (scores.signed, scores.same_day, scores.spoken_of) == (1, 0, 1)
    assert scores.kinds == {(Tier.SOON, "weakness"): 1}
    assert scores.rate_of(Tier.SOON, "weakness") == pytest.approx(36.5)
    assert scores.rate_of(Tier.SOON, "pain") == 0


def test_an_emergency_where_none_was_simulated_is_counted():
    sketch = Sketch().sign(5, "leg_weakness", new="yes").sign(5, "bladder_leak", new="yes")
    scores = measure([simulated(sketch), simulated(sketch, emergency=True)])
    assert (scores.calm, scores.unfounded) == (1, 2)
    assert Scores().rate_of(Tier.SOON, "pain") == 0


def test_a_person_nobody_warned():
    scores = measure([simulated(pain("0x40"), onset=5)])
    assert scores.delays == [NEVER]
    assert scores.share_by(NEVER - 1) == 0


def test_what_was_said_before_the_onset_is_no_early_warning():
    scores = measure([simulated(pain("0x20 3x20 0x40"), onset=70)])
    assert scores.delays == [NEVER]
    assert scores.compared_delays["two weeks of daily pain"] == [NEVER]


def test_nobody():
    scores = measure([Simulated("by hand", 1.0, Diary(), None, None)])
    assert scores == Scores()
    assert (scores.rate(Tier.SOON), scores.median_delay(), scores.share_by(60)) == (0, None, None)
    assert Simulated("by hand", 1.0, Diary(), None, None).years == 0


def test_chance_of_a_rate_comes_from_how_people_differ():
    scores = Scores(persons=4, years=4.0, each=[0, 0, 2, 2])
    # A standard deviation of 2 / sqrt(3) over 4 people of one year.
    assert scores.rate_error() == pytest.approx(1.96 * 2 / 3**0.5 / 2)
    assert Scores(persons=4, years=4.0, each=[1, 1, 1, 1]).rate_error() == 0


@pytest.mark.parametrize(
    ("delays", "between"),
    [(list(range(1, 101)), (40, 61)), ([5], (5, 5)), ([3, NEVER], (3, NEVER))],
)
def test_chance_of_a_median_comes_from_the_order_of_the_delays(delays, between):
    assert Scores(delays=delays).median_between() == between


def test_chance_of_a_share():
    assert share_error(0.5, 100) == pytest.approx(0.098)
    assert share_error(0, 100) == 0
