"""Choices for documents, and what the user said of names, numbers, claims, forms and styles."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from arcareer.storage.rows.base import Row
from arcareer.storage.rows.documents import Document


class DocumentChoicesRow(Document, Row):
    """What the user chose last; there is one such row at most."""

    __tablename__ = "document_choices"


class DocumentPresetRow(Document, Row):
    """Choices under a name."""

    __tablename__ = "document_presets"


class PromotionCaseRow(Document, Row):
    """Page one of a promotion review; it has the identity of the review."""

    __tablename__ = "promotion_cases"


class NameVerdictRow(Document, Row):
    """Whether a word in a sentence is a customer's name."""

    __tablename__ = "name_verdicts"

    customer: Mapped[str] = mapped_column(index=True)


class AcceptedNumberRow(Document, Row):
    """A number the user stands by."""

    __tablename__ = "accepted_numbers"


class DefenceRow(Document, Row):
    """What the user would say of a claim."""

    __tablename__ = "defences"


class FormQuestionRow(Document, Row):
    """A box of a form."""

    __tablename__ = "form_questions"


class StyleFileRow(Document, Row):
    """A Word file that gives documents their looks."""

    __tablename__ = "style_files"
