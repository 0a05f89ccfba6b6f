"""The services of words: checks, bullets and phrases."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from arcareer.wiring.core import CoreServices

if TYPE_CHECKING:
    from arcareer.services.bullets import BulletService
    from arcareer.services.phrases import PhraseService
    from arcareer.services.resume_scan import ResumeScanService
    from arcareer.services.writing_checks import WritingCheckService


class WritingServices(CoreServices):
    """What judges words."""

    @cached_property
    def checks(self) -> WritingCheckService:
        """Return the writing checks, and what they leave alone."""
        from arcareer.services.writing_checks import WritingCheckService  # noqa: PLC0415 - the first page does without

        return WritingCheckService(self._library.store, self.edits)

    @cached_property
    def bullets(self) -> BulletService:
        """Return the bullets."""
        from arcareer.services.bullets import BulletService  # noqa: PLC0415 - the first page does without

        return BulletService(self._library.store, self.edits, self.checks, self.clock)

    @cached_property
    def phrases(self) -> PhraseService:
        """Return the phrase bank."""
        from arcareer.services.phrases import PhraseService  # noqa: PLC0415 - the first page does without

        return PhraseService(self._library.store, self.edits, self.content, self.clock)

    @cached_property
    def resume_scan(self) -> ResumeScanService:
        """Return what reads a resume as a hiring manager does."""
        from arcareer.services.resume_scan import ResumeScanService  # noqa: PLC0415 - the first page does without

        return ResumeScanService(self.checks, self.bullets, self.journal)
