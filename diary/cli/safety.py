"""Copies of the diary: ``backup``, ``restore``, ``verify``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from diary.cli.output import say
from diary.cli.spoken import Command
from diary.errors import FileProblem
from diary.i18n import format_day, plural, translate
from diary.services.safekeeping import Safekeeping, check_copy

if TYPE_CHECKING:
    import datetime as dt

    from diary.cli.world import World


@click.command(cls=Command)
@click.argument("out", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def backup(world: World, out: Path | None) -> None:
    """Copy the diary now and check the copy.

    The copy goes into the folder of backups, or to the file or folder OUT.
    """
    made = world.safekeeping().backup(world.now(), out)
    say(translate("The backup was written to {file}").format(file=made))


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def restore(world: World, file: Path) -> None:
    """Put a backup in the place of the diary.

    The diary as it was is copied into the folder of backups first.
    """
    check_copy(file)
    world.make_folder()
    before = Safekeeping(world.paths, world.passphrase(file)).restore(file, world.now())
    say(translate("The diary was put back from {file}").format(file=file))
    if before is not None:
        say(translate("As it was until now, it is kept in {file}").format(file=before))


@click.command(cls=Command)
@click.pass_obj
def verify(world: World) -> None:
    """Check that the diary file is in order."""
    found = world.safekeeping().verify()
    if found.problem is not None:
        raise FileProblem(found.problem)
    say(_in_order(found.days, found.first_day, found.last_day))


def _in_order(days: int, first: dt.date | None, last: dt.date | None) -> str:
    if first is None or last is None:
        return plural(
            "The diary is in order: {n} day is recorded.",
            "The diary is in order: {n} days are recorded.",
            days,
        )
    return plural(
        "The diary is in order: {n} day is recorded, from {first} to {last}.",
        "The diary is in order: {n} days are recorded, from {first} to {last}.",
        days,
        first=format_day(first),
        last=format_day(last),
    )
