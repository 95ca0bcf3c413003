"""V2: joints by the tests of W1 and W2, and stiffness on 75 % of two weeks."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass
from diary.rules.catalog.v2_joints import RULE
from diary.rules.model import Tier
from tests.rules.catalog.counted import NEWNESS, last_verdict, line_of, new_on_day_0
from tests.rules.diaries import alert_of, pain, raised, steps, tiers, true_days

LASTING = "0x20 3x13"  # the test of W1: true on day 32
STIFF = pytest.mark.parametrize("sign", ["hand_stiffness", "stiffness"])


def last_tier(sketch, place="knee"):
    """Return the tier on the last day, or None."""
    return tiers(sketch, RULE, place).get(max(sketch._numbers()))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("line", "first"), [(LASTING, 32), ("2x28 3x7 4x7", 41)])
def test_joints_by_the_tests_of_w1_and_w2(place, line, first):
    joint = PLACES[place].place_class is PlaceClass.JOINT
    assert raised(pain(line, place).usual(place, 2), RULE) == (
        [("V2", place, first)] if joint else []
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("0x20 2x13", True),
        ("0x20 2x12", False),
        ("0x20 1x13", False),
        ("0x20 2x10 0x3", False),
        ("2x28 3x7 4x6 3", False),  # a rise of 1.86
        ("2x28 3x6 2 4x7", False),
        ("2x7", None),
        ("0x20 6x7 2x6", True),  # falling, and for the visit anyway
    ],
)
def test_near_misses(line, expected):
    assert last_verdict(pain(line, "knee"), RULE, "knee") is expected


@pytest.mark.parametrize(
    ("sides", "tier"),
    [
        (("left",), Tier.SOON),
        (("right",), Tier.SOON),
        (("both",), Tier.NEXT_VISIT),
        (("left", "right"), Tier.NEXT_VISIT),
        (("left", "both"), Tier.NEXT_VISIT),
        (("centre",), Tier.NEXT_VISIT),
        ((None,), Tier.NEXT_VISIT),
        ((None, "left"), Tier.SOON),
    ],
)
def test_one_side_only_is_for_this_week(sides, tier):
    sketch = pain("0x20")
    for number in range(20, 33):
        sketch.pain("3", "knee", number, side=sides[number % len(sides)])
    assert last_tier(sketch) is tier


def test_a_late_entry_tells_no_side():
    sketch = pain("0x20 3x6", "knee", side=None).pain("3l", "knee", 26, side="both")
    sketch.pain("3x8", "knee", 27, side="left")
    assert last_tier(sketch) is Tier.SOON


@pytest.mark.parametrize(
    ("line", "tier"),
    [
        ("0x20 5x14", Tier.SOON),
        ("0x20 5x13 4", Tier.NEXT_VISIT),
        ("0x20 4x14", Tier.NEXT_VISIT),
    ],
)
def test_a_mean_of_5_is_for_this_week(line, tier):
    assert last_tier(pain(line, "knee")) is tier


@pytest.mark.parametrize(
    ("field", "level", "held", "answered", "tier"),
    [
        ("sleep", 3, 4, 7, Tier.SOON),
        ("daily_tasks", 3, 4, 7, Tier.SOON),
        ("sleep", 3, 3, 7, Tier.NEXT_VISIT),
        ("sleep", 2, 7, 7, Tier.NEXT_VISIT),
        ("walking", 3, 7, 7, Tier.NEXT_VISIT),
        ("sleep", 3, 1, 2, Tier.SOON),
    ],
)
def test_held_back_is_for_this_week(field, level, held, answered, tier):
    sketch = pain(LASTING, "knee").tell(range(26, 26 + answered), sleep=0)
    assert last_tier(sketch.tell(range(26, 26 + held), **{field: level})) is tier


@STIFF
def test_stiffness_for_56_days_is_for_this_week(sign):
    days = tiers(line_of(sign, "+" * 65, new="yes"), RULE, sign)
    assert [day for day, tier in days.items() if tier is Tier.SOON] == [63, 64]
    broken = tiers(line_of(sign, "+" * 40 + "...." + "+" * 24, new="yes"), RULE, sign)
    assert set(broken.values()) == {Tier.NEXT_VISIT}


@pytest.mark.parametrize(
    ("sides", "tier"), [(("left",), Tier.SOON), (("left", "right"), Tier.NEXT_VISIT)]
)
def test_stiffness_of_one_hand_is_for_this_week(sides, tier):
    sketch = line_of("stiffness", "." * 8)
    for number in range(8):
        sketch.sign(number, "hand_stiffness", side=sides[number % len(sides)], new="yes")
    assert last_tier(sketch, "hand_stiffness") is tier


@STIFF
def test_stiffness_that_holds_back_is_for_this_week(sign):
    sketch = line_of(sign, "+" * 8, new="yes").tell(range(8), daily_tasks=3)
    assert last_tier(sketch, sign) is Tier.SOON


@STIFF
def test_stiffness_fires_when_eight_days_are_recorded(sign):
    sketch = line_of(sign, "+" * 10, new="yes")
    assert raised(sketch, RULE) == [("V2", sign, 7)]
    assert steps(alert_of(sketch, RULE)) == [("V2", "next_visit", 7)]


@STIFF
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("++++++..", True),
        ("+++++...", False),
        ("+++++++", None),
        ("+++++++______+", True),
        ("+++++++_______+", None),
        ("+++++++L", None),
    ],
)
def test_stiffness_on_three_quarters(sign, line, expected):
    assert last_verdict(line_of(sign, line, new="yes"), RULE) is expected


@STIFF
@pytest.mark.parametrize(("new", "usual", "fires"), NEWNESS)
def test_new_and_usual_stiffness(sign, new, usual, fires):
    sketch = line_of(sign, "+" * 8, new=new).usual(sign, usual)
    assert bool(last_verdict(sketch, RULE)) is fires


@STIFF
def test_one_of_the_last_21_days_was_new(sign):
    assert true_days(new_on_day_0(sign, 30), RULE) == list(range(7, 21))


@pytest.mark.parametrize(
    ("kind", "start", "end", "named"),
    [
        ("aromatase_inhibitor", 0, None, True),
        ("aromatase_inhibitor", 0, 31, False),
        ("tamoxifen", 0, None, False),
    ],
)
def test_the_treatment_is_named_only_while_it_runs(kind, start, end, named):
    words = alert_of(pain(LASTING, "knee").treatment(kind, start, end), RULE).wording
    told = " ".join((words.noticed, words.worked_out, words.cannot_tell))
    assert ("aromatase" in told) is named
