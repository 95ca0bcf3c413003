"""Every part of a diary that salvage may name has words for the screen."""

from __future__ import annotations

from diary.services.rescue_words import part_in_words
from diary.store.database import Database
from diary.store.salvage import salvage
from tests.store import by_hand

ROWS = (
    "treatment (kind) VALUES ('magic')",
    "usual_level (of, level) VALUES ('knee', 99)",
    "contact (phone) VALUES (x'ff')",
    "event (day, kind) VALUES ('never', 'scan')",
    "quiet_period (start, end) VALUES ('never', 'never')",
    "alert_action (rule, raised_on, action, on_day) VALUES ('x', 'never', 'x', 'never')",
    "profile (birth_year) VALUES (3)",
    "preference VALUES ('own_symptoms', '7')",
    "draft VALUES ('never', '[', 'never')",
    "entry_history (day, saved_at, action, entry) VALUES ('never', 'never', 'x', '{')",
)
KEPT = "preference VALUES ('first_run_done', 'true')"


def test_every_part_that_could_not_be_read_has_words(tmp_path):
    path = tmp_path / "diary.daymark"
    Database.open(path).close()
    by_hand.run(path, None, *(f"INSERT INTO {row}" for row in (*ROWS, KEPT)))
    found = salvage(path, tmp_path / "new.daymark", None)
    named = {part_in_words(part) for part, _ in found.others}
    assert len(named) == len(found.others) == len(ROWS)
