"""One catalogue of texts for all layers, and dates and numbers in the person's language.

``mark`` names a text for the catalogue where it is declared; ``translate`` looks it up where it
is shown. A language is a folder of ``resources/i18n`` with its built catalogue, and English, which
needs none. The program speaks one language (``speak``); a sheet may be made in another meanwhile,
in its own thread and nowhere else (``speaking``). babel is imported on first use, because it
costs start-up time.
"""

from __future__ import annotations

import gettext
import os
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from diary.resources import resource_root

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

ENGLISH: Final = "en"
SYSTEM: Final = "system"  # a choice: the language of this computer
SAME: Final = "same"  # a choice: for the sheet, the language of the window
_FOLDER: Final = "i18n"
_DOMAIN: Final = "daymark"
# The program's English is British, and so are its dates ("14 March 2026").
_BRITISH: Final = "en_GB"
# Where a system that has no other way says which language it is in, the strongest first.
_TOLD_BY: Final = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_NONE_OR_ENGLISH: Final = frozenset({"", "c", "posix", ENGLISH})
# In other languages the parts of a date stand in another order; these are CLDR's names for them.
_SKELETONS: Final = {
    "d MMM": "MMMd",
    "d MMMM": "MMMMd",
    "d MMM y": "yMMMd",
    "EEE d MMM": "MMMEd",
    "EEE d MMM y": "yMMMEd",
    "EEE d": "Ed",
    "LLLL y": "yMMMM",
}
# A page of the calendar, or the dates of some charts: they are asked for again and again.
_DAYS_KEPT: Final = 512
_STYLES: Final = {"EEEE d MMMM y": "full"}


class Voice(NamedTuple):
    """A language as it is spoken.

    Attributes:
        language: its code.
        locale: the language with its country, as CLDR names it, for dates and numbers.
        texts: its catalogue.
    """

    language: str
    locale: str
    texts: gettext.NullTranslations


_IN_ENGLISH: Final = Voice(ENGLISH, _BRITISH, gettext.NullTranslations())
_own = _IN_ENGLISH
_borrowed: ContextVar[Voice | None] = ContextVar("borrowed", default=None)


def mark(text: str) -> str:
    """Return ``text`` unchanged; it is translated where it is shown."""
    return text


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """Return both texts unchanged; ``plural`` translates them where they are shown."""
    return one, many


# Translators: the name of your own language, as it calls itself: Español, Deutsch.
_OWN_NAME: Final = mark("English")


def translate(text: str) -> str:
    """Return ``text`` in the language spoken."""
    return _voice().texts.gettext(text) if text else text


def plural(one: str, many: str, count: int, **named: object) -> str:
    """Return ``one`` or ``many`` in the language spoken, with ``{n}`` filled in.

    Args:
        one: the text for one.
        many: the text for any other number.
        count: the number, which is ``{n}`` in the text.
        **named: what else is filled in.
    """
    return _voice().texts.ngettext(one, many, count).format(n=count, **named)


def format_day(day: dt.date, style: str = "long") -> str:
    """Return a date in words: ``short``, ``medium``, ``long`` or ``full`` or a CLDR pattern.

    A pattern is how English orders the parts; another language has its own order for them.
    """
    return _day_in_words(day, style, locale_name())


@lru_cache(maxsize=_DAYS_KEPT)
def _day_in_words(day: dt.date, style: str, locale: str) -> str:
    from babel.dates import format_date, format_skeleton

    if locale != _BRITISH:
        if style in _SKELETONS:
            return format_skeleton(_SKELETONS[style], day, locale=locale)
        style = _STYLES.get(style, style)
    return format_date(day, format=style, locale=locale)


def format_number(value: float, decimals: int = 1) -> str:
    """Return a number with at most ``decimals`` decimals, as the language writes it."""
    from babel.numbers import format_decimal

    pattern = "0." + "#" * decimals if decimals else "0"
    return format_decimal(value, format=pattern, locale=locale_name())


def format_fixed(value: float, decimals: int = 1) -> str:
    """Return a number with exactly so many decimals, as the language writes it.

    It is quick in English, because the rules fill numbers into thousands of sentences.
    """
    return f"{value:.{decimals}f}".replace(".", decimal_sign())


def format_count(count: int) -> str:
    """Return a whole number with its thousands apart: "10,000"."""
    from babel.numbers import format_decimal

    return format_decimal(count, locale=locale_name())


def decimal_sign() -> str:
    """Return what stands before the decimals in the language spoken."""
    locale = locale_name()
    return "." if locale == _BRITISH else _decimal_sign(locale)


def join_words(words: list[str]) -> str:
    """Return the words as a list in a sentence: "a, b and c"."""
    from babel.lists import format_list

    return format_list(words, locale=locale_name()) if words else ""


def sentence_case(text: str) -> str:
    """Return a text as it begins a line: many languages write days and months small."""
    return text[:1].upper() + text[1:]


def language() -> str:
    """Return the code of the language spoken."""
    return _voice().language


def locale_name() -> str:
    """Return the language spoken with its country, as CLDR names it."""
    return _voice().locale


def language_name(code: str) -> str:
    """Return what a language calls itself: "English", "Español"."""
    return _voice_of(code).texts.gettext(_OWN_NAME)


def language_in_words(code: str) -> str:
    """Return the name of a language in the language spoken: "Spanish"; its code if it has none."""
    from babel import Locale

    return str(Locale.parse(locale_name()).languages.get(code, code))


def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are, English first."""
    folder = resource_root() / _FOLDER
    built = folder.glob(f"*/LC_MESSAGES/{_DOMAIN}.mo")
    return (ENGLISH, *sorted(path.parts[-3] for path in built))


def known_language(wanted: str) -> str:
    """Return the language of a code, also of one with a country; English where there is none.

    Args:
        wanted: such as ``es``, ``es_MX`` or ``es-MX``.
    """
    plain = wanted.partition(".")[0].replace("-", "_")
    short = plain.partition("_")[0].lower()
    if short in _NONE_OR_ENGLISH:
        return ENGLISH
    there = languages()
    return next((code for code in (plain, short) if code in there), ENGLISH)


def system_language() -> str:
    """Return the language that the surroundings of the program ask for; else English."""
    told = next((os.environ[name] for name in _TOLD_BY if os.environ.get(name)), "")
    return known_language(told.partition(":")[0])


def speak(wanted: str) -> None:
    """Have the whole program speak a language; to be called once, as it starts.

    Args:
        wanted: its code. Of a language that is not there: English.
    """
    global _own  # noqa: PLW0603  the one language of the program; threads borrow others
    _own = _voice_of(known_language(wanted))


@contextmanager
def speaking(wanted: str) -> Iterator[None]:
    """Speak another language within this block, in this thread.

    Args:
        wanted: its code; ``same`` for that of the program. Of one that is not there: English.
    """
    voice = _own if wanted == SAME else _voice_of(known_language(wanted))
    before = _borrowed.set(voice)
    try:
        yield
    finally:
        _borrowed.reset(before)


def lend_to_libraries() -> None:
    """Have libraries that ask gettext for their words find them in our catalogue."""
    if language() != ENGLISH:
        os.environ["LANGUAGE"] = language()
        gettext.bindtextdomain(_DOMAIN, str(resource_root() / _FOLDER))
        gettext.textdomain(_DOMAIN)


def _voice() -> Voice:
    return _borrowed.get() or _own


@cache
def _voice_of(code: str) -> Voice:
    if code == ENGLISH:
        return _IN_ENGLISH
    built = resource_root() / _FOLDER / code / "LC_MESSAGES" / f"{_DOMAIN}.mo"
    with built.open("rb") as file:
        return Voice(code, code, gettext.GNUTranslations(file))


@cache
def _decimal_sign(locale: str) -> str:
    from babel.numbers import get_decimal_symbol

    return get_decimal_symbol(locale)
