"""Diaries as every version of the program wrote them, read back by their content.

Each ``NNNN.daymark`` was written by the program whose newest migration was NNNN, and is never
written again; ``NNNN.json`` is what it says. A new migration adds its own pair, and all earlier
files must still say the same.
"""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from diary.domain.diary import Diary
from diary.domain.preferences import Preferences
from diary.store import identity
from diary.store.database import Database
from diary.store.drafts import KeptDraft
from diary.store.history import EarlierVersion
from diary.store.soundness import verify
from tests.store import by_hand

FROZEN = Path(__file__).parents[2] / "data" / "databases"
VERSIONS = sorted(path.stem for path in FROZEN.glob("[0-9][0-9][0-9][0-9].daymark"))
PASSPHRASES = {"": None, "-protected": "correct horse ü"}
BEGUN = '{"note": "begun \\u00fc"}'
PREFERENCES = Preferences(
    followed_places=("hip", "neck"),
    followed_symptoms=('custom:itch "ü"',),
    own_symptoms=('itch "ü"',),
    first_run_done=True,
)
SAVED = dt.datetime(2026, 3, 1, 20, 4, tzinfo=dt.UTC)


@pytest.fixture(params=PASSPHRASES)
def variant(request):
    """Plain or protected; the protected one was written with the usual number of rounds."""
    with by_hand.rounds(by_hand.USUAL_ROUNDS):
        yield request.param


def test_the_present_version_has_its_frozen_file():
    assert VERSIONS[-1] == identity.HEAD


@pytest.mark.parametrize("version", VERSIONS)
def test_a_frozen_diary_says_what_it_said(version, variant, tmp_path):
    passphrase = PASSPHRASES[variant]
    path = tmp_path / "diary.daymark"
    shutil.copy(FROZEN / f"{version}{variant}.daymark", path)
    wanted = Diary.model_validate_json((FROZEN / f"{version}.json").read_text())
    database = Database.open(path, passphrase)
    with database.unit() as unit:
        assert unit.diary() == wanted
        first = wanted.entries[0]
        changed = first.model_copy(update={"note": "as it was changed"})
        assert unit.history.versions(first.date) == (
            EarlierVersion(first.date, SAVED, "changed", first),
            EarlierVersion(first.date, SAVED + dt.timedelta(minutes=1), "removed", changed),
        )
        written = version >= "0002"
        assert unit.drafts.all() == ((KeptDraft(first.date, BEGUN, SAVED),) if written else ())
        assert unit.preferences.get() == (PREFERENCES if written else Preferences())
    database.close()
    assert verify(path, passphrase).sound


@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_an_older_diary_is_copied_as_it_was_before_it_is_brought_up_to_date(
    version, variant, tmp_path
):
    passphrase, frozen = PASSPHRASES[variant], FROZEN / f"{version}{variant}.daymark"
    path = tmp_path / "diary.daymark"
    shutil.copy(frozen, path)
    Database.open(path, passphrase).close()
    copy = tmp_path / "backups" / f"diary-before-{identity.HEAD}.daymark"
    for asked in (
        "SELECT version_num FROM alembic_version",
        "SELECT * FROM entry",
        "SELECT * FROM entry_history",
    ):
        kept = by_hand.run(copy, passphrase, asked)
        assert kept == by_hand.run(frozen, passphrase, asked)
    mark = by_hand.run(path, passphrase, "SELECT version_num FROM alembic_version")
    assert mark == [(identity.HEAD,)]
