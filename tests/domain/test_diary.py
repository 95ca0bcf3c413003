"""The whole diary: the example of the README, order, one entry a date, cuts by day."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from diary.domain.care import AlertAction, Profile
from diary.domain.diary import FORMAT, VERSION, Diary
from diary.domain.entry import DayEntry
from tests.strategies import diaries, entries

EXAMPLE = Path(__file__).parents[1] / "data" / "contract_example.json"
FIRST, MIDDLE, LAST = (dt.date(2026, 3, day) for day in (1, 2, 5))
LISTS = ["treatments", "events", "quiet_periods", "entries", "alert_actions"]


def diary(*days, **others):
    return Diary(entries=tuple(DayEntry(date=day) for day in days), **others)


def without_absent(tree):
    """Leave out what a file may also leave out: null and empty lists mean the same there."""
    if isinstance(tree, dict):
        parts = {key: without_absent(value) for key, value in tree.items()}
        return {key: value for key, value in parts.items() if value is not None}
    return [without_absent(item) for item in tree] if isinstance(tree, list) else tree


class TestTheContractsExample:
    text = EXAMPLE.read_text("utf-8")

    def test_it_parses(self):
        found = Diary.model_validate_json(self.text, by_alias=True, by_name=False)
        assert found.profile.birth_year == 1968
        assert found.profile.contacts[0].for_ == "emergency"
        assert found.first_day == found.last_day == dt.date(2026, 3, 1)
        pain = found.entries[0].pains[0]
        assert (pain.region, pain.worst, pain.night) == ("lower_back", 6, "woke_me")
        assert pain.side is None
        assert pain.better_with == ()
        assert found.entries[0].entered_at == dt.datetime(2026, 3, 1, 20, 4, tzinfo=dt.UTC)
        assert found.entries[0].weight_kg == 67.5
        assert found.entries[0].sleep is None
        assert found.alert_actions[0].with_ == "breast care nurse"

    def test_it_survives_a_round_trip(self):
        found = Diary.model_validate_json(self.text)
        again = found.model_dump_json()
        assert Diary.model_validate_json(again) == found
        assert without_absent(json.loads(again)) == without_absent(json.loads(self.text))


@settings(deadline=None)
@given(diaries())
def test_any_diary_survives_a_round_trip(found):
    assert Diary.model_validate_json(found.model_dump_json()) == found
    assert Diary.model_validate(found.model_dump()) == found


class TestTheFile:
    def test_it_says_what_it_is(self):
        assert json.loads(Diary().model_dump_json())["format"] == FORMAT == "daymark-diary"
        assert json.loads(Diary().model_dump_json())["version"] == VERSION == 1

    @pytest.mark.parametrize(
        ("key", "value"), [("format", "daymark-alerts"), ("version", 2), ("version", "1")]
    )
    def test_another_format_or_version_is_refused(self, key, value):
        with pytest.raises(ValidationError) as caught:
            Diary.model_validate({key: value})
        assert caught.value.errors(include_input=False)[0]["loc"] == (key,)

    @pytest.mark.parametrize("name", LISTS)
    def test_outer_lists_have_no_null(self, name):
        assert Diary.model_validate({name: None}) == Diary.model_validate({name: ()}) == Diary()

    def test_a_null_profile_is_an_empty_one(self):
        assert Diary.model_validate({"profile": None}).profile == Profile()

    def test_unknown_keys_are_refused(self):
        with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
            Diary.model_validate({"diary": {}})


class TestOneEntryADate:
    def test_entries_are_put_in_order(self):
        mixed = diary(LAST, FIRST, MIDDLE)
        assert [entry.date for entry in mixed.entries] == [FIRST, MIDDLE, LAST]
        assert mixed == diary(FIRST, MIDDLE, LAST)
        assert hash(mixed) == hash(diary(FIRST, MIDDLE, LAST))

    @pytest.mark.parametrize(
        ("days", "said"),
        [
            ((FIRST, FIRST), "entries 1 has the same date as entries 0"),
            ((FIRST, LAST, MIDDLE, LAST), "entries 3 has the same date as entries 1"),
        ],
    )
    def test_a_date_twice_is_refused_with_the_positions_of_the_file(self, days, said):
        with pytest.raises(ValidationError) as caught:
            diary(*days)
        (problem,) = caught.value.errors(include_input=False)
        assert problem["msg"] == f"{said}: one entry a date"

    def test_it_is_frozen(self):
        found = diary(FIRST)
        with pytest.raises(ValidationError, match="frozen"):
            found.entries = ()

    def test_first_and_last_day(self):
        assert (diary().first_day, diary().last_day) == (None, None)
        assert (diary(LAST, FIRST).first_day, diary(LAST, FIRST).last_day) == (FIRST, LAST)


class TestCuts:
    action = AlertAction(rule="W1", raised_on=FIRST, action="seen", on=MIDDLE)

    @pytest.mark.parametrize(
        ("day", "entries", "actions"),
        [
            (FIRST - dt.timedelta(days=1), 0, 0),
            (FIRST, 1, 0),
            (MIDDLE, 2, 1),
            (dt.date(2026, 3, 4), 2, 1),
            (LAST, 3, 1),
        ],
    )
    def test_up_to_a_day_nothing_later_is_known(self, day, entries, actions):
        cut = diary(FIRST, MIDDLE, LAST, alert_actions=(self.action,)).up_to(day)
        assert len(cut.entries) == entries
        assert len(cut.alert_actions) == actions

    @pytest.mark.parametrize(
        ("start", "end", "expected"),
        [
            (None, None, [FIRST, MIDDLE, LAST]),
            (MIDDLE, None, [MIDDLE, LAST]),
            (None, MIDDLE, [FIRST, MIDDLE]),
            (MIDDLE, MIDDLE, [MIDDLE]),
            (LAST, FIRST, []),
        ],
    )
    def test_between_includes_both_ends_and_keeps_all_but_entries(self, start, end, expected):
        whole = diary(FIRST, MIDDLE, LAST, alert_actions=(self.action,))
        cut = whole.between(start, end)
        assert [entry.date for entry in cut.entries] == expected
        assert cut.alert_actions == whole.alert_actions
        assert len(whole.entries) == 3

    @settings(deadline=None)
    @given(diaries(), st.dates(dt.date(1899, 1, 1), dt.date(2027, 1, 1)))
    def test_a_cut_is_a_valid_diary_and_cutting_twice_changes_nothing(self, found, day):
        cut = found.up_to(day)
        assert Diary.model_validate(cut.model_dump()) == cut
        assert cut.up_to(day) == cut

    @settings(deadline=None)
    @given(
        diaries(st.dates(FIRST, LAST)),
        st.dictionaries(st.dates(FIRST, LAST), st.none() | entries(st.just(FIRST))),
    )
    def test_with_other_days_it_is_as_if_written_so_and_shares_the_rest(self, found, changed):
        said = {
            day: None if entry is None else entry.model_copy(update={"date": day})
            for day, entry in changed.items()
        }
        after = found.with_days(said)
        days = {entry.date: entry for entry in found.entries} | said
        kept = tuple(days[day] for day in sorted(days) if days[day] is not None)
        assert after == found.model_copy(update={"entries": kept})
        assert all(new is old for new, old in zip(after.entries, kept, strict=True))
