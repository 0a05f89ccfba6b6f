"""An older library is brought up to date on a copy: everything arrives, or the library stays byte for byte."""

import errno
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import pytest

from arcareer import fsops
from arcareer.domain.safekeeping import BackupReason
from arcareer.domain.start_report import NoticeKind
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.backup_folder import BackupFolder
from arcareer.storage.checksums import sum_rows
from arcareer.storage.header import peek
from arcareer.storage.library import open_library
from arcareer.storage.migrate import Upgrade, upgrade_copy, upgrade_with_alembic
from arcareer.storage.quarantine import entries
from arcareer.storage.schema import SCHEMA_VERSION
from tests.support.clock import FakeClock
from tests.support.faults import FaultyOs, PowerCut, each_fault
from tests.support.older import OLDER, STEPS, an_older_library, stepwise, upgrade
from tests.support.vault import change_file, headlines, headlines_in

SAMPLES = Path(__file__).parents[2] / "data" / "databases"
WINS = ("Collected $48,200", "Cut DSO from 47.9 to 36.8 days")


def opened_headlines(paths: LibraryPaths, upgrade: Upgrade = upgrade) -> set[str]:
    opened = open_library(paths, FakeClock(), create=False, upgrade=upgrade)
    try:
        return set(headlines(opened.store.connection))
    finally:
        opened.close()


def test_older_library_opens_with_everything_in_it(tmp_path: Path) -> None:
    paths = an_older_library(tmp_path / "library", *WINS)
    progress: list[str] = []
    opened = open_library(
        paths, FakeClock(), create=False, upgrade=upgrade, progress=lambda _done, _total, note="": progress.append(note)
    )
    assert set(headlines(opened.store.connection)) == set(WINS)
    assert opened.report.upgraded_from == OLDER
    assert NoticeKind.UPGRADED in {notice.kind for notice in opened.report.notices}
    assert "Backup 1" in opened.report.notices[-1].text
    assert progress[0] == "Making a backup"
    opened.close()
    assert peek(paths.database).user_version == SCHEMA_VERSION
    (backup,) = BackupFolder(paths.backups).all()
    assert (backup.reason, backup.pinned, backup.schema) == (BackupReason.BEFORE_MIGRATION, True, OLDER)
    (entry,) = entries(paths)
    assert set(headlines_in(entry.folder / "arcareer.db")) == set(WINS)


def test_second_start_migrates_nothing(tmp_path: Path) -> None:
    paths = an_older_library(tmp_path / "library", *WINS)
    opened_headlines(paths)
    opened_headlines(paths, _never)
    assert len(BackupFolder(paths.backups).all()) == 1


def _never(_connection: sqlite3.Connection) -> None:
    raise AssertionError("nothing to migrate")


@pytest.mark.parametrize("step", range(len(STEPS) + 1))
def test_fault_in_any_step_leaves_the_library_as_it_was(tmp_path: Path, step: int) -> None:
    paths = an_older_library(tmp_path / "library", *WINS)
    before = paths.database.read_bytes()

    def stop(number: int) -> None:
        if number == step:
            raise RuntimeError("the step does not work")

    with pytest.raises(LibraryProblem, match="itself was not changed") as caught:
        open_library(paths, FakeClock(), create=False, upgrade=stepwise(stop))
    assert caught.value.kind is ProblemKind.MIGRATION_STOPPED
    assert any("Backup made before: number 1" in line for line in caught.value.details)
    assert paths.database.read_bytes() == before
    assert list(paths.folder.glob("stage-*")) == []
    assert opened_headlines(paths) == set(WINS)


@pytest.mark.parametrize(
    ("harm", "finding"),
    [
        ("DELETE FROM wins", "wins: 2 rows are gone"),
        ("UPDATE wins SET headline = upper(headline)", "wins: 2 rows have changed"),
        ("DROP TABLE occasions", "occasions: the table is gone"),
    ],
)
def test_copy_that_lost_something_is_not_used(tmp_path: Path, harm: str, finding: str) -> None:
    paths = an_older_library(tmp_path / "library", *WINS)
    before = paths.database.read_bytes()

    def harmful(connection: sqlite3.Connection) -> None:
        connection.execute(harm)
        upgrade(connection)

    with pytest.raises(LibraryProblem) as caught:
        open_library(paths, FakeClock(), create=False, upgrade=harmful)
    assert caught.value.kind is ProblemKind.MIGRATION_STOPPED
    assert finding in caught.value.details
    assert paths.database.read_bytes() == before


def test_choices_that_did_not_come_along_stop_the_upgrade(tmp_path: Path) -> None:
    original, stage = tmp_path / "arcareer.db", tmp_path / "stage.db"
    for path in (original, stage):
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.executescript((SAMPLES / "0005.sql").read_text("utf-8"))

    def losing(connection: sqlite3.Connection) -> None:
        upgrade_with_alembic(connection)
        connection.execute("DELETE FROM document_choices")
        sum_rows(connection)

    with pytest.raises(LibraryProblem) as caught:
        upgrade_copy(stage, original, losing)
    assert "brag_sheet_choices: not every row is in document_choices" in caught.value.details


def test_cascade_cannot_empty_a_table(tmp_path: Path) -> None:
    paths = an_older_library(tmp_path / "library", *WINS)
    seen: list[int] = []

    def watching(connection: sqlite3.Connection) -> None:
        seen.append(connection.execute("PRAGMA foreign_keys").fetchone()[0])
        upgrade(connection)
        seen.append(connection.execute("PRAGMA foreign_keys").fetchone()[0])

    opened_headlines(paths, watching)
    assert seen == [0, 0]


def test_step_that_does_nothing_is_noticed(tmp_path: Path) -> None:
    paths = an_older_library(tmp_path / "library", *WINS)
    with pytest.raises(LibraryProblem) as caught:
        open_library(paths, FakeClock(), create=False, upgrade=lambda _connection: None)
    assert f"schema {OLDER} instead of {SCHEMA_VERSION}" in caught.value.details


def test_leftovers_of_a_broken_migration_are_dropped_on_the_copy(tmp_path: Path) -> None:
    paths = an_older_library(tmp_path / "library", *WINS)
    change_file(paths.database, "CREATE TABLE _alembic_tmp_wins (id TEXT)")
    opened = open_library(paths, FakeClock(), create=False, upgrade=upgrade)
    left = opened.store.connection.execute("SELECT name FROM sqlite_master WHERE name GLOB '_alembic*'").fetchall()
    opened.close()
    assert left == []


def test_search_still_finds_after_a_migration(tmp_path: Path) -> None:
    paths = an_older_library(tmp_path / "library", *WINS)
    opened = open_library(paths, FakeClock(), create=False, upgrade=upgrade)
    found = opened.store.connection.execute("SELECT count(*) FROM win_fts WHERE win_fts MATCH 'collected'").fetchone()
    opened.close()
    assert found == (1,)


def test_damaged_older_library_is_not_migrated(tmp_path: Path) -> None:
    paths = an_older_library(tmp_path / "library", *WINS)
    change_file(paths.database, "UPDATE wins SET headline = 'Collected $48,201' WHERE headline LIKE 'Coll%'")
    before = paths.database.read_bytes()
    with pytest.raises(LibraryProblem) as caught:
        opened_headlines(paths, _never)
    assert caught.value.kind is ProblemKind.DAMAGED
    assert paths.database.read_bytes() == before


def test_too_little_room_is_told_before_anything_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = an_older_library(tmp_path / "library", *WINS)
    before = paths.database.read_bytes()
    monkeypatch.setattr(fsops, "free_bytes", lambda _folder: 100_000)
    with pytest.raises(LibraryProblem, match=r"0\.1 MB are free") as caught:
        opened_headlines(paths, _never)
    assert caught.value.kind is ProblemKind.DISK_FULL
    assert paths.database.read_bytes() == before
    assert not paths.backups.exists()


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_fault_of_the_disk_at_any_step_loses_nothing(tmp_path: Path, error: int) -> None:
    _each_interruption(tmp_path, lambda: each_fault(error))


def test_power_cut_at_any_step_loses_nothing(tmp_path: Path) -> None:
    _each_interruption(tmp_path, each_fault)


def _each_interruption(tmp_path: Path, faults: Callable[[], Iterable[FaultyOs]]) -> None:
    for number, faulty in enumerate(faults()):
        paths = an_older_library(tmp_path / str(number), *WINS)
        try:
            with faulty.at_work():
                opened_headlines(paths)
        except (PowerCut, LibraryProblem):
            pass
        assert opened_headlines(paths) == set(WINS)


def test_migration_runs_on_a_copy_that_is_compared_with_the_original(tmp_path: Path) -> None:
    paths = an_older_library(tmp_path / "library", *WINS)
    stage = tmp_path / "stage.db"
    fsops.copy_file(paths.database, stage)
    upgrade_copy(stage, paths.database, upgrade)
    assert peek(stage).user_version == SCHEMA_VERSION
    assert peek(paths.database).user_version == OLDER


def test_shipped_migrations_are_what_runs_by_default(tmp_path: Path) -> None:
    paths = an_older_library(tmp_path / "library", *WINS)
    change_file(paths.database, "UPDATE alembic_version SET version_num = '0001'", "PRAGMA user_version = 1")
    with pytest.raises(LibraryProblem) as caught:
        open_library(paths, FakeClock(), create=False)
    assert caught.value.kind is ProblemKind.MIGRATION_STOPPED
    assert any("table bullets already exists" in line for line in caught.value.details)
