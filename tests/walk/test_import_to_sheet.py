"""A diary comes in from a file, is worked with and opened again, and goes out as it came."""

from __future__ import annotations

import datetime as dt
import json

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from diary.app import SAMPLE
from diary.i18n import format_day
from diary.resources import resource
from diary.ui.charts.ranges import RANGES

FILE = resource(SAMPLE)
INCOMING = json.loads(FILE.read_text(encoding="utf-8"))
DAYS = {dt.date.fromisoformat(entry["date"]): entry for entry in INCOMING["entries"]}
FIRST, TODAY = min(DAYS), max(DAYS)
DETAILS = ("timing", "worse_with", "better_with", "quality", "spreads_to")
WHOM = "Dr Example"
TOLD = f"Discussed on {format_day(TODAY)} with {WHOM}."


def test_import_to_sheet(evening, daymark, sheet, tmp_path):
    assert daymark(TODAY, "import", FILE).out == f"{len(DAYS)} days added, 0 changed, 0 unchanged\n"
    with evening(TODAY) as hands:
        before = everything_shown(hands)
        alert = tell_the_team(hands)
    with evening(TODAY) as hands:
        assert everything_shown(hands) == before
        assert TOLD in what_was_done(hands)
        hands.save_the_sheet()
    text = " ".join("".join(page.extract_text() for page in PdfReader(sheet).pages).split())
    assert f"discussed {format_day(TODAY)} with {WHOM}" in text
    assert before["noticed"][0] in text
    out = tmp_path / "out.json"
    assert daymark(TODAY, "export", out).status == 0
    assert said(json.loads(out.read_text("utf-8"))) == expected(alert)
    assert daymark(TODAY, "import", out).out == f"0 days added, 0 changed, {len(DAYS)} unchanged\n"


def expected(alert):
    """Return what came in, and what she did in the window, which is all that is new."""
    talk = {
        "rule": alert.rule,
        "place": alert.place,
        "raised_on": alert.raised_on.isoformat(),
        "action": "discussed",
        "on": TODAY.isoformat(),
        "with": WHOM,
    }
    return said(INCOMING | {"alert_actions": [*INCOMING["alert_actions"], talk]})


def said(data):
    """Return data in one form: no key for null, and a list for every detail of a pain."""
    if isinstance(data, list):
        return [said(item) for item in data]
    if not isinstance(data, dict):
        return data
    details = {key: [] for key in DETAILS} if "region" in data else {}
    return details | {key: said(value) for key, value in data.items() if value is not None}


def everything_shown(hands):
    """Look at every page by its key; return what two openings must agree on."""
    return {
        "today": the_day(hands),
        "month": the_month(hands),
        "chart": the_chart(hands),
        "noticed": what_was_noticed(hands),
    }


def the_day(hands):
    page, entry = hands.today, DAYS[TODAY]
    shown = [(card.pain.region, card.score.value, card.night.value) for card in page.pain.cards]
    assert shown == [
        (pain["region"], pain.get("worst"), pain.get("night")) for pain in entry["pains"]
    ]
    assert page.extras.note.field.toPlainText() == entry["note"]
    assert not page.draft.is_changed
    return shown, page.signs.answer_row.value


def the_month(hands):
    page, loaded = hands.go_to(Qt.Key.Key_2, hands.bridge.stretch_loaded)
    recorded = [day for day in DAYS if (day.year, day.month) == (TODAY.year, TODAY.month)]
    assert [entry.date for entry in loaded.stretch.entries] == recorded
    assert page.bar.count.text() == f"{len(recorded)} of {TODAY.day} days recorded."
    return page.bar.count.text(), page.read_out.text()


def the_chart(hands):
    page, _ = hands.go_to(Qt.Key.Key_3, hands.bridge.charts.loaded)
    hands.see_picture(page.view)
    hands.tab_into(page.choosing.range)
    steps = len(RANGES) - 1 - RANGES.index(page.choosing.range.value)
    with hands.until(
        hands.bridge.charts.loaded, check_params_cb=lambda fact: fact.wanted[0].start == FIRST
    ) as told:
        hands.press(*[Qt.Key.Key_Right] * steps)
    assert page.choosing.range.value is RANGES[-1]
    data = told.args[0].charts[0]
    assert (data.place, data.start, data.end) == ("lower_back", FIRST, TODAY)
    days = [data.day(position) for position in range(len(data.worst))]
    assert days[-1] == TODAY
    assert list(data.worst) == [worst_in_the_file(day) for day in days]
    assert page.table.model().rowCount() == len(days)
    return data


def worst_in_the_file(day):
    pains = DAYS.get(day, {}).get("pains")
    if pains is None:
        return None
    return max((pain["worst"] for pain in pains if pain["region"] == "lower_back"), default=0)


def what_was_noticed(hands):
    page, report = hands.go_to(Qt.Key.Key_4, hands.bridge.history_loaded)
    shown = [*page.standing.widgets, *page.earlier.widgets]
    titles = [one.alert.wording.title for one in shown]
    assert titles == [alert.wording.title for alert in report.alerts]
    return titles


def urgent_card(hands):
    cards = hands.window.pages["noticed"].standing.widgets
    (card,) = (card for card in cards if card.alert.tier.id == "urgent")
    return card


def what_was_done(hands):
    card = urgent_card(hands)
    return [label.text() for label in card.findChildren(QLabel)]


def tell_the_team(hands):
    card = urgent_card(hands)
    hands.tab_into(card.told)
    hands.press(Qt.Key.Key_Space)
    hands.write(WHOM)
    hands.tab_into(card.form.keep)
    with hands.until(hands.bridge.history_loaded):
        hands.press(Qt.Key.Key_Space)
    assert TOLD in what_was_done(hands)
    return card.alert
