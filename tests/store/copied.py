"""A diary that is copied and put back, and what lies in its folders."""

from __future__ import annotations

from diary.domain.entry import DayEntry, Pain
from diary.store import snapshot
from diary.store.database import Database


class Home:
    """A diary that is open, and where its copies go."""

    def __init__(self, path, passphrase, now):
        self.path, self.passphrase, self.now = path, passphrase, now
        self.backups = path.parent / "folder" / "backups"
        self.database = Database.open(path, passphrase)

    def save(self, note):
        entry = DayEntry(date=self.now.date(), pains=(Pain(region="hip"),), note=note)
        with self.database.unit(writing=True) as unit:
            unit.entries.put(entry, self.now)
            unit.commit()

    def take(self):
        return snapshot.take(self.path, self.backups, self.passphrase, self.now)

    def restore(self, copy):
        return snapshot.restore(
            copy,
            self.path,
            self.backups,
            self.passphrase,
            self.now,
            present_passphrase=self.passphrase,
        )

    def note_in(self, path):
        database = Database.open(path, self.passphrase)
        with database.unit() as unit:
            (entry,) = unit.entries.all()
        database.close()
        return entry.note


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def turn_bytes(path):
    """Damage all but the header and the list of tables."""
    content = bytearray(path.read_bytes())
    content[2 * 4096 :] = bytes(255 - byte for byte in content[2 * 4096 :])
    path.write_bytes(content)
