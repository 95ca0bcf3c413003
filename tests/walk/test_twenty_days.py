"""Twenty days typed into the window: the alert on its day, and everywhere the same numbers.

One window an evening, as it is in life: what was typed on another day is only in the file.
"""

from __future__ import annotations

import datetime as dt
import re
import statistics

from pypdf import PdfReader
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel

from tests.walk.conftest import ALT, CTRL

FIRST = dt.date(2026, 3, 1)
WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NIGHTS = ("none", "felt", "woke_me", "kept_awake")
WOKEN = ("woke_me", "kept_awake")
# The number of the day: worst pain in the lower back and the night. Day 9 is never recorded.
TYPED = {
    **dict.fromkeys((1, 2, 3, 4), (0, None)),
    5: (2, "none"),
    6: (2, "none"),
    7: (3, "felt"),
    8: (2, "none"),
    10: (3, "none"),
    11: (3, "felt"),
    12: (4, "none"),
    13: (3, "woke_me"),
    14: (4, "felt"),
    15: (3, "none"),
    16: (4, "woke_me"),
    17: (4, "felt"),
    18: (4, "woke_me"),
    19: (5, "felt"),
    20: (5, "felt"),
    21: (5, "kept_awake"),
}
FORGOTTEN = 12  # typed on the evening after it, which is still on time
# W1 wants pain of 2 or more on two of five recorded days of a fortnight, on a day 9 to 16 days
# before, and a second week that is a point worse: it began on day 5, so day 14 is the first on
# which it can be true. The week to day 14 has 19 in 6 days, the week before 7 in 7.
TWO_WEEKS = 14
# U1 wants three bad nights with pain of 4 or more within seven days: 16, 18 and 21. The night of
# day 13 is below 4; days 14, 17, 19 and 20 have the pain and not the night.
THIRD_NIGHT = 21
# U16 wants a new pain that lasts two weeks, a week's mean of 4 and 1 above the week before: the
# week to day 20 has 29 in 7 days, the week before 18 in 6. The week to day 19 has 27.
STILL_RISING = 20
# U14 wants two kinds of pain rule within a week: W1, and W4 for the bad nights of days 13, 16
# and 18, however bad the pain was. It is still true on day 20, and says so first.
SEVERAL = 18
TITLES = {
    TWO_WEEKS: "Pain in your lower back in the last two weeks",
    SEVERAL: "Several things at once: your lower back",
    STILL_RISING: "Several things at once: your lower back",
    THIRD_NIGHT: "Night pain in your lower back",
}
SENTENCES = {
    # Of days 1 to 14, day 9 is not recorded and days 1 to 4 had no pain.
    TWO_WEEKS: "You recorded pain of 2 or more in your lower back on 9 of the 13 days you "
    "recorded in the last two weeks.",
    SEVERAL: "Several rules became true together about your lower back: W1, W4.",
    STILL_RISING: "Several rules became true together about your lower back: W1, W4.",
    THIRD_NIGHT: "Pain in your lower back woke you or kept you awake on 3 of the 7 nights you "
    "recorded this week.",
}


def day_of(number):
    return FIRST + dt.timedelta(days=number - 1)


def test_twenty_days(evening, daymark, sheet):
    assert len(TYPED) == 20
    for number in sorted(set(TYPED) - {FORGOTTEN, THIRD_NIGHT}):
        with evening(day_of(number)) as hands:
            if number == FORGOTTEN + 1:
                record_the_day_before(hands)
            record(hands, number)
            assert said_below_the_form(hands) == expected(number)
    with evening(day_of(THIRD_NIGHT)) as hands:
        record(hands, THIRD_NIGHT)
        assert said_below_the_form(hands) == expected(THIRD_NIGHT)
        see_the_chart(hands)
        see_what_was_noticed(hands)
        assert hands.save_the_sheet() == "20 of 56 days recorded."
    read_the_sheet(sheet)
    ask_the_commands(daymark)


def expected(number):
    return [(TITLES[number], SENTENCES[number])] if number in TITLES else []


def record(hands, number):
    """Answer the day that is shown, by keys alone, and save it."""
    score, night = TYPED[number]
    hands.tab_into(hands.today.pain.no_pain)
    if score == 0:
        hands.press(Qt.Key.Key_Space)
    else:
        choose_lower_back(hands)
        hands.write(str(score))
        (card,) = hands.today.pain.cards
        hands.tab_into(card.night)
        hands.press(Qt.Key.Key_Home, *[Qt.Key.Key_Right] * NIGHTS.index(night))
    hands.tab_into(hands.today.signs.answer_row)
    hands.press(Qt.Key.Key_Home)
    left = hands.today.bar.open_words.text()
    assert left == "Not answered: the question on other symptoms."
    with hands.until(hands.bridge.alerts_changed):
        hands.press(Qt.Key.Key_Return, modifier=CTRL)
    hands.rest()


def choose_lower_back(hands):
    """Come to the score of the lower back: by the list, later by the place she follows."""
    pain = hands.today.pain
    if pain.chips:
        hands.tab_into(pain.chips["lower_back"])
        hands.press(Qt.Key.Key_Space)
        return
    hands.tab_into(pain.more)
    hands.press(Qt.Key.Key_Space)
    hands.write("lower back")
    hands.press(Qt.Key.Key_Return)


def record_the_day_before(hands):
    with hands.until(hands.bridge.day_loaded):
        hands.press(Qt.Key.Key_Left, modifier=ALT)
    record(hands, FORGOTTEN)
    assert hands.today.header.status.text().startswith("Yesterday, saved today at ")
    with hands.until(hands.bridge.day_loaded):
        hands.press(Qt.Key.Key_Right, modifier=ALT)


def said_below_the_form(hands):
    """Return title and sentence of every card under the answers."""
    return [title_and_sentence(hands, card) for card in hands.today.results.cards]


def title_and_sentence(hands, card):
    """Look at a card, and return these two from the words on it."""
    labels = {label.text(): label for label in card.findChildren(QLabel)}
    hands.see(labels[card.alert.wording.title])
    words = list(labels)
    return card.alert.wording.title, words[words.index("What was noticed") + 1]


def see_the_chart(hands):
    page, loaded = hands.go_to(Qt.Key.Key_3, hands.bridge.charts.loaded)
    hands.see_picture(page.view)
    (data,) = loaded.charts
    assert (data.place, data.end) == ("lower_back", day_of(THIRD_NIGHT))
    days = [data.day(position) for position in range(len(data.worst))]
    plotted = dict(zip(days, zip(data.worst, data.bad_night, strict=True), strict=True))
    bad = {None: False, "none": False, "felt": False, "woke_me": True, "kept_awake": True}
    typed = {day_of(number): (score, bad[night]) for number, (score, night) in TYPED.items()}
    assert plotted == dict.fromkeys(days, (None, None)) | typed
    assert not any(data.late)
    first, *_, latest = data.spells
    assert (first.start, latest.title) == (day_of(TWO_WEEKS), TITLES[THIRD_NIGHT])
    hands.tab_into(page.shown_as)
    hands.press(Qt.Key.Key_Right)
    assert page.table.isVisible()
    shown = [cells[:4] + cells[-1:] for cells in rows(page.table.model())]
    assert shown[:THIRD_NIGHT] == [row(number) for number in range(THIRD_NIGHT, 0, -1)]
    assert {tuple(cells[1:]) for cells in shown[THIRD_NIGHT:]} == {("not recorded", "", "", "")}


def rows(model):
    columns = range(model.columnCount(QModelIndex()))
    return [
        [model.data(model.index(number, column)) for column in columns]
        for number in range(model.rowCount(QModelIndex()))
    ]


def row(number):
    """Return the row of the table that a day must have."""
    day = f"{WEEK[day_of(number).weekday()]} {number} Mar 2026"
    if number not in TYPED:
        return [day, "not recorded", "", "", ""]
    score, night = TYPED[number]
    week = [TYPED[one][0] for one in range(number - 6, number + 1) if one in TYPED]
    median = f"{statistics.median(week):g}" if len(week) >= 3 else ""
    return [day, str(score), median, "woken or kept awake" if night in WOKEN else "not woken", ""]


def see_what_was_noticed(hands):
    page, _ = hands.go_to(Qt.Key.Key_4, hands.bridge.history_loaded)
    (card,) = page.standing.widgets
    assert [title_and_sentence(hands, card)] == expected(THIRD_NIGHT)
    assert page.earlier.widgets == []
    hands.tab_into(card.why)
    with hands.until(hands.bridge.rule_loaded):
        hands.press(Qt.Key.Key_Space)
    assert card.why_panel.is_filled


def read_the_sheet(sheet):
    first, *others = (squeezed(page.extract_text()) for page in PdfReader(sheet).pages)
    details = "".join(others)
    title, sentence = TITLES[THIRD_NIGHT], SENTENCES[THIRD_NIGHT]
    since = f"first noticed {day_of(TWO_WEEKS).day} Mar 2026"
    noticed = f"{since}, under this name from {THIRD_NIGHT} Mar 2026"
    assert squeezed(f"Today or tomorrow rule U1 {title} {noticed}") in first
    assert squeezed(sentence) in first
    assert squeezed(f"What I was told {sentence}") in details
    for line in lines_of_the_sheet():
        assert squeezed(line) in first


def lines_of_the_sheet():
    """Return what the first page must say, reckoned from what was typed."""
    scores = {number: score for number, (score, _) in TYPED.items()}
    woken = [number for number, (_, night) in TYPED.items() if night in WOKEN]
    lately = sum(number > THIRD_NIGHT - 7 for number in woken)
    strong = sum(score >= 4 for score in scores.values())
    weeks = [
        [scores[number] for number in range(end - 6, end + 1) if number in scores]
        for end in (7, 14, 21)
    ]
    last = weeks[-1]
    return (
        "20 of 56 days recorded",
        f"Site Lower back; pain on {sum(map(bool, scores.values()))} of 20 days",
        f"Last 7 days worst {max(last)}, median {statistics.median(last)}, least {min(last)}",
        f"4 or more {strong} of 20 days scored ({strong * 100 // 20} %)",
        f"Woken or awake {len(woken)} of 20 nights; last 7: {lately} of 7",
        "median - - - - - " + " ".join(f"{statistics.median(week):g}" for week in weeks),
        "mean - - - - - " + " ".join(f"{statistics.mean(week):.2g}" for week in weeks),
        "answered no on 20 days, last 21 Mar 2026",
        "Entered late: 0 days",
    )


def squeezed(text):
    """Return a text without what the layout of a page changes."""
    return re.sub(r"[\s\u200b\u2060\u2068\u2069]", "", text).replace("\N{EN DASH}", "-")


def ask_the_commands(daymark):
    today = day_of(THIRD_NIGHT)
    entries = daymark(today, "export", "-").data["entries"]
    assert {entry["date"]: in_file(entry) for entry in entries} == {
        day_of(number).isoformat(): typed for number, typed in TYPED.items()
    }
    (alert,) = daymark(today, "alerts", "--json").data["alerts"]
    assert alert["raised_on"] == day_of(TWO_WEEKS).isoformat()
    assert (alert["rule"], alert["place"], alert["tier"]) == ("W1", "lower_back", "urgent")
    assert [(step["rule"], step["on"]) for step in alert["tiers"]] == [
        ("W1", day_of(TWO_WEEKS).isoformat()),
        ("U14", day_of(SEVERAL).isoformat()),
        ("W4", day_of(SEVERAL).isoformat()),
        ("U16", day_of(STILL_RISING).isoformat()),
        ("U1", today.isoformat()),
    ]
    assert (alert["title"], alert["noticed"]) == (TITLES[THIRD_NIGHT], SENTENCES[THIRD_NIGHT])
    for number, found in ((TWO_WEEKS - 1, []), (TWO_WEEKS, ["soon"]), (THIRD_NIGHT, ["urgent"])):
        then = daymark(today, "alerts", "--json", "--as-of", day_of(number)).data
        assert [alert["tier"] for alert in then["alerts"]] == found


def in_file(entry):
    """Return score and night of an entry; what was not asked for must not be there."""
    assert entry["signs"] == []
    assert entry["symptoms"] is entry["medicines"] is entry["note"] is None
    if entry["pains"] == []:
        return 0, None
    (pain,) = entry["pains"]
    assert pain["region"] == "lower_back"
    return pain["worst"], pain["night"]
