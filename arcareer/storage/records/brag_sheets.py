"""The user's choices for the brag sheet as a row."""

from __future__ import annotations

from uuid import UUID

from arcareer.domain.brag_sheets import BragSection, BragSheetChoices, BragTemplate, PeriodKind, with_every_section
from arcareer.domain.changes import EntityKind
from arcareer.storage.records.shape import Parts, Rows, Shape
from arcareer.storage.stored import Record, id_text, packed, words


def _to_rows(choices: BragSheetChoices) -> Rows:
    root: Record = {
        "id": id_text(choices.id),
        "period_kind": choices.period_kind.value,
        "custom_period": choices.custom_period,
        "template": choices.template.value,
        "sections": packed(choices.sections),
        "left_out": packed(choices.left_out),
        "hide_customers": int(choices.hide_customers),
    }
    return Rows(root, {})


def _from_rows(root: Record, _parts: Parts) -> BragSheetChoices:
    return BragSheetChoices(
        id=UUID(root["id"]),
        period_kind=PeriodKind(root["period_kind"]),
        custom_period=root["custom_period"],
        template=BragTemplate(root["template"]),
        sections=with_every_section(tuple(BragSection(name) for name in words(root["sections"]))),
        left_out=tuple(BragSection(name) for name in words(root["left_out"])),
        hide_customers=bool(root["hide_customers"]),
    )


BRAG_SHEET_CHOICES: Shape[BragSheetChoices] = Shape(
    kind=EntityKind.BRAG_SHEET_CHOICES, table="brag_sheet_choices", to_rows=_to_rows, from_rows=_from_rows
)
