"""The passphrase: ``protect``, ``unprotect``, ``change-passphrase``."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

from diary.cli.output import say
from diary.cli.spoken import Command
from diary.errors import RequestError
from diary.i18n import mark, translate
from diary.services.open import needs_passphrase, open_services
from diary.services.protection import ADVICE, IS_OFF, IS_ON, LOST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diary.cli.world import World
    from diary.services.open import Services
    from diary.services.protection import Protected

PROTECTED: Final = mark(
    "The diary and its backups are protected now. This is the recovery code: print it or write it "
    "down, and keep it away from this computer. It opens them when the passphrase is forgotten."
)
CHANGED: Final = mark(
    "The diary and its backups have the new passphrase now. The recovery code of before opens "
    "them no more; this is the new one:"
)
NO_MORE: Final = mark("The diary and its backups open without a passphrase now.")
CODE: Final = mark("Whoever has this recovery code can open the diary and its backups:")
STILL_PLAIN: Final = mark("These could not be protected, and can still be read by anybody:")
STILL_OLD: Final = mark("These could not be changed; they open with the passphrase they had:")
STILL_ON: Final = mark("These could not be changed; they still need the passphrase they had:")
NEW_WANTED: Final = mark(
    "Put the new passphrase into {variable}, or run the command in a terminal to be asked for it."
)
NOT_THE_SAME: Final = mark("The two are not the same. Type it twice again.")
_VARIABLE: Final = "DAYMARK_PASSPHRASE"
_NEW_VARIABLE: Final = "DAYMARK_NEW_PASSPHRASE"


@click.command(cls=Command)
@click.option("--code", "code_only", is_flag=True, help="Only print the recovery code once more.")
@click.pass_obj
def protect(world: World, *, code_only: bool) -> None:
    """Give the diary and its backups a passphrase.

    DAYMARK_PASSPHRASE holds it, or it is asked for. The recovery code is printed. If both are
    lost, the diary is lost.
    """
    if code_only:
        with _protected(world) as (services, passphrase):
            say(translate(CODE))
            say(services.protection.code(passphrase))
        return
    world.check_diary()
    if needs_passphrase(world.paths.diary):
        raise RequestError(translate(IS_ON))
    passphrase = _new_one(world.given_passphrase, _VARIABLE)
    services = open_services(world.paths)
    try:
        with _watched() as progress:
            done = services.protection.turn_on(passphrase, world.now(), progress)
    finally:
        services.close()
    _tell(done, PROTECTED, STILL_PLAIN)


@click.command(cls=Command)
@click.pass_obj
def unprotect(world: World) -> None:
    """Take the passphrase away again."""
    with _protected(world) as (services, passphrase), _watched() as progress:
        missed = services.protection.turn_off(passphrase, world.now(), progress)
    say(translate(NO_MORE))
    _list(missed, STILL_ON)


@click.command("change-passphrase", cls=Command)
@click.pass_obj
def change_passphrase(world: World) -> None:
    """Give the diary and its backups another passphrase.

    DAYMARK_PASSPHRASE holds the present one or the recovery code, DAYMARK_NEW_PASSPHRASE the new
    one, or they are asked for. A new recovery code is printed. If both are lost, the diary is lost.
    """
    with _protected(world) as (services, present):
        new = _new_one(world.given_new_passphrase, _NEW_VARIABLE)
        with _watched() as progress:
            done = services.protection.change(present, new, world.now(), progress)
    _tell(done, CHANGED, STILL_OLD)


@contextmanager
def _protected(world: World) -> Iterator[tuple[Services, str]]:
    """Open a protected diary and close it afterwards; say so where it has no passphrase."""
    world.check_diary()
    if not needs_passphrase(world.paths.diary):
        raise RequestError(translate(IS_OFF))
    passphrase = world.passphrase(world.paths.diary) or ""
    services = open_services(world.paths, passphrase)
    try:
        yield services, passphrase
    finally:
        services.close()


def _new_one(given: str | None, variable: str) -> str:
    """Say what a lost passphrase means, and ask for a new one until it was typed twice alike.

    Raises:
        RequestError: there is nobody to ask.
    """
    if not given and not sys.stdin.isatty():
        raise RequestError(translate(NEW_WANTED).format(variable=variable))
    say(translate(LOST))
    if given:
        return given
    click.echo(translate(ADVICE), err=True)
    while True:
        first, second = (
            click.prompt(translate(text), hide_input=True, err=True)
            for text in (mark("New passphrase"), mark("The same once more"))
        )
        if first == second:
            return str(first)
        click.echo(translate(NOT_THE_SAME), err=True)


@contextmanager
def _watched() -> Iterator[Callable[[int, int], None]]:
    """Show how far it is, on a terminal only."""
    with click.progressbar(length=1, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield progress


def _tell(done: Protected, sentence: str, about_missed: str) -> None:
    say(translate(sentence))
    say(done.code)
    _list(done.missed, about_missed)


def _list(missed: tuple[Path, ...], sentence: str) -> None:
    if missed:
        say(translate(sentence))
        for path in missed:
            say(f"  {path}")
