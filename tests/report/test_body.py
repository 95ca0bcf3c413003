from __future__ import annotations

import pytest

from diary.domain.entry import Pain
from diary.report.body import body_maps
from tests.report.small import back, day, entry, late


def knee(worst, side=None):
    return Pain(region="knee", side=side, worst=worst)


def maps(*entries, last=27):
    return body_maps(entries, day(0), day(last))


def scores(one):
    return dict(one.scores)


def test_without_pain_there_are_no_maps():
    assert maps() is None
    assert maps(entry(0), entry(1, pains=())) is None


def test_the_first_week_the_last_week_and_the_whole_period():
    found = maps(
        entry(0, pains=(back(2),)),
        entry(6, pains=(back(4),)),
        entry(7, pains=(back(9),)),
        entry(21, pains=(back(8),)),
        entry(27, pains=()),
    )
    start, end, whole = found.maps
    assert [one.caption for one in found.maps] == [
        "1 Mar to 7 Mar",
        "22 Mar to 28 Mar",
        "",
    ]
    assert scores(start) == {("lower_back", None): 3}
    assert scores(end) == {("lower_back", None): 4}
    assert scores(whole) == {("lower_back", None): 4.6}
    assert [one.note for one in found.maps] == [
        "2 days recorded",
        "2 days recorded",
        "5 days recorded",
    ]


@pytest.mark.parametrize(
    ("last", "captions"),
    [
        (0, ["1 Mar", "1 Mar", ""]),
        (1, ["1 Mar", "2 Mar", ""]),
        (4, ["1 Mar to 2 Mar", "4 Mar to 5 Mar", ""]),
    ],
)
def test_the_ends_of_a_short_period_share_no_day(last, captions):
    found = maps(entry(0, pains=(back(2),)), last=last)
    assert [one.caption for one in found.maps] == captions


def test_silence_and_a_painless_week_are_told_apart():
    found = maps(entry(0, pains=()), entry(10, pains=(back(1),)))
    start, end, _ = found.maps
    assert (start.note, start.scores) == ("no pain on 1 day recorded", ())
    assert (end.note, end.scores) == ("not recorded", ())
    assert end.text == "Body map, end, 22 March to 28 March 2026: not recorded."


def test_a_side_counts_on_its_side_and_none_on_both():
    found = maps(
        entry(0, pains=(knee(4, "left"),)),
        entry(1, pains=(knee(2),)),
        entry(2, pains=(knee(6, "right"), knee(3, "left"))),
    )
    assert scores(found.maps[0]) == {
        ("knee", "left"): 3,
        ("knee", "right"): pytest.approx(8 / 3),
    }
    assert found.maps[0].text == (
        "Body map, start, 1 March to 7 March 2026: 3 days recorded; Knee, left 3; Knee, right 2.7."
    )


def test_both_sides_alike_are_told_once_and_the_worst_place_first():
    found = maps(entry(0, pains=(knee(4, "both"), back(7))))
    assert found.maps[0].text.endswith("1 day recorded; Lower back 7; Knee, both sides 4.")


def test_late_days_are_not_reckoned_with():
    found = maps(entry(0, pains=(back(2),)), late(1, pains=(back(10),)))
    assert scores(found.maps[0]) == {("lower_back", None): 2}


def test_pain_without_a_number_is_shown_as_such():
    found = maps(entry(0, pains=(back(None),)), entry(1, pains=()))
    assert scores(found.maps[0]) == {("lower_back", None): None}
    assert found.maps[0].text.endswith("Lower back without a score.")


def test_a_little_pain_on_one_of_many_days_is_left_out_and_that_is_said():
    entries = [entry(number, pains=(back(1),) if number == 8 else ()) for number in range(28)]
    found = maps(*entries)
    assert found.about == "average of the days, 0 to 10; under 0.5 left out"
    assert scores(found.maps[2]) == {}
    assert found.maps[2].note == "nowhere 0.5 or more on 28 days recorded"
    assert scores(maps(entry(0, pains=(back(1),)), entry(1, pains=())).maps[2]) == {
        ("lower_back", None): 0.5
    }


def test_pain_all_over_is_said_in_words():
    everywhere = Pain(region="all_over", worst=3)
    found = maps(entry(0, pains=(everywhere,)), entry(1, pains=(everywhere, back(4))))
    assert scores(found.maps[0]) == {("lower_back", None): 2}
    assert found.maps[0].note == "All over 3; 2 days recorded"
    assert found.maps[0].text.endswith("2 days recorded; All over 3; Lower back 2.")
    unscored = maps(entry(0, pains=(Pain(region="all_over", worst=None),)))
    assert unscored.maps[0].note == "All over without a score; 1 day recorded"
