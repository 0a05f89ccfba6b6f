"""S08, S09, S14, S20, S32, S36, C10: faults of the drive, damage met while reading, and our own discipline."""

import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from arcareer.domain.agenda import OccasionKind
from arcareer.domain.periods import ALL_TIME
from arcareer.domain.win_lists import WinQuery
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.services.agenda import AgendaService
from arcareer.services.customers import CustomerService
from arcareer.services.home import HomeService
from tests.support.builders import a_figure
from tests.support.vault import Vault, a_closed_library, bytes_of, change_file, open_vault

ROOT = Path(__file__).parents[3]


class BrokenDrive(sqlite3.Connection):
    """A connection whose commits do not reach the disk while `broken` is set."""

    broken = 0

    def commit(self) -> None:
        self._check()
        super().commit()

    def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
        if sql == "COMMIT":
            self._check()
        return super().execute(sql, *parameters)

    def _check(self) -> None:
        if type(self).broken:
            fault = sqlite3.OperationalError("disk I/O error")
            fault.sqlite_errorcode = type(self).broken
            raise fault


@pytest.fixture
def broken_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Vault]:
    """Open a library on a drive that can be broken."""
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **named: real(*given, **named, factory=BrokenDrive))
    vault = open_vault(tmp_path / "library")
    vault.log("Collected $48,200")
    yield vault
    BrokenDrive.broken = 0
    vault.close()


@pytest.mark.parametrize("code", [sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_WRITE])
def test_s08_c10_commit_that_fails_is_never_told_as_saved(broken_drive: Vault, code: int) -> None:
    BrokenDrive.broken = code
    with pytest.raises(LibraryProblem) as saving:
        broken_drive.log("Cut DSO")
    with pytest.raises(LibraryProblem) as typing:
        broken_drive.drafts.keep("capture", "half")
    assert saving.value.kind is typing.value.kind is ProblemKind.UNREADABLE
    assert broken_drive.headlines() == {"Collected $48,200"}
    BrokenDrive.broken = 0
    broken_drive.backups.reopen()
    broken_drive.log("Cut DSO")
    assert broken_drive.headlines() == {"Collected $48,200", "Cut DSO"}
    assert broken_drive.checks.check().sound


class Unreadable(sqlite3.Connection):
    """A connection that cannot read."""

    def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
        if "integrity_check" in sql:
            fault = sqlite3.OperationalError("disk I/O error")
            fault.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
            raise fault
        return super().execute(sql, *parameters)


def test_s09_read_that_fails_leads_to_no_recovery_and_removes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = open_vault(tmp_path / "library")
    vault.backups.back_up()
    before = bytes_of(vault.paths.backups)
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *given, **named: real(*given, **named, factory=Unreadable))
    with pytest.raises(LibraryProblem, match="did not read or write") as backing_up:
        vault.backups.back_up()
    with pytest.raises(LibraryProblem) as checking:
        vault.checks.check()
    assert backing_up.value.kind is ProblemKind.BACKUP_STOPPED
    assert checking.value.kind is ProblemKind.UNREADABLE
    assert bytes_of(vault.paths.backups) == before
    assert not vault.opened.keeper.current.database_damaged
    monkeypatch.undo()
    vault.close()


DAMAGES = (
    "UPDATE wins SET happened_on = '2026-1x-01'",
    "UPDATE wins SET logged_at = 'yesterday'",
    "UPDATE wins SET id = 'not-an-id'",
    "UPDATE wins SET headline = CAST(x'ff41' AS TEXT)",
    "UPDATE wins SET trashed_at = 'sometime'",
    "UPDATE win_figures SET unit = 'furlongs'",
    "UPDATE win_figures SET value_after = 'many'",
    "UPDATE occasions SET happens_on = 'soon'",
    "UPDATE away_weeks SET monday = x'00'",
)


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """Return the folder of a closed library with something in every list of the first page."""
    vault = open_vault(tmp_path / "library")
    vault.log("Collected $48,200", figures=(a_figure(),))
    agenda = AgendaService(vault.opened.store, vault.edits, vault.opened.clock)
    agenda.add(OccasionKind.REVIEW, "Year end", date(2026, 12, 1))
    agenda.set_away(date(2026, 10, 5), away=True)
    vault.close()
    return vault.paths.folder


@pytest.mark.parametrize("damage", DAMAGES)
def test_s20_damage_met_while_reading_is_told_and_never_breaks_the_app(full: Path, damage: str) -> None:
    change_file(full / "arcareer.db", "PRAGMA foreign_keys = OFF", damage)
    vault = open_vault(full)
    home = HomeService(vault.opened.store)
    readings: tuple[Callable[[], object], ...] = (
        lambda: home.glance(vault.opened.clock.today()),
        lambda: vault.journal.find(WinQuery()),
        lambda: vault.journal.find(WinQuery(text="collected")),
        lambda: vault.journal.wins(ALL_TIME, include_trash=True),
        lambda: CustomerService(vault.opened.store, vault.edits).all(),
    )
    told = set()
    for read in readings:
        try:
            read()
        except LibraryProblem as problem:
            told.add(problem.kind)
    assert told <= {ProblemKind.DAMAGED}
    assert vault.checks.check().damaged
    vault.close()


def test_s32_nobody_opens_the_database_file_while_it_is_in_use(tmp_path: Path) -> None:
    paths = a_closed_library(tmp_path / "library", "Collected $48,200")
    script = f"""
        import os, sys
        sys.path.insert(0, {str(ROOT)!r})
        from pathlib import Path
        from tests.support.vault import add_evidence, open_vault
        watched, seen = "", []
        def watch(event, arguments):
            if watched and event == "open" and str(arguments[0]).startswith(watched):
                seen.append(str(arguments[0]))
        sys.addaudithook(watch)
        vault = open_vault(Path(sys.argv[1]))
        watched = str(vault.paths.database)
        vault.log("Cut DSO")
        vault.drafts.keep("capture", "half")
        add_evidence(vault.opened.store, vault.paths, b"remittance")
        backup = vault.backups.back_up()
        vault.backups.drill()
        vault.checks.check()
        vault.checks.mend()
        vault.missing.bring_back(backup.sequence)
        vault.backups.save_everything_to(Path(sys.argv[2]))
        watched = ""
        vault.close()
        print(seen)
        """
    command = [sys.executable, "-c", textwrap.dedent(script), str(paths.folder), str(tmp_path / "other")]
    result = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    assert result.stdout == "[]\n"
