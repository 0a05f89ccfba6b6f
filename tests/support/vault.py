"""A library opened the way the app opens it, with what tests of its safety need."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from arcareer.clock import Clock
from arcareer.domain.evidence import EvidenceFile
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from arcareer.paths import LibraryPaths
from arcareer.services.backups import BackupService
from arcareer.services.drafts import DraftService
from arcareer.services.editing import EditService
from arcareer.services.journal import JournalService
from arcareer.services.library_check import CheckService
from arcareer.services.missing_wins import MissingWinsService
from arcareer.storage.library import OpenedLibrary, open_library
from arcareer.storage.store import Store
from tests.support.builders import a_draft, a_win
from tests.support.clock import FakeClock


@dataclass(frozen=True, slots=True)
class Vault:
    """An open library and the services that keep it safe."""

    opened: OpenedLibrary
    edits: EditService
    journal: JournalService
    drafts: DraftService
    backups: BackupService
    checks: CheckService
    missing: MissingWinsService

    @property
    def paths(self) -> LibraryPaths:
        return self.opened.paths

    def log(self, headline: str = "Collected a long overdue balance", **fields: object) -> Win:
        """Save a win and return it as it is kept."""
        win = self.journal.log_win(a_draft(headline, **fields)).after
        assert isinstance(win, Win)
        return win

    def headlines(self) -> set[str]:
        return set(headlines(self.opened.store.connection))

    def close(self) -> None:
        self.opened.close()


def open_vault(
    folder: Path, clock: Clock | None = None, *, create: bool = True, second_folder: Path | None = None
) -> Vault:
    """Open the library in `folder` through the front door; the caller closes it."""
    time = clock or FakeClock()
    opened = open_library(LibraryPaths(folder), time, create=create)
    edits = EditService(opened.store)
    return Vault(
        opened=opened,
        edits=edits,
        journal=JournalService(opened.store, edits, time),
        drafts=DraftService(opened.store, time),
        backups=BackupService(opened, second_folder=second_folder),
        checks=CheckService(opened),
        missing=MissingWinsService(opened, edits),
    )


def a_closed_library(folder: Path, *headlines: str, clock: Clock | None = None) -> LibraryPaths:
    """Make a library with a win for each headline and close it."""
    vault = open_vault(folder, clock)
    for headline in headlines:
        vault.log(headline)
    vault.close()
    return vault.paths


def headlines(connection: sqlite3.Connection) -> list[str]:
    """Return the headlines of all wins outside the trash."""
    return [row[0] for row in connection.execute("SELECT headline FROM wins WHERE trashed_at IS NULL ORDER BY place")]


def headlines_in(path: Path) -> list[str]:
    """Return the headlines in a closed database file."""
    with closing(sqlite3.connect(path)) as connection:
        return headlines(connection)


def change_file(path: Path, *statements: str) -> None:
    """Change a closed database behind the app's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def names_in(folder: Path) -> list[str]:
    """Return the names of everything directly in the folder, in order."""
    return sorted(path.name for path in folder.iterdir())


def bytes_of(folder: Path, *, without: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Return every file in the folder and below, by its path."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name not in without)
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def add_evidence(store: Store, paths: LibraryPaths, content: bytes) -> str:
    """Put a file into the library as evidence of a new win and return its hash."""
    sha256 = hashlib.sha256(content).hexdigest()
    place = paths.evidence / sha256[:2] / sha256
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    file = EvidenceFile(id=new_id(), title="Advice", sha256=sha256, size=len(content), original_name="advice.pdf")
    with store.write() as unit:
        unit.wins.put(a_win("Proven", evidence=(file,)))
        unit.commit()
    return sha256
