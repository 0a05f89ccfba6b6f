"""The fifteen-second scan: an existing resume read as a hiring manager reads it. Nothing of the file is kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from arcareer.domain.changes import Edit
from arcareer.domain.win_lists import WinQuery, WinSummary
from arcareer.progress import Progress, silent
from arcareer.services.bullets import BulletService
from arcareer.services.journal import JournalService
from arcareer.services.writing_checks import WritingCheckService

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from arcareer.prose.bullets import SourceLine
    from arcareer.prose.scan import ScannedBullet, Signal

_PER_WORD: Final = 40
_WINS: Final = 5


@dataclass(frozen=True, slots=True)
class ResumeScan:
    """A resume as the scan saw it: the twelve signals, and its bullets in order with findings and scores.

    `name` is the file's name, empty for pasted text.
    """

    name: str
    signals: tuple[Signal, ...]
    bullets: tuple[ScannedBullet, ...]


class ResumeScanService:
    """Use cases of the resume scan. `read` and `scan_text` may run in any thread."""

    def __init__(self, checks: WritingCheckService, bullets: BulletService, journal: JournalService) -> None:
        self._checks = checks
        self._bullets = bullets
        self._journal = journal

    def read(self, path: Path, progress: Progress = silent) -> ResumeScan:
        """Return what a resume in Word, PDF, Markdown or plain text shows.

        Raises `UserError` with what to do where the file cannot be read, `EnvironmentFault` for the disk, `Cancelled`
        through `progress`.
        """
        return self._scan(path.name, resume_lines(path, progress))

    def scan_text(self, text: str) -> ResumeScan:
        """Return what a pasted resume shows."""
        from arcareer.prose.bullets import from_text  # noqa: PLC0415 - the engines load on first use

        return self._scan("", from_text(text))

    def make_bullet(self, line: ScannedBullet) -> Edit:
        """Keep a line of the resume as a bullet; raise `FieldProblem` where it cannot be one."""
        return self._bullets.write(line.bullet.text)

    def find_wins_for(self, line: ScannedBullet, limit: int = _WINS) -> tuple[WinSummary, ...]:
        """Return the wins that share most words with a line of the resume, rare words counting more; the best first."""
        from arcareer.prose.evidence import read, stem  # noqa: PLC0415 - the engines load on first use

        tokens = {stem(token.word): token.word for token in read(line.bullet.text).tokens if len(token.word) > 2}
        weights: Counter[UUID] = Counter()
        found: dict[UUID, WinSummary] = {}
        for root in tokens:
            wins = self._journal.find(WinQuery(text=root), _PER_WORD)
            for win in wins if len(wins) < _PER_WORD else ():
                found[win.id] = win
                weights[win.id] += _PER_WORD // len(wins)
        return tuple(found[win] for win, _ in weights.most_common(limit))

    def _scan(self, name: str, lines: Iterable[SourceLine]) -> ResumeScan:
        from arcareer.prose.scan import scan  # noqa: PLC0415 - the engines load on first use

        result = scan(lines)
        reports = self._checks.heard(scanned.report for scanned in result.bullets)
        bullets = (replace(scanned, report=report) for scanned, report in zip(result.bullets, reports, strict=True))
        return ResumeScan(name, result.signals, tuple(bullets))


def resume_lines(path: Path, progress: Progress = silent) -> tuple[SourceLine, ...]:
    """Return the lines of a resume file in reading order; raises as `ResumeScanService.read` does."""
    from arcareer.prose.bullets import SourceLine  # noqa: PLC0415 - the engines load on first use
    from arcareer.reading.files import read_resume  # noqa: PLC0415 - only when a file is opened

    return tuple(
        SourceLine(block.line, text, is_heading=block.heading_level > 0, is_item=block.is_list_item and part == 0)
        for block in read_resume(path, progress).blocks
        for part, text in enumerate(block.text.splitlines())
    )
