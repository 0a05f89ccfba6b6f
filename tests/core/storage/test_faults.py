"""What SQLite and the system report becomes a problem with the right way out; only damage leads to recovery."""

import errno
import sqlite3
from pathlib import Path

import pytest

from arcareer import fsops
from arcareer.problems import ProblemKind
from arcareer.storage.faults import as_problem, disk_full_text
from tests.support.faults import FaultyOs


def sqlite_fault(code: int, text: str = "a fault") -> sqlite3.OperationalError:
    fault = sqlite3.OperationalError(text)
    fault.sqlite_errorcode = code
    return fault


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (sqlite_fault(sqlite3.SQLITE_CORRUPT), ProblemKind.DAMAGED),
        (sqlite_fault(sqlite3.SQLITE_CORRUPT_VTAB), ProblemKind.DAMAGED),
        (sqlite_fault(sqlite3.SQLITE_NOTADB), ProblemKind.DAMAGED),
        (sqlite3.DatabaseError("file is not a database"), ProblemKind.DAMAGED),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), ProblemKind.DAMAGED),
        (sqlite_fault(sqlite3.SQLITE_BUSY_SNAPSHOT), ProblemKind.BUSY),
        (sqlite_fault(sqlite3.SQLITE_FULL), ProblemKind.DISK_FULL),
        (sqlite_fault(sqlite3.SQLITE_READONLY_DIRECTORY), ProblemKind.READ_ONLY),
        (sqlite_fault(sqlite3.SQLITE_IOERR_READ), ProblemKind.UNREADABLE),
        (sqlite_fault(sqlite3.SQLITE_IOERR_FSYNC), ProblemKind.UNREADABLE),
        (sqlite_fault(sqlite3.SQLITE_CANTOPEN), ProblemKind.UNREADABLE),
        (OSError(errno.ENOSPC, "full"), ProblemKind.DISK_FULL),
        (OSError(errno.EDQUOT, "quota"), ProblemKind.DISK_FULL),
        (OSError(errno.EFBIG, "limit"), ProblemKind.DISK_FULL),
        (OSError(errno.EROFS, "read-only"), ProblemKind.READ_ONLY),
        (OSError(errno.EACCES, "denied"), ProblemKind.READ_ONLY),
        (OSError(errno.EIO, "broken"), ProblemKind.UNREADABLE),
    ],
)
def test_fault_has_a_kind_and_its_details(
    tmp_path: Path, fault: sqlite3.Error | OSError | UnicodeDecodeError, kind: ProblemKind
) -> None:
    problem = as_problem(fault, tmp_path / "arcareer.db")
    assert problem.kind is kind
    assert problem.details[0] == f"File: {tmp_path / 'arcareer.db'}"
    assert type(fault).__name__ in problem.details[1]
    assert list(tmp_path.iterdir()) == []


def test_write_that_fails_for_a_quota_is_told_as_a_full_disk(tmp_path: Path) -> None:
    with FaultyOs(2, errno.EDQUOT).at_work():
        problem = as_problem(sqlite_fault(sqlite3.SQLITE_IOERR_WRITE), tmp_path / "arcareer.db")
    assert problem.kind is ProblemKind.DISK_FULL


def test_full_disk_is_told_with_what_is_free_and_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fsops, "free_bytes", lambda _folder: 1_250_000)
    assert "1.2 MB are free; at least 1 MB are needed" in disk_full_text(tmp_path)
    assert "at least 60 MB" in disk_full_text(tmp_path, needed=60_000_000)
    monkeypatch.undo()
    assert "cannot be told" in disk_full_text(tmp_path / "missing")
