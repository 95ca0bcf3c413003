from __future__ import annotations

import pytest

from diary.report.lacking import not_judged, not_judged_in_full
from diary.rules.model import AlertReport, NotEnoughDays, RuleFailure
from tests.report.lively import LAST


def test_too_few_days_is_a_result_by_place():
    report = AlertReport(
        LAST,
        (),
        (
            NotEnoughDays("W2", "neck", 8, 10, "base28"),
            NotEnoughDays("W2", "hip", 3, 10, "base28"),
            NotEnoughDays("W3", "neck", 20, 24, "last56"),
            NotEnoughDays("W9", None, 1, 2, "last15", "with a weight"),
        ),
    )
    (fact,) = not_judged(report)
    assert fact.label == "Not enough days to tell"
    assert fact.value == (
        "Neck: a step up from the own weeks before (8 of 10 days recorded), a slow climb (20 of 24 "
        "days recorded); Hip: a step up from the own weeks before (3 of 10 days recorded); "
        "the whole diary: weight (1 of 2 days with a weight)"
    )
    (fact,) = not_judged_in_full(report)
    assert fact.value == (
        "Neck: W2 (8 of 10 days recorded), W3 (20 of 24 days recorded); "
        "Hip: W2 (3 of 10 days recorded); the whole diary: W9 (1 of 2 days with a weight)"
    )


def test_places_that_lack_the_same_days_share_a_line():
    lacking = tuple(NotEnoughDays("W2", place, 3, 10, "base28") for place in ("neck", "hip"))
    (fact,) = not_judged(AlertReport(LAST, (), lacking))
    assert fact.value == "Neck and Hip: a step up from the own weeks before (3 of 10 days recorded)"


@pytest.mark.parametrize(
    ("count", "end"), [(4, "pain at night or at rest (1 of 9 days recorded)"), (6, "3 more rules")]
)
def test_a_diary_that_has_just_begun_does_not_list_every_rule(count, end):
    lacking = tuple(NotEnoughDays(f"W{n}", "neck", 1, 9, "base28") for n in range(1, count + 1))
    (fact,) = not_judged(AlertReport(LAST, (), lacking))
    assert fact.value.endswith(f"a slow climb (1 of 9 days recorded), {end}")
    (fact,) = not_judged_in_full(AlertReport(LAST, (), lacking))
    assert fact.value.count("W") == count


def test_a_fault_of_ours_is_not_hidden():
    report = AlertReport(LAST, (), (), failures=(RuleFailure("W3", ValueError("x")),))
    (fact,) = not_judged(report)
    assert (fact.label, fact.value) == (
        "Not worked out because of a fault in the program",
        "a slow climb",
    )
    assert not_judged_in_full(report)[0].value == "W3"
    assert not_judged(AlertReport(LAST, (), ())) == ()
