"""What the person chose about the program itself: one field an option, one small JSON file.

Nothing about her health belongs here. A file that cannot be used never stops the program: it is
set aside under another name, the defaults are taken, and the caller is told so.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, NamedTuple, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, ValidationError

from diary.errors import FileProblem
from diary.i18n import SAME, SYSTEM, mark, translate
from diary.paths import make_folder, write_whole

if TYPE_CHECKING:
    from pathlib import Path

TEXT_SMALLEST, TEXT_LARGEST, TEXT_STEP = 100, 200, 10
_TEXT = Annotated[str, Field(max_length=200)]
_OPAQUE = Annotated[str, Field(max_length=10_000)]

_SET_ASIDE = mark(
    "Your settings could not be read, so the usual ones are used. The old file is kept as {name}."
)
_NOT_READ = mark("Your settings could not be read, so the usual ones are used.")
_RESET = mark("Some of your settings could not be read, so their usual values are used.")
_NOT_SAVED = mark("Your settings could not be saved. Is the disk full or protected?")

# The words of the options that are chosen from a list; the settings page is built from these.
CHOICES: Final[dict[str, dict[str, str]]] = {
    "theme": {
        "system": mark("As on this computer"),
        "light": mark("Light"),
        "dark": mark("Dark"),
        "contrast": mark("High contrast"),
    },
    # The languages themselves follow, each under its own name: those there is a folder of.
    "language": {SYSTEM: mark("As on this computer")},
    "report_language": {SAME: mark("As in the window")},
    "paper": {
        "system": mark("As in this country"),
        "a4": mark("A4"),
        "letter": mark("Letter"),
    },
}
# The cards of the settings page, in order; each option names its own.
GROUPS: Final[dict[str, str]] = {
    "look": mark("Text and colours"),
    "paper": mark("Language and paper"),
    "noticing": mark("What the rules notice"),
}
_AT_NEXT_START = mark("Another language is shown when you open Daymark the next time.")
_APART = mark("It may be another than yours: choose the one your doctor reads.")
# Beside every choice of a language, until somebody who may say so has said otherwise.
AWAITS_REVIEW: Final = mark(
    "The words in {language} were translated from English. A clinician has yet to review them."
)


def _in(group: str) -> dict[str, JsonValue]:
    return {"group": group}


def _iso_day(text: str) -> str:
    # Python also reads 20260320 and 2026-W12-5.
    if dt.date.fromisoformat(text).isoformat() != text:
        raise ValueError("no day")
    return text


_DAY = Annotated[str, AfterValidator(_iso_day)]


class Settings(BaseModel):
    """The options.

    ``title`` is the name on the settings page, ``description`` what stands below it there, and
    ``group`` its card; without a title an option is not shown.

    Attributes:
        theme: the colours of the window.
        text_size: percent, 100 to 200, in steps of 10.
        language: of the screen, a folder of ``resources/i18n`` or ``en``; ``system``: that of
            this computer.
        report_language: of the sheet for the doctor; ``same``: that of the screen.
        paper: of the sheet for the doctor; ``system``: as is usual in her country.
        alerts_on: whether entries are judged by rules at all.
        reminder_on: whether a note in the tray reminds her on a day not recorded yet.
        reminder_at: from what time on, as ``HH:MM``.
        reminder_shown_on: the day of the last note, as ``YYYY-MM-DD``: there is one a day.
        backup_folder: where a second copy of each backup goes, an absolute path.
        backup_mark: stands in the names of the copies there, so that diaries which share the
            folder leave each other's alone.
        lock_after: after how many minutes without a touch a protected diary locks itself;
            ``never``: only when she says so.
        window_geometry: size and place of the window, as the window wrote it.
    """

    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", hide_input_in_errors=True, allow_inf_nan=False
    )

    theme: Literal["system", "light", "dark", "contrast"] = Field(
        "system", title=mark("Colours"), json_schema_extra=_in("look")
    )
    text_size: int = Field(
        TEXT_SMALLEST,
        ge=TEXT_SMALLEST,
        le=TEXT_LARGEST,
        multiple_of=TEXT_STEP,
        title=mark("Text size"),
        json_schema_extra=_in("look"),
    )
    language: _TEXT = Field(
        SYSTEM,
        min_length=1,
        title=mark("Language"),
        description=_AT_NEXT_START,
        json_schema_extra=_in("paper"),
    )
    report_language: _TEXT = Field(
        SAME,
        min_length=1,
        title=mark("Language of the sheet for the doctor"),
        description=_APART,
        json_schema_extra=_in("paper"),
    )
    paper: Literal["system", "a4", "letter"] = Field(
        "system", title=mark("Paper of the sheet"), json_schema_extra=_in("paper")
    )
    alerts_on: bool = Field(
        default=True,
        title=mark("Tell me what the rules notice"),
        description=mark(
            "The rules compare your entries with published advice on when to contact your team. "
            "Switched off, nothing is judged: no cards, no note to call when you choose a sign, "
            "and the sheet says so. What you record stays the same. "
            "No card, or the switch off, is not an all-clear."
        ),
        json_schema_extra=_in("noticing"),
    )
    reminder_on: bool = False
    reminder_at: str = Field("20:00", pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")
    reminder_shown_on: _DAY | None = None
    backup_folder: _OPAQUE | None = None
    backup_mark: str | None = Field(None, pattern=r"^[0-9a-f]{8}$")
    lock_after: Literal["never", "5", "15", "30"] = "15"
    window_geometry: _OPAQUE | None = None

    @property
    def minutes_to_lock(self) -> int | None:
        """After how many minutes a protected diary locks itself; None: only when she says so."""
        return None if self.lock_after == "never" else int(self.lock_after)

    def changed(self, **options: Any) -> Self:
        """Return the settings with some options changed.

        Raises:
            pydantic.ValidationError: there is no such option, or it cannot have this value.
        """
        return type(self).model_validate({**self.model_dump(), **options})


class LoadedSettings(NamedTuple):
    """The settings of a file, and what happened on the way.

    Attributes:
        settings: what to use.
        damaged: whether the file as a whole could not be used.
        set_aside: where the damaged file is now; None if it could not be moved.
        reset: the options whose value could not be used; they have their defaults.
    """

    settings: Settings
    damaged: bool = False
    set_aside: Path | None = None
    reset: tuple[str, ...] = ()

    @property
    def notice(self) -> str | None:
        """One plain sentence for the person; None if there is nothing to tell."""
        if self.set_aside is not None:
            return translate(_SET_ASIDE).format(name=self.set_aside.name)
        if self.damaged:
            return translate(_NOT_READ)
        return translate(_RESET) if self.reset else None


def load_settings(path: Path) -> LoadedSettings:
    """Read the settings; never fails. A damaged file is set aside.

    No file: the defaults. Unknown options, perhaps of a newer version, are left out. An option
    with a value that it cannot have gets its default and is named in ``reset``.
    """
    found = _read(path)
    return _set_aside(path) if found is None else found


def look_up_settings(path: Path) -> Settings:
    """Return the settings and leave the file as it is: a damaged one is told by who loads it."""
    found = _read(path)
    return Settings() if found is None else found.settings


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings aside and move them into place, readable by their owner only.

    Raises:
        FileProblem: the disk does not allow it; the old settings are untouched.
    """
    content = settings.model_dump_json(indent=2) + "\n"
    try:
        make_folder(path.parent)
        write_whole(path, content.encode("utf-8"))
    except OSError as error:
        raise FileProblem(translate(_NOT_SAVED), type(error).__name__) from error


def _read(path: Path) -> LoadedSettings | None:
    """Return what is in the file, None if it is damaged as a whole."""
    try:
        found = json.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except OSError:
        return LoadedSettings(Settings(), damaged=True)
    except (ValueError, RecursionError):  # no text, or no JSON
        return None
    return _usable(found) if isinstance(found, dict) else None


def _usable(found: dict[str, Any]) -> LoadedSettings:
    known = {name: value for name, value in found.items() if name in Settings.model_fields}
    try:
        return LoadedSettings(Settings.model_validate(known))
    except ValidationError as error:
        wrong = {str(problem["loc"][0]) for problem in error.errors(include_input=False)}
    sound = {name: value for name, value in known.items() if name not in wrong}
    return LoadedSettings(Settings.model_validate(sound), reset=tuple(sorted(wrong)))


def _set_aside(path: Path) -> LoadedSettings:
    target = path.with_name(f"{path.stem}.damaged{path.suffix}")
    number = 2
    while target.exists():
        target = path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")
        number += 1
    try:
        path.rename(target)
    except OSError:
        return LoadedSettings(Settings(), damaged=True)
    return LoadedSettings(Settings(), damaged=True, set_aside=target)
