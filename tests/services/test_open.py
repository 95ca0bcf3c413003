from __future__ import annotations

import datetime as dt
import os

import pytest

from diary.domain.entry import DayEntry
from diary.errors import FileProblem
from diary.paths import AppPaths
from diary.services.monitoring import Monitoring
from diary.services.open import needs_passphrase, open_services
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
    ("name", "kind"), [("monitoring", Monitoring), ("reporting", Reporting), ("transfer", Transfer)]
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
