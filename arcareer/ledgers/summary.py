"""Read an aging summary: balances per customer and band, parents counted once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer.domain.receivables import ZERO, Bucket
from arcareer.ledgers.reading import SummaryLeaf
from arcareer.ledgers.vocabulary import BUCKET_FIELDS, Field
from arcareer.reading.table import SourceRow, cell_text

if TYPE_CHECKING:
    from decimal import Decimal

    from arcareer.ledgers.build import ItemBuilder
    from arcareer.ledgers.classify import GroupState
    from arcareer.ledgers.layout import Columns

BUCKET_OF_FIELD = dict(zip(BUCKET_FIELDS, Bucket, strict=True))


def is_summary(columns: Columns) -> bool:
    """Whether a layout holds balances only: bands or an open amount, and neither dates nor document numbers."""
    has_documents = columns.has(Field.DOC_DATE, Field.DUE_DATE, Field.DOC_NUMBER)
    return not has_documents and columns.has(*BUCKET_FIELDS, Field.OPEN_AMOUNT)


def leaf_of(
    row: SourceRow, columns: Columns, builder: ItemBuilder, group: GroupState, parents: frozenset[str]
) -> SummaryLeaf:
    """Return the balance in `row` under its full name (“parent:child”); a blank band is zero.

    A name for which the file has a total row opens a section, in which its children stand. Raises
    `UnreadableRowError` when an amount cannot be read.
    """
    amounts = dict.fromkeys(Bucket, ZERO)
    for field, bucket in BUCKET_OF_FIELD.items():
        for index in columns.by_field.get(field, ()):
            amounts[bucket] += builder.amount_at(row.cells, index) or ZERO
    total = _total(row, columns, builder)
    name = _name(row, columns)
    full_name = ":".join((*group.names, name))
    if name in parents:
        group.names.append(name)
        group.is_open = True
    if total is None:
        total = sum(amounts.values(), ZERO)
    return SummaryLeaf(row.line, full_name, amounts, total, builder.currency_of(row.cells, group))


def _total(row: SourceRow, columns: Columns, builder: ItemBuilder) -> Decimal | None:
    for field in (Field.OPEN_AMOUNT, Field.ORIGINAL_AMOUNT):
        total = builder.amount_at(row.cells, columns.first(field))
        if total is not None:
            return total
    return None


def _name(row: SourceRow, columns: Columns) -> str:
    for field in (Field.CUSTOMER_NAME, Field.CUSTOMER_ID):
        index = columns.first(field)
        if 0 <= index < len(row.cells) and cell_text(row.cells[index]).strip():
            return cell_text(row.cells[index]).strip()
    return next((text for text in (cell_text(cell).strip() for cell in row.cells) if text), "")
