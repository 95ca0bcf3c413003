from __future__ import annotations

import datetime as dt
import os

import pytest

from diary.domain.entry import DayEntry
from diary.errors import FileProblem
from diary.paths import AppPaths
from diary.services.looking_back import LookingBack
from diary.services.monitoring import Monitoring
from diary.services.open import needs_passphrase, open_services, services_to_look
from diary.services.reporting import Reporting
from diary.services.transfer import Transfer
from diary.settings import Settings, save_settings
from diary.store.identity import PassphraseError
from diary.store.problems import UnusableFile
from tests.refusals import refused

NOW = dt.datetime(2026, 3, 20, 20, 41, tzinfo=dt.UTC)


@pytest.fixture
def paths(tmp_path):
    """A folder that is not there yet."""
    return AppPaths(tmp_path / "new" / "home")


@pytest.fixture
def services(paths):
    """The services of a new diary."""
    services = open_services(paths)
    yield services
    services.close()


def test_everything_is_made_for_its_owner_only(services, paths):
    assert services.paths is paths
    assert paths.folder.stat().st_mode & 0o777 == 0o700
    assert paths.diary.stat().st_mode & 0o777 == 0o600


def test_the_services_share_one_diary(services):
    services.journal.save(DayEntry(date=NOW.date()), NOW, NOW.date())
    copy = services.safekeeping.backup(NOW)
    services.journal.save(DayEntry(date=NOW.date(), note="x"), NOW, NOW.date())
    services.safekeeping.restore(copy, NOW)
    assert services.journal.diary().entries[0].note is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("monitoring", Monitoring),
        ("reporting", Reporting),
        ("transfer", Transfer),
        ("looking_back", LookingBack),
    ],
)
def test_the_heavy_services_come_once_when_asked_for(services, name, kind):
    assert name not in vars(services)
    service = getattr(services, name)
    assert type(service) is kind
    assert getattr(services, name) is service


@pytest.mark.parametrize("let_go", ["rest", "close", "give_up"])
def test_the_process_of_the_sheet_goes_with_the_diary(paths, let_go):
    services = open_services(paths, sheets_apart=True)
    services.rest()  # before there is one
    pdf = services.reporting.pdf(today=NOW.date())
    assert services.reporting.page(pdf, 20).pages == 1
    process = services.reporting._setter.process
    os.kill(process, 0)
    getattr(services, let_go)()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    services.close()
    here = open_services(paths)
    assert here.reporting.pdf(today=NOW.date()) == pdf
    here.close()


def test_a_closed_diary_opens_again(services, paths):
    services.close()
    open_services(paths).close()


def test_a_passphrase_makes_a_protected_diary(paths):
    assert not needs_passphrase(paths.diary)
    open_services(paths, "secret").close()
    assert needs_passphrase(paths.diary)
    with refused(PassphraseError, "opens only with its passphrase"):
        open_services(paths)
    open_services(paths, "secret").close()


def test_a_file_that_is_no_diary_is_not_called_protected(paths):
    paths.create()
    paths.diary.write_text("hello")
    with refused(UnusableFile, "is not a Daymark diary"):
        needs_passphrase(paths.diary)


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with refused(FileProblem, "cannot be opened"):
        open_services(AppPaths(tmp_path / "file" / "home"))


def test_whether_rules_judge_is_asked_of_the_settings_each_time(services, paths):
    assert services.is_judging()
    save_settings(Settings(alerts_on=False), paths.settings)
    assert not services.is_judging()
    paths.settings.write_text("no settings", "utf-8")
    assert services.settings() == Settings()
    assert paths.settings.read_text("utf-8") == "no settings"  # told and set aside elsewhere


def test_what_another_program_wrote_is_seen_once(services, paths):
    assert not services.is_changed_beside()
    other = open_services(paths)
    other.journal.save(DayEntry(date=NOW.date()), NOW, NOW.date())
    other.close()
    assert services.is_changed_beside()
    assert services.look_for_changes()
    assert not services.look_for_changes()


def test_the_passphrase_that_opens_it_is_known(paths, tmp_path):
    services = open_services(paths, "secret")
    copy = services.safekeeping.backup(NOW)
    assert (services.passphrase, services.is_protected) == ("secret", True)
    assert services.is_protected_copy(copy)
    services.close()
    plain = open_services(AppPaths(tmp_path / "plain"))
    assert (plain.passphrase, plain.is_protected) == (None, False)
    assert not plain.is_protected_copy(plain.safekeeping.backup(NOW))
    plain.close()


def test_a_second_folder_is_chosen_and_given_up(services, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    assert services.second_folder() is None
    services.choose_second_folder(folder)
    assert services.second_folder().folder == folder
    services.choose_second_folder(None)
    assert services.second_folder() is None


@pytest.mark.parametrize("fails", [False, True])
def test_the_diary_is_open_after_it_was_backed_up_whatever_came_of_it(services, paths, fails):
    services.journal.save(DayEntry(date=NOW.date()), NOW, NOW.date())
    if fails:
        paths.backups.write_text("in the way", "utf-8")
    services.keep(NOW, asked=True)
    assert services.journal.day(NOW.date()) is not None
    assert paths.backups.is_dir() is not fails


def test_a_look_leaves_no_diary_behind(paths):
    with services_to_look(paths) as services:
        assert services.journal.diary().entries == ()
    assert not paths.diary.exists()


def test_a_look_at_a_diary_needs_its_passphrase(paths):
    open_services(paths, "secret").close()
    with refused(PassphraseError, "opens only with its passphrase"), services_to_look(paths):
        pytest.fail("it was opened without")
    with services_to_look(paths, "secret") as services:
        services.journal.save(DayEntry(date=NOW.date()), NOW, NOW.date())
    with services_to_look(paths, "secret") as services:
        assert services.journal.day(NOW.date()) is not None
