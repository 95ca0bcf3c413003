"""Other symptoms, and the person's own ones; their ids are public (``daymark schema``).

``phrase`` is the symptom inside a sentence: "You recorded a cough".
"""

from __future__ import annotations

from dataclasses import dataclass

from diary.domain.catalogue import Catalogue, Group, Term
from diary.i18n import mark, translate

CUSTOM_PREFIX = "custom:"


class SymptomGroup(Group):
    """How the symptoms are grouped on the form and in the sheet."""

    ENERGY = "energy", mark("Energy, sleep and appetite")
    CHEST = "chest", mark("Breathing and chest")
    HEAD = "head", mark("Head and senses")
    BELLY = "belly", mark("Belly and bowel")
    LUMPS = "lumps", mark("Lumps, breast and swelling")
    BODY = "body", mark("Whole body")


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptom(Term):
    """A symptom of the catalogue.

    Attributes:
        group: where it stands on the form and in the sheet.
        phrase: the symptom inside a sentence.
        whole_body: a sign of the whole body; a doctor wants to read a "no" to it in so many words.
        asks_where: whether it means little without its place, which the form then asks for.
    """

    group: SymptomGroup
    phrase: str
    whole_body: bool = False
    asks_where: bool = False


def _s(
    group: SymptomGroup,
    id_: str,
    label: str,
    phrase: str,
    help_: str = "",
    *,
    whole_body: bool = False,
    asks_where: bool = False,
) -> Symptom:
    return Symptom(
        id=id_,
        label=label,
        phrase=phrase,
        help=help_,
        group=group,
        whole_body=whole_body,
        asks_where=asks_where,
    )


_E, _C, _H = SymptomGroup.ENERGY, SymptomGroup.CHEST, SymptomGroup.HEAD
_B, _L, _W = SymptomGroup.BELLY, SymptomGroup.LUMPS, SymptomGroup.BODY

SYMPTOMS: Catalogue[Symptom] = Catalogue(
    (
        _s(_E, "fatigue", mark("Tiredness"), mark("tiredness"), whole_body=True),
        _s(_E, "appetite_loss", mark("Poor appetite"), mark("a poor appetite"), whole_body=True),
        _s(
            _E,
            "weight_loss",
            mark("Losing weight"),
            mark("losing weight"),
            mark("Clothes are looser."),
            whole_body=True,
        ),
        _s(_B, "nausea", mark("Feeling sick"), mark("feeling sick")),
        _s(_B, "vomiting", mark("Being sick"), mark("being sick")),
        _s(_C, "cough", mark("Cough"), mark("a cough"), whole_body=True),
        _s(
            _C,
            "breathlessness",
            mark("Short of breath"),
            mark("being short of breath"),
            whole_body=True,
        ),
        _s(
            _C,
            "breathless_at_rest",
            mark("Short of breath at rest"),
            mark("being short of breath at rest"),
        ),
        _s(
            _C,
            "blood_in_sputum",
            mark("Blood in what you cough up"),
            mark("blood in what you coughed up"),
        ),
        _s(_C, "chest_infection", mark("Chest infection"), mark("a chest infection")),
        _s(_H, "headache", mark("Headache"), mark("a headache"), whole_body=True),
        _s(_H, "headache_on_waking", mark("Headache on waking"), mark("a headache on waking")),
        _s(_H, "vision_change", mark("Change of sight"), mark("a change of sight")),
        _s(_H, "double_vision", mark("Double vision"), mark("double vision")),
        _s(_H, "vision_lost", mark("Sight lost"), mark("a loss of sight")),
        _s(_H, "seizure", mark("Seizure or fit"), mark("a seizure or fit")),
        _s(
            _H,
            "face_or_speech",
            mark("Face or speech changed"),
            mark("a change of your face or speech"),
            mark("A drooping face, or trouble finding or saying words."),
        ),
        _s(_H, "confusion", mark("Confusion"), mark("confusion")),
        _s(_H, "drowsiness", mark("Drowsiness"), mark("drowsiness")),
        _s(_B, "jaundice", mark("Yellow skin or eyes"), mark("yellow skin or eyes")),
        _s(
            _B,
            "dark_urine_pale_stool",
            mark("Dark urine or pale stool"),
            mark("dark urine or pale stool"),
        ),
        _s(_W, "fever", mark("Fever"), mark("a fever"), whole_body=True),
        _s(_L, "lump", mark("New lump"), mark("a lump"), whole_body=True, asks_where=True),
        _s(
            _L,
            "swollen_nodes",
            mark("Swollen glands"),
            mark("swollen glands"),
            mark("In the neck, above the collarbone, in the armpit or groin."),
            asks_where=True,
        ),
        _s(
            _L,
            "swelling",
            mark("Swelling"),
            mark("swelling"),
            mark("Say where, for example lower leg or arm."),
            asks_where=True,
        ),
        _s(_L, "breast_change", mark("Change of the breast"), mark("a change of the breast")),
        _s(_L, "nipple_change", mark("Change of the nipple"), mark("a change of the nipple")),
        _s(
            _B,
            "bowel_change",
            mark("Change of bowel habit"),
            mark("a change of bowel habit"),
            whole_body=True,
        ),
        _s(_B, "constipation", mark("Constipation"), mark("constipation")),
        _s(_B, "diarrhoea", mark("Diarrhoea"), mark("diarrhoea")),
        _s(_B, "cramps", mark("Cramps in the belly"), mark("cramps in your belly")),
        _s(_B, "blood_in_stool", mark("Blood in the stool"), mark("blood in the stool")),
        _s(_L, "testicular_change", mark("Change of a testicle"), mark("a change of a testicle")),
        _s(_W, "thirst", mark("Unusual thirst"), mark("unusual thirst")),
        _s(_W, "passing_more_urine", mark("Passing more water"), mark("passing more water")),
        _s(_W, "night_sweats", mark("Night sweats"), mark("night sweats"), whole_body=True),
        _s(_E, "poor_sleep", mark("Poor sleep"), mark("poor sleep")),
        _s(_W, "stiffness", mark("Stiffness"), mark("stiffness"), asks_where=True),
    )
)


def is_own_symptom(symptom: str) -> bool:
    """Return whether this is the id of a symptom she named herself."""
    own = symptom.startswith(CUSTOM_PREFIX)
    return own and bool(symptom.removeprefix(CUSTOM_PREFIX).strip())


def asks_where(symptom: str) -> bool:
    """Return whether a symptom is asked for its place; her own ones always are."""
    return symptom not in SYMPTOMS or SYMPTOMS[symptom].asks_where


def symptom_label(symptom: str) -> str:
    """Return the words for a symptom id, translated; an own symptom is its own words."""
    if symptom.startswith(CUSTOM_PREFIX):
        return symptom.removeprefix(CUSTOM_PREFIX)
    return translate(SYMPTOMS[symptom].label)


def symptom_phrase(symptom: str) -> str:
    """Return the symptom for use inside a sentence, translated."""
    if symptom.startswith(CUSTOM_PREFIX):
        return symptom.removeprefix(CUSTOM_PREFIX)
    return translate(SYMPTOMS[symptom].phrase)
