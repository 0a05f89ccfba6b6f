"""Compare what was read with the totals a file declares; a difference is shown, never hidden and never a stop."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from arcareer.domain.receivables import ZERO
from arcareer.ledgers.build import money_text
from arcareer.ledgers.reading import DeclaredTotal, SummaryLeaf, TieOut
from arcareer.ledgers.vocabulary import Field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from arcareer.domain.receivables import LedgerItem

_OPEN_FIELDS = (Field.OPEN_AMOUNT, Field.ORIGINAL_AMOUNT)
_LOCAL_FIELDS = (Field.LOCAL_OPEN_AMOUNT, Field.LOCAL_AMOUNT)


@dataclass(slots=True)
class _Sums:
    """The sums of what was read, per currency."""

    opened: dict[str, Decimal] = field(default_factory=lambda: defaultdict(lambda: ZERO))
    original: dict[str, Decimal] = field(default_factory=lambda: defaultdict(lambda: ZERO))
    local: dict[str, Decimal] = field(default_factory=lambda: defaultdict(lambda: ZERO))


def tie_out_items(items: Sequence[LedgerItem], declared: Sequence[DeclaredTotal]) -> TieOut:
    """Return how `items` compare with the `declared` grand totals, per currency; a sum of originals matches too."""
    sums = _Sums()
    for item in items:
        sums.opened[item.currency] += item.open_amount
        sums.original[item.currency] += item.original_amount
        local = item.local_amount if item.local_open_amount is None else item.local_open_amount
        sums.local[item.local_currency] += local or ZERO
    by_currency: dict[str, Decimal] = {}
    by_local: dict[str, Decimal] = {}
    differences: dict[str, Decimal] = {}
    for total in declared:
        amount, is_local = _declared_amount(total)
        if amount is None:
            continue
        codes = sums.local if is_local else sums.opened
        code = next(iter(codes)) if len(codes) == 1 else total.currency
        if code in codes:
            (by_local if is_local else by_currency)[code] = amount
            read = codes[code]
            if amount != read and not (not is_local and amount == sums.original[code]):
                differences[code] = amount - read
    words = _words(by_currency, by_local, differences, len(sums.opened))
    if declared and not by_currency and not by_local:
        words = "not compared: the declared total adds several currencies"
    return TieOut(words, by_currency, by_local, differences)


def _declared_amount(total: DeclaredTotal) -> tuple[Decimal | None, bool]:
    for known in _OPEN_FIELDS:
        if known in total.amounts:
            return total.amounts[known], False
    for known in _LOCAL_FIELDS:
        if known in total.amounts:
            return total.amounts[known], True
    bands = [amount for known, amount in total.amounts.items() if known.value.startswith("bucket_")]
    return (sum(bands, ZERO), False) if bands else (None, False)


def tie_out_leaves(leaves: Sequence[SummaryLeaf], declared: Sequence[DeclaredTotal]) -> TieOut:
    """Return how the balances of a summary compare with its declared totals, per currency."""
    sums: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for leaf in leaves:
        sums[leaf.currency] += leaf.total
    found: dict[str, Decimal] = {}
    for total in declared:
        amount, _ = _declared_amount(total)
        code = next(iter(sums)) if len(sums) == 1 else total.currency
        if amount is not None and code in sums:
            found[code] = amount
    differences = {code: amount - sums[code] for code, amount in found.items() if amount != sums[code]}
    return TieOut(_words(found, {}, differences, len(sums)), found, {}, differences)


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
