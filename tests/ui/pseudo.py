"""A made-up language: English with accents, almost twice as long, so that the eye still reads it.

It shows two things before any translator does: where words have too little room, and which words
never went through the catalogue.
"""

from __future__ import annotations

import calendar
import gettext
import json
import re
from functools import cache
from importlib import metadata

from diary.i18n import Voice, languages
from diary.logs import LIBRARIES
from diary.resources import notices, resource
from diary.rules.catalog import RULES

STRETCH = 1.8
_ACCENTS = str.maketrans("aceinosuyACEINOSUY", "àçéîñöšüÿÀÇÉÎÑÖŠÜŸ")
_GAP = re.compile(r"({[^}]*})")
_SHORT = 12  # a text so short grows as one word, as "Save" does in Spanish
_LAST_LETTER = re.compile(r"([^\W\d_])(?=[\W\d_]*$)")
_FILLER = "éxtrå wörds tö fîll the lîñe "
_PATH = re.compile(r"\S*[/\\]\S*")
_WORD = re.compile(r"[^\W\d_]{3,}")
# Names, and what the window shows of the file, the system and the libraries.
_NAMES = "Daymark Python English Español Spanish Ctrl Alt SQLCipher diary backups settings logs"


def pseudo(text):
    """Return a text in the made-up language; its gaps stay."""
    parts = [
        part if _GAP.fullmatch(part) else part.translate(_ACCENTS) for part in _GAP.split(text)
    ]
    own = [at for at, part in enumerate(parts) if any(map(str.isalpha, part)) and part[0] != "{"]
    if not own:
        return text
    more = round(len(_GAP.sub("", text)) * (STRETCH - 1))
    if len(text) <= _SHORT:
        parts[own[-1]] = _LAST_LETTER.sub(rf"\1{'é' * more}", parts[own[-1]])
        return "".join(parts)
    words = "".join(parts)
    return words + " " + (_FILLER * (more // len(_FILLER) + 1))[:more].strip()


class Pseudo(gettext.NullTranslations):
    """The catalogue of the made-up language."""

    def gettext(self, message):
        return pseudo(message)

    def ngettext(self, msgid1, msgid2, n):
        return pseudo(msgid1 if n == 1 else msgid2)


VOICE = Voice("qps", "en_GB", Pseudo())


@cache
def not_ours():
    """Return the words that come from elsewhere: from her, from dates, names and sources."""
    cited = (part for rule in RULES for one in rule.sources for part in words_of_source(one.source))
    found = [*calendar.month_name, *calendar.month_abbr, *calendar.day_name, *calendar.day_abbr]
    found += [*cited, *LIBRARIES, *languages(), _NAMES, notices().read_text("utf-8")]
    found += [name for name in metadata.packages_distributions() if name]
    found += strings_of(json.loads(resource("sample/sample-diary.json").read_text("utf-8")))
    return {word.casefold() for text in found for word in _WORD.findall(text)}


def words_of_source(source):
    return source.citation, source.locator


def strings_of(value):
    """Yield every text of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings_of(one)


def untranslated(text):
    """Return the words of a shown text that are in no language but English."""
    return [
        word
        for word in _WORD.findall(_PATH.sub("", text.replace("\u200b", "")))
        if word.isascii() and not word.isupper() and word.casefold() not in not_ours()
    ]
