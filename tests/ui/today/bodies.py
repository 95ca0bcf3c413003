"""The places of a body map, as a test looks them up."""

from __future__ import annotations


def spot_of(body_map, region, side, view=None):
    """Return the check box of a place, the first that fits."""
    fitting = (spot for spot in body_map.spots if spot.place.key == (region, side))
    return next(spot for spot in fitting if view in (None, spot.place.view))
