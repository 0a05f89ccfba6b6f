"""What the page of documents works with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from arcareer.services.agenda import AgendaService
    from arcareer.services.claims import ClaimService
    from arcareer.services.customers import CustomerService
    from arcareer.services.disclosures import DisclosureService
    from arcareer.services.document_choices import DocumentChoiceService
    from arcareer.services.documents import DocumentService
    from arcareer.services.form_questions import FormQuestionService
    from arcareer.services.journal import JournalService
    from arcareer.services.presets import PresetService
    from arcareer.services.promotion_reviews import PromotionReviewService
    from arcareer.services.reviews import ReviewService
    from arcareer.services.styles import StyleService


class DocumentServices(NamedTuple):
    """The services of the page: documents and the choices for them, and what they are made of."""

    documents: DocumentService
    choices: DocumentChoiceService
    presets: PresetService
    promotion_reviews: PromotionReviewService
    reviews: ReviewService
    claims: ClaimService
    disclosures: DisclosureService
    form_questions: FormQuestionService
    styles: StyleService
    journal: JournalService
    agenda: AgendaService
    customers: CustomerService
