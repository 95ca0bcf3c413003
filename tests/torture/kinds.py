"""The kinds of work: how each is prepared, done step by step, and what must be found after."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path

from diary.domain.care import Profile
from diary.exchange import diary_csv, diary_json
from diary.services.open import open_services
from diary.services.safekeeping import Safekeeping
from diary.settings import Settings, load_settings, save_settings
from diary.store import soundness
from tests.store import by_hand
from tests.torture.passphrases import Changing, Protecting, Unprotecting
from tests.torture.plans import NOW, TODAY, Says, diary_of
from tests.torture.work import Kind, write

FROZEN = Path(__file__).parents[1] / "data" / "databases"


class Start(Kind):
    """A first start, and the first words."""

    def prepare(self, plan):
        plan.aside.mkdir(parents=True)

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        yield "made"
        services.care.set_person(Profile(birth_year=1968), TODAY)
        yield "person"
        services.close()
        yield "closed"

    def states(self, _plan):
        return [None, Says(), Says(birth_year=1968), Says(birth_year=1968)]


class Saving(Kind):
    """Days saved and changed, drafts kept, the diary closed and opened in between."""

    steps = 20

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        for step in range(self.steps):
            number = self.days + step // 4
            if step % 4 == 0:
                services.drafts.keep(plan.entry(number).date, f'{{"note": "{step}"}}', NOW)
            elif step % 4 == 1:
                services.journal.save(plan.entry(number), NOW, TODAY)
            elif step % 4 == 2:
                services.journal.save(plan.entry(step, 1), NOW, TODAY)
            else:
                services.care.set_person(Profile(birth_year=1900 + step), TODAY)
                services.close()
                services = open_services(plan.paths, plan.passphrase)
            yield str(step)
        services.close()

    def states(self, plan):
        says = Says(plan.entries(self.days))
        found = [says]
        for step in range(self.steps):
            number = self.days + step // 4
            if step % 4 == 0:
                says = says.with_draft(plan.entry(number).date, f'{{"note": "{step}"}}')
            elif step % 4 == 1:
                says = says.with_day(plan.entry(number))
            elif step % 4 == 2:
                says = says.with_day(plan.entry(step, 1))
            else:
                says = Says(says.entries, says.drafts, says.versions, 1900 + step)
            found.append(says)
        return found


class Importing(Kind):
    """Files taken in, each with new and with changed days, in both formats."""

    files = 4
    each = 30

    def prepare(self, plan):
        super().prepare(plan)
        for number in range(self.files):
            diary = diary_of(self._of_file(plan, number))
            text = diary_csv.write(diary) if number % 2 else diary_json.write(diary)
            self._file(plan, number).write_text(text, encoding="utf-8")

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        for number in range(self.files):
            services.transfer.import_file(self._file(plan, number), TODAY, NOW)
            yield str(number)
        services.close()

    def states(self, plan):
        says = Says(plan.entries(self.days))
        found = [says]
        for number in range(self.files):
            for entry in self._of_file(plan, number):
                says = says.with_day(entry)
            found.append(says)
        return found

    def _file(self, plan, number):
        return plan.aside / f"incoming-{number}"

    def _of_file(self, plan, number):
        start = self.days + number * self.each - 10
        return tuple(plan.entry(day, number) for day in range(start, start + self.each))


class Migrating(Kind):
    """A diary of an earlier version of the program, opened."""

    rounds = by_hand.USUAL_ROUNDS  # the old files were written with them

    def prepare(self, plan):
        plan.aside.mkdir(parents=True)
        plan.paths.create()
        variant = "" if plan.passphrase is None else "-protected"
        shutil.copy(self._oldest(variant), plan.paths.diary)

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        yield "opened"
        services.close()

    def states(self, _plan):
        wanted = diary_json.read(self._oldest("").with_suffix(".json").read_bytes(), TODAY)
        changed = wanted.entries[0].date
        says = Says(wanted.entries, (), ((changed, 2),), wanted.profile.birth_year)
        return [says, says]

    def _oldest(self, variant):
        return FROZEN / f"0001{variant}.daymark"


class BackingUp(Kind):
    """Backups into their own folder, and to a file that she names."""

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        for _number in range(3):
            yield str(services.safekeeping.backup(NOW))
            free = (plan.aside / f"copy-{number}.daymark" for number in count())
            out = next(path for path in free if not path.exists())
            yield str(services.safekeeping.backup(NOW, out))
        services.close()

    def states(self, plan):
        return [Says(plan.entries(self.days))] * 7

    def more(self, plan, steps):
        for name in steps:
            found = soundness.verify(Path(name), plan.passphrase)
            if found.problem is not None or found.days != self.days:
                yield f"a confirmed backup is not whole: {found}"


class Restoring(Kind):
    """Backups put back in turn, with a word saved in between."""

    def prepare(self, plan):
        super().prepare(plan)
        services = open_services(plan.paths, plan.passphrase)
        for number in range(2):
            write(plan, services, plan.entries(self.days + 10 * (number + 1), number))
            services.safekeeping.backup(NOW, self._copy(plan, number))
        services.close()

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        for step in range(4):
            if step % 2:
                services.journal.save(plan.entry(0, 7), NOW, TODAY)
                yield "saved"
            else:
                yield str(services.safekeeping.restore(self._copy(plan, step // 2), NOW))
        services.close()

    def states(self, plan):
        first, second = self._prepared(plan)
        saved = first.with_day(plan.entry(0, 7))
        return [second, first, saved, second, second.with_day(plan.entry(0, 7))]

    def more(self, plan, steps):
        for name in steps[::2]:
            if not soundness.verify(Path(name), plan.passphrase).sound:
                yield "the diary as it was before a restore is not kept"

    def _copy(self, plan, number):
        return plan.aside / f"copy-{number}.daymark"

    def _prepared(self, plan):
        says = Says(plan.entries(self.days))
        found = []
        for number in range(2):
            for entry in plan.entries(self.days + 10 * (number + 1), number):
                says = says.with_day(entry)
            found.append(says)
        return found


class Rescuing(Restoring):
    """A backup put in the place of a diary that cannot be read."""

    def prepare(self, plan):
        super().prepare(plan)
        content = plan.paths.diary.read_bytes()
        half = len(content) // 2
        plan.paths.diary.write_bytes(content[:half] + bytes(reversed(content[half:])))
        (plan.aside / "damaged").write_bytes(plan.paths.diary.read_bytes())

    def work(self, plan):
        keeping = Safekeeping(plan.paths, plan.passphrase)
        yield str(keeping.restore(self._copy(plan, 0), NOW))

    def states(self, plan):
        return [None, self._prepared(plan)[0]]

    def more(self, plan, steps):
        damaged = (plan.aside / "damaged").read_bytes()
        kept = [path for path in plan.paths.backups.glob("*") if path.read_bytes() == damaged]
        if steps and not kept:
            yield "the damaged diary is not kept"
        if not steps and not plan.paths.diary.exists():
            yield "there is no diary any more, so that a new one would be begun"


class Writing(Kind):
    """Exports and settings, each over the one before."""

    def work(self, plan):
        services = open_services(plan.paths, plan.passphrase)
        for step in range(6):
            if step % 2:
                text = plan.entry(step).note
                save_settings(Settings(window_geometry=text), plan.paths.settings)
            else:
                services.transfer.export_file(plan.aside / "out", self._format(step), now=NOW)
            yield str(step)
        services.close()

    def states(self, plan):
        return [Says(plan.entries(self.days))] * 7

    def more(self, plan, steps):
        diary = diary_of(plan.entries(self.days))
        texts = {name: whole(diary).encode() for name, whole in self._writers().items()}
        out = plan.aside / "out"
        if out.exists() and out.read_bytes() not in texts.values():
            yield "an export is cut short"
        if steps and not out.exists():
            yield "a confirmed export is not there"
        loaded = load_settings(plan.paths.settings)
        saved = [None] + [plan.entry(step).note for step in (1, 3, 5)]
        confirmed = len(steps) // 2
        if (
            loaded.damaged
            or loaded.settings.window_geometry not in saved[confirmed : confirmed + 2]
        ):
            yield "the confirmed settings are not there"

    def _format(self, step):
        return ("json", "csv")[step // 2 % 2]

    def _writers(self):
        return {"json": diary_json.write, "csv": diary_csv.write}


KINDS: dict[str, Kind] = {
    "start": Start(),
    "saving": Saving(),
    "importing": Importing(),
    "migrating": Migrating(),
    "backing up": BackingUp(),
    "restoring": Restoring(),
    "rescuing": Rescuing(),
    "writing": Writing(),
    "protecting": Protecting(),
    "changing": Changing(),
    "unprotecting": Unprotecting(),
}
