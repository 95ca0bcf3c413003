"""``alerts`` and ``rules`` as they are called."""

from __future__ import annotations

import pytest

from diary.domain.diary import Diary
from diary.exchange import alerts_json
from diary.rules import engine
from diary.rules.book import rule_book_json
from diary.rules.catalog import RULES
from diary.rules.model import RuleFailure
from diary.settings import Settings, save_settings


def test_alerts_of_the_last_recorded_day(filled, climbing):
    ran = filled("alerts", "--json")
    diary = Diary.model_validate_json(climbing.read_bytes())
    assert ran.status == 0
    assert ran.data == alerts_json.alerts_data(engine.Judge().standing(diary, diary.last_day))
    assert ran.data["as_of"] == "2026-03-22"
    assert ran.data["alerts"]


def test_alerts_of_a_day_are_those_of_a_diary_that_ends_there(filled, monkeypatch, tmp_path):
    before = filled("alerts", "--json", "--history", "--as-of", "2026-03-10").out
    shorter = tmp_path / "shorter.json"
    filled("export", shorter, "--to", "2026-03-10")
    monkeypatch.setenv("DAYMARK_DATA_DIR", str(tmp_path / "other"))
    filled("import", shorter)
    assert filled("alerts", "--json", "--history", "--as-of", "2026-03-10").out == before


def test_history_holds_what_stands(filled):
    standing = filled("alerts", "--json").data["alerts"]
    history = filled("alerts", "--json", "--history").data["alerts"]
    assert all(alert in history for alert in standing)


def test_alerts_as_a_text(filled):
    ran = filled("alerts")
    assert ran.out.startswith("Alerts on 22 March 2026 (rule book 2026.2)\n\n1. ")
    assert "What to do\n" in ran.out
    assert filled("alerts", "--history").out.startswith("Every alert up to 22 March 2026")


def test_alerts_are_told_when_asked_for_though_they_are_switched_off(filled, paths):
    before = filled("alerts").out, filled("alerts", "--json").out
    save_settings(Settings(alerts_on=False), paths.settings)
    ran = filled("alerts")
    assert ran.out.startswith("The rules are switched off in Settings")
    assert ran.out.endswith(before[0])
    assert filled("alerts", "--json").out == before[1]


def test_a_long_silence_is_told_without_a_day_being_asked_for(filled, monkeypatch):
    silence = "No entries since 22 March 2026 ("
    assert silence not in filled("alerts").out
    monkeypatch.setenv("DAYMARK_TODAY", "2026-03-30")
    told = filled("alerts")
    assert told.out.startswith("Alerts on 22 March 2026")
    assert silence in told.out
    assert silence not in filled("alerts", "--as-of", "2026-03-22").out


def test_diary_without_a_day_says_so(daymark, paths):
    ran = daymark("alerts")
    assert ran.out == (
        "No day is recorded up to 22 March 2026, so there is nothing to judge. If you are\n"
        "worried, call your team.\n"
    )
    assert daymark("alerts", "--json").data["as_of"] == "2026-03-22"
    assert not paths.diary.exists()


def test_day_before_the_first_says_so_too(filled):
    assert filled("alerts", "--as-of", "2025-01-01").out.startswith("No day is recorded up to 1 ")


def test_wrong_day_is_refused(daymark):
    ran = daymark("alerts", "--as-of", "22.3.2026")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "Invalid value for '--as-of': a day is written like 2026-03-01. "
        "See `daymark alerts --help`.\n"
    )


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_failing_rule_is_told_after_what_the_others_found(filled, monkeypatch, paths, options):
    report = engine.Judge.standing

    def with_failure(judge, diary, as_of):
        found = report(judge, diary, as_of)
        return type(found)(
            found.as_of,
            found.alerts,
            found.not_enough_days,
            failures=(RuleFailure("W3", ValueError("her own words")),),
        )

    monkeypatch.setattr(engine.Judge, "standing", with_failure)
    ran = filled("alerts", *options)
    assert ran.status == 1
    assert "2026" in ran.out
    assert ran.err == "A fault in the program kept these rules from being worked out: W3.\n"
    log = (paths.logs / "daymark.log").read_text(encoding="utf-8")
    assert "a rule failed" in log
    assert "her own words" not in log


def test_rules_as_data(daymark, paths):
    assert daymark("rules", "--json").data == rule_book_json()
    assert not paths.diary.exists()


def test_rules_as_a_text(daymark):
    ran = daymark("rules")
    assert ran.status == 0
    for rule in RULES:
        assert f"\n{rule.id}: {rule.name} (" in ran.out
