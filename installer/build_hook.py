"""Builds the catalogues of the languages into the wheel: hatchling runs this as it is installed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))  # hatchling reads this file by its path

from compiling import compile_all


class Catalogues(BuildHookInterface):  # type: ignore[type-arg]
    """Makes what the program reads of ``resources/i18n``."""

    def initialize(self, _version: str, build_data: dict[str, Any]) -> None:
        """Build them, and name them: files that are not in git are left out otherwise."""
        home = Path(self.root)
        built = compile_all(home / "resources" / "i18n")
        build_data["artifacts"] += [path.relative_to(home).as_posix() for path in built]
