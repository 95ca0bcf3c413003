"""Copies of the diary: ``backup``, ``restore``, ``verify``."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from diary.cli.output import say
from diary.cli.spoken import Command
from diary.errors import FileProblem, RequestError
from diary.i18n import format_day, mark, plural, translate
from diary.services.open import needs_passphrase
from diary.services.rescue_words import LOOK_THROUGH, part_in_words
from diary.services.safekeeping import Safekeeping, check_copy

if TYPE_CHECKING:
    from diary.cli.world import World
    from diary.services.rescue import Salvaged
    from diary.services.safekeeping import Soundness

_YES, _NO = mark("{what}: yes"), mark("{what}: no")
_NEWEST = mark("The newest backup is in order")
_IF_RIGHT = mark(
    "If it is the right one, that file is damaged: `daymark restore --salvage FILE` saves what can "
    "be read of a backup, puts it in the place of the diary, and keeps the damaged one."
)


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
@click.option("--salvage", is_flag=True, help="FILE is damaged: save what can be read of it.")
@click.pass_obj
def restore(world: World, file: Path, *, salvage: bool) -> None:
    """Put a backup in the place of the diary.

    The diary as it was is copied into the folder of backups first. A diary with a passphrase keeps
    it, even where the backup has none. With --salvage, FILE may be damaged, or the diary itself: a
    new diary is made of what can be read, and what cannot is listed. DAYMARK_COPY_PASSPHRASE holds
    the passphrase of FILE where it is another than that of the diary.
    """
    if salvage:
        _salvage(world, file)
        return
    try:
        before = _put_back(world, file)
    except RequestError as error:
        if not Safekeeping.may_be_damage(error):
            raise
        # Without a window, this is the only way out.
        raise RequestError(error.user_message, (translate(_IF_RIGHT),), error.detail) from error
    say(translate("The diary was put back from {file}").format(file=file))
    if before is not None:
        say(translate("As it was until now, it is kept in {file}").format(file=before))


def _put_back(world: World, file: Path) -> Path | None:
    check_copy(file)
    world.make_folder()
    if needs_passphrase(file):
        of_copy = world.passphrase_of_copy(file)
        safekeeping = Safekeeping(world.paths, world.passphrase_beside(of_copy))
        return safekeeping.restore_with(file, of_copy, world.now())
    passphrase = world.passphrase(_what_opens(world.paths.diary, file))
    return Safekeeping(world.paths, passphrase).restore(file, world.now())


def _what_opens(diary: Path, copy: Path) -> Path:
    """Return the file whose passphrase is needed: a protected diary stays one."""
    with suppress(FileProblem):  # of a damaged one, that may be why
        if needs_passphrase(diary):
            return diary
    return copy


def _salvage(world: World, file: Path) -> None:
    from diary.services.rescue import Rescue  # noqa: PLC0415  seldom, and brings the migrations

    rescue = Rescue(world.paths, *world.passphrases_to_salvage(file))
    world.make_folder()
    found = rescue.salvage(file)
    try:
        _tell_salvaged(found)
        kept = rescue.take(found, world.now())
    finally:
        rescue.leave(found)
    say(translate("The new diary is in its place."))
    if kept is not None:
        say(translate("As it was until now, it is kept in {file}").format(file=kept))


def _tell_salvaged(found: Salvaged) -> None:
    say(plural("{n} day can be read.", "{n} days can be read.", found.days))
    for day in found.lost:
        say(translate("Not read: {day}").format(day=day.isoformat()))
    for day in found.partly:
        say(translate("Read in part: {day}").format(day=day.isoformat()))
    for part, _ in found.others:
        say(translate("Not read in full: {part}").format(part=part_in_words(part)))
    if found.others:
        say(translate(LOOK_THROUGH))
    if not found.is_list_whole:
        say(translate("There may have been more days that have left no trace."))


@click.command(cls=Command)
@click.pass_obj
def verify(world: World) -> None:
    """Check the diary and its newest backup.

    Says what was checked, one line each.
    """
    found = world.safekeeping().check(world.today())
    for part in found.parts:
        say(_line(part.what, is_sound=part.sound))
    if found.newest is not None:
        say(_line(translate(_NEWEST), is_sound=found.backup_problem is None))
    if found.faults:
        raise FileProblem(_faults(found.faults))
    if found.diary is not None:
        say(_in_order(found.diary))


def _line(what: str, *, is_sound: bool) -> str:
    return translate(_YES if is_sound else _NO).format(what=what)


def _faults(faults: tuple[str, ...]) -> str:
    if len(faults) == 1:
        return faults[0]
    count = plural("{n} thing is not in order:", "{n} things are not in order:", len(faults))
    return "\n".join((count, *faults))


def _in_order(found: Soundness) -> str:
    if found.first_day is None or found.last_day is None:
        return plural(
            "The diary is in order: {n} day is recorded.",
            "The diary is in order: {n} days are recorded.",
            found.days,
        )
    return plural(
        "The diary is in order: {n} day is recorded, from {first} to {last}.",
        "The diary is in order: {n} days are recorded, from {first} to {last}.",
        found.days,
        first=format_day(found.first_day),
        last=format_day(found.last_day),
    )
