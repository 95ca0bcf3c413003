"""What the rule book says of "NEW" for symptoms, and for signs outside E1 and E2, as tables.

Here the usual level counts whatever was answered: ``yes`` at the usual grade is not NEW.
"""

from __future__ import annotations

from diary.domain.signs import SIGNS
from tests.rules.diaries import Sketch

JUDGED = 50

# grade, usual level, new -> NEW.
NEWNESS = [
    (2, 0, "yes", True),
    (2, 0, "not_sure", True),
    (2, 0, None, True),
    (2, 0, "no", False),
    (2, 1, "yes", True),
    (2, 2, "yes", False),
    (2, 2, None, False),
    (3, 2, "not_sure", True),
    (3, 3, "yes", False),
]
# earlier days at grade 2 -> NEW at grade 2 with no answer; base28 of day 50 is days 9 to 36.
PASTS = [
    ((), True),
    ((9,), True),
    ((9, 36), False),
    ((8, 36), True),
    ((36, 37), True),
]


def report(sketch, days, of, **details):
    """Report a sign or a symptom."""
    return (sketch.sign if of in SIGNS else sketch.symptom)(days, of, **details)


def on_day(of, **details):
    """Return two months of entries without anything but one report on the day judged."""
    sketch = Sketch().no_signs(*range(JUDGED + 1)).no_symptoms(range(JUDGED + 1))
    return report(sketch, JUDGED, of, **details)


def with_past(of, past, **details):
    """Return the same with earlier days of grade 2."""
    return report(on_day(of, grade=2, **details), past, of, grade=2, new="no", **details)
