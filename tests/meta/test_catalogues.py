"""The catalogues: nothing missing, nothing left over, and every translation fits its text."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from diary.i18n import languages
from installer.catalogues import TEMPLATE, extract, is_translated
from installer.compiling import CATALOGUE, FOLDER
from tests.meta.source import modules
from tests.meta.test_words import texts_of

TRANSLATED = [code for code in languages() if code != "en"]
# Words that never stand on a screen, in each language. A text whose English names the profile or
# the kind of cancer may do so; what the English says of an all-clear is said there too.
FORBIDDEN = {
    "es": re.compile(
        r"""\b(
            riesgos? | arriesgad\w+ | advertencias? | peligr\w+ | (a|sub)?normal(es|mente)?
          | anormal\w* | segur[oa]s? | a\ salvo | detect\w+ | sospech\w+ | recidiv\w+
          | recurren\w+ | reca[ií]d\w+ | met[aá]st\w+ | tumor(es|al|ales)? | probab\w+
          | sin\ (signos|señales)\ de\ cáncer | no\ hay\ (motivo|razón)\ (de|para)
        )\b""",
        re.IGNORECASE | re.VERBOSE,
    ),
}
PROFILE_NAMES = frozenset({"Bone metastases"})
# "Seguro" is also "sure": what the English asks so may be asked so.
SURE = re.compile(r"\bsure\b", re.IGNORECASE)
CANCER = re.compile(r"cáncer", re.IGNORECASE)
ENGLISH_CANCER = re.compile(r"cancer", re.IGNORECASE)

per_language = pytest.mark.parametrize("code", TRANSLATED)


def catalogue(path, code=None):
    with path.open("rb") as words:
        return read_po(words, locale=code)


def messages(code):
    return [one for one in catalogue(FOLDER / code / CATALOGUE, code) if one.id]


def forms(words):
    return (words,) if isinstance(words, str) else tuple(words)


def gaps(text):
    return {(name, how, turn) for _, name, how, turn in Formatter().parse(text) if name is not None}


def ids(found):
    return {one.id for one in found if one.id}


def wrong_gaps(message):
    """Return the translations of a message that have other gaps than its English."""
    english = set().union(*map(gaps, forms(message.id)))
    shared = set.intersection(*map(gaps, forms(message.id)))
    return [text for text in forms(message.string) if text and not shared <= gaps(text) <= english]


def forbidden(message, code):
    """Return the words of a translation that must not be on the screen."""
    english = " ".join(forms(message.id))
    if english in PROFILE_NAMES:
        return []
    text = re.sub(r"{[^}]*}", "", " ".join(forms(message.string)))
    found = [match.group() for match in FORBIDDEN[code].finditer(text)]
    if SURE.search(english):
        found = [word for word in found if not word.lower().startswith("segur")]
    if CANCER.search(text) and not ENGLISH_CANCER.search(english):
        found.append("cáncer")
    return found


def test_there_is_a_second_language():
    assert "es" in TRANSLATED
    assert set(TRANSLATED) <= set(FORBIDDEN)


def test_the_template_has_every_text_of_the_program():
    # If not: make messages.
    assert ids(extract()) == ids(catalogue(FOLDER / TEMPLATE))


def test_no_text_of_the_program_escapes_the_template():
    # Those in a formatted string would: babel does not look into it.
    known = {text for one in catalogue(FOLDER / TEMPLATE) if one.id for text in forms(one.id)}
    marked = {text for module in modules() for _call, text in texts_of(module) if text}
    assert marked - known == set()


@per_language
def test_a_language_has_the_texts_of_the_template(code):
    assert ids(messages(code)) == ids(catalogue(FOLDER / TEMPLATE))


@per_language
def test_nothing_is_left_untranslated_or_to_be_looked_at_again(code):
    lacking = [one.id for one in messages(code) if not is_translated(one) or one.fuzzy]
    assert lacking == []


@per_language
def test_every_form_of_a_plural_is_there(code):
    wanted = Catalog(locale=code).num_plurals
    several = [one for one in messages(code) if not isinstance(one.id, str)]
    assert several
    assert [one.id for one in several if len(forms(one.string)) != wanted] == []


@per_language
def test_a_translation_has_the_gaps_of_its_text(code):
    assert [wrong for one in messages(code) for wrong in wrong_gaps(one)] == []


@per_language
def test_a_translation_begins_and_ends_as_its_text_does(code):
    def edges(text):
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    wrong = [
        text
        for one in messages(code)
        for text in forms(one.string)
        if edges(text) != edges(forms(one.id)[0])
    ]
    assert wrong == []


@per_language
def test_no_forbidden_word_is_on_the_screen(code):
    found = [(one.id, words) for one in messages(code) if (words := forbidden(one, code))]
    assert found == []


class TestTheChecks:
    """They find what they look for."""

    @staticmethod
    def message(english, translation):
        found = Catalog(locale="es")
        return found.add(english, translation)

    @pytest.mark.parametrize(
        ("english", "translation", "found"),
        [
            ("{a} of {b}", "{b}: {a}", []),
            ("{a} of {b}", "{a}", ["{a}"]),
            ("{a}", "{a} {c}", ["{a} {c}"]),
            ("{a!r}", "{a}", ["{a}"]),
            (("{n} day of {a}", "{n} days of {a}"), ("un día de {a}", "{n} días"), "all"),
            (("one", "{n} days"), ("uno", "{n} días"), []),
        ],
    )
    def test_gaps(self, english, translation, found):
        expected = list(translation) if found == "all" else found
        assert wrong_gaps(self.message(english, translation)) == expected

    @pytest.mark.parametrize(
        ("english", "translation", "found"),
        [
            ("No pain", "Sin dolor", []),
            ("x", "Hay riesgo de recidiva", ["riesgo", "recidiva"]),
            ("x", "Todo es normal y seguro", ["normal", "seguro"]),
            ("Are you sure?", "¿Está seguro?", []),
            ("Bone metastases", "Metástasis óseas", []),
            ("people who have had cancer", "personas que han tenido cáncer", []),
            ("You", "Cáncer", ["cáncer"]),
        ],
    )
    def test_words(self, english, translation, found):
        assert forbidden(self.message(english, translation), "es") == found
