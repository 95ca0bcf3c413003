from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
import typst

from diary.charts import fonts, pain_ramp
from diary.charts.body_map import read_body
from diary.charts.body_svg import FAMILY, body_svg
from diary.charts.theme import LIGHT, PRINT
from diary.domain.places import PLACES
from diary.resources import resource

SVG = "{http://www.w3.org/2000/svg}"
BODY = read_body()
CROWDED = {("chest", None): 3.46, ("sternum", None): 10, ("neck", None): 0, ("ribs", "both"): 5}


def drawn(scores, **more):
    return ET.fromstring(body_svg(BODY, scores, **more))


def numbers(root):
    return [text.text for text in root.iter(f"{SVG}text")]


def fills(root):
    return {path.get("fill") for path in root.iter(f"{SVG}path")}


def boxes(root):
    rects = root.iter(f"{SVG}rect")
    return [
        tuple(float(rect.get(side)) for side in ("x", "y", "width", "height")) for rect in rects
    ]


def test_no_pain_is_the_figure_alone():
    root = drawn({})
    assert numbers(root) == []
    assert fills(root) == {"none", PRINT.gap}
    assert root.get("viewBox") == "0 0 776 828"


def test_every_tint_has_its_number():
    root = drawn({("knee", "left"): 7, ("sternum", None): 0})
    assert sorted(numbers(root)) == ["0", "7", "7"]  # a knee is seen from both sides
    assert {pain_ramp.ON_PAPER[7], pain_ramp.ON_PAPER[0]} <= fills(root)


def test_an_average_keeps_one_decimal_and_a_whole_one_none():
    assert sorted(numbers(drawn({("sternum", None): 3.46, ("chest", None): 4.0}))) == ["3.5", "4"]


def test_chosen_without_a_score_says_so():
    root = drawn({("sternum", None): None})
    assert numbers(root) == ["?"]
    assert not set(pain_ramp.ON_PAPER) & fills(root)


@pytest.mark.parametrize("digits", [30, 52])
def test_numbers_side_by_side_do_not_cover_each_other(digits):
    root = ET.fromstring(body_svg(BODY[:1], CROWDED, digits=digits))
    placed = boxes(root)
    assert len(placed) == 5
    for (x, y, wide, high), (x2, y2, wide2, high2) in combinations(placed, 2):
        apart = x + wide <= x2 or x2 + wide2 <= x or y + high <= y2 or y2 + high2 <= y
        assert apart


def test_a_number_that_had_to_move_is_tied_to_its_place():
    assert list(ET.fromstring(body_svg(BODY[:1], CROWDED, digits=52)).iter(f"{SVG}line"))
    assert not list(drawn({("knee", "left"): 7}).iter(f"{SVG}line"))


def test_her_right_is_named_on_the_side_where_it_is_seen():
    texts = list(drawn({}, sides=("her right", "L & l")).iter(f"{SVG}text"))
    assert [text.text for text in texts] == ["her right", "L & l", "L & l", "her right"]
    assert [text.get("text-anchor") for text in texts] == ["start", "end", "start", "end"]


def test_the_same_pains_give_the_same_text():
    assert body_svg(BODY, CROWDED) == body_svg(read_body(), dict(reversed(CROWDED.items())))


def test_the_colours_are_those_of_the_theme():
    assert LIGHT.gap in fills(drawn({}, theme=LIGHT))


def test_the_numbers_are_in_the_bundled_font():
    assert fonts.FAMILY == FAMILY
    assert f'font-family="{FAMILY}"' in body_svg(BODY, CROWDED)


@pytest.mark.baseline
@pytest.mark.parametrize("name", ["few", "many"])
def test_the_printed_body_looks_as_before(baseline, name):
    few = {("lower_back", None): 6, ("knee", "right"): 2.4, ("hand_wrist_fingers", None): None}
    many = {(place, None): at % 11 for at, place in enumerate(PLACES) if place != "all_over"}
    svg = body_svg(read_body(), {"few": few, "many": many}[name], digits=44)
    page = b"""#set page(width: auto, height: auto, margin: 2mm)
#image(bytes(sys.inputs.svg), format: "svg", width: 7cm)
"""
    png = typst.compile(
        page,
        format="png",
        ppi=90,
        sys_inputs={"svg": svg},
        font_paths=[resource("fonts")],
        ignore_system_fonts=True,
    )
    baseline.compare(png, f"body-{name}")
