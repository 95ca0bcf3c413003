"""Nerve and cord signs, asked apart from pain; their ids are public (``daymark schema``).

``phrase`` is the sign inside a sentence: "You recorded new weakness in your legs".
"""

from __future__ import annotations

from dataclasses import dataclass

from diary.domain.catalogue import Catalogue, Group, Term
from diary.i18n import mark


class SignGroup(Group):
    """How the signs are grouped on the form and in the nerve-sign box of the sheet."""

    STRENGTH = "strength", mark("Weak legs or arms")
    WALKING = "walking", mark("Walking")
    FEELING = "feeling", mark("Numbness and tingling")
    BLADDER = "bladder", mark("Bladder")
    BOWEL = "bowel", mark("Bowel and saddle area")
    OTHER = "other", mark("Other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Term):
    """A nerve or cord sign.

    Attributes:
        group: where it stands on the form and in the sheet.
        phrase: the sign inside a sentence.
        emergency: a rule of the tier "emergency" reads it, so that a wrong usual level costs most.
        paired: whether it can be on the left, on the right, or on both sides.
    """

    group: SignGroup
    phrase: str
    emergency: bool = False
    paired: bool = False


def _sign(
    group: SignGroup,
    id_: str,
    label: str,
    phrase: str,
    help_: str = "",
    *,
    emergency: bool = False,
    paired: bool = False,
) -> Sign:
    return Sign(
        id=id_,
        label=label,
        phrase=phrase,
        help=help_,
        group=group,
        emergency=emergency,
        paired=paired,
    )


SIGNS: Catalogue[Sign] = Catalogue(
    (
        _sign(
            SignGroup.STRENGTH,
            "leg_weakness",
            mark("Weak leg or legs"),
            mark("weakness in your legs"),
            emergency=True,
            paired=True,
        ),
        _sign(
            SignGroup.STRENGTH,
            "arm_weakness",
            mark("Weak arm or arms"),
            mark("weakness in your arms"),
            emergency=True,
            paired=True,
        ),
        _sign(
            SignGroup.WALKING,
            "trouble_walking",
            mark("Trouble walking"),
            mark("trouble walking"),
            mark("Unsteady, legs give way, stairs suddenly hard, or cannot bear weight."),
            emergency=True,
        ),
        _sign(
            SignGroup.WALKING,
            "heavy_legs",
            mark("Heavy legs"),
            mark("heavy legs"),
            mark("The legs feel heavy or hard to lift."),
            emergency=True,
            paired=True,
        ),
        _sign(
            SignGroup.FEELING,
            "numbness_hand_foot",
            mark("Numb hands or feet"),
            mark("numbness in your hands or feet"),
            paired=True,
        ),
        _sign(
            SignGroup.FEELING,
            "numbness_limb",
            mark("Numb arm or leg"),
            mark("numbness in an arm or leg"),
            mark("Above the hand or foot."),
            emergency=True,
            paired=True,
        ),
        _sign(
            SignGroup.FEELING,
            "numbness_trunk",
            mark("Numb chest, belly or back"),
            mark("numbness of your chest, belly or back"),
            emergency=True,
            paired=True,
        ),
        _sign(
            SignGroup.FEELING,
            "tingling_hand_foot",
            mark("Tingling hands or feet"),
            mark("tingling in your hands or feet"),
            paired=True,
        ),
        _sign(
            SignGroup.FEELING,
            "tingling_limb",
            mark("Tingling arm or leg"),
            mark("tingling in an arm or leg"),
            mark("Above the hand or foot."),
            emergency=True,
            paired=True,
        ),
        _sign(
            SignGroup.BOWEL,
            "saddle_numbness",
            mark("Numb between the legs"),
            mark("numbness between your legs"),
            mark("Genitals, back passage, buttocks or inner thighs."),
            emergency=True,
        ),
        _sign(
            SignGroup.BLADDER,
            "bladder_difficulty",
            mark("Hard to pass water"),
            mark("difficulty passing water"),
            mark("Hard to start, or cannot empty the bladder."),
            emergency=True,
        ),
        _sign(
            SignGroup.BLADDER,
            "bladder_leak",
            mark("Leaking urine without feeling it"),
            mark("leaking urine without feeling it"),
            mark("Not with a cough or on the way to the toilet."),
            emergency=True,
        ),
        _sign(
            SignGroup.BLADDER,
            "bladder_feeling_lost",
            mark("Cannot feel the bladder"),
            mark("loss of feeling in your bladder"),
            mark("No feeling of being full or of passing water."),
            emergency=True,
        ),
        _sign(
            SignGroup.BOWEL,
            "bowel_control_lost",
            mark("Loss of bowel control"),
            mark("loss of bowel control"),
            mark("Accidents, or no feeling in the back passage."),
            emergency=True,
        ),
        _sign(
            SignGroup.OTHER,
            "electric_shocks",
            mark("Electric shocks"),
            mark("electric shocks in your back, arms or legs"),
            mark("Shocks that run down the spine or into arms or legs."),
            emergency=True,
        ),
        _sign(
            SignGroup.OTHER,
            "clumsy_hands",
            mark("Clumsy hands"),
            mark("clumsy hands"),
            mark("Dropping things, or trouble with buttons and keys."),
            paired=True,
        ),
        _sign(
            SignGroup.OTHER,
            "hand_stiffness",
            mark("Stiff hands"),
            mark("stiff hands"),
            paired=True,
        ),
        _sign(
            SignGroup.OTHER,
            "sexual_feeling_lost",
            mark("Loss of sexual feeling"),
            mark("loss of sexual feeling"),
        ),
    )
)
