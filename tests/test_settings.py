"""Settings: defaults, what the file may hold, damaged files, saving all or nothing."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from diary.errors import FileProblem
from diary.settings import CHOICES, GROUPS, Settings, load_settings, save_settings

DEFAULTS = Settings()
OTHER = {
    "theme": "dark",
    "text_size": 150,
    "language": "de",
    "report_language": "fr",
    "paper": "letter",
    "alerts_on": False,
    "reminder_on": True,
    "reminder_at": "07:30",
    "reminder_shown_on": "2026-03-20",
    "backup_folder": "/media/stick",
    "backup_mark": "0a1b2c3d",
    "lock_after": "5",
    "window_geometry": "AdnQywADAAA=",
}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.json"


def write(path, **options):
    path.write_text(json.dumps(options), "utf-8")


class TestOptions:
    def test_defaults(self):
        assert DEFAULTS.model_dump() == {
            "theme": "system",
            "text_size": 100,
            "language": "system",
            "report_language": "same",
            "paper": "system",
            "alerts_on": True,
            "reminder_on": False,
            "reminder_at": "20:00",
            "reminder_shown_on": None,
            "backup_folder": None,
            "backup_mark": None,
            "lock_after": "15",
            "window_geometry": None,
        }

    def test_every_option_is_tried_here(self):
        assert set(OTHER) == set(Settings.model_fields)
        assert not any(OTHER[name] == getattr(DEFAULTS, name) for name in OTHER)

    @pytest.mark.parametrize("name", OTHER)
    def test_changed(self, name):
        changed = DEFAULTS.changed(**{name: OTHER[name]})
        assert getattr(changed, name) == OTHER[name]
        assert changed.changed(**{name: getattr(DEFAULTS, name)}) == DEFAULTS

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("theme", "sepia"),
            ("theme", None),
            ("text_size", 90),
            ("text_size", 210),
            ("text_size", 105),
            ("text_size", "100"),
            ("text_size", 100.0),
            ("text_size", True),
            ("language", ""),
            ("language", "x" * 201),
            ("report_language", 5),
            ("paper", "A4"),
            ("alerts_on", 1),
            ("alerts_on", None),
            ("reminder_on", "yes"),
            ("reminder_at", "24:00"),
            ("reminder_at", "8:00"),
            ("reminder_shown_on", "2026-02-30"),
            ("reminder_shown_on", "20260228"),
            ("reminder_shown_on", 0),
            ("backup_mark", "0A1B2C3D"),
            ("lock_after", "10"),
            ("window_geometry", b"x"),
            ("window_geometry", "x" * 10_001),
            ("colour", "red"),
        ],
    )
    def test_refused(self, name, value):
        with pytest.raises(ValidationError):
            DEFAULTS.changed(**{name: value})

    def test_frozen(self):
        with pytest.raises(ValidationError, match="frozen"):
            DEFAULTS.theme = "dark"

    @pytest.mark.parametrize("name", CHOICES)
    def test_every_choice_has_words(self, name):
        assert all(DEFAULTS.changed(**{name: value}) for value in CHOICES[name])
        assert all(words.strip() for words in CHOICES[name].values())
        schema = Settings.model_json_schema()["properties"][name]
        assert schema.get("enum", list(CHOICES[name])) == list(CHOICES[name])

    def test_what_is_on_the_settings_page_has_a_name(self):
        unnamed = [name for name, field in Settings.model_fields.items() if field.title is None]
        cards_of_their_own = ["reminder_on", "reminder_at", "reminder_shown_on"]
        cards_of_their_own += ["lock_after", "backup_folder", "backup_mark"]
        assert sorted(unnamed) == sorted([*cards_of_their_own, "window_geometry"])

    def test_what_has_a_name_stands_in_a_card(self):
        groups = [
            field.json_schema_extra["group"]
            for field in Settings.model_fields.values()
            if field.title is not None
        ]
        assert set(groups) == set(GROUPS)


class TestLoad:
    def test_no_file_is_the_defaults(self, path):
        loaded = load_settings(path)
        assert loaded.settings == DEFAULTS
        assert loaded.notice is None
        assert not loaded.damaged
        assert not path.exists()

    def test_an_empty_object_is_the_defaults(self, path):
        write(path)
        assert load_settings(path).settings == DEFAULTS
        assert load_settings(path).notice is None

    def test_with_a_byte_order_mark(self, path):
        path.write_bytes(b'\xef\xbb\xbf{"theme": "dark"}')
        assert load_settings(path).settings.theme == "dark"

    def test_unknown_options_are_left_out_and_not_fatal(self, path):
        write(path, theme="dark", mood="good", nested={"a": [1]})
        loaded = load_settings(path)
        assert loaded.settings == DEFAULTS.changed(theme="dark")
        assert loaded.notice is None
        save_settings(loaded.settings, path)
        assert "mood" not in path.read_text("utf-8")

    def test_a_value_that_cannot_be_used_costs_only_its_option(self, path):
        write(path, theme="sepia", text_size=1000, paper="letter", alerts_on=5)
        loaded = load_settings(path)
        assert loaded.settings == DEFAULTS.changed(paper="letter")
        assert loaded.reset == ("alerts_on", "text_size", "theme")
        assert "usual values" in loaded.notice
        assert not loaded.damaged
        assert path.exists()

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b" \n",
            b'{"theme": "dark"',
            b"[]",
            b"null",
            b"\xff\xfe{\x00}\x00",
            b"\x00" * 4096,
            b"[" * 100_000,
            b'{"theme": dark}',
        ],
        ids=lambda content: repr(content[:12]),
    )
    def test_a_damaged_file_is_set_aside_and_told(self, path, content):
        path.write_bytes(content)
        loaded = load_settings(path)
        assert loaded.settings == DEFAULTS
        assert loaded.damaged
        assert loaded.set_aside == path.with_name("settings.damaged.json")
        assert loaded.set_aside.read_bytes() == content
        assert not path.exists()
        assert "settings.damaged.json" in loaded.notice

    def test_no_damaged_file_is_ever_lost(self, path):
        names = []
        for content in (b"one", b"two", b"three"):
            path.write_bytes(content)
            names.append(load_settings(path).set_aside.name)
        assert names == [
            "settings.damaged.json",
            "settings.damaged-2.json",
            "settings.damaged-3.json",
        ]
        assert {file.read_bytes() for file in path.parent.iterdir()} == {b"one", b"two", b"three"}

    def test_a_file_that_cannot_be_moved_is_told_too(self, path, monkeypatch):
        path.write_bytes(b"damaged")
        monkeypatch.setattr(Path, "rename", refuse)
        loaded = load_settings(path)
        assert loaded.settings == DEFAULTS
        assert loaded.set_aside is None
        assert loaded.notice == "Your settings could not be read, so the usual ones are used."
        assert path.read_bytes() == b"damaged"

    def test_what_is_no_file_is_left_alone(self, path):
        path.mkdir()
        loaded = load_settings(path)
        assert loaded.settings == DEFAULTS
        assert loaded.damaged
        assert loaded.notice is not None
        assert path.is_dir()

    @settings(deadline=None)
    @given(content=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
    def test_any_bytes_give_settings(self, tmp_path_factory, content):
        path = tmp_path_factory.mktemp("any") / "settings.json"
        path.write_bytes(content)
        assert isinstance(load_settings(path).settings, Settings)

    @settings(deadline=None)
    @given(
        options=st.fixed_dictionaries(
            {},
            optional=dict.fromkeys(
                OTHER,
                st.none()
                | st.booleans()
                | st.integers()
                | st.floats()
                | st.text(max_size=3)
                | st.sampled_from(["\ud800", "dark", 110])
                | st.lists(st.text(max_size=3) | st.integers(), max_size=2),
            ),
        )
    )
    def test_any_values_give_settings(self, tmp_path_factory, options):
        path = tmp_path_factory.mktemp("any") / "settings.json"
        write(path, **options)
        loaded = load_settings(path)
        assert not loaded.damaged
        kept = set(options) - set(loaded.reset)
        found = json.loads(loaded.settings.model_dump_json())
        assert all(found[name] == options[name] for name in kept)


class TestSave:
    def test_a_round_trip(self, path):
        wanted = Settings(**OTHER)
        save_settings(wanted, path)
        assert load_settings(path).settings == wanted

    def test_only_its_owner_can_read_it(self, path):
        save_settings(DEFAULTS, path)
        path.chmod(0o644)
        save_settings(DEFAULTS, path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_the_folder_is_made(self, tmp_path):
        path = tmp_path / "new" / "settings.json"
        save_settings(DEFAULTS, path)
        assert load_settings(path).settings == DEFAULTS
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700

    def test_a_person_can_read_it(self, path):
        save_settings(DEFAULTS, path)
        assert path.read_text("utf-8").splitlines()[1] == '  "theme": "system",'

    def test_nothing_else_is_left_behind(self, path):
        save_settings(DEFAULTS, path)
        save_settings(Settings(**OTHER), path)
        assert list(path.parent.iterdir()) == [path]

    @pytest.mark.parametrize(("of", "step"), [(os, "fsync"), (Path, "replace")])
    def test_a_full_disk_leaves_the_old_settings(self, path, monkeypatch, of, step):
        save_settings(Settings(**OTHER), path)
        monkeypatch.setattr(of, step, refuse)
        with pytest.raises(FileProblem) as caught:
            save_settings(DEFAULTS, path)
        assert caught.value.user_message.startswith("Your settings could not be saved.")
        assert caught.value.detail == "OSError"
        assert load_settings(path).settings == Settings(**OTHER)
        assert list(path.parent.iterdir()) == [path]

    def test_a_folder_that_cannot_be_made(self, tmp_path):
        (tmp_path / "file").write_text("in the way")
        with pytest.raises(FileProblem):
            save_settings(DEFAULTS, tmp_path / "file" / "settings.json")

    def test_a_system_that_cannot_sync_a_folder(self, path, monkeypatch):
        monkeypatch.setattr(os, "open", refuse_folders(os.open))
        save_settings(Settings(**OTHER), path)
        assert load_settings(path).settings == Settings(**OTHER)


def refuse(*_args, **_options):
    raise OSError(28, "No space left on device")


def refuse_folders(real):
    def opened(path, flags, *more, **options):
        if os.path.isdir(path):  # noqa: PTH112  what os.open is given
            refuse()
        return real(path, flags, *more, **options)

    return opened
