"""What a command is given: where things are, what day it is, and the diary when it asks for it."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from diary.errors import FileProblem, RequestError
from diary.i18n import mark, translate
from diary.services.open import (
    check_opens,
    make_folder,
    needs_passphrase,
    open_services,
    services_to_look,
)
from diary.services.protection import delay_after
from diary.services.safekeeping import Safekeeping, is_there

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diary.paths import AppPaths
    from diary.services.open import Services

LOCKED: Final = mark(
    "The diary is protected: put its passphrase into DAYMARK_PASSPHRASE, "
    "or run the command in a terminal to be asked for it."
)
OF_COPY: Final = mark(
    "{file} has another passphrase: put it into DAYMARK_COPY_PASSPHRASE, "
    "or run the command in a terminal to be asked for it."
)
_TRIES: Final = 5
NO_DIARY: Final = mark("There is no diary in this folder yet.")


@dataclass(frozen=True, slots=True)
class World:
    """The surroundings of a command.

    Attributes:
        paths: where everything is.
        today: tells the calendar day.
        now: tells the moment, in UTC.
        given_passphrase: the passphrase, where it was given from outside.
        given_new_passphrase: the one that is to take its place, likewise.
        given_copy_passphrase: that of a copy, where it is another than that of the diary.
    """

    paths: AppPaths
    today: Callable[[], dt.date]
    now: Callable[[], dt.datetime]
    given_passphrase: str | None = None
    given_new_passphrase: str | None = None
    given_copy_passphrase: str | None = None

    @contextmanager
    def services(self) -> Iterator[Services]:
        """Open the diary, making it where there is none, and close it afterwards."""
        services = open_services(self.paths, self.passphrase(self.paths.diary))
        try:
            yield services
        finally:
            services.close()

    @contextmanager
    def services_to_look(self) -> Iterator[Services]:
        """Open the diary to look at it, and close it afterwards; none is made."""
        with services_to_look(self.paths, self.passphrase(self.paths.diary)) as services:
            yield services

    def make_folder(self) -> None:
        """Make the folder that holds everything.

        Raises:
            FileProblem: the disk does not allow it.
        """
        make_folder(self.paths)

    def safekeeping(self) -> Safekeeping:
        """Return the care of a diary that is there, without opening it.

        Raises:
            RequestError: there is none.
        """
        self.check_diary()
        return Safekeeping(self.paths, self.passphrase(self.paths.diary))

    def check_diary(self) -> None:
        """Check that there is a diary.

        Raises:
            RequestError: there is none.
            FileProblem: its folder may not be entered.
        """
        if not is_there(self.paths.diary):
            raise RequestError(translate(NO_DIARY))

    def passphrases_to_salvage(self, file: Path) -> tuple[str | None, str | None]:
        """Return the passphrase of the diary, and that of the damaged file that is to replace it.

        The second is None where the file has none or opens with the first. Where the diary has
        none, the first is that of the file.

        Raises:
            RequestError: one is needed and there is nobody to ask.
        """
        if self.given_copy_passphrase:
            of_diary = self.passphrase_beside(self.given_copy_passphrase)
            return of_diary or self.given_passphrase or None, self.given_copy_passphrase
        for one in (self.paths.diary, file):
            with suppress(FileProblem):  # of a damaged one nobody can say whether it needs one
                if needs_passphrase(one):
                    return self.passphrase(one), None
        return self.given_passphrase or None, None

    def passphrase(self, file: Path) -> str | None:
        """Return the passphrase for a diary file or a copy: given, asked for, or not needed.

        Raises:
            RequestError: it is needed and there is nobody to ask.
        """
        if self.given_passphrase:
            return self.given_passphrase
        if not needs_passphrase(file):
            return None
        if not sys.stdin.isatty():
            raise RequestError(translate(LOCKED))
        return _ask(file)

    def passphrase_of_copy(self, copy: Path) -> str:
        """Return the passphrase for a protected copy, which may be another than the diary's.

        Raises:
            RequestError: it has another, and there is nobody to ask.
        """
        given = self.given_copy_passphrase or self.given_passphrase
        if given and _fits(copy, given):
            return given
        if not sys.stdin.isatty():
            raise RequestError(translate(OF_COPY if given else LOCKED).format(file=copy.name))
        return _ask(copy)

    def passphrase_beside(self, of_copy: str) -> str | None:
        """Return what opens the diary that a protected copy is to replace; None for no passphrase.

        Args:
            of_copy: what opens the copy, and mostly the diary.

        Raises:
            RequestError: it is needed and there is nobody to ask.
        """
        diary = self.paths.diary
        with suppress(FileProblem):  # of a damaged one: that is why a copy is put there
            if needs_passphrase(diary):
                return of_copy if _fits(diary, of_copy) else self.passphrase(diary)
        return None


def _fits(file: Path, passphrase: str) -> bool:
    try:
        check_opens(file, passphrase)
    except RequestError:
        return False
    return True


def _ask(file: Path) -> str:
    """Ask until a passphrase opens the file, ever more slowly, and give up in the end."""
    import click  # noqa: PLC0415  the demonstration and most tests do without it

    wrong = 0
    while True:
        words = translate("Passphrase of {file}").format(file=file.name)
        asked: str = click.prompt(words, hide_input=True, err=True)
        try:
            check_opens(file, asked)
        except RequestError as error:
            wrong += 1
            if wrong == _TRIES:
                raise
            click.echo(error.user_message, err=True)
            time.sleep(delay_after(wrong))
        else:
            return asked
