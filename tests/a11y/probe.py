#!/usr/bin/env python3
"""Reads and uses the window as somebody does who sees no screen and has no mouse: ``make a11y``.

It walks every page through the accessibility bus, follows Tab round it, and then records a day and
another with pain, reviews what was noticed and opens a day of the calendar, and saves the sheet, by
keys alone. It prints what it found and ends with 1 if anything is missing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from screen import Control, Screen, State

PAGES = {
    "Today": "ctrl+1",
    "Calendar": "ctrl+2",
    "Charts": "ctrl+3",
    "Noticed": "ctrl+4",
    "For your visit": "ctrl+5",
    "Settings": "ctrl+comma",
    "Help": "F1",
}
PARTS_OF_SETTINGS = 5
MOST_TABS = 400
# Of a group of these Tab may come to one, and arrows to the others: answers, months, days.
BY_ARROWS = {"radio button", "push button", "check box"}


@dataclass
class Findings:
    """What was found on a page."""

    page: str
    controls: int = 0
    stops: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def judge(page: str, controls: list[Control]) -> Findings:
    """Say what a screen reader could not tell."""
    found = Findings(page, len(controls), kinds=Counter(one.role for one in controls))
    for one in controls:
        if not one.name.strip():
            found.wrong.append(f"no name: {one.words}")
        if one.role in {"filler", "unknown", "invalid", "panel"}:
            found.wrong.append(f"no role: {one.words}")
        if one.role == "radio button" and not one.group:
            found.wrong.append(f"no question: {one.words}")
        if one.has(State.ENABLED) and not one.has(State.FOCUSABLE):
            found.wrong.append(f"no focus: {one.words}")
    twice = Counter(one.words for one in controls)
    found.wrong += [f"{count} alike: {words}" for words, count in twice.items() if count > 1]
    return found


def follow_tab(screen: Screen, found: Findings, controls: list[Control]) -> None:
    """Go round the window with Tab, and say what it never comes to."""
    seen: list[Control] = []
    for _ in range(MOST_TABS):
        screen.press("Tab")
        now = screen.focused()
        if now is None:
            last = seen[-1].words if seen else "the start"
            found.wrong.append(f"the focus is nowhere after {last}")
            break
        if seen and now.words == seen[-1].words:
            found.wrong.append(f"Tab does not leave {now.words}")
            break
        if any(now.words == one.words for one in seen):
            break
        seen.append(now)
    else:
        found.wrong.append("Tab never comes round")
    found.stops = len(seen)
    stops, groups = {one.words for one in seen}, {one.group for one in seen}
    for one in controls:
        # A text that can be copied takes the focus from a click alone.
        by_arrows = one.role == "label" or (one.role in BY_ARROWS and one.group in groups)
        if one.has(State.ENABLED) and one.words not in stops and not by_arrows:
            found.wrong.append(f"Tab does not come to: {one.words}")


def read_pages(screen: Screen, of: str) -> list[Findings]:
    """Walk every page."""
    all_found = []
    for page, key in PAGES.items():
        screen.press(key)
        screen.settle()
        states = PARTS_OF_SETTINGS if page == "Settings" else 1
        for number in range(states):
            name = f"{page}, part {number + 1}" if states > 1 else page
            if number:
                screen.press("ctrl+comma")
                screen.press(*["Right"] * number)
                screen.settle()
            controls = screen.controls()
            found = judge(f"{of}: {name}", controls)
            follow_tab(screen, found, controls)
            all_found.append(found)
            print_row(found)
    return all_found


def print_row(found: Findings) -> None:
    """Print what there is on a page."""
    kinds = ", ".join(f"{count} {role}" for role, count in found.kinds.most_common(4))
    verdict = "all named" if not found.wrong else f"{len(found.wrong)} WRONG"
    print(f"{found.page:<34}{found.controls:>9}{found.stops:>7}  {verdict:<12}{kinds}", flush=True)
    for line in found.wrong:
        print(f"    {line}", flush=True)


class Steps:
    """What is done by keys, and whether it came out."""

    def __init__(self) -> None:
        self.failed = 0

    def done(self, what: str, *, came_out: bool, told: str = "") -> None:
        """Print the outcome of a step."""
        self.failed += not came_out
        print(f"{'ok' if came_out else 'FAILED':<8}{what}{f': {told}' if told else ''}", flush=True)


def record(screen: Screen, steps: Steps, command: list[str]) -> None:
    """Record a day without pain, and the day before with a place, a score and a night."""
    screen.press("ctrl+1")
    screen.tab_to("No pain, none of the signs")
    screen.press("Return", "ctrl+Return")
    told = screen.wait_for_words("saved at")
    steps.done("record: no pain, none of the signs, Ctrl+Enter", came_out=True, told=told)
    steps.done(
        "announced",
        came_out=any("Saved" in words for words in screen.heard),
        told=" | ".join(screen.heard),
    )
    screen.press("alt+Left")
    screen.settle()
    screen.tab_to("Choose where it hurts")
    screen.press("Return")
    screen.settle()
    screen.tab_to("Search a place")
    screen.type("knee")
    screen.press("Return")
    screen.tab_to("0, no pain", "Knee")
    screen.press("6")
    screen.tab_to("No", "Did it disturb you")
    screen.press("Right", "Right", "Right")
    screen.tab_to("None of these", "Any of these")
    screen.press("Return")
    screen.tab_to("Save")
    screen.press("Return")
    screen.settle()
    run = subprocess.run([*command, "export", "-"], check=True, capture_output=True, text=True)
    days = {one["date"]: one for one in json.loads(run.stdout)["entries"]}
    first, last = (days.get(day, {}) for day in ("2026-03-21", "2026-03-22"))
    steps.done(
        "in the diary: today",
        came_out=last.get("pains") == [] and last.get("signs") == [],
    )
    pain = (first.get("pains") or [{}])[0]
    steps.done(
        "in the diary: the day before, a place with a score and a night",
        came_out=(pain.get("region"), pain.get("worst"), pain.get("night"))
        == ("knee", 6, "woke_me")
        and first.get("signs") == [],
        told=json.dumps(pain),
    )


def review(screen: Screen, steps: Steps) -> None:
    """Read why something was noticed; open a day of the calendar."""
    screen.press("ctrl+4")
    screen.settle()
    before = set(screen.words())
    screen.tab_to("Why am I seeing this?")
    screen.press("Return")
    screen.settle()
    new = [words for words in screen.words() if words not in before]
    steps.done("review: why it was noticed", came_out=len(new) > 5, told=f"{len(new)} more texts")
    screen.press("ctrl+2")
    screen.settle()
    for _ in range(60):
        screen.press("Tab")
        node = screen.focused()
        if node is not None and "March 2026. " in node.name and "Today" in node.name:
            break
    screen.press("Left", "Left")
    day = screen.focused()
    words = day.name if day is not None else ""
    screen.press("Return")
    screen.settle()
    date = words.split(".")[0]
    opened = any(text.startswith(date) for text in screen.names_of("label"))
    steps.done("review: a day of the calendar", came_out=bool(date) and opened, told=words)


def report(screen: Screen, steps: Steps, folder: Path) -> None:
    """Save the sheet."""
    out = folder / "sheet.pdf"
    screen.heard.clear()
    screen.press("ctrl+5")
    screen.settle()
    screen.tab_to("Save PDF")
    screen.press("Return")
    screen.settle()
    screen.press("ctrl+a")
    screen.type(str(out))
    screen.press("Return")
    told = screen.wait_for_words("Saved to")
    written = out.is_file() and out.read_bytes().startswith(b"%PDF")
    steps.done("report: Save PDF", came_out=written, told=told.replace(str(folder), "..."))
    steps.done("announced", came_out=any("Saved to" in words for words in screen.heard))


def attempt(steps: Steps, what: str, step: object, *given: object) -> None:
    """Do a step; what cannot be found fails it and not the rest."""
    try:
        step(*given)  # type: ignore[operator]
    except LookupError as failure:
        steps.done(what, came_out=False, told=str(failure))


def main() -> int:
    """Read and use the program given."""
    program = sys.argv[1]
    steps = Steps()
    with tempfile.TemporaryDirectory() as place:
        print(f"{'page':<34}{'controls':>9}{'stops':>7}", flush=True)
        sample = Screen([program, "--demo"])
        found = read_pages(sample, "sample")
        attempt(steps, "review", review, sample, steps)
        attempt(steps, "report", report, sample, steps, Path(place))
        steps.done("ended as asked", came_out=sample.close() == 0)
        command = [program, "--data-dir", f"{place}/diary"]
        empty = Screen(command)
        controls = empty.controls()
        screen_of_start = judge("empty: first run", controls)
        follow_tab(empty, screen_of_start, controls)
        print_row(screen_of_start)
        empty.tab_to("Skip all of this")
        empty.press("Return")
        empty.settle()
        found += [screen_of_start, *read_pages(empty, "empty")]
        attempt(steps, "record", record, empty, steps, command)
        steps.done("ended as asked", came_out=empty.close() == 0)
    controls, wrong = sum(one.controls for one in found), sum(len(one.wrong) for one in found)
    print(f"{controls} controls on {len(found)} pages, {wrong} wrong; {steps.failed} steps failed")
    return 1 if wrong or steps.failed else 0


if __name__ == "__main__":
    sys.exit(main())
