"""What the page *Help* says, part by part; each line holds one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from diary.i18n import mark


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page: its title and its lines."""

    title: str
    lines: tuple[str, ...]


WHAT_IT_IS = Part(
    mark("What Daymark is"),
    (
        mark(
            "Daymark is a diary for people who have had cancer. It helps you notice and describe "
            "your own entries, and reminds you of published advice on when to contact your team."
        ),
        mark(
            "Half a minute a day: say whether there was pain, answer the line about signs, press "
            "Save. Before a visit, For your visit makes one sheet for your doctor."
        ),
    ),
)
WHAT_IT_IS_NOT = Part(
    mark("What it is not"),
    (
        mark(
            "It is not a medical device, not a diagnosis, and not a replacement for your team. "
            "It is for research and education; it is not certified."
        ),
        mark(
            "No clinician has approved its rules, and they have not been tested on patients. "
            "It never advises on a medicine."
        ),
    ),
)
WHAT_IT_CANNOT_TELL = Part(
    mark("What it cannot tell"),
    (
        mark(
            "It cannot tell the cause of anything. Most of what it notices has an ordinary cause, "
            "and it cannot tell which."
        ),
        mark(
            "It never says that all is well. When no rule matches, this is not an all-clear: a "
            "diary can be silent while something is wrong."
        ),
        mark(
            "It sees only what you recorded. Days without an entry count neither way, and "
            "sometimes there are too few days to tell anything."
        ),
        mark(
            "If you are worried, call your team, whatever Daymark says or does not say. With new "
            "weakness, trouble walking, or trouble with bladder or bowel, do not wait: call now."
        ),
    ),
)
OFFLINE = Part(
    mark("How you can check that nothing leaves this computer"),
    (
        mark(
            "Nothing you write leaves this computer unless you save a copy and take it away "
            "yourself. There is no account, Daymark never looks for updates, and it tells nobody "
            "that you use it. What you print goes to your printer."
        ),
        mark("Switch off the network and use Daymark: nothing is missing."),
        mark(
            "Look at the open connections while Daymark runs. Linux: type ss -tupn in a terminal. "
            "Windows: open Resource Monitor and choose Network. macOS: open Activity Monitor and "
            "choose Network. Daymark has no connection."
        ),
        mark(
            "Or give it no network at all. Linux: type unshare -rn daymark in a terminal. Windows "
            "and macOS: have the firewall block Daymark. It works as before."
        ),
        mark(
            "The source is open. It uses no part of Python or Qt that talks to a network, and its "
            "tests fail as soon as anything in it opens one connection."
        ),
    ),
)
LANGUAGES = Part(
    mark("Languages"),
    (
        mark(
            "In Settings you choose the language of this window and, apart from it, the language "
            "of the sheet for your doctor."
        ),
        mark(
            "Daymark was written in English. Every other language is a translation that a "
            "clinician has yet to review; where its words are unclear, ask your team."
        ),
    ),
)
PARTS: Final = (WHAT_IT_IS, WHAT_IT_IS_NOT, WHAT_IT_CANNOT_TELL, OFFLINE, LANGUAGES)

KEYS_TITLE: Final = mark("Keys")
# Those of the pages are told by the pages themselves.
KEYS: Final[tuple[tuple[str, str], ...]] = (
    (mark("Ctrl+Enter"), mark("Save the day")),
    (mark("Alt+Left"), mark("The day before")),
    (mark("Alt+Right"), mark("The day after")),
    ("Ctrl+F", mark("In the calendar: find words in your notes")),
    ("Ctrl+G", mark("In the calendar: go to a day")),
    (mark("Tab"), mark("The next question; Shift and Tab: the one before")),
    (mark("Arrows, Home, End"), mark("Choose in a row of answers, move in the calendar")),
    (mark("0 to 9"), mark("Choose a number from 0 to 10; for 10 type 1 and then 0")),
    (mark("Delete"), mark("Take an answer back")),
    (mark("Ctrl+L"), mark("Lock the diary, where it has a passphrase")),
    (mark("Ctrl+Plus, Ctrl+Minus"), mark("Larger and smaller text, on every page")),
)
VERSIONS_TITLE: Final = mark("Versions")
LICENCES_TITLE: Final = mark("Licences")
LICENCES: Final = mark(
    "Daymark is free under the MIT licence. It stands on the work of others; these are their "
    "licences."
)
