"""One process a library; what a crash leaves in the lock file never locks anybody out."""

import subprocess
import sys
from pathlib import Path

import pytest

from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.lock import LibraryLock

HOLD = """
import sys
from pathlib import Path
from arcareer.storage.lock import LibraryLock
lock = LibraryLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def holder(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_second_process_is_refused_and_a_killed_one_frees_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "arcareer.lock"
    with holder(path) as process:
        with pytest.raises(LibraryProblem, match="already open") as caught:
            LibraryLock(path).acquire()
        assert caught.value.kind is ProblemKind.LOCKED
        process.kill()
    lock = LibraryLock(path)
    lock.acquire()
    lock.release()


def test_second_lock_in_the_same_process_is_refused(tmp_path: Path) -> None:
    first = LibraryLock(tmp_path / "arcareer.lock")
    first.acquire()
    with pytest.raises(LibraryProblem):
        LibraryLock(first.path).acquire()
    first.release()
    LibraryLock(first.path).acquire()


@pytest.mark.parametrize("content", [b"", b"\0" * 4096, b"4242\nanother-laptop\narcareer\n", b"\xff\xfe garbage"])
def test_content_of_the_lock_file_never_matters(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "arcareer.lock"
    path.write_bytes(content)
    lock = LibraryLock(path)
    lock.acquire()
    lock.release()
    assert path.read_bytes() == content


def test_folder_in_the_lock_files_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "arcareer.lock").mkdir()
    with pytest.raises(LibraryProblem) as caught:
        LibraryLock(tmp_path / "arcareer.lock").acquire()
    assert caught.value.kind is ProblemKind.NOT_A_FILE
