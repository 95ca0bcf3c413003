"""What a screen reader has of the window: its tree on the bus, what it is told, and the keys."""

from __future__ import annotations

import subprocess
import time
from dataclasses import dataclass
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

State = Atspi.StateType
# What can be acted on, by the names the bus has for it.
CONTROLS = {
    "push button",
    "check box",
    "radio button",
    "toggle button",
    "combo box",
    "text",
    "spin button",
    "slider",
    "table",
    "list",
}
WHOLE = {"combo box", "table", "list", "spin button"}  # what is inside is the toolkit's
GROUPS = {"panel", "grouping", "dialog", "filler", "layered pane"}
PAUSE = 0.05
PATIENCE = 30.0
QUIET_LOOKS = 12


@dataclass(frozen=True)
class Control:
    """Something that can be acted on, as it is read."""

    node: Any
    role: str
    name: str
    about: str
    group: str

    @property
    def words(self) -> str:
        """What tells it from the others."""
        return f"{self.group} / {self.role} {self.name!r} {self.about!r}"

    def has(self, state: Any) -> bool:
        """Return whether it is in a state now."""
        return bool(self.node.get_state_set().contains(state))


class Screen:
    """The window of one program.

    Args:
        command: starts it.
    """

    def __init__(self, command: list[str]) -> None:
        self.heard: list[str] = []
        self._listener = Atspi.EventListener.new(self._on_announced)
        self._listener.register("object:announcement")
        self.process = subprocess.Popen(command)
        self.wait("the window", self._frame)
        window = _keys("search", "--sync", "--onlyvisible", "--name", "Daymark").split()[-1]
        _keys("windowfocus", "--sync", window)
        self.settle()

    def close(self) -> int:
        """End the program as a session that ends does; return how it ended."""
        self._listener.deregister("object:announcement")
        self.process.terminate()
        return self.process.wait(PATIENCE)

    def press(self, *keys: str) -> None:
        """Press keys, by the names X has for them."""
        for key in keys:
            _keys("key", "--clearmodifiers", key)
            _turn(PAUSE)

    def type(self, text: str) -> None:
        """Type a text."""
        _keys("type", "--delay", "10", text)
        _turn(PAUSE)

    def controls(self) -> list[Control]:
        """Return all that can be acted on and is shown, in the order in which it is read."""
        found: list[Control] = []
        frame = self._frame()
        if frame is not None:
            _collect(frame, found)
        return found

    def words(self) -> list[str]:
        """Return all that is shown as text."""
        return [node.get_name() for node in _nodes(self._top()) if node.get_name()]

    def names_of(self, role: str) -> list[str]:
        """Return the names of what has a role."""
        return [node.get_name() for node in _nodes(self._top()) if node.get_role_name() == role]

    def focused(self) -> Control | None:
        """Return what has the focus, None if nothing has."""
        with_focus = [one for one in _nodes(self._top()) if _has(one, State.FOCUSED)]
        # Of a field for many lines its inner part says that it has the focus, too.
        known = [one for one in with_focus if one.get_role_name() in CONTROLS]
        return _control((known or with_focus)[-1]) if with_focus else None

    def tab_to(self, name: str, about: str = "", most: int = 250) -> None:
        """Press Tab until something with these words has the focus."""
        for _ in range(most):
            now = self.focused()
            said = "" if now is None else f"{now.about} {now.group}"
            if now is not None and now.name.startswith(name) and about in said:
                return
            self.press("Tab")
        missed = f"Tab does not come to {name!r} {about!r}"
        raise LookupError(missed)

    def wait(self, what: str, answer: Any) -> Any:
        """Wait until there is an answer."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = answer()
            if found:
                return found
            _turn(PAUSE)
        missed = f"there is never {what}"
        raise LookupError(missed)

    def wait_for_words(self, words: str) -> str:
        """Wait until these words are shown somewhere; return the whole text."""
        return str(
            self.wait(
                f"{words!r} on the screen",
                lambda: next((text for text in self.words() if words in text), None),
            )
        )

    def settle(self) -> None:
        """Wait until nothing changes any more."""
        before, same = -1, 0
        while same < QUIET_LOOKS:
            _turn(2 * PAUSE)
            now = hash(tuple(self.words()))
            same = same + 1 if now == before else 0
            before = now

    def _on_announced(self, event: Any) -> None:
        self.heard.append(str(event.any_data))

    def _top(self) -> Any:
        return self._application()

    def _application(self) -> Any:
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(number)
            if found is not None and found.get_name() == "Daymark":
                return found
        return None

    def _frame(self) -> Any:
        application = self._application()
        if application is None or application.get_child_count() == 0:
            return None
        return application.get_child_at_index(application.get_child_count() - 1)


def _keys(*words: str) -> str:
    run = subprocess.run(["xdotool", *words], check=True, capture_output=True, text=True)
    return run.stdout


def _turn(seconds: float) -> None:
    """Let what the bus has to tell come in."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(may_block=False):
            pass
        time.sleep(0.005)


def _has(node: Any, state: Any) -> bool:
    return bool(node.get_state_set().contains(state))


def _control(node: Any) -> Control:
    group, above = "", node.get_parent()
    while above is not None and not group:
        if above.get_role_name() in GROUPS:
            group = above.get_name()
        above = above.get_parent()
    return Control(node, node.get_role_name(), node.get_name(), node.get_description(), group)


def _children(node: Any) -> list[Any]:
    found = [node.get_child_at_index(number) for number in range(node.get_child_count())]
    return [one for one in found if one is not None]


def _nodes(node: Any) -> list[Any]:
    if node is None:
        return []
    found = []
    for child in _children(node):
        if _has(child, State.SHOWING) or _has(child, State.VISIBLE):
            found += [child, *_nodes(child)]
    return found


def _collect(node: Any, found: list[Control]) -> None:
    for child in _children(node):
        if not _has(child, State.VISIBLE):
            continue
        role = child.get_role_name()
        if role in CONTROLS or (_has(child, State.FOCUSABLE) and role not in GROUPS):
            found.append(_control(child))
            if role in WHOLE:
                continue
        _collect(child, found)
