"""The services of documents: what is chosen for them, what they say and how they leave."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from arcareer.wiring.words import WordServices
from arcareer.wiring.writing import WritingServices

if TYPE_CHECKING:
    from arcareer.services.brag_sheets import BragSheetService
    from arcareer.services.claims import ClaimService
    from arcareer.services.copying import CopyService
    from arcareer.services.document_choices import DocumentChoiceService
    from arcareer.services.documents import DocumentService
    from arcareer.services.form_questions import FormQuestionService
    from arcareer.services.presets import PresetService
    from arcareer.services.promotion_reviews import PromotionReviewService
    from arcareer.services.styles import StyleService


class DocumentServices(WritingServices, WordServices):
    """What is printed, written to files and copied."""

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
    def promotion_reviews(self) -> PromotionReviewService:
        """Return the promotion review: its case and what it says."""
        from arcareer.services.promotion_reviews import PromotionReviewService  # noqa: PLC0415 - seldom needed

        return PromotionReviewService(
            self._library.store,
            self.edits,
            self.journal,
            disclosures=self.disclosures,
            agenda=self.agenda,
            reviews=self.reviews,
            metrics=self.metrics,
            plans=self.plans,
            content=self.content,
            clock=self.clock,
        )

    @cached_property
    def documents(self) -> DocumentService:
        """Return the door by which documents are made and leave."""
        from arcareer.services.documents import DocumentService  # noqa: PLC0415 - the first page does without

        return DocumentService(
            self.brag_sheets,
            self.promotion_reviews,
            self.journal,
            bullets=self.bullets,
            claims=self.claims,
            styles=self.styles,
            content=self.content,
        )

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
    def copying(self) -> CopyService:
        """Return what makes texts ready for the clipboard."""
        from arcareer.services.copying import CopyService  # noqa: PLC0415 - the first page does without

        return CopyService(lambda: self.document_choices, lambda: self.disclosures)
