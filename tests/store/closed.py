"""A diary that is closed, and a copy of it, to be written anew."""

from __future__ import annotations

from diary.domain.entry import DayEntry, Pain
from diary.store import protecting, snapshot
from diary.store.database import Database
from diary.store.drafts import KeptDraft
from diary.store.keys import salt_of
from tests.store import by_hand

SECRET = "our unique note"
MARK = "0123abcd"


class Closed:
    """A diary that is closed, with a copy that says something else."""

    def __init__(self, path, passphrase, now):
        self.path, self.passphrase, self.now = path, passphrase, now
        self.backups = path.parent / "backups"
        self.save("then")
        self.copy = snapshot.take(path, self.backups, passphrase, now)
        self.save("now")

    def save(self, note):
        database = Database.open(self.path, self.passphrase)
        entry = DayEntry(date=self.now.date(), pains=(Pain(region="hip"),), note=f"{SECRET} {note}")
        with database.unit(writing=True) as unit:
            unit.entries.put(entry, self.now)
            unit.drafts.put(KeptDraft(self.now.date(), f'{{"note": "{SECRET} draft"}}', self.now))
            unit.commit()
        database.close()

    def write_anew(self, new, **rest):
        with protecting.ready(
            self.path, self.passphrase, new, backups=self.backups, **rest
        ) as ready:
            ready.swap_diary()
            ready.swap_copies()
        self.passphrase = new
        return ready.missed

    def note_in(self, path, passphrase=...):
        database = Database.open(path, self.passphrase if passphrase is ... else passphrase)
        with database.unit() as unit:
            (entry,) = unit.entries.all()
        database.close()
        return entry.note.removeprefix(f"{SECRET} ")

    def bytes(self):
        return by_hand.contents(self.path.parent), by_hand.contents(self.backups)

    def state(self):
        """What every file holds; how SQLite keeps its journal may differ."""
        files = [*self.path.parent.glob("*"), *self.backups.glob("*")]
        notes = [self.note_in(one) for one in (self.path, self.copy)]
        return sorted(files), notes, salt_of(self.path), self.copy.read_bytes()

    def readable(self):
        """The files that show something of the diary to anybody."""
        return {
            one.name
            for one in self.path.parent.rglob("*")
            if one.is_file()
            and any(text in one.read_bytes() for text in (SECRET.encode(), b"SQLite format 3"))
        }
