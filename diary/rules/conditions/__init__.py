"""The few pure condition shapes that rules fill in.

A condition takes a :class:`~diary.rules.context.Context` and the numbers of a rule, and returns
:class:`~diary.rules.rule.Track` objects: the verdicts of all days at once. None of them knows a
tier's words, another rule, the screen or today's date.
"""

from __future__ import annotations
