"""The rule book as a text for a terminal, from the same data as its JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from diary.cli.paragraphs import listed, titled, wrapped
from diary.i18n import translate
from diary.rules.book import rule_book_json, rule_of
from diary.rules.labels import NO_SOURCE, quantity, tiers_in_words, window_in_words, windows_of
from diary.rules.sources import Basis

if TYPE_CHECKING:
    from collections.abc import Mapping


def rules_text() -> str:
    """Return every rule: what it says, its numbers and why, our choices, its sources."""
    book: Any = rule_book_json()
    head = translate("Rule book {version}").format(version=book["rule_book"])
    about = wrapped(
        translate("It notices and describes; it finds no cause, and it is not a diagnosis.")
    )
    windows = [f"{name}: {window_in_words(one)}" for name, one in windows_of().items()]
    days = "\n".join(listed(translate("The days that the rules look at"), windows, 0))
    return "\n\n".join([head, about, days, *map(_rule, book["rules"]), *map(_note, book["notes"])])


def _rule(rule: Mapping[str, Any]) -> str:
    tiers = tiers_in_words(rule_of(rule["id"]))
    needs = list(map(_minimum, rule["minimums"]))
    lines = [
        wrapped(f"{rule['id']}: {rule['name']} ({tiers})"),
        wrapped(rule["sentence"], 1),
        *titled(translate("What keeps it quiet"), rule["kept_quiet"]),
        *listed(translate("Numbers"), list(map(_number, rule["numbers"]))),
        *listed(translate("Needs"), needs),
        *listed(translate("Our own reading"), list(rule["choices"])),
        *listed(
            translate("Sources"), list(map(_source, rule["sources"])) or [translate(NO_SOURCE)]
        ),
    ]
    return "\n".join(lines)


def _note(note: Mapping[str, Any]) -> str:
    lines = [
        wrapped(f"{note['id']}: {translate('a note beside the alerts')}"),
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
    text = f"{number['name']}: {quantity(number['value'], number['unit'])}"
    ground = translate(Basis(number["basis"]).label)
    if number["citation"] is not None:
        ground = f"{ground}, {number['citation']} ({number['locator']})"
    return f"{text}. {ground}: {number['why']}"


def _source(source: Mapping[str, Any]) -> str:
    basis = translate(Basis(source["basis"]).label)
    return f"{source['citation']} ({source['locator']}): {basis}; {source['supports']}"
