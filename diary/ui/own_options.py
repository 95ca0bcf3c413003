"""What the window keeps outside the diary: its options, and the entry that starts the program.

Everything here runs on the worker, so that what it needs is brought there and not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.paths import AppPaths
    from diary.settings import LoadedSettings, Settings
    from diary.ui.reminder.autostart import StartEntry


def remove_own_start(paths: AppPaths) -> None:
    """Take away the entry that starts the program with the session, if it starts this diary."""
    from diary.ui.reminder.autostart import is_ours, remove  # noqa: PLC0415  seldom needed

    entry = _start_entry(paths)
    if is_ours(entry):
        remove(entry)


def look_at_settings(paths: AppPaths) -> LoadedSettings:
    """Look at the settings with care."""
    import logging  # noqa: PLC0415  on the worker

    from diary.logs import line  # noqa: PLC0415  on the worker
    from diary.settings import load_settings  # noqa: PLC0415  brings pydantic, on the worker

    logging.getLogger(__name__).info(line("window open"))
    return load_settings(paths.settings)


def keep_option(paths: AppPaths, option: str, value: object) -> Settings:
    """Keep an option, and return all of them as they are then.

    Raises:
        FileProblem: the settings could not be saved.
    """
    from diary.settings import load_settings, save_settings  # noqa: PLC0415  on the worker

    settings = load_settings(paths.settings).settings.changed(**{option: value})
    save_settings(settings, paths.settings)
    return settings


def keep_start(paths: AppPaths, *, on: bool) -> None:
    """Write or take away the entry that starts the program with the session."""
    from diary.ui.reminder.autostart import put, remove  # noqa: PLC0415  on the worker

    entry = _start_entry(paths)
    if on:
        put(entry)
    else:
        remove(entry)


def _start_entry(paths: AppPaths) -> StartEntry:
    from diary.paths import AppPaths  # noqa: PLC0415  seldom needed, and never early
    from diary.ui.reminder.autostart import this_entry  # noqa: PLC0415  seldom needed

    usual = AppPaths.find(environment={}).folder
    return this_entry(None if paths.folder == usual else paths.folder)
