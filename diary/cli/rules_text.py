"""The rule book as a text for a terminal, from the same data as its JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diary.cli.paragraphs import listed, titled, wrapped
from diary.i18n import format_number, plural, translate
from diary.rules.book import rule_book_json, rule_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def rules_text() -> str:
    """Return every rule: what it says, its numbers and why, our choices, its sources."""
    book: Any = rule_book_json()
    head = translate("Rule book {version}").format(version=book["rule_book"])
    about = wrapped(
        translate("It notices and describes; it finds no cause, and it is not a diagnosis.")
    )
    return "\n\n".join([head, about, *map(_rule, book["rules"]), *map(_note, book["notes"])])


def _rule(rule: Mapping[str, Any]) -> str:
    tier = translate(rule_of(rule["id"]).tier.label)
    needs = list(map(_minimum, rule["minimums"]))
    lines = [
        wrapped(f"{rule['id']}  {tier}"),
        wrapped(rule["sentence"], 1),
        *titled(translate("What keeps it quiet"), rule["kept_quiet"]),
        *listed(translate("Numbers"), list(map(_number, rule["numbers"]))),
        *listed(translate("Needs"), needs),
        *listed(translate("Our own reading"), list(rule["choices"])),
        *listed(translate("Sources"), list(map(_source, rule["sources"]))),
    ]
    return "\n".join(lines)


def _note(note: Mapping[str, Any]) -> str:
    lines = [
        wrapped(f"{note['id']}  {translate('A note beside the alerts')}"),
        wrapped(note["sentence"], 1),
        *listed(translate("Numbers"), list(map(_number, note["numbers"]))),
        *listed(translate("Our own reading"), list(note["choices"])),
    ]
    return "\n".join(lines)


def _minimum(minimum: Mapping[str, Any]) -> str:
    text = translate("{needed} days of {window} {counted}").format(**minimum)
    if minimum["alternative"]:
        text = translate("or {days}").format(days=text)
    return f"{minimum['of']}: {text}" if minimum["of"] else text


def _number(number: Mapping[str, Any]) -> str:
    text = f"{number['name']}: {_quantity(number['value'], number['unit'])}"
    ground = number["basis"]
    if number["citation"] is not None:
        ground = f"{ground}, {number['citation']} ({number['locator']})"
    return f"{text}. {ground}: {number['why']}"


def _quantity(value: float, unit: str) -> str:
    if unit == "share":
        return f"{format_number(value * 100)} %"
    if unit == "days":
        return plural("{n} day", "{n} days", int(value))
    if unit == "points":
        noun = translate("point") if value == 1 else translate("points")
        return f"{format_number(value)} {noun}"
    return format_number(value, 2)


def _source(source: Mapping[str, Any]) -> str:
    return f"{source['citation']} ({source['locator']}): {source['basis']}; {source['supports']}"
