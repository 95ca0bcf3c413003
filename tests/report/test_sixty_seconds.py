"""What a reader must find on page 1 within sixty seconds, for four diaries.

The questions: what is new, where, since when, on how many recorded days, does it wake her, which
nerve signs are there and when were the others denied, what helps, and what does she want to ask.
The wanted answers were written down before the sheet was made.
"""

from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.diary import Diary
from diary.report.content import build
from diary.report.pdf import SheetPrinter
from diary.resources import resource
from diary.rules.engine import history
from tests.report.printed import words_of_pages
from tests.report.sixty_diaries import harriet, ivy, mona

WEEKS = dt.timedelta(days=55)
PRINTER = SheetPrinter(system_fonts=False)


def page_1(diary, *questions):
    end = diary.last_day
    report = build(
        diary, history(diary, end), end - WEEKS, end, end, version="1", questions=questions
    )
    text = words_of_pages(PRINTER.pdf(report))[0]
    return " ".join(text.split())


def example():
    return Diary.model_validate_json(resource("sample/sample-diary.json").read_text("utf-8"))


ANSWERS = {
    example: (
        "Today or tomorrow rule U1 Night pain in your lower back first noticed 7 Mar 2026",
        "At your next visit rule V2 Joints: pain in your hands or wrists noticed 15 February 2026",
        "new, not yet discussed",
        "Main pain: Lower back",
        "Began 12 February 2026; little by little; trigger: nothing I know of",
        "Usual for me 2 since 1 April 2018",
        "51 of 56 days recorded",
        "pain on 50 of 50 days",
        "Woken or awake 5 of 47 nights; last 7: 3 of 7",
        "yes, since 1 February 2026 Stiff hands (mild, both sides",
        "last on 21 March 2026. Answered no since then, last on 22 March 2026",
        "Bladder answered no on 48 days, last 22 Mar 2026",
        "What helps heat or cold (16 days), movement (14); relief told for this pain: a little",
        "paracetamol 7 of 48 days",
    ),
    harriet: (
        "Call now rule E3 Pain in your upper back and pain like a band noticed 8 June 2026",
        "Call now rule E2 New: weakness in your legs noticed 12 June 2026",
        "Main pain: Upper back, in the middle",
        "Spreads to around the chest (7 days)",
        "Began 24 May 2026",
        "Usual for me 2 since 1 January 2024",
        "52 of 56 days recorded",
        "pain on 52 of 52 days",
        "Woken or awake 6 of 52 nights; last 7: 4 of 7",
        "yes, since 12 June 2026 Weak leg or legs (mild, both sides",
        "Walking answered no on 52 days, last 14 Jun 2026",
        "What helps heat or cold (35 days); relief told for this pain: a little (10 days)",
    ),
    ivy: (
        "This week rule W2 Pain in your hip has gone up",
        "Main pain: Hip, left",
        "Began first in this diary 7 May 2026",
        "Not recorded Usual for me",
        "45 of 56 days recorded",
        "pain on 32 of 45 days",
        "Woken or awake 0 of 45 nights; last 7: 0 of 6",
        "Nerve signs NOT asked since 9 May 2026; only on 2 of 45 days recorded",
        "What helps rest (32 days)",
        "Medicines: not recorded",
    ),
    mona: (
        "No alert is open on 14 June 2026. This is not an all-clear.",
        "Main pain: Hand, wrist or fingers, both sides",
        "since before this diary began (already there on its first day, 23 March 2026)",
        "48 of 56 days recorded",
        "pain on 48 of 48 days",
        "Woken or awake 0 of 48 nights",
        "Knee (worst 6, last on 15 May 2026)",
        "on 2 of 48 nights: Knee",
        "Tingling hands or feet (mild, both sides, usual level: mild)",
        "Bladder answered no on 48 days, last 14 Jun 2026",
        "What helps movement (48 days)",
        "Medicines: none taken; asked on 48 days",
    ),
}


@pytest.mark.parametrize("made", ANSWERS, ids=lambda made: made.__name__)
def test_every_answer_stands_on_page_1(made):
    text = page_1(made(), "Do I need a scan?", "Can I stay on this tablet?")
    wanted = (
        *ANSWERS[made],
        "1. Do I need a scan? 2. Can I stay on this tablet?",
        "not a diagnosis, not an all-clear",
    )
    assert [words for words in wanted if words not in text] == []
