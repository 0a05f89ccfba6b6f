"""Files the library keeps: each content once, named by its SHA-256, never changed after it was written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from arcareer import fsops
from arcareer.errors import UserError
from arcareer.progress import Progress, silent
from arcareer.storage.faults import as_problem

_HASH_LENGTH: Final = 64
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A content that was taken in, by its SHA-256 and its size in bytes."""

    sha256: str
    size: int


class KeptFiles:
    """The files below `folder`, which is made when the first one comes. Uses no database, so any thread may.

    `library` is the library they belong to, named where the disk gives trouble.
    """

    def __init__(self, folder: Path, library: Path) -> None:
        self.folder = folder
        self._library = library

    def take_in(self, path: Path, progress: Progress = silent) -> KeptFile:
        """Copy a file into the folder, unless its content is there already.

        Raises `UserError` where the file cannot be read, `LibraryProblem` where the copy cannot be written.
        """
        found = _hash(path, progress)
        if not self.is_whole(found):
            self._copy(path, found.sha256)
        return found

    def put(self, data: bytes) -> KeptFile:
        """Keep a content, unless it is there already; raise `LibraryProblem` where it cannot be written."""
        kept = KeptFile(hashlib.sha256(data).hexdigest(), len(data))
        if not self.is_whole(kept):
            try:
                fsops.atomic_write(self._make_room(kept.sha256), data)
            except OSError as fault:
                raise as_problem(fault, self._library) from fault
        return kept

    def path_of(self, sha256: str) -> Path | None:
        """Return where the copy lies, or None where it is missing."""
        place = self._place(sha256)
        return place if place.is_file() else None

    def is_whole(self, kept: KeptFile) -> bool:
        """Return whether the copy is there and still what was taken in; reads the whole file."""
        place = self.path_of(kept.sha256)
        return place is not None and place.stat().st_size == kept.size and fsops.sha256_of(place) == kept.sha256

    def data_of(self, sha256: str) -> bytes | None:
        """Return the bytes of a copy, or None where it is missing, cannot be read or was changed."""
        try:
            data = self._place(sha256).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == sha256 else None

    def hashes(self) -> Iterator[str]:
        """Yield the SHA-256 of every copy that lies there."""
        places = self.folder.glob("[0-9a-f][0-9a-f]/*")
        return (place.name for place in places if len(place.name) == _HASH_LENGTH)

    def remove(self, sha256: str) -> None:
        """Remove a copy, if it is there."""
        fsops.remove_if_there(self._place(sha256))

    def _copy(self, path: Path, sha256: str) -> None:
        try:
            place = self._make_room(sha256)
            copied = fsops.copy_file(path, place)
        except OSError as fault:
            raise as_problem(fault, self._library) from fault
        if copied != sha256:
            fsops.remove_if_there(place)
            raise UserError(
                f"{path.name} was changed while it was being copied. Nothing was added; "
                "close it in the program that writes it, then add it again."
            )

    def _make_room(self, sha256: str) -> Path:
        place = self._place(sha256)
        for folder in (self.folder, place.parent):
            fsops.make_private_folder(folder)
        return place

    def _place(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256


def _hash(path: Path, progress: Progress) -> KeptFile:
    digest, done = hashlib.sha256(), 0
    try:
        if not path.is_file():
            raise UserError(f"{path.name} is not a file that can be copied. Nothing was added; choose a single file.")
        total = path.stat().st_size
        with path.open("rb") as source:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                done += len(chunk)
                progress(done, total, path.name)
    except OSError as fault:
        raise UserError(
            f"{path.name} could not be read. Nothing was added; see whether it is still there and not locked by "
            "another program."
        ) from fault
    return KeptFile(digest.hexdigest(), done)
