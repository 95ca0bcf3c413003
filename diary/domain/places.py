"""The places where pain can be, by class; their ids are public (``daymark schema``).

``phrase`` is the place inside a sentence of the second person: "pain in your lower back".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from diary.domain.catalogue import Catalogue, Group, Term
from diary.i18n import mark


class PlaceClass(Group):
    """The four classes of places; rules read classes."""

    SPINE = "spine", mark("Neck and back")
    BONE = "bone", mark("Bones and large joints")
    JOINT = "joint", mark("Hands, elbows, knees and feet")
    SOFT = "soft", mark("Chest, belly and soft parts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Term):
    """A region of the body.

    Attributes:
        place_class: SPINE, BONE, JOINT or SOFT.
        phrase: the place with its possessive, for use inside a sentence.
        paired: whether left and right can be told apart.
    """

    place_class: PlaceClass
    phrase: str
    paired: bool = True


def _spine(id_: str, label: str, phrase: str, help_: str = "") -> Place:
    return Place(
        id=id_,
        label=label,
        phrase=phrase,
        help=help_,
        place_class=PlaceClass.SPINE,
        paired=False,
    )


def _bone(id_: str, label: str, phrase: str, *, paired: bool = True, help_: str = "") -> Place:
    return Place(
        id=id_, label=label, phrase=phrase, help=help_, place_class=PlaceClass.BONE, paired=paired
    )


def _joint(id_: str, label: str, phrase: str) -> Place:
    return Place(id=id_, label=label, phrase=phrase, place_class=PlaceClass.JOINT)


def _soft(id_: str, label: str, phrase: str, *, paired: bool = True, help_: str = "") -> Place:
    return Place(
        id=id_, label=label, phrase=phrase, help=help_, place_class=PlaceClass.SOFT, paired=paired
    )


PLACES: Catalogue[Place] = Catalogue(
    (
        _spine("neck", mark("Neck"), mark("your neck")),
        _spine(
            "upper_back",
            mark("Upper back"),
            mark("your upper back"),
            mark("Between the shoulder blades and down to the lowest ribs."),
        ),
        _spine(
            "lower_back",
            mark("Lower back"),
            mark("your lower back"),
            mark("From the lowest ribs to the belt."),
        ),
        _spine(
            "sacrum",
            mark("Base of the spine"),
            mark("the base of your spine"),
            mark("Below the belt, down to the tailbone."),
        ),
        _bone("skull", mark("Skull"), mark("your skull"), paired=False),
        _bone("ribs", mark("Ribs"), mark("your ribs")),
        _bone("sternum", mark("Breastbone"), mark("your breastbone"), paired=False),
        _bone("collarbone", mark("Collarbone"), mark("your collarbone")),
        _bone("shoulder_blade", mark("Shoulder blade"), mark("your shoulder blade")),
        _bone(
            "shoulder_upper_arm",
            mark("Shoulder or upper arm"),
            mark("your shoulder or upper arm"),
        ),
        _bone("pelvis_groin", mark("Pelvis or groin"), mark("your pelvis or groin")),
        _bone("hip", mark("Hip"), mark("your hip")),
        _bone("thigh", mark("Thigh"), mark("your thigh")),
        _bone("buttock", mark("Buttock"), mark("your buttock")),
        _joint("hand_wrist_fingers", mark("Hand, wrist or fingers"), mark("your hands or wrists")),
        _joint("elbow", mark("Elbow"), mark("your elbow")),
        _joint("knee", mark("Knee"), mark("your knee")),
        _joint("ankle_foot", mark("Ankle or foot"), mark("your ankle or foot")),
        _soft("forearm", mark("Forearm"), mark("your forearm")),
        _soft("lower_leg", mark("Lower leg"), mark("your lower leg")),
        _soft("breast_chest_wall", mark("Breast or chest wall"), mark("your breast or chest wall")),
        _soft("armpit", mark("Armpit"), mark("your armpit")),
        _soft(
            "chest",
            mark("Chest, inside"),
            mark("your chest"),
            paired=False,
            help_=mark("A pain inside the chest, not in a rib or the breastbone."),
        ),
        _soft(
            "abdomen_upper_right",
            mark("Belly, upper right"),
            mark("the upper right of your belly"),
            paired=False,
        ),
        _soft("abdomen_upper", mark("Belly, upper"), mark("your upper belly"), paired=False),
        _soft("abdomen_lower", mark("Belly, lower"), mark("your lower belly"), paired=False),
        _soft("flank", mark("Flank"), mark("your flank"), help_=mark("The side of the waist.")),
        _soft("testicle", mark("Testicle"), mark("your testicle")),
        _soft("all_over", mark("All over"), mark("your whole body"), paired=False),
    )
)


@cache
def places_of(*classes: PlaceClass) -> tuple[str, ...]:
    """Return the ids of the places of these classes, in catalogue order."""
    return tuple(place.id for place in PLACES.values() if place.place_class in classes)
