"""The one module that creates, writes, syncs, replaces and protects files, so that tests can fail each single call.

Every function works through this module's `os`; a test puts an object in its place that fails the Nth call. Whatever
fails, a file that was there before is either untouched or completely replaced, and no temporary file stays behind.
"""
# ruff: noqa: PTH101, PTH102, PTH105, PTH106, PTH108, PTH208 - pathlib would hide the calls the tests have to fail

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import hashlib

PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700
TEMPORARY_PREFIX: Final = ".~"
NO_SPACE: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

_CHUNK: Final = 1 << 20
_SHARING_VIOLATIONS: Final = frozenset({5, 32, 33})
_RENAME_WAITS: Final = (0.05, 0.1, 0.2, 0.4, 0.8)
_NO_FOLDER_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
_BINARY: Final = getattr(os, "O_BINARY", 0)


def temporary_beside(path: Path) -> Path:
    """Return a fresh name in the folder of `path`; `sweep_temporaries` removes what a crash leaves under such names."""
    return path.with_name(f"{TEMPORARY_PREFIX}{os.getpid()}-{os.urandom(4).hex()}.tmp")


def create_private(path: Path) -> None:
    """Create an empty file only this user can read; raise FileExistsError where something is already there."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, PRIVATE_FILE))


def make_private_folder(path: Path) -> None:
    """Create the folder for this user only if it is missing; its parent has to exist."""
    try:
        os.mkdir(path, PRIVATE_FOLDER)
    except FileExistsError:
        if not path.is_dir():
            raise
    else:
        sync_folder(path.parent)


def make_private_folders(path: Path) -> None:
    """Create the folder and its missing parents, all for this user only."""
    if not path.is_dir():
        if path.parent != path:
            make_private_folders(path.parent)
        make_private_folder(path)


def atomic_write(path: Path, data: bytes) -> None:
    """Make `path` hold exactly `data`, readable by this user only.

    On OSError the old file is as it was; only when the very last step, syncing the folder, fails, the new one is there.
    A symbolic link stays a link: the file it points at is replaced.
    """
    target = Path(os.path.realpath(path))
    temporary = temporary_beside(target)
    try:
        _write_new(temporary, (data,))
        replace(temporary, target)
    except BaseException:
        remove_if_there(temporary)
        raise
    sync_folder(target.parent)


def copy_file(source: Path, target: Path) -> str:
    """Copy `source` to `target` atomically, for this user only; return the SHA-256 of what was written."""
    import hashlib  # noqa: PLC0415 - loads a big library that a start does without

    temporary = temporary_beside(target)
    digest = hashlib.sha256()
    try:
        _write_new(temporary, _hashed(source, digest))
        replace(temporary, target)
    except BaseException:
        remove_if_there(temporary)
        raise
    sync_folder(target.parent)
    return digest.hexdigest()


def replace(source: Path, target: Path) -> None:
    """Rename `source` over `target`; on Windows wait a moment while another program holds the target."""
    for wait in _RENAME_WAITS:
        try:
            os.replace(source, target)
        except OSError as fault:
            if getattr(fault, "winerror", None) not in _SHARING_VIOLATIONS:
                raise
            time.sleep(wait)
        else:
            return
    os.replace(source, target)


def remove_if_there(path: Path) -> None:
    """Remove a file; a file that is missing or cannot be removed is left to the next sweep."""
    with suppress(OSError):
        os.unlink(path)


def remove(path: Path) -> None:
    """Remove a file; a missing file is fine, any other OSError is raised."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def remove_folder_if_empty(path: Path) -> None:
    """Remove an empty folder; one that is missing or holds something stays."""
    with suppress(OSError):
        os.rmdir(path)


def protect(path: Path) -> None:
    """Let only this user read the file."""
    os.chmod(path, PRIVATE_FILE)


def sync_file(path: Path) -> None:
    """Wait until the file's content is on the disk."""
    descriptor = os.open(path, os.O_RDWR | _BINARY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until renames in the folder are on the disk, where the system can do that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as fault:
        if fault.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal. Never call it on a database this process has open."""
    import hashlib  # noqa: PLC0415 - loads a big library that a start does without

    digest = hashlib.sha256()
    for _ in _hashed(path, digest):
        pass
    return digest.hexdigest()


def sweep_temporaries(folder: Path) -> int:
    """Remove what interrupted writes left in the folder; return how many files that were."""
    try:
        found = [folder / name for name in os.listdir(folder) if name.startswith(TEMPORARY_PREFIX)]
    except OSError:
        return 0
    for path in found:
        remove_if_there(path)
    return len(found)


def free_bytes(folder: Path) -> int:
    """Return how many bytes this user can still write in the folder."""
    import shutil  # noqa: PLC0415 - only asked after a fault or before a migration

    return shutil.disk_usage(folder).free


def _write_new(path: Path, chunks: Iterator[bytes] | tuple[bytes, ...]) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, PRIVATE_FILE)
    try:
        for chunk in chunks:
            view = memoryview(chunk)
            while view:
                view = view[os.write(descriptor, view) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _hashed(source: Path, digest: hashlib._Hash) -> Iterator[bytes]:
    descriptor = os.open(source, os.O_RDONLY | _BINARY)
    try:
        while chunk := os.read(descriptor, _CHUNK):
            digest.update(chunk)
            yield chunk
    finally:
        os.close(descriptor)
