"""What the rule book says of "NEW" for a sign, as tables that the tests of E1 and E2 both run.

A null answer is new unless the sign was there at that grade on 2 recorded days of base28, which
for day 50 is days 8 to 36.
"""

from __future__ import annotations

from tests.rules.diaries import Sketch

JUDGED = 50
FIRST_OF_BASE, LAST_OF_BASE = 9, 36


def sketch_with(sign, **details):
    """Return two months of entries without any sign but the one on the day judged."""
    sketch = Sketch()
    for number in range(JUDGED + 1):
        sketch.no_signs(number)
    return sketch.sign(JUDGED, sign, **details)


ANSWERS = [("yes", True), ("not_sure", True), (None, True), ("no", False)]
# grade, usual level, new -> true; for E1 and E2 "yes" is new whatever the usual level.
LEVELS = [
    (1, 1, "yes", True),
    (1, 3, "yes", True),
    (None, 1, "yes", True),
    (1, 1, "not_sure", False),
    (2, 1, "not_sure", True),
    (3, 3, "not_sure", False),
    (1, 1, None, False),
    (2, 1, None, True),
    (None, 1, None, False),
    (None, 0, None, True),
    (3, 0, "no", False),
    (3, 1, "no", False),
]
# earlier days of the sign, their grade, the grade now -> true, with no answer about being new.
PASTS = [
    ((), 1, 1, True),
    ((20,), 1, 1, True),
    ((20, 21), 1, 1, False),
    ((20, 21), 1, 2, True),
    ((20, 21), 2, 1, False),
    ((20, 21), None, 1, False),
    ((20, 21), None, None, False),
    ((20, 21), None, 2, True),
    ((FIRST_OF_BASE, LAST_OF_BASE), 1, 1, False),
    ((FIRST_OF_BASE - 1, LAST_OF_BASE), 1, 1, True),
    ((FIRST_OF_BASE, LAST_OF_BASE + 1), 1, 1, True),
    (tuple(range(LAST_OF_BASE + 1, JUDGED)), 1, 1, True),
]
