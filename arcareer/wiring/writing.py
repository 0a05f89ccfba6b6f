"""The services of words: checks, bullets, phrases and the brag sheet."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from arcareer.wiring.core import CoreServices

if TYPE_CHECKING:
    from arcareer.services.brag_sheets import BragSheetService
    from arcareer.services.bullets import BulletService
    from arcareer.services.copying import CopyService
    from arcareer.services.phrases import PhraseService
    from arcareer.services.resume_scan import ResumeScanService
    from arcareer.services.writing_checks import WritingCheckService


class WritingServices(CoreServices):
    """What judges and prints words."""

    @cached_property
    def brag_sheets(self) -> BragSheetService:
        """Return the brag sheet: choices, content and file."""
        from arcareer.services.brag_sheets import BragSheetService  # noqa: PLC0415 - the first page does without

        return BragSheetService(
            self._library.store,
            self.edits,
            self.journal,
            self.customers,
            self.agenda,
            content=self.content,
            clock=self.clock,
        )

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
    def copying(self) -> CopyService:
        """Return what makes texts ready for the clipboard."""
        from arcareer.services.copying import CopyService  # noqa: PLC0415 - the first page does without

        return CopyService(self.customers, lambda: self.brag_sheets)

    @cached_property
    def resume_scan(self) -> ResumeScanService:
        """Return what reads a resume as a hiring manager does."""
        from arcareer.services.resume_scan import ResumeScanService  # noqa: PLC0415 - the first page does without

        return ResumeScanService(self.checks, self.bullets, self.journal)
