from __future__ import annotations

import pytest

from diary.charts.body_map import SIZE, read_body
from diary.ui.today.body_hits import REACH, is_small, meant, next_place, signed_distance

FRONT, BACK = read_body()
SCALES = (0.5, 0.76, 1.5)
SQUARE = ((0, 0), (10, 0), (10, 10), (0, 10))


def find(view, region, side=None):
    return next(place for place in view.places if place.key == (region, side))


def keys(places):
    return [place.key for place in places]


@pytest.mark.parametrize(
    ("point", "distance"),
    [((5, 5), -5), ((9, 5), -1), ((13, 5), 3), ((13, 14), 5), ((10, 5), 0)],
)
def test_the_distance_from_a_border_is_negative_inside(point, distance):
    assert signed_distance(SQUARE, point) == pytest.approx(distance)


def test_a_point_twice_in_an_outline_does_no_harm():
    assert signed_distance(((0, 0), *SQUARE), (13, 5)) == pytest.approx(3)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("view", [FRONT, BACK], ids=["front", "back"])
def test_a_click_on_the_number_of_a_place_means_it(view, scale):
    for place in view.places:
        assert meant(view.places, place.label, scale, finger=False)[0] is place
        assert meant(view.places, place.label, scale, finger=True)[0] is place


@pytest.mark.parametrize("scale", SCALES)
def test_a_click_on_the_number_is_never_unclear_for_a_mouse(scale):
    for view in (FRONT, BACK):
        for place in view.places:
            assert len(meant(view.places, place.label, scale, finger=False)) == 1


def test_a_click_beside_the_body_means_the_nearest_place_within_reach():
    left, _, _, bottom = find(FRONT, "ankle_foot", "right").bounds
    near = (left - (REACH - 4), bottom - 10)
    assert keys(meant(FRONT.places, near, 1, finger=False)) == [("ankle_foot", "right")]
    far = (left - (REACH + 14), bottom - 10)
    assert meant(FRONT.places, far, 1, finger=False) == ()


def test_the_reach_is_one_of_the_screen_not_of_the_drawing():
    left, _, _, bottom = find(FRONT, "ankle_foot", "right").bounds
    point = (left - 30, bottom - 10)
    assert meant(FRONT.places, point, 2, finger=False) == ()
    assert keys(meant(FRONT.places, point, 0.5, finger=False)) == [("ankle_foot", "right")]


def test_a_small_place_reaches_over_a_large_neighbour():
    small, large = find(FRONT, "armpit", "left"), find(FRONT, "shoulder_upper_arm", "left")
    x, y = small.label
    while signed_distance(small.outline, (x, y)) < 2:
        x += 0.5
    assert signed_distance(large.outline, (x, y)) < 0
    assert meant(FRONT.places, (x, y), 1, finger=False)[0] is small


def test_a_mouse_on_the_border_of_two_small_places_is_asked_which():
    middle = (
        find(FRONT, "testicle", "left").label[0] + find(FRONT, "testicle", "right").label[0]
    ) / 2
    found = meant(FRONT.places, (middle, find(FRONT, "testicle", "left").label[1]), 1, finger=False)
    assert set(keys(found)) == {("testicle", "left"), ("testicle", "right")}


def test_a_finger_among_small_places_is_asked_which_nearest_first():
    found = meant(FRONT.places, find(FRONT, "sternum").label, 0.7, finger=True)
    assert keys(found)[0] == ("sternum", None)
    assert 2 <= len(found) <= 5
    assert all(is_small(place, 0.7) for place in found)


def test_a_finger_well_inside_a_place_is_not_asked():
    assert keys(meant(FRONT.places, find(FRONT, "thigh", "left").label, 0.7, finger=True)) == [
        ("thigh", "left")
    ]
    assert keys(meant(FRONT.places, find(FRONT, "sternum").label, 3, finger=True)) == [
        ("sternum", None)
    ]


def stops():
    front = [(place.label, place) for place in FRONT.places]
    return front + [((place.label[0] + SIZE[0], place.label[1]), place) for place in BACK.places]


@pytest.mark.parametrize(
    ("start", "direction", "end"),
    [
        (("skull", None), "down", ("neck", None)),
        (("neck", None), "up", ("skull", None)),
        (("knee", "right"), "down", ("lower_leg", "right")),
        (("knee", "right"), "right", ("knee", "left")),
        (("knee", "right"), "up", ("thigh", "right")),
        (("lower_leg", "left"), "down", ("ankle_foot", "left")),
        (("elbow", "left"), "down", ("forearm", "left")),
        (("sternum", None), "down", ("chest", None)),
        (("sternum", None), "right", ("breast_chest_wall", "left")),
    ],
)
def test_arrows_go_to_the_neighbour_on_the_front(start, direction, end):
    place = find(FRONT, *start)
    assert next_place(stops(), place.label, direction).key == end


@pytest.mark.parametrize(
    ("start", "end"),
    [("neck", "upper_back"), ("upper_back", "lower_back"), ("lower_back", "sacrum")],
)
def test_down_follows_the_spine(start, end):
    at = next(at for at, place in stops() if place is find(BACK, start))
    assert next_place(stops(), at, "down").key == (end, None)


def test_right_of_the_front_is_the_back():
    at = find(FRONT, "hand_wrist_fingers", "left").label
    assert next_place(stops(), at, "right").view == "back"


def test_there_is_nothing_above_the_head():
    assert next_place(stops(), find(FRONT, "skull").label, "up") is None


def test_arrows_reach_every_place():
    where = {id(place): at for at, place in stops()}
    seen, waiting = set(), [find(BACK, "lower_back")]
    while waiting:
        place = waiting.pop()
        if id(place) in seen:
            continue
        seen.add(id(place))
        found = (
            next_place(stops(), where[id(place)], way) for way in ("left", "right", "up", "down")
        )
        waiting += [other for other in found if other is not None]
    assert {key for _, place in stops() if id(place) not in seen for key in [place.key]} == set()
