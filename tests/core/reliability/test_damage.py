"""S19 to S26, D03, B04, B05: whatever happens to the file, the app notices, explains and never breaks."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from arcareer.paths import LibraryPaths
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.connection import open_copy
from arcareer.storage.inspection import inspect
from tests.support.vault import bytes_of, change_file, open_vault

MUTATIONS = int(os.environ.get("ARCAREER_MUTATIONS", "25"))
PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed library of 120 wins; tests damage copies of it."""
    vault = open_vault(tmp_path_factory.mktemp("sound") / "library")
    for number in range(120):
        vault.log(f"Collected ${number},000 from customer {number}", situation="The remittance came late. " * 9)
    vault.close()
    return vault.paths.folder


@pytest.fixture
def paths(sound: Path, tmp_path: Path) -> LibraryPaths:
    return LibraryPaths(shutil.copytree(sound, tmp_path / "library"))


Harm = Callable[[bytearray, random.Random], None]


def one_bit(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def sixteen_bits(content: bytearray, chance: random.Random) -> None:
    for _ in range(16):
        one_bit(content, chance)


def hundred_bytes(content: bytearray, chance: random.Random) -> None:
    for _ in range(100):
        content[chance.randrange(len(content))] = chance.randrange(256)


def page_of_zeros(content: bytearray, chance: random.Random) -> None:
    at = PAGE * chance.randrange(len(content) // PAGE)
    content[at : at + PAGE] = bytes(PAGE)


def two_pages_swapped(content: bytearray, chance: random.Random) -> None:
    one, two = (PAGE * chance.randrange(len(content) // PAGE) for _ in range(2))
    content[one : one + PAGE], content[two : two + PAGE] = content[two : two + PAGE], content[one : one + PAGE]


def sector_of_garbage(content: bytearray, chance: random.Random) -> None:
    at = 512 * chance.randrange(len(content) // 512)
    content[at : at + 512] = chance.randbytes(512)


def cut_off(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def header_byte(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(100)] ^= 1 << chance.randrange(8)


HARMS = (
    one_bit,
    sixteen_bits,
    hundred_bytes,
    page_of_zeros,
    two_pages_swapped,
    sector_of_garbage,
    cut_off,
    header_byte,
)


def rows(database: Path) -> object:
    """Return everything the user put in, or None where that cannot be read any more."""
    tables = ("wins", "win_figures", "customers", "drafts", "win_versions", "owners", "meta")
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)) as connection:
            connection.text_factory = bytes
            return [connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in tables]
    except (sqlite3.Error, UnicodeDecodeError):
        return None


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: str(harm.__name__))
def test_s20_every_change_of_content_is_noticed(sound: Path, tmp_path: Path, harm: Harm) -> None:
    original = (sound / "arcareer.db").read_bytes()
    before = rows(sound / "arcareer.db")
    place = tmp_path / "arcareer.db"
    for seed in range(MUTATIONS):
        content = bytearray(original)
        harm(content, random.Random(seed))
        place.write_bytes(content)
        changed = rows(place) != before
        try:
            with closing(open_copy(place)) as copy:
                noticed = not inspect(copy).sound
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            noticed = True
        assert noticed or not changed, f"{harm.__name__} with seed {seed} passed unnoticed"


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: str(harm.__name__))
def test_s21_s22_start_after_a_crash_explains_or_opens_but_never_breaks(paths: LibraryPaths, harm: Harm) -> None:
    original = paths.database.read_bytes()
    for seed in range(6):
        content = bytearray(original)
        harm(content, random.Random(1_000 + seed))
        paths.database.write_bytes(content)
        paths.profile.write_bytes(b"")
        shutil.rmtree(paths.quarantine, ignore_errors=True)
        try:
            vault = open_vault(paths.folder)
        except LibraryProblem as problem:
            told = (problem.kind, paths.database.read_bytes() == bytes(content))
            assert told[0] in SAID
            assert told[1], "a file that does not open stays as it is"
        else:
            sums_right = vault.checks.check().sound
            assert sums_right or vault.opened.report.notices
            vault.close()


SAID = {
    ProblemKind.DAMAGED,
    ProblemKind.NOT_OURS,
    ProblemKind.EMPTY_FILE,
    ProblemKind.TOO_NEW,
    ProblemKind.UNKNOWN_REVISION,
    ProblemKind.MIGRATION_STOPPED,
}


def test_s19_flipped_bit_in_a_win_is_found_named_and_mended(paths: LibraryPaths) -> None:
    vault = open_vault(paths.folder)
    vault.backups.back_up()
    vault.close()
    content = paths.database.read_bytes()
    at = content.index(b"Collected $77,000 from")
    paths.database.write_bytes(content[: at + 11] + b"8" + content[at + 12 :])
    damaged = open_vault(paths.folder)
    (record,) = damaged.checks.check().damaged
    assert record.win.startswith("Collected $87,000")
    assert record.backup == 1
    assert damaged.checks.mend().sound
    assert "Collected $77,000 from customer 77" in damaged.headlines()
    damaged.close()


def test_s23_empty_file_is_no_first_run(paths: LibraryPaths) -> None:
    paths.database.write_bytes(b"")
    before = bytes_of(paths.folder)
    with pytest.raises(LibraryProblem, match="empty on the disk") as caught:
        open_vault(paths.folder)
    assert caught.value.kind is ProblemKind.EMPTY_FILE
    assert bytes_of(paths.folder) == before


@pytest.mark.parametrize("kept", ["profile.json", "backups", "quarantine"])
def test_s24_missing_file_is_no_first_run_where_anything_tells_of_it(paths: LibraryPaths, kept: str) -> None:
    vault = open_vault(paths.folder)
    vault.backups.restore(vault.backups.back_up().sequence)
    vault.close()
    for path in paths.folder.iterdir():
        if path.name != kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(LibraryProblem, match="nothing was put in its place") as caught:
        open_vault(paths.folder)
    assert caught.value.kind is ProblemKind.MISSING
    assert not paths.database.exists()


def make_folder(place: Path) -> None:
    place.mkdir()


def make_pipe(place: Path) -> None:
    os.mkfifo(place)


def make_loop(place: Path) -> None:
    place.symlink_to(place)


def make_socket(place: Path) -> None:
    os.mknod(place, 0o140600)


@pytest.mark.parametrize("make", [make_folder, make_pipe, make_loop, make_socket])
def test_s25_things_that_are_no_files_are_refused_without_waiting(
    paths: LibraryPaths, make: Callable[[Path], None]
) -> None:
    paths.database.unlink()
    make(paths.database)
    with pytest.raises(LibraryProblem, match="not a plain file") as caught:
        open_vault(paths.folder)
    assert caught.value.kind is ProblemKind.NOT_A_FILE


def test_s26_file_of_another_program_is_left_untouched(paths: LibraryPaths) -> None:
    for content in (b"Dear diary, today I collected", b"\x89PNG\r\n\x1a\n" + bytes(500), bytes(8192)):
        _refused_as_foreign(paths, content)
    change_file(paths.database.with_name("other.db"), "CREATE TABLE bookmarks (url TEXT)")
    _refused_as_foreign(paths, paths.database.with_name("other.db").read_bytes())


def _refused_as_foreign(paths: LibraryPaths, content: bytes) -> None:
    paths.database.write_bytes(content)
    with pytest.raises(LibraryProblem, match="not an arcareer library") as caught:
        open_vault(paths.folder)
    assert caught.value.kind is ProblemKind.NOT_OURS
    assert paths.database.read_bytes() == content


def test_d03_unreadable_draft_is_left_out_and_left_alone(paths: LibraryPaths) -> None:
    vault = open_vault(paths.folder)
    vault.drafts.keep("capture", "half typed")
    vault.drafts.keep("win", "also half")
    vault.close()
    change_file(paths.database, "UPDATE drafts SET content = CAST(x'ff41' AS TEXT) WHERE key = 'capture'")
    again = open_vault(paths.folder)
    assert again.drafts.find("capture") is None
    assert [draft.text for draft in again.drafts.all()] == ["also half"]
    assert again.opened.store.connection.execute("SELECT count(*) FROM drafts").fetchone() == (2,)
    again.close()
