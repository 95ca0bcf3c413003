"""Places: their classes, their words inside a sentence, and which have two sides."""

from __future__ import annotations

import pytest

from diary.domain.places import PLACES, PlaceClass, places_of


def test_every_place_belongs_to_a_class():
    assert places_of(*PlaceClass) == tuple(PLACES)
    assert places_of() == ()


def test_several_classes_come_in_the_order_of_the_catalogue():
    both = places_of(PlaceClass.BONE, PlaceClass.SPINE)
    assert both == places_of(PlaceClass.SPINE) + places_of(PlaceClass.BONE)


@pytest.mark.parametrize("place_class", PlaceClass)
def test_a_class_has_words(place_class):
    assert place_class.label
    assert place_class.label != place_class.value


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_place_fits_into_a_sentence(place):
    words = place.phrase.split()
    assert "your" in words
    assert place.phrase[0].islower()
    assert not place.phrase.endswith(".")


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_the_midline_has_no_sides(place):
    midline = {"skull", "sternum", "chest", "all_over"}
    one_sided = place.id in midline or place.id.startswith("abdomen")
    assert place.paired == (not one_sided and place.place_class is not PlaceClass.SPINE)
