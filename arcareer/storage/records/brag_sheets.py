"""The user's choices for the brag sheet as a row."""

from __future__ import annotations

from uuid import UUID

from arcareer.domain.changes import EntityKind
from arcareer.domain.documents import (
    BragSection,
    BragTemplate,
    DisclosureLevel,
    DocumentChoices,
    PeriodKind,
    with_every_section,
)
from arcareer.storage.records.shape import Parts, Rows, Shape
from arcareer.storage.stored import Record, id_text, packed, words


def _to_rows(choices: DocumentChoices) -> Rows:
    root: Record = {
        "id": id_text(choices.id),
        "period_kind": choices.period_kind.value,
        "custom_period": choices.custom_period,
        "template": choices.template.value,
        "sections": packed(choices.sections),
        "left_out": packed(choices.left_out),
        "hide_customers": int(choices.hides_customers),
    }
    return Rows(root, {})


def _from_rows(root: Record, _parts: Parts) -> DocumentChoices:
    return DocumentChoices(
        id=UUID(root["id"]),
        period_kind=PeriodKind(root["period_kind"]),
        custom_period=root["custom_period"],
        template=BragTemplate(root["template"]),
        sections=with_every_section(tuple(BragSection(name) for name in words(root["sections"]))),
        left_out=tuple(BragSection(name) for name in words(root["left_out"])),
        level=DisclosureLevel.HR_FILE if root["hide_customers"] else DisclosureLevel.INTERNAL,
    )


BRAG_SHEET_CHOICES: Shape[DocumentChoices] = Shape(
    kind=EntityKind.BRAG_SHEET_CHOICES, table="brag_sheet_choices", to_rows=_to_rows, from_rows=_from_rows
)
