"""Word files of the user's own that give documents their looks; their bytes lie in the library's folder by hash."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from arcareer.clock import Clock
from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.documents import StyleFile
from arcareer.domain.identity import new_id
from arcareer.errors import UserError
from arcareer.progress import Progress, silent
from arcareer.services.editing import EditService
from arcareer.services.kept_files import KeptFiles
from arcareer.storage.store import Store

_LARGEST: Final = 64 << 20
_STEPS: Final = 3


class StyleService:
    """Use cases of styles; what changes something returns the change it applied. `folder` is the library's own."""

    def __init__(self, store: Store, edits: EditService, folder: Path, clock: Clock) -> None:
        self._store = store
        self._edits = edits
        self._files = KeptFiles(folder, store.path)
        self._clock = clock

    def all(self) -> tuple[StyleFile, ...]:
        """Return the styles, the latest first."""
        with self._store.read() as unit:
            found: tuple[StyleFile, ...] = unit.repository(EntityKind.STYLE_FILE).all()
        return tuple(sorted(found, key=lambda style: (style.added_at, style.id), reverse=True))

    def take_in(self, path: Path, progress: Progress = silent) -> StyleFile:
        """Copy a Word file into the library, unless its content is there already; any thread may.

        Raises `UserError` for what cannot be read or cannot be a style, `LibraryProblem` where the copy cannot be
        written.
        """
        from arcareer.documents.style_file import read_style  # noqa: PLC0415 - loads lxml

        progress(0, _STEPS, path.name)
        data = _bytes_of(path)
        progress(1, _STEPS, path.name)
        read_style(data, path.name)
        progress(2, _STEPS, path.name)
        kept = self._files.put(data)
        return StyleFile(id=new_id(), name=path.name, sha256=kept.sha256, added_at=self._clock.now())

    def keep(self, style: StyleFile) -> Edit:
        """Add a style that was taken in; one of the same content is there already and stays as it is."""
        there = next((one for one in self.all() if one.sha256 == style.sha256), None)
        return self._edits.put("Add a style", EntityKind.STYLE_FILE, there, there or style)

    def add(self, path: Path, progress: Progress = silent) -> Edit:
        """Copy a Word file into the library and add it as a style."""
        return self.keep(self.take_in(path, progress))

    def remove(self, style: StyleFile) -> Edit:
        """Remove a style; choices that name it fall back on our own looks, and its copy stays long enough for undo."""
        return self._edits.put("Remove a style", EntityKind.STYLE_FILE, style, None)

    def data(self, style: StyleFile) -> bytes | None:
        """Return the bytes of a style, or None where its copy is missing or was changed; any thread may."""
        return self._files.data_of(style.sha256)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise UserError(
                f"{path.name} is larger than {_LARGEST >> 20} MB, which no letterhead is. Nothing was added; choose "
                "the template your documents are made with."
            )
        return path.read_bytes()
    except OSError as fault:
        raise UserError(
            f"{path.name} could not be read. Nothing was added; see whether it is still there and not locked by "
            "another program."
        ) from fault
