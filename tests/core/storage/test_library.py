"""Opening and closing a library: what each start checks, tells and remembers."""

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from arcareer.domain.start_report import Notice, NoticeKind, StartReport
from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage import notices
from arcareer.storage.inspection import Inspection
from arcareer.storage.library import OpenedLibrary, open_library
from arcareer.storage.quarantine import entries
from arcareer.storage.swap import SwapOutcome
from tests.support.builders import a_win
from tests.support.clock import FakeClock
from tests.support.faults import FaultyOs
from tests.support.vault import a_closed_library, bytes_of, change_file, headlines, names_in, open_vault

HEAVY = {"sqlalchemy", "alembic", "platformdirs", "mako"}


@pytest.fixture
def paths(tmp_path: Path) -> LibraryPaths:
    return a_closed_library(tmp_path / "library", "Collected $48,200", "Cut DSO")


def opened(paths: LibraryPaths, *, create: bool = False) -> OpenedLibrary:
    return open_library(paths, FakeClock(), create=create)


def kinds(library: OpenedLibrary) -> set[NoticeKind]:
    return {notice.kind for notice in library.report.notices}


def crash(library: OpenedLibrary) -> None:
    """End a session without closing the library, as far as a living process can."""
    library.store.close()
    library.lock.release()


def test_first_start_makes_a_private_library(tmp_path: Path) -> None:
    library = opened(LibraryPaths(tmp_path / "library"), create=True)
    assert library.report.created
    library.close()
    folder = tmp_path / "library"
    assert names_in(folder) == ["arcareer.db", "arcareer.lock", "profile.json"]
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_start_after_a_clean_one_checks_nothing_before_the_first_paint(paths: LibraryPaths) -> None:
    library = opened(paths)
    assert not library.report.checked
    assert library.report.notices == ()
    assert set(headlines(library.store.connection)) == {"Collected $48,200", "Cut DSO"}
    library.close()


def test_start_loads_nothing_heavy(paths: LibraryPaths) -> None:
    script = f"""
import sys
from pathlib import Path
from arcareer.clock import SystemClock
from arcareer.paths import LibraryPaths
from arcareer.storage.library import open_library
library = open_library(LibraryPaths(Path(sys.argv[1])), SystemClock(), create=False)
library.mark_started()
library.close()
print(sorted({HEAVY!r} & set(sys.modules)))
"""
    result = subprocess.run(
        [sys.executable, "-c", script, str(paths.folder)], check=True, capture_output=True, text=True
    )
    assert result.stdout == "[]\n"


def test_start_after_a_crash_checks_everything_first(paths: LibraryPaths) -> None:
    crash(opened(paths))
    library = opened(paths)
    assert library.report.checked
    assert library.report.notices == ()
    library.close()
    assert not _report(paths).checked


def _report(paths: LibraryPaths) -> StartReport:
    library = opened(paths)
    library.close()
    return library.report


def test_lost_profile_means_a_full_check(paths: LibraryPaths) -> None:
    paths.profile.write_bytes(b"\0\0\0")
    library = opened(paths)
    assert library.report.checked
    library.close()


def test_damaged_row_after_a_crash_is_told_and_the_library_opens(paths: LibraryPaths) -> None:
    crash(opened(paths))
    change_file(paths.database, "UPDATE wins SET headline = 'Collected $48,201' WHERE headline LIKE 'Coll%'")
    library = opened(paths)
    assert kinds(library) == {NoticeKind.DAMAGED_ROWS}
    assert library.keeper.current.database_damaged
    library.close()


def test_search_index_that_crashed_half_way_is_rebuilt(paths: LibraryPaths) -> None:
    crash(opened(paths))
    change_file(paths.database, "INSERT INTO win_fts(win_fts) VALUES ('delete-all')")
    library = opened(paths)
    found = library.store.connection.execute("SELECT count(*) FROM win_fts WHERE win_fts MATCH 'dso'").fetchone()
    assert found == (1,)
    assert library.report.notices == ()
    library.close()


def test_fewer_wins_than_at_the_last_close_are_told_and_no_backup_goes(paths: LibraryPaths) -> None:
    vault = open_vault(paths.folder)
    for number in range(30):
        vault.log(f"Win {number}")
    backup = vault.backups.back_up()
    vault.close()
    stolen = LibraryPaths(a_closed_library(paths.folder.parent / "other", "Only one").folder)
    paths.database.write_bytes(stolen.database.read_bytes())
    library = opened(paths)
    (notice,) = library.report.notices
    assert notice.kind is NoticeKind.FEWER_WINS
    assert "1 wins; it held 32" in notice.text
    assert library.keeper.current.protected_backups == backup.sequence
    library.close()


def test_third_start_after_two_that_never_painted_is_careful(paths: LibraryPaths) -> None:
    for _ in range(2):
        library = opened(paths)
        assert not library.report.safe_mode
        crash(library)
    library = opened(paths)
    assert library.report.safe_mode
    assert NoticeKind.SAFE_MODE in kinds(library)
    library.mark_started()
    crash(library)
    library = opened(paths)
    assert not library.report.safe_mode
    library.close()


def test_marks_of_a_start_that_painted_do_not_add_up(paths: LibraryPaths) -> None:
    for _ in range(4):
        library = opened(paths)
        library.mark_started()
        assert not library.report.safe_mode
        crash(library)


def test_synced_folder_is_warned_about(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    library = opened(LibraryPaths(tmp_path / "Dropbox"), create=True)
    (notice,) = library.report.notices
    assert notice.kind is NoticeKind.SHARED_FOLDER
    assert "Dropbox" in notice.text
    library.close()


def test_folder_on_a_missing_drive_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(LibraryProblem, match="Plug in its drive") as caught:
        opened(LibraryPaths(tmp_path / "usb" / "library"), create=True)
    assert caught.value.kind is ProblemKind.NOT_HERE
    assert names_in(tmp_path) == []


def test_default_folder_is_made_with_its_parents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    library = opened(LibraryPaths(tmp_path / ".local" / "share" / "arcareer" / "library"), create=True)
    library.close()
    assert (tmp_path / ".local").stat().st_mode & 0o777 == 0o700


def test_nothing_is_made_without_being_asked(tmp_path: Path) -> None:
    with pytest.raises(LibraryProblem) as caught:
        opened(LibraryPaths(tmp_path))
    assert caught.value.kind is ProblemKind.MISSING
    assert not (tmp_path / "arcareer.db").exists()


@pytest.mark.parametrize("remains", ["profile.json", "backups", "quarantine", "swap.json"])
def test_library_is_never_made_where_one_was(tmp_path: Path, remains: str) -> None:
    place = tmp_path / remains
    place.write_text("{}") if remains == "profile.json" else place.mkdir()
    with pytest.raises(LibraryProblem):
        opened(LibraryPaths(tmp_path), create=True)
    assert not (tmp_path / "arcareer.db").exists()


def test_full_disk_is_no_reason_not_to_open(paths: LibraryPaths) -> None:
    with FaultyOs(2, errno.ENOSPC).at_work():
        library = opened(paths)
    assert set(headlines(library.store.connection)) == {"Collected $48,200", "Cut DSO"}
    library.close()


def test_leftovers_of_a_crash_are_swept(paths: LibraryPaths) -> None:
    before = names_in(paths.folder)
    (paths.folder / ".~99-aa.tmp").write_bytes(b"half")
    (paths.folder / "stage-0011223344556677.db").write_bytes(b"half")
    opened(paths).close()
    assert names_in(paths.folder) == before


def test_stranger_beside_the_library_is_put_aside(paths: LibraryPaths) -> None:
    (paths.folder / "arcareer.db-wal").write_bytes(os.urandom(4096))
    library = opened(paths)
    assert kinds(library) == {NoticeKind.STRANGE_FILES}
    assert library.report.checked
    library.close()
    (entry,) = entries(paths)
    assert names_in(entry.folder) == ["arcareer.db-wal"]


@pytest.mark.parametrize("revisions", [(), ("0001", "0002"), ("abc",), ("0099",)])
def test_unknown_mark_of_the_migrations_is_refused(paths: LibraryPaths, revisions: tuple[str, ...]) -> None:
    statements = [f"INSERT INTO alembic_version VALUES ('{revision}')" for revision in revisions]
    change_file(paths.database, "DELETE FROM alembic_version", *statements)
    before = paths.database.read_bytes()
    with pytest.raises(LibraryProblem, match="cannot be told which version") as caught:
        opened(paths)
    assert caught.value.kind is ProblemKind.UNKNOWN_REVISION
    assert paths.database.read_bytes() == before


def test_newer_library_is_refused_with_its_version_and_not_a_byte_changed(paths: LibraryPaths) -> None:
    change_file(paths.database, "PRAGMA user_version = 99")
    profile = json.loads(paths.profile.read_text())
    paths.profile.write_text(json.dumps(profile | {"schema": 99, "app_version": "4.2.0"}))
    before = bytes_of(paths.folder)
    with pytest.raises(LibraryProblem, match=r"arcareer 4\.2\.0; this is arcareer") as caught:
        opened(paths, create=True)
    assert caught.value.kind is ProblemKind.TOO_NEW
    assert bytes_of(paths.folder) == before


def test_lock_is_free_again_after_a_refusal(paths: LibraryPaths) -> None:
    change_file(paths.database, "PRAGMA user_version = 99")
    for _ in range(2):
        with pytest.raises(LibraryProblem) as caught:
            opened(paths)
        assert caught.value.kind is ProblemKind.TOO_NEW


def test_every_notice_is_plain_and_blames_nobody() -> None:
    for notice in _all_notices():
        assert re.search(r"\b(failed|failure|error|invalid)\b|!", notice.text, re.IGNORECASE) is None
        assert notice.text.endswith(".")


def _all_notices() -> Iterator[Notice]:
    yield from notices.swap_notice(SwapOutcome.FINISHED)
    yield from notices.swap_notice(SwapOutcome.TAKEN_BACK)
    yield notices.strange_files_notice(1)
    yield notices.fewer_wins_notice(30, 1)
    yield notices.damaged_rows_notice(Inspection(references=("a", "b")))
    yield notices.shared_folder_notice("Dropbox")
    yield notices.read_only_notice()
    yield notices.upgraded_notice(3)
    yield notices.safe_mode_notice()


def test_closing_remembers_how_many_wins_there_are(tmp_path: Path) -> None:
    vault = open_vault(tmp_path / "library")
    vault.log("Collected $48,200")
    with vault.opened.store.write() as unit:
        unit.wins.put(a_win("Second"))
        unit.commit()
    vault.close()
    assert vault.opened.keeper.current.wins == 2
    assert vault.opened.keeper.current.clean
