"""S05 to S11, B02, G03: full disks, quotas and folders that may not be written."""

import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from arcareer.domain.start_report import NoticeKind
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.backup_folder import BackupFolder
from tests.support.vault import Vault, a_closed_library, bytes_of, names_in, open_vault

NOBODY = 65534
ROOT = Path(__file__).parents[3]

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root: to become another user, or to mount a small disk")


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    opened = open_vault(tmp_path / "library")
    opened.log("Collected $48,200")
    yield opened
    opened.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 2 MB, or skip where that is not allowed."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Leave no room on the disk; return the file to remove for some."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass
    return ballast


def run_as_nobody(script: str, folder: Path, spare: Path) -> subprocess.CompletedProcess[str]:
    """Run a script on `folder` as a user who owns nothing, loading all it may import first, with `spare`."""
    begin = f"""
        import os, shutil, sys
        sys.path.insert(0, {str(ROOT)!r})
        from pathlib import Path
        from arcareer.problems import LibraryProblem
        from tests.support.vault import open_vault
        folder, spare = map(Path, sys.argv[1:])
        vault = open_vault(spare)
        vault.log()
        vault.backups.back_up()
        vault.checks.check()
        vault.close()
        os.setgid({NOBODY})
        os.setuid({NOBODY})
        """
    whole = textwrap.dedent(begin) + textwrap.dedent(script)
    command = [sys.executable, "-c", whole, str(folder), str(spare)]
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)


def test_s05_full_library_keeps_the_text_and_saves_again_without_a_restart(vault: Vault) -> None:
    connection = vault.opened.store.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryProblem, match=r"MB are free; at least 1 MB are needed.*save again") as caught:
        vault.log("x" * 500, situation="x" * 20_000)
    assert caught.value.kind is ProblemKind.DISK_FULL
    assert vault.headlines() == {"Collected $48,200"}
    connection.execute("PRAGMA max_page_count = 1000000")
    vault.log("Cut DSO")
    assert vault.headlines() == {"Collected $48,200", "Cut DSO"}
    assert vault.checks.check().sound


@as_root
def test_s05_s06_b02_full_disk_loses_nothing_and_nothing_needs_a_restart(small_disk: Path) -> None:
    vault = open_vault(small_disk / "library")
    vault.log("Collected $48,200")
    good = vault.backups.back_up()
    ballast = fill(small_disk)
    with pytest.raises(LibraryProblem) as saving:
        vault.log("Cut DSO", situation="x" * 50_000)
    with pytest.raises(LibraryProblem) as typing:
        vault.drafts.keep("capture", "x" * 50_000)
    with pytest.raises(LibraryProblem) as backing_up:
        vault.backups.back_up()
    assert saving.value.kind is typing.value.kind is ProblemKind.DISK_FULL
    assert "disk is full" in backing_up.value.text
    assert vault.headlines() == {"Collected $48,200"}
    assert BackupFolder(vault.paths.backups).all() == (good,)
    assert len(names_in(vault.paths.backups)) == 2
    vault.close()
    again = open_vault(small_disk / "library")
    assert again.headlines() == {"Collected $48,200"}
    ballast.unlink()
    again.log("Cut DSO")
    assert again.backups.back_up().wins == 2
    again.close()


def test_s07_limit_on_file_sizes_keeps_what_was_confirmed(tmp_path: Path) -> None:
    paths = a_closed_library(tmp_path / "library", "Collected $48,200")
    script = f"""
        import resource, sys
        sys.path.insert(0, {str(ROOT)!r})
        from pathlib import Path
        from arcareer.problems import LibraryProblem
        from tests.support.vault import open_vault
        vault = open_vault(Path(sys.argv[1]))
        size = vault.paths.database.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        saved = 0
        try:
            while saved < 500:
                vault.log(f"Win {{saved}}", situation="x" * 4_000)
                saved += 1
        except LibraryProblem as problem:
            print(problem.kind, saved)
        """
    result = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(paths.folder)], check=True, capture_output=True, text=True
    )
    kind, saved = result.stdout.split()
    assert kind in {"disk-full", "unreadable"}
    again = open_vault(paths.folder)
    assert again.headlines() == {"Collected $48,200", *(f"Win {number}" for number in range(int(saved)))}
    assert again.checks.check().sound
    again.close()


LOOK = """
    vault = open_vault(folder)
    print(vault.opened.report.read_only, sorted(vault.headlines()))
    for change in (vault.log, lambda: vault.drafts.keep("capture", "half"), vault.backups.back_up):
        try:
            change()
        except LibraryProblem as problem:
            print(problem.kind)
    print([notice.kind.value for notice in vault.opened.report.notices])
    vault.close()
    """
MAKE = """
    try:
        open_vault(folder)
    except LibraryProblem as problem:
        print(problem.kind, problem.text)
    """


@pytest.fixture
def public() -> Iterator[Path]:
    """Return a folder that other users can reach, which pytest's own are not."""
    with tempfile.TemporaryDirectory(prefix="arcareer-public-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def allow(folder: Path, *, folder_mode: int, file_mode: int) -> None:
    for path in folder.rglob("*"):
        path.chmod(folder_mode if path.is_dir() else file_mode)
    folder.chmod(folder_mode)


@as_root
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444)])
def test_s10_s11_what_may_not_be_written_can_be_looked_at(
    public: Path, tmp_path: Path, folder_mode: int, file_mode: int
) -> None:
    paths = a_closed_library(public / "library", "Collected $48,200")
    paths.lock.chmod(0o666)
    allow(paths.folder, folder_mode=folder_mode, file_mode=file_mode)
    before = bytes_of(paths.folder)
    result = run_as_nobody(LOOK, paths.folder, tmp_path / "spare")
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[0] == "True ['Collected $48,200']"
    assert lines[1:4] == ["read-only"] * 3
    assert lines[4] == f"['{NoticeKind.READ_ONLY}']"
    assert bytes_of(paths.folder, without=("unsaved.json",)) == before


@as_root
def test_s10_library_cannot_be_made_where_nothing_may_be_written(public: Path, tmp_path: Path) -> None:
    folder = public / "library"
    folder.mkdir()
    allow(folder, folder_mode=0o555, file_mode=0o444)
    result = run_as_nobody(MAKE, folder, tmp_path / "spare")
    assert result.stdout.startswith("read-only The library may not be written."), result.stderr
    assert names_in(folder) == []
