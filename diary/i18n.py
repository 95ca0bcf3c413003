"""One catalogue of texts for all layers, and dates and numbers in the person's language.

``mark`` names a text for the catalogue where it is declared; ``translate`` looks it up where it
is shown. babel is imported on first use, because it costs start-up time.
"""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

ENGLISH = "en"
LANGUAGE = "en"
_texts = gettext.NullTranslations()


def mark(text: str) -> str:
    """Return ``text`` unchanged; it is translated where it is shown."""
    return text


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """Return both texts unchanged; ``plural`` translates them where they are shown."""
    return one, many


def translate(text: str) -> str:
    """Return ``text`` in the language of the screen."""
    return _texts.gettext(text) if text else text


def plural(one: str, many: str, count: int, **named: object) -> str:
    """Return ``one`` or ``many`` in the language of the screen, with ``{n}`` filled in.

    Args:
        one: the text for one.
        many: the text for any other number.
        count: the number, which is ``{n}`` in the text.
        **named: what else is filled in.
    """
    return _texts.ngettext(one, many, count).format(n=count, **named)


def format_day(day: dt.date, style: str = "long") -> str:
    """Return a date in words: ``short``, ``medium``, ``long`` or ``full`` or a CLDR pattern."""
    from babel.dates import format_date

    return format_date(day, format=style, locale=locale_name())


def format_number(value: float, decimals: int = 1) -> str:
    """Return a number with at most ``decimals`` decimals, as the language writes it."""
    from babel.numbers import format_decimal

    pattern = "0." + "#" * decimals if decimals else "0"
    return format_decimal(value, format=pattern, locale=locale_name())


def join_words(words: list[str]) -> str:
    """Return the words as a list in a sentence: "a, b and c"."""
    from babel.lists import format_list

    return format_list(words, locale=locale_name()) if words else ""


def language() -> str:
    """Return the code of the language spoken now."""
    return LANGUAGE


def locale_name() -> str:
    """Return the language of the screen with its country, as CLDR names it."""
    # en_GB: the program's English is British, and so are its dates ("14 March 2026").
    return "en_GB" if LANGUAGE == "en" else LANGUAGE
