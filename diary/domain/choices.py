"""The fixed answers of an entry and of what surrounds it; their ids are public.

``PAIN_ONE`` and ``PAIN_MANY`` say which catalogue answers which field of a pain, so that the
form, the CSV and the sheet iterate fields and never list them again.
"""

from __future__ import annotations

from diary.domain.catalogue import Catalogue, Term
from diary.i18n import mark

PAIN_LOWEST, PAIN_HIGHEST = 0, 10
GRADE_LOWEST, GRADE_HIGHEST = 1, 3
# Bounds: our choice, wide enough for any adult; they catch a slipped decimal point.
WEIGHT_LOWEST, WEIGHT_HIGHEST, WEIGHT_DECIMALS = 20, 400, 3  # kilograms
TEMPERATURE_LOWEST, TEMPERATURE_HIGHEST, TEMPERATURE_DECIMALS = 30, 45, 2  # degrees Celsius
DOSES_LOWEST, DOSES_HIGHEST = 0, 99


def _terms(*pairs: tuple[str, str]) -> Catalogue[Term]:
    return Catalogue(Term(id=id_, label=label) for id_, label in pairs)


SIDES = _terms(
    ("left", mark("left")),
    ("right", mark("right")),
    ("both", mark("both sides")),
    ("centre", mark("in the middle")),
)
NIGHTS = _terms(
    ("none", mark("No")),
    ("felt", mark("I felt it")),
    ("woke_me", mark("It woke me")),
    ("kept_awake", mark("It kept me awake")),
)
BAD_NIGHTS = frozenset({"woke_me", "kept_awake"})
PATTERNS = _terms(
    ("constant", mark("there all the time")), ("comes_and_goes", mark("comes and goes"))
)
TRIGGERS = _terms(
    ("none_known", mark("nothing I know of")),
    ("injury", mark("an injury")),
    ("strain", mark("a strain")),
    ("fall", mark("a fall")),
)
ONSETS = _terms(("sudden", mark("suddenly")), ("gradual", mark("little by little")))
RELIEFS = _terms(
    ("none", mark("no relief")),
    ("little", mark("a little")),
    ("some", mark("some")),
    ("good", mark("good relief")),
    ("not_taken", mark("took nothing")),
)
TIMINGS = _terms(
    ("night", mark("at night")),
    ("early_morning", mark("early morning")),
    ("daytime", mark("daytime")),
    ("evening", mark("evening")),
    ("better_by_day", mark("better by day")),
    ("all_day", mark("all day")),
)
WORSE_WITH = _terms(
    ("movement", mark("movement")),
    ("lifting", mark("lifting")),
    ("sitting", mark("sitting")),
    ("standing_walking", mark("standing or walking")),
    ("weight_bearing", mark("putting weight on it")),
    ("lying_flat", mark("lying flat")),
    ("resting", mark("resting")),
    ("straining", mark("coughing, sneezing or straining")),
    ("breathing_in", mark("breathing in")),
)
BETTER_WITH = _terms(
    ("rest", mark("rest")),
    ("movement", mark("movement")),
    ("stretching", mark("stretching")),
    ("heat_cold", mark("heat or cold")),
    ("massage", mark("massage")),
    ("painkiller", mark("a painkiller")),
)
QUALITIES = _terms(
    ("dull", mark("dull")),
    ("sharp", mark("sharp")),
    ("shooting", mark("shooting")),
    ("burning", mark("burning")),
    ("band_like", mark("like a band")),
    ("electric", mark("electric")),
    ("tender", mark("tender to touch")),
)
SPREADS_TO = _terms(
    ("around_chest", mark("around the chest")),
    ("ribs", mark("ribs")),
    ("hip_thigh", mark("hip or thigh")),
    ("one_leg", mark("one leg")),
    ("both_legs", mark("both legs")),
    ("one_arm", mark("one arm")),
    ("both_arms", mark("both arms")),
)
NEWNESS = _terms(("yes", mark("Yes")), ("no", mark("No")), ("not_sure", mark("Not sure")))
GRADES = _terms(("1", mark("mild")), ("2", mark("moderate")), ("3", mark("severe")))
INTERFERENCES = _terms(
    ("0", mark("not at all")),
    ("1", mark("a little")),
    ("2", mark("quite a bit")),
    ("3", mark("very much")),
)
TREATMENT_KINDS = _terms(
    ("chemotherapy", mark("Chemotherapy")),
    ("aromatase_inhibitor", mark("Aromatase inhibitor")),
    ("tamoxifen", mark("Tamoxifen")),
    ("fulvestrant", mark("Fulvestrant")),
    ("trastuzumab_pertuzumab", mark("Trastuzumab or pertuzumab")),
    ("bone_medicine", mark("Bone medicine")),
    ("gcsf", mark("Growth factor for white blood cells")),
    ("radiotherapy", mark("Radiotherapy")),
    ("surgery", mark("Surgery")),
    ("steroid", mark("Steroid")),
    ("immunotherapy", mark("Immunotherapy")),
    ("physiotherapy", mark("Physiotherapy")),
    ("vaccine", mark("Vaccine")),
    ("other", mark("Other treatment")),
)
MEDICINE_KINDS = _terms(
    ("paracetamol", mark("Paracetamol")),
    ("anti_inflammatory", mark("Anti-inflammatory")),
    ("opioid", mark("Opioid")),
    ("nerve_pain", mark("Nerve-pain medicine")),
    ("steroid", mark("Steroid")),
    ("other", mark("Other medicine")),
)
EVENT_KINDS = _terms(
    ("appointment", mark("Appointment")),
    ("scan", mark("Scan")),
    ("injury", mark("Injury")),
    ("fall", mark("Fall")),
    ("intended_weight_loss", mark("Losing weight on purpose")),
    ("other", mark("Other event")),
)
# What a number to call is for; the JSON leaves it open, so other words are kept as they are.
CONTACT_USES = _terms(
    ("emergency", mark("Out of hours or in an emergency")),
    ("team", mark("My cancer team")),
    ("gp", mark("My GP")),
    ("other", mark("Something else")),
)
ALERT_ACTIONS = _terms(
    ("seen", mark("Seen")),
    ("on_visit_list", mark("On the visit list")),
    ("discussed", mark("Discussed")),
    ("closed", mark("Closed")),
    ("reopened", mark("Reopened")),
)

PAIN_ONE: dict[str, Catalogue[Term]] = {
    "night": NIGHTS,
    "pattern": PATTERNS,
    "trigger": TRIGGERS,
    "onset": ONSETS,
    "relief": RELIEFS,
}
PAIN_MANY: dict[str, Catalogue[Term]] = {
    "timing": TIMINGS,
    "worse_with": WORSE_WITH,
    "better_with": BETTER_WITH,
    "quality": QUALITIES,
    "spreads_to": SPREADS_TO,
}
FUNCTION: dict[str, str] = {
    "sleep": mark("Did pain or symptoms disturb your sleep last night?"),
    "walking": mark("Did they hold back your walking in the last 24 hours?"),
    "daily_tasks": mark("Did they hold back your daily tasks in the last 24 hours?"),
}
