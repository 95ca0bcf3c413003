"""Write the evaluation page: ``python -m diary.evaluation docs/evaluation.md``."""

from __future__ import annotations

import sys
from pathlib import Path

from diary.evaluation.page import evaluation_page

if __name__ == "__main__":
    Path(sys.argv[1]).write_text(evaluation_page(), encoding="utf-8")
