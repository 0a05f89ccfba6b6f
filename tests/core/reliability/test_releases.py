"""S28, G07, B16, B15: a library of every released version opens through the front door, whole; so do its backups."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from arcareer.paths import LibraryPaths
from arcareer.services.recovery import RecoveryService
from arcareer.storage.header import peek
from arcareer.storage.schema import SCHEMA_VERSION
from tests.support.clock import FakeClock
from tests.support.vault import headlines_in, open_vault

RELEASES = sorted((Path(__file__).parents[2] / "data" / "databases").glob("*.sql"))


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: str(path.stem))
def test_s28_g07_b16_library_of_a_released_version_opens_and_goes_back(release: Path, tmp_path: Path) -> None:
    paths = LibraryPaths(tmp_path)
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as connection:
        connection.executescript(release.read_text("utf-8"))
    before = set(headlines_in(paths.database))
    vault = open_vault(paths.folder, create=False)
    assert vault.headlines() == before
    assert vault.checks.check().sound
    assert bool(vault.opened.report.upgraded_from) is (int(release.stem) < SCHEMA_VERSION)
    backup = vault.backups.back_up()
    vault.log("Logged in this version")
    vault.close()
    RecoveryService(paths, FakeClock()).restore(backup.sequence)
    assert peek(paths.database).user_version == SCHEMA_VERSION
    assert set(headlines_in(paths.database)) == before
