"""Any choice for documents and anything said of names, numbers, claims, forms and styles."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from arcareer.domain.changes import EntityKind
from arcareer.domain.documents import (
    AcceptedNumber,
    BragSection,
    BragTemplate,
    ChosenResult,
    Defence,
    DisclosureLevel,
    DocumentChoices,
    DocumentKind,
    DocumentPreset,
    FormQuestion,
    NameVerdict,
    PeriodKind,
    PromotionCase,
    RenamedHeading,
    ReviewSection,
    StyleFile,
)
from tests.support.values import ids, instants, keys, texts, tuples

choices = st.builds(
    DocumentChoices,
    document=st.sampled_from(DocumentKind),
    level=st.sampled_from(DisclosureLevel),
    period_kind=st.sampled_from(PeriodKind),
    custom_period=texts,
    template=st.sampled_from(BragTemplate),
    sections=st.permutations(list(BragSection)).map(tuple),
    left_out=tuples(st.sampled_from(BragSection)),
    review=st.none() | ids,
    review_sections=st.permutations(list(ReviewSection)).map(tuple),
    review_left_out=tuples(st.sampled_from(ReviewSection)),
    headings=tuples(st.builds(RenamedHeading, section=keys, words=texts)),
    numbered_notes=st.booleans(),
    style=st.none() | ids,
)

ANY: dict[EntityKind, st.SearchStrategy[Any]] = {
    EntityKind.DOCUMENT_CHOICES: choices,
    EntityKind.DOCUMENT_PRESET: st.builds(DocumentPreset, id=ids, name=texts, choices=choices),
    EntityKind.PROMOTION_CASE: st.builds(
        PromotionCase,
        id=ids,
        asked_for=texts,
        results=tuples(st.builds(ChosenResult, win=ids, figure=st.integers(0, 99))),
        gap=texts,
        closing=texts,
    ),
    EntityKind.NAME_VERDICT: st.builds(NameVerdict, id=ids, customer=ids, sentence=texts, is_name=st.booleans()),
    EntityKind.ACCEPTED_NUMBER: st.builds(AcceptedNumber, id=ids, sentence=texts, number=texts),
    EntityKind.DEFENCE: st.builds(Defence, id=ids, key=texts, measured=texts, others=texts, anyway=texts, say=texts),
    EntityKind.FORM_QUESTION: st.builds(
        FormQuestion,
        id=ids,
        at=st.integers(0, 999),
        question=texts,
        limit=st.integers(1, 20_000),
        sections=tuples(keys),
    ),
    EntityKind.STYLE_FILE: st.builds(
        StyleFile, id=ids, name=texts, sha256=st.from_regex(r"[0-9a-f]{64}", fullmatch=True), added_at=instants
    ),
}
"""Any value of each kind."""
