#!/usr/bin/env python3
"""Write the rule book as a page: ``make pages``. The page is made from the declarations alone."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from diary.rules.page import rule_book_page

PAGE = Path(__file__).resolve().with_name("rule-book.md")

if __name__ == "__main__":
    PAGE.write_text(rule_book_page(), encoding="utf-8")
