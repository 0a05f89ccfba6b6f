"""Evidence: files copied into the library, each content once, and links.

A file is on the disk before the win that names it is saved, so a crash leaves at worst a copy nobody names; such copies
are removed after 30 days, as are those whose win was removed.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from arcareer import fsops
from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.evidence import Evidence, EvidenceCondition, EvidenceFile, EvidenceFinding, EvidenceLink
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from arcareer.errors import FieldProblem, UserError
from arcareer.progress import Progress, silent
from arcareer.services.editing import EditService
from arcareer.services.kept_files import KeptFile, KeptFiles
from arcareer.storage.faults import as_problem
from arcareer.storage.store import Store

UNUSED_KEPT = timedelta(days=30)

_UNUSED = "unused.json"


class EvidenceService:
    """Use cases of evidence; `folder` is the library's own, made when the first file comes."""

    def __init__(self, store: Store, edits: EditService, folder: Path) -> None:
        self._store = store
        self._edits = edits
        self._files = KeptFiles(folder, store.path)

    def take_in(self, path: Path, progress: Progress = silent) -> EvidenceFile:
        """Copy a file into the library, unless its content is there already; uses no database, so any thread may.

        Raises `UserError` where the file cannot be read, `LibraryProblem` where the copy cannot be written.
        """
        kept = self._files.take_in(path, progress)
        return EvidenceFile(id=new_id(), title=path.name, sha256=kept.sha256, size=kept.size, original_name=path.name)

    def attach(self, win: Win, path: Path, progress: Progress = silent) -> Edit:
        """Copy a file into the library and add it to the win."""
        return self.add_file(win, self.take_in(path, progress))

    def add_file(self, win: Win, file: EvidenceFile) -> Edit:
        """Add a file that was taken in to a win; one it has already is not added again."""
        there = any(isinstance(item, EvidenceFile) and item.sha256 == file.sha256 for item in win.evidence)
        return self._save("Add evidence", win, win.evidence if there else (*win.evidence, file))

    def add_link(self, win: Win, title: str, target: str) -> Edit:
        """Add a link to a win; without a title the target stands for itself."""
        if not target.strip():
            raise FieldProblem("target", "Say where the proof can be found: an address, a folder, a ticket number.")
        link = EvidenceLink(id=new_id(), title=title.strip() or target.strip(), target=target.strip())
        return self._save("Add evidence", win, (*win.evidence, link))

    def remove(self, win: Win, evidence_id: UUID) -> Edit:
        """Take evidence from a win; the copy of a file stays long enough for undo."""
        return self._save("Remove evidence", win, tuple(item for item in win.evidence if item.id != evidence_id))

    def path_of(self, file: EvidenceFile) -> Path | None:
        """Return where the copy lies, or None where it is missing."""
        return self._files.path_of(file.sha256)

    def condition(self, file: EvidenceFile) -> EvidenceCondition:
        """Return whether the copy is there and still what was taken in; reads the whole file."""
        if self.path_of(file) is None:
            return EvidenceCondition.MISSING
        whole = self._files.is_whole(KeptFile(file.sha256, file.size))
        return EvidenceCondition.PRESENT if whole else EvidenceCondition.CHANGED

    def findings(self) -> tuple[EvidenceFinding, ...]:
        """Return every file of a win whose copy is missing or changed."""
        with self._store.read() as unit:
            wins = unit.wins.with_files()
        files = ((win.id, item) for win in wins for item in win.evidence if isinstance(item, EvidenceFile))
        judged = (EvidenceFinding(win_id, file, self.condition(file)) for win_id, file in files)
        return tuple(finding for finding in judged if finding.condition is not EvidenceCondition.PRESENT)

    def save_copy(self, file: EvidenceFile, target: Path) -> None:
        """Write the copy to a place of the user's choice; raise `UserError` where it is missing."""
        place = self.path_of(file)
        if place is None:
            raise UserError(
                f"The library's copy of {file.original_name} is missing. The win is unchanged; "
                "a backup may still hold the file, or attach it again."
            )
        try:
            fsops.copy_file(place, target)
        except OSError as fault:
            raise UserError(
                f"{target.name} could not be written there. The library's copy is untouched; choose another folder."
            ) from fault

    def collect_unused(self) -> int:
        """Remove copies that no win, earlier state of one or style named for 30 days; return how many those were."""
        now = self._store.clock.now()
        with self._store.read() as unit:
            styles = {style.sha256 for style in unit.repository(EntityKind.STYLE_FILE).all()}
            used = unit.wins.evidence_hashes() | unit.versions.evidence_hashes() | styles
        known = self._unused_since()
        since = {sha256: known.get(sha256, now) for sha256 in self._files.hashes() if sha256 not in used}
        removed = [sha256 for sha256, first_seen in since.items() if now - first_seen > UNUSED_KEPT]
        for sha256 in removed:
            self._files.remove(sha256)
            del since[sha256]
        if since != known:
            self._remember_unused(since)
        return len(removed)

    def _save(self, label: str, win: Win, evidence: tuple[Evidence, ...]) -> Edit:
        return self._edits.put(label, EntityKind.WIN, before=win, after=replace(win, evidence=evidence))

    def _unused_since(self) -> dict[str, datetime]:
        try:
            noted = json.loads((self._files.folder / _UNUSED).read_text("utf-8"))
            return {str(sha256): datetime.fromisoformat(since) for sha256, since in noted.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}

    def _remember_unused(self, since: dict[str, datetime]) -> None:
        noted = {sha256: first_seen.isoformat() for sha256, first_seen in since.items()}
        try:
            fsops.atomic_write(self._files.folder / _UNUSED, json.dumps(noted, indent=1).encode())
        except OSError as fault:
            raise as_problem(fault, self._store.path) from fault
