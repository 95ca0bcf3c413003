from __future__ import annotations

import datetime as dt

import pytest

from diary.domain.preferences import Preferences
from diary.store.soundness import verify
from tests.store import by_hand

SAID = Preferences(
    followed_places=("neck", "hip"),
    followed_symptoms=("fatigue", 'custom:"ألم" \\'),
    own_symptoms=('"ألم" \\',),
    visit_questions=("Can I swim again?", "ألم؟"),
    first_run_done=True,
    passphrase_offered_on=(dt.date(2026, 3, 20),),
)


def keep(database, preferences):
    with database.unit(writing=True) as unit:
        unit.preferences.set(preferences)
        unit.commit()


def kept(database):
    with database.unit() as unit:
        return unit.preferences.get()


def test_a_diary_begins_with_the_first_values(database):
    assert kept(database) == Preferences()


def test_preferences_come_back_as_they_were_set(database):
    keep(database, SAID)
    assert kept(database) == SAID
    keep(database, Preferences())
    assert kept(database) == Preferences()


def test_only_what_differs_is_written(database):
    keep(database, SAID)
    with database.unit(writing=True) as unit:
        before = unit._count_changes()
        unit.preferences.set(SAID)
        assert unit._count_changes() == before
        unit.preferences.set(SAID.model_copy(update={"followed_places": ()}))
        assert unit._count_changes() == before + 2  # one row out, one in


def test_a_preference_of_a_newer_program_is_left_alone(database):
    with database.unit(writing=True) as unit:
        unit._connection.exec_driver_sql("INSERT INTO preference VALUES ('later', '{}')")
        unit.commit()
    keep(database, SAID)
    assert kept(database) == SAID
    with database.unit() as unit:
        found = unit._connection.exec_driver_sql("SELECT value FROM preference WHERE name='later'")
        assert found.scalar() == "{}"


@pytest.mark.parametrize("value", ["", "[", '["nowhere"]', "1", '"x"'])
def test_what_the_program_never_writes_is_damage(database, path, passphrase, value):
    keep(database, SAID)
    database.close()
    by_hand.run(path, passphrase, f"UPDATE preference SET value = '{value}'")
    assert "cannot have written" in verify(path, passphrase).problem
