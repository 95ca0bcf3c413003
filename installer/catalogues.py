"""The catalogues of the languages: ``make messages``, or ``python -m installer.catalogues``.

It reads every marked text of the program into ``resources/i18n/daymark.pot`` and brings each
language's ``daymark.po`` up to date: translations stay, texts that are gone are dropped, new ones
come empty. To begin a language, name its code behind the command.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from diary.cli.main import commands
from installer.compiling import CATALOGUE, FOLDER

HOME: Final = Path(__file__).resolve().parent.parent
TEMPLATE: Final = "daymark.pot"

_KEYWORDS: Final = {"mark": None, "translate": None, "mark_plural": (1, 2), "plural": (1, 2)}
_COMMENT: Final = "Translators:"
_WIDTH: Final = 100
_LINES: Final = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # the day of a run would change the files
_HEAD: Final = """\
# {language} texts of Daymark, an offline symptom diary.
# This file belongs to Daymark and has its licence.
#"""


def main() -> None:
    """Bring all catalogues up to date, and say what each language lacks."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("new", nargs="*", help="codes of languages to begin")
    asked = parser.parse_args()
    template = extract()
    _write(template, FOLDER / TEMPLATE)
    catalogues = {
        *FOLDER.glob(f"*/{CATALOGUE}"),
        *(FOLDER / code / CATALOGUE for code in asked.new),
    }
    for path in sorted(catalogues):
        print(f"{path.relative_to(HOME)}: {_bring_up_to_date(path, template)} texts to translate")


def extract() -> Catalog:
    """Return every marked text of the program, with the files it stands in."""
    template = _empty(None)
    for name, _line, words, comments, context in extract_from_dir(
        HOME / "diary",
        keywords=_KEYWORDS,
        comment_tags=(_COMMENT,),
        strip_comment_tags=False,
    ):
        place = ((Path("diary", name).as_posix(), 0),)
        template.add(words, None, place, auto_comments=comments, context=context)
    for command in (commands, *commands.commands.values()):
        template.add(command.help or "", None, (("diary/cli/main.py", 0),))
    return template


def _bring_up_to_date(path: Path, template: Catalog) -> int:
    """Write a language's catalogue anew, and return how many texts it lacks."""
    language = path.relative_to(FOLDER).parts[0]
    catalogue = _empty(language)
    if path.exists():
        with path.open("rb") as words:
            catalogue = read_po(words, locale=language)
    else:
        path.parent.mkdir(parents=True)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    _write(catalogue, path)
    return sum(1 for one in catalogue if one.id and not is_translated(one))


def is_translated(message: Message) -> bool:
    """Say whether a text has its translation, in every form."""
    words = message.string
    return bool(words) if isinstance(words, str) or words is None else all(words)


def _empty(language: str | None) -> Catalog:
    return Catalog(
        locale=language,
        project="Daymark",
        version="1",
        msgid_bugs_address="Daymark",
        copyright_holder="",
        last_translator="Daymark",
        language_team="Daymark",
        creation_date=_LINES,
        revision_date=_LINES,
        fuzzy=False,
        header_comment=_HEAD.format(language="All" if language is None else language),
    )


def _write(catalogue: Catalog, path: Path) -> None:
    with path.open("wb") as out:
        write_po(
            out,
            catalogue,
            width=_WIDTH,
            sort_by_file=True,
            include_lineno=False,
            ignore_obsolete=True,
        )


if __name__ == "__main__":
    main()
