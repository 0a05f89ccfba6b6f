"""Choices for documents, and what the user said of names, numbers, claims, forms and styles, as rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from arcareer.domain.changes import EntityKind
from arcareer.domain.documents import (
    AcceptedNumber,
    BragSection,
    Defence,
    DocumentChoices,
    DocumentPreset,
    FormQuestion,
    NameVerdict,
    PromotionCase,
    ReviewSection,
    StyleFile,
    with_every_section,
)
from arcareer.storage.records.documents import document
from arcareer.storage.records.shape import Shape
from arcareer.storage.stored import id_text


def _with_new_sections(choices: DocumentChoices) -> DocumentChoices:
    return replace(
        choices,
        sections=with_every_section(choices.sections, BragSection),
        review_sections=with_every_section(choices.review_sections, ReviewSection),
    )


def _preset_with_new_sections(preset: DocumentPreset) -> DocumentPreset:
    return replace(preset, choices=_with_new_sections(preset.choices))


DOCUMENTS: tuple[Shape[Any], ...] = (
    document(EntityKind.DOCUMENT_CHOICES, "document_choices", DocumentChoices, completed=_with_new_sections),
    document(EntityKind.DOCUMENT_PRESET, "document_presets", DocumentPreset, completed=_preset_with_new_sections),
    document(
        EntityKind.NAME_VERDICT,
        "name_verdicts",
        NameVerdict,
        {"customer": lambda verdict: id_text(verdict.customer)},
    ),
    document(EntityKind.ACCEPTED_NUMBER, "accepted_numbers", AcceptedNumber),
    document(EntityKind.DEFENCE, "defences", Defence),
    document(EntityKind.FORM_QUESTION, "form_questions", FormQuestion),
    document(EntityKind.STYLE_FILE, "style_files", StyleFile),
)
"""What is kept as a whole and names no win."""

PROMOTION_CASES = document(EntityKind.PROMOTION_CASE, "promotion_cases", PromotionCase)
