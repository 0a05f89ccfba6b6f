"""The services of words: checks, bullets, phrases and documents."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from arcareer.wiring.core import CoreServices

if TYPE_CHECKING:
    from arcareer.services.brag_sheets import BragSheetService
    from arcareer.services.bullets import BulletService
    from arcareer.services.claims import ClaimService
    from arcareer.services.copying import CopyService
    from arcareer.services.document_choices import DocumentChoiceService
    from arcareer.services.form_questions import FormQuestionService
    from arcareer.services.phrases import PhraseService
    from arcareer.services.presets import PresetService
    from arcareer.services.resume_scan import ResumeScanService
    from arcareer.services.styles import StyleService
    from arcareer.services.writing_checks import WritingCheckService


class WritingServices(CoreServices):
    """What judges and prints words."""

    @cached_property
    def brag_sheets(self) -> BragSheetService:
        """Return the brag sheet: content and file."""
        from arcareer.services.brag_sheets import BragSheetService  # noqa: PLC0415 - the first page does without

        return BragSheetService(
            self._library.store,
            self.journal,
            self.agenda,
            self.disclosures,
            content=self.content,
            clock=self.clock,
        )

    @cached_property
    def document_choices(self) -> DocumentChoiceService:
        """Return what the user chose for the documents."""
        from arcareer.services.document_choices import DocumentChoiceService  # noqa: PLC0415 - the first page does without

        return DocumentChoiceService(self._library.store, self.edits, self.clock)

    @cached_property
    def presets(self) -> PresetService:
        """Return such choices under names."""
        from arcareer.services.presets import PresetService  # noqa: PLC0415 - seldom needed

        return PresetService(self._library.store, self.edits, self.document_choices, self.content)

    @cached_property
    def claims(self) -> ClaimService:
        """Return the numbers the user stands by, and what they would say of claims."""
        from arcareer.services.claims import ClaimService  # noqa: PLC0415 - the first page does without

        return ClaimService(self._library.store, self.edits)

    @cached_property
    def form_questions(self) -> FormQuestionService:
        """Return the boxes of HR forms."""
        from arcareer.services.form_questions import FormQuestionService  # noqa: PLC0415 - seldom needed

        return FormQuestionService(self._library.store, self.edits, self.content)

    @cached_property
    def styles(self) -> StyleService:
        """Return the user's own Word styles."""
        from arcareer.services.styles import StyleService  # noqa: PLC0415 - seldom needed

        return StyleService(self._library.store, self.edits, self.paths.evidence, self.clock)

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

        return CopyService(lambda: self.document_choices, lambda: self.disclosures)

    @cached_property
    def resume_scan(self) -> ResumeScanService:
        """Return what reads a resume as a hiring manager does."""
        from arcareer.services.resume_scan import ResumeScanService  # noqa: PLC0415 - the first page does without

        return ResumeScanService(self.checks, self.bullets, self.journal)
