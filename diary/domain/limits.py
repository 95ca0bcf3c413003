"""How much of anything there can be, in one place, and why so much.

All of these are our choice: far above any diary that a person keeps, and low enough that a file
made by mistake or by malice is refused before it fills the memory. Twenty years of daily entries
with ten answers a day are some 15 MB of JSON, 7,300 entries, 700,000 values or 90,000 rows.
A diary that is open is never refused because of the limits for files; they are for what comes in.
"""

from __future__ import annotations

from typing import Final

# Texts, in characters. Our choice, because a longer name fits no line, and a note of a hundred
# pages a day is a book.
SHORT_TEXT: Final = 200
LONG_TEXT: Final = 100_000

# A file to import, and a line of a cohort, in bytes. Our choice, because a hundred years of daily
# entries stay far below, and a computer of today still reads it.
FILE_BYTES: Final = 200_000_000
MEGABYTE: Final = 1_000_000

# JSON. Our choice, because a hundred years of days with ninety values each stay below.
VALUES: Final = 5_000_000
# Our choice, because a date lies after 1900 and has one entry.
ENTRIES: Final = 50_000
# The lists of a day. Our choice, because 29 places, 18 signs and 38 symptoms are known; the rest is
# left to both sides of the body and to her own symptoms.
A_DAY: Final = {"pains": 500, "signs": 500, "symptoms": 500, "medicines": 500}
# The lists around the days. Our choice: one infusion, visit or mark a day for many years.
AROUND: Final = {
    "entries": ENTRIES,
    "treatments": 10_000,
    "events": 50_000,
    "quiet_periods": 10_000,
    "alert_actions": 100_000,
}
# The lists about the person. Our choice: each place and symptom a hundred times anew, and more
# numbers to call than anybody looks through.
OF_PERSON: Final = {"usual": 10_000, "contacts": 500}

# CSV. Six columns are ours, and a spreadsheet adds empty ones; a hundred years of fifty answers a
# day stay below so many rows: our choice.
COLUMNS: Final = 50
ROWS: Final = 2_000_000

# Where the reader of JSON stops by itself: a diary has lists in lists five deep.
NESTING: Final = 200
DIGITS: Final = 4_300
