"""Compare what was read with the totals a file declares; a difference is shown, never hidden and never a stop."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from arcareer.domain.receivables import ZERO
from arcareer.ledgers.build import money_text
from arcareer.ledgers.reading import DeclaredTotal, TieOut
from arcareer.ledgers.vocabulary import Field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from arcareer.domain.receivables import LedgerItem

_OPEN_FIELDS = (Field.FOREIGN_OPEN_AMOUNT, Field.OPEN_AMOUNT, Field.ORIGINAL_AMOUNT)
_LOCAL_FIELDS = (Field.LOCAL_OPEN_AMOUNT, Field.LOCAL_AMOUNT)


def tie_out_items(items: Sequence[LedgerItem], declared: Sequence[DeclaredTotal]) -> TieOut:
    """Return how the open balance of `items` compares with the `declared` grand totals, per currency."""
    opened: dict[str, Decimal] = defaultdict(lambda: ZERO)
    original: dict[str, Decimal] = defaultdict(lambda: ZERO)
    local: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for item in items:
        opened[item.currency] += item.open_amount
        original[item.currency] += item.original_amount
        local[item.local_currency] += next(
            (amount for amount in (item.local_open_amount, item.local_amount) if amount is not None), ZERO
        )
    by_currency: dict[str, Decimal] = {}
    by_local: dict[str, Decimal] = {}
    for total in declared:
        amount, is_local = _declared_amount(total)
        if amount is None:
            continue
        if is_local:
            by_local[next(iter(local)) if len(local) == 1 else total.currency] = amount
        elif total.currency in opened or len(opened) == 1:
            by_currency[total.currency if total.currency in opened else next(iter(opened))] = amount
    differences = {
        **{code: amount - opened[code] for code, amount in by_currency.items() if amount != opened[code]},
        **{code: amount - local[code] for code, amount in by_local.items() if amount != local[code]},
    }
    return TieOut(_words(by_currency, by_local, differences, len(opened)), by_currency, by_local, differences)


def _declared_amount(total: DeclaredTotal) -> tuple[Decimal | None, bool]:
    for field in _OPEN_FIELDS:
        if field in total.amounts:
            return total.amounts[field], False
    for field in _LOCAL_FIELDS:
        if field in total.amounts:
            return total.amounts[field], True
    bands = [amount for field, amount in total.amounts.items() if field.value.startswith("bucket_")]
    return (sum(bands, ZERO), False) if bands else (None, False)


def tie_out_sums(sums: Mapping[str, Decimal], declared: Mapping[str, Decimal]) -> TieOut:
    """Return how the sums of a summary compare with its declared total, per currency."""
    differences = {code: amount - sums.get(code, ZERO) for code, amount in declared.items() if amount != sums.get(code)}
    return TieOut(_words(declared, {}, differences, 1), declared, {}, differences)


def _words(
    declared: Mapping[str, Decimal], local: Mapping[str, Decimal], differences: Mapping[str, Decimal], currencies: int
) -> str:
    if not declared and not local:
        return "no total row in the file"
    if differences:
        parts = (f"{code} {money_text(amount)}".strip() for code, amount in differences.items())
        return f"difference: {', '.join(parts)}"
    if local and not declared:
        return "match on local currency; document-currency totals are not declared in the file"
    missing = "; not every currency has a declared total" if len(declared) < currencies else ""
    return f"match{missing}"
