"""V3: pain that began within 14 days after a treatment, and is falling."""

from __future__ import annotations

import pytest

from diary.domain.choices import TREATMENT_KINDS
from diary.domain.places import PLACES
from diary.rules.catalog.v3_after_treatment import RULE
from tests.rules.catalog.counted import last_verdict
from tests.rules.diaries import LOWER_BACK, alert_of, pain, raised, steps, true_days

KINDS = {"trastuzumab_pertuzumab", "chemotherapy", "gcsf", "bone_medicine", "vaccine"}
FALLING = "0x10 5x7 3x4"  # from the fourth day of 3 on the middle value of the week is 3


def after(line=FALLING, start=8, place=LOWER_BACK, kind="gcsf", end=None):
    """Return a line of days, and a treatment."""
    return pain(line, place).treatment(kind, start, end)


@pytest.mark.parametrize("place", PLACES)
def test_fires_when_it_falls_at_any_place(place):
    assert raised(after(place=place), RULE) == [("V3", place, 20)]


@pytest.mark.parametrize("kind", TREATMENT_KINDS)
def test_the_treatments(kind):
    sketch = after(kind=kind)
    assert true_days(sketch, RULE) == ([20] if kind in KINDS else [])
    if kind in KINDS:
        alert = alert_of(sketch, RULE)
        assert steps(alert) == [("V3", "next_visit", 20)]
        assert TREATMENT_KINDS[kind].label.lower() in alert.wording.noticed
        assert alert.evidence.numbers == {"median_last7": 3, "median_prior7": 5}


@pytest.mark.parametrize(
    ("start", "fires"), [(10, True), (11, False), (0, True), (-4, True), (-5, False)]
)
def test_the_spell_begins_within_14_days_of_the_start(start, fires):
    assert last_verdict(after(start=start, end=start), RULE, LOWER_BACK) is fires


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("0x10 5x7 5x4", False),
        ("0x10 3x7 5x7", False),
        ("0x10 5x7 4x4", True),
        ("0x10 1x7 0x7", False),  # no pain of 2
        ("0x10 5x2 _x5 3x2", None),
        ("0x6 _x4 5x3 _x4 3x3", True),
        ("0x10 5x3 _x4 3x2 ?", None),
        ("0x10 5x3 _x4 3x2 3l", None),  # late
        ("0x10 5x4 1x3 1x7", True),
        ("0x10 5 1x6 0x7", True),  # pain of 2 within the last 14 days
        ("0x10 5 1x7 0x7", False),
    ],
)
def test_it_falls_by_the_middle_value_of_the_week(line, expected):
    assert last_verdict(after(line), RULE, LOWER_BACK) is expected


@pytest.mark.parametrize(("free", "fires"), [(14, True), (13, False)])
def test_a_spell_begins_after_14_days_without_pain(free, fires):
    # The pain of day 0 goes on, or a spell begins after the treatment of the day before.
    sketch = after(f"2 0x{free} 5x7 3x4", start=free)
    assert last_verdict(sketch, RULE, LOWER_BACK) is fires


def test_the_last_treatment_before_is_named():
    sketch = after(start=1, kind="vaccine").treatment("chemotherapy", 5).treatment("gcsf", 12)
    noticed = alert_of(sketch, RULE).wording.noticed
    assert TREATMENT_KINDS["chemotherapy"].label.lower() in noticed


def test_without_a_known_start_nothing_is_said():
    sketch = pain(FALLING)
    assert true_days(sketch, RULE) == []
    sketch.treatment("gcsf", 8)
    sketch.treated = [one.model_copy(update={"start": None}) for one in sketch.treated]
    assert true_days(sketch, RULE) == []
