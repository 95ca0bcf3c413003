from __future__ import annotations

import pytest

from diary.domain.entry import Pain
from diary.ui.today.place_toggle import PlaceToggle, place_toggle

BACK = Pain(region="lower_back")
LEFT, RIGHT, BOTH = (Pain(region="knee", side=side) for side in ("left", "right", "both"))
KNEE = Pain(region="knee")


@pytest.mark.parametrize(
    ("pains", "pressed", "meant"),
    [
        ((), ("lower_back", None), PlaceToggle(add=True)),
        ((), ("knee", "left"), PlaceToggle(add=True, side="left")),
        ((BACK,), ("lower_back", None), PlaceToggle(remove=(0,))),
        ((LEFT, BACK), ("knee", "left"), PlaceToggle(remove=(0,))),
        ((BACK, LEFT), ("knee", "right"), PlaceToggle(add=True, side="right")),
        ((LEFT, BACK, RIGHT), ("knee", "right"), PlaceToggle(remove=(2,))),
        ((LEFT, LEFT), ("knee", "left"), PlaceToggle(remove=(0, 1))),
        ((BOTH,), ("knee", "left"), PlaceToggle(change=0, side="right")),
        ((BACK, BOTH), ("knee", "right"), PlaceToggle(change=1, side="left")),
        ((KNEE,), ("knee", "left"), PlaceToggle(change=0, side="left")),
        ((LEFT, RIGHT), ("knee", None), PlaceToggle(remove=(0, 1))),
        (
            (Pain(region="lower_back", side="left"),),
            ("lower_back", None),
            PlaceToggle(remove=(0,)),
        ),
        (
            (Pain(region="knee", side="centre"),),
            ("knee", "left"),
            PlaceToggle(add=True, side="left"),
        ),
    ],
)
def test_what_a_press_on_the_map_means(pains, pressed, meant):
    assert place_toggle(pains, *pressed) == meant
