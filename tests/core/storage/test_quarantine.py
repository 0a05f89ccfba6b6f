"""Files put aside stay for 90 days, and the newest five for good."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from arcareer.paths import LibraryPaths
from arcareer.storage.quarantine import entries, entry_name, put_aside, remove_expired

NOW = datetime(2026, 10, 16, 16, 20, tzinfo=UTC)


def fill(paths: LibraryPaths, *ages: int) -> None:
    for number, age in enumerate(ages):
        paths.database.write_bytes(b"%d" % age)
        put_aside(paths, entry_name(NOW - timedelta(days=age), "restore", f"{number:08x}"), (paths.database,))


def test_files_move_and_missing_ones_do_not_matter(tmp_path: Path) -> None:
    paths = LibraryPaths(tmp_path)
    paths.database.write_bytes(b"damaged")
    folder = put_aside(paths, entry_name(NOW, "damaged", "0a1b2c3d"), (paths.database, paths.swap))
    assert (folder / "arcareer.db").read_bytes() == b"damaged"
    assert not paths.database.exists()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_putting_aside_twice_keeps_both(tmp_path: Path) -> None:
    paths = LibraryPaths(tmp_path)
    for content in (b"one", b"two"):
        paths.database.write_bytes(content)
        folder = put_aside(paths, entry_name(NOW, "damaged", "0a1b2c3d"), (paths.database,))
    assert {path.read_bytes() for path in folder.iterdir()} == {b"one", b"two"}


def test_entries_are_listed_newest_first_and_other_folders_are_not(tmp_path: Path) -> None:
    paths = LibraryPaths(tmp_path)
    assert entries(paths) == ()
    fill(paths, 3, 1, 2)
    (paths.quarantine / "my own notes").mkdir()
    assert [(NOW.replace(tzinfo=None) - entry.put_aside_at).days for entry in entries(paths)] == [1, 2, 3]


def test_only_old_entries_beyond_the_newest_five_go(tmp_path: Path) -> None:
    paths = LibraryPaths(tmp_path)
    fill(paths, 1, 80, 91, 92, 93, 94, 95, 89)
    assert remove_expired(paths, NOW) == 3
    ages = [(NOW.replace(tzinfo=None) - entry.put_aside_at).days for entry in entries(paths)]
    assert ages == [1, 80, 89, 91, 92]
    assert remove_expired(paths, NOW) == 0


def test_few_entries_stay_however_old(tmp_path: Path) -> None:
    paths = LibraryPaths(tmp_path)
    fill(paths, 400, 500, 600)
    assert remove_expired(paths, NOW) == 0
