from __future__ import annotations

import runpy
from itertools import combinations

import pytest
from shapely import Point, Polygon, affinity
from shapely.ops import unary_union

from diary.charts.body_map import SIZE, VIEWS, read_body, read_view, score_of
from diary.domain.places import PLACES, PlaceClass, places_of
from diary.resources import resource

BODY = {view.name: view for view in read_body()}
ON_BOTH = {"skull", "neck", "ribs", "flank", "hip", "thigh", "knee", "lower_leg", "ankle_foot"} | {
    "shoulder_upper_arm",
    "elbow",
    "forearm",
    "hand_wrist_fingers",
}
ALL_OVER = "all_over"  # a button, not a place of the drawing
every_view = pytest.mark.parametrize("name", VIEWS)


def areas(view):
    return [(place, Polygon(place.outline)) for place in view.places]


def find(view, region, side=None):
    return next(place for place in BODY[view].places if place.key == (region, side))


def mirrored(shape):
    return affinity.scale(shape, -1, 1, origin=(SIZE[0] / 2, 0))


@every_view
def test_a_drawing_has_the_size_the_window_counts_on(name):
    assert BODY[name].size == SIZE
    assert Polygon(BODY[name].figure).within(Polygon([(0, 0), (SIZE[0], 0), SIZE, (0, SIZE[1])]))


def test_every_place_can_be_reached_and_no_other():
    drawn = {place.region for view in BODY.values() for place in view.places}
    assert drawn == set(PLACES) - {ALL_OVER}


def test_places_seen_from_both_sides_are_on_both_views():
    front, back = ({place.region for place in BODY[name].places} for name in VIEWS)
    assert front & back == ON_BOTH


@every_view
def test_pairs_are_drawn_as_pairs_and_the_others_once(name):
    keys = sorted((place.region, place.side or "") for place in BODY[name].places)
    assert len(keys) == len(set(keys))
    for region in {region for region, _ in keys}:
        sides = [side for other, side in keys if other == region]
        assert sides == (["left", "right"] if PLACES[region].paired else [""])


def test_the_four_parts_of_the_spine_lie_one_below_the_other():
    spine = [find("back", region) for region in places_of(PlaceClass.SPINE)]
    heights = [place.label[1] for place in spine]
    assert len(spine) == 4
    assert heights == sorted(heights)
    assert {place.label[0] for place in spine} == {SIZE[0] / 2}


@every_view
def test_the_places_cover_the_figure(name):
    figure = Polygon(BODY[name].figure)
    covered = unary_union([area for _, area in areas(BODY[name])])
    assert covered.intersection(figure).area >= 0.98 * figure.area
    assert covered.difference(figure.buffer(0.5)).area == 0


@every_view
def test_the_places_do_not_overlap(name):
    for (one, area), (other, other_area) in combinations(areas(BODY[name]), 2):
        assert area.intersection(other_area).area < 0.5, (one.key, other.key)


@every_view
def test_left_and_right_mirror_each_other(name):
    view = BODY[name]
    figure = Polygon(view.figure)
    assert figure.hausdorff_distance(mirrored(figure)) <= 1
    for place, area in areas(view):
        if place.side == "left":
            other = Polygon(find(name, place.region, "right").outline)
            assert area.hausdorff_distance(mirrored(other)) <= 1, place.key


@every_view
def test_a_place_is_one_sound_area_and_its_number_stands_inside(name):
    for place, area in areas(BODY[name]):
        assert area.is_valid
        assert area.contains(Point(place.label))
        assert area.contains(area.representative_point())
        assert place.room == pytest.approx(area.exterior.distance(Point(place.label)), abs=0.1)
        assert place.bounds == area.bounds


def test_her_right_is_on_the_left_of_the_front_and_on_the_right_of_the_back():
    middle = SIZE[0] / 2
    assert find("front", "knee", "right").label[0] < middle < find("front", "knee", "left").label[0]
    assert find("back", "knee", "left").label[0] < middle < find("back", "knee", "right").label[0]
    assert find("front", "abdomen_upper_right").bounds[2] < middle


def test_the_drawings_are_what_the_tool_draws(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(resource("body")))
    tool = runpy.run_path(str(resource("body/make_body_map.py")))
    tool["write"](tmp_path)
    for name, view in BODY.items():
        text = (tmp_path / f"{name}.svg").read_text(encoding="utf-8")
        again = {place.key: Polygon(place.outline) for place in read_view(text).places}
        for place, area in areas(view):
            assert area.symmetric_difference(again[place.key]).area < 1, place.key


@pytest.mark.parametrize(
    ("scores", "left", "right"),
    [
        ({}, (False, None), (False, None)),
        ({("knee", "left"): 3}, (True, 3), (False, None)),
        ({("knee", "both"): 3}, (True, 3), (True, 3)),
        ({("knee", None): 0}, (True, 0), (True, 0)),
        ({("knee", "left"): None}, (True, None), (False, None)),
        ({("knee", "both"): 2, ("knee", "left"): 5}, (True, 5), (True, 2)),
        ({("knee", "left"): None, ("knee", None): 4}, (True, 4), (True, 4)),
        ({("hip", "left"): 9}, (False, None), (False, None)),
    ],
)
def test_a_score_is_shown_on_the_sides_it_was_given_for(scores, left, right):
    assert score_of(find("front", "knee", "left"), scores) == left
    assert score_of(find("front", "knee", "right"), scores) == right


@pytest.mark.parametrize("side", [None, "centre", "left", "both"])
def test_a_place_of_the_midline_takes_every_side(side):
    assert score_of(find("back", "lower_back"), {("lower_back", side): 6}) == (True, 6)
