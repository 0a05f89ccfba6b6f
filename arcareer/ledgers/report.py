"""A ledger reading as plain data: the stable shape the command line prints."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from arcareer.domain.receivables import ZERO, AgingBasis, Bucket, LedgerItem, aging_by_currency, open_totals
from arcareer.ledgers.build import money_text
from arcareer.ledgers.classify import RowKind
from arcareer.ledgers.reading import LedgerKind, LedgerReading, ReadingChoices
from arcareer.ledgers.remarks import has_month_bands
from arcareer.ledgers.vocabulary import Field
from arcareer.reading.dates import DateStyle
from arcareer.reading.table import FileKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

UNKNOWN_CURRENCY = "unknown"
_DUE_RULE = "an item without due date is aged by its document date"
_DOCUMENT_RULE = "0-30 days from document date counts as 'current'"
_STYLE_WORDS = {
    DateStyle.DOTS: "dots",
    DateStyle.SLASHES: "slashes",
    DateStyle.DASHES: "dashes",
    DateStyle.ISO: "ISO",
    DateStyle.SERIAL: "Excel serial",
    DateStyle.NAMED: "named month",
    DateStyle.COMPACT: "compact",
}
_NUMBER_WORDS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}


def reading_as_data(reading: LedgerReading, choices: ReadingChoices) -> dict[str, Any]:
    """Return `reading` with the keys `read`, `expected`, `non_transaction_rows`, `transactions` (or `leaves`) and more.

    Amounts are texts with at least two decimals, dates ISO texts; an unknown currency is the key "unknown".
    """
    is_summary = reading.kind is LedgerKind.SUMMARY
    data: dict[str, Any] = {
        "as_of": _iso(reading.as_of),
        "read": _how_read(reading),
        "expected": _summary_figures(reading) if is_summary else _figures(reading, choices),
        "non_transaction_rows": {kind.value: count for kind, count in reading.kinds.items()},
    }
    if is_summary:
        data["leaves"] = [
            {"customer": leaf.customer, **_bands(leaf.buckets), "total": money_text(leaf.total)}
            for leaf in reading.leaves
        ]
    else:
        data["transactions"] = [_item(item, reading, choices) for item in reading.items]
    data["rejected"] = [{"line": row.line, "text": row.text, "reason": row.reason} for row in reading.rejected]
    data["warnings"] = [{"code": warning.code, "message": warning.message} for warning in reading.warnings]
    data["questions"] = [question.value for question in reading.questions]
    return data


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _how_read(reading: LedgerReading) -> dict[str, Any]:
    survey, origin = reading.survey, reading.origin
    how: dict[str, Any] = {}
    if origin.kind is FileKind.WORKBOOK:
        how["sheet"] = origin.sheet
    else:
        how["encoding"] = origin.encoding
        how["delimiter"] = origin.delimiter
    headers = reading.kinds.get(RowKind.HEADER, 0)
    if reading.header is not None and headers > len(reading.header.lines):
        how["header"] = f"repeated per {_block_word(reading)}"
    elif reading.header is not None:
        how["header_row"] = reading.header.lines[0]
    if origin.kind is FileKind.WORKBOOK:
        how["dates"] = _workbook_dates(reading)
    elif reading.kind is LedgerKind.TRANSACTIONS:
        how["date_order"] = _date_words(reading)
        how["decimal"] = survey.decimal_mark
        if survey.grouping:
            how["grouping"] = " or ".join(survey.grouping)
        if survey.has_trailing_minus:
            how["sign"] = "trailing minus"
    return how


def _block_word(reading: LedgerReading) -> str:
    if not reading.section_word:
        return "page"
    return "account" if reading.section_word.startswith(("a/c", "account", "acct", "konto")) else "customer"


def _workbook_dates(reading: LedgerReading) -> str:
    survey = reading.survey
    order = survey.date_order.value if survey.date_order else "an open order"
    if not survey.has_date_cells:
        return _date_words(reading)
    if not survey.text_dates:
        return "true date cells"
    count = _NUMBER_WORDS.get(survey.text_dates, str(survey.text_dates))
    return f"true date cells, {count} text cell{'s' if survey.text_dates > 1 else ''} in {order}"


def _date_words(reading: LedgerReading) -> str:
    survey = reading.survey
    styles = survey.date_styles
    order = survey.date_order.value if survey.date_order else ""
    if len(styles) == 1 and not survey.has_short_years:
        style = styles[0]
        if style in {DateStyle.SLASHES, DateStyle.DASHES}:
            return order
        return f"{order} (dots)" if style is DateStyle.DOTS else _STYLE_WORDS[style]
    words = [
        f"{order} {_STYLE_WORDS[style]}"
        if style in {DateStyle.DOTS, DateStyle.SLASHES, DateStyle.DASHES}
        else _STYLE_WORDS[style]
        for style in styles
    ]
    if survey.has_short_years:
        words.append("two-digit year")
    return f"{', '.join(words[:-1])} and {words[-1]} mixed" if len(words) > 1 else " ".join((order, *words)).strip()


def _figures(reading: LedgerReading, choices: ReadingChoices) -> dict[str, Any]:
    items = reading.items
    totals = open_totals(items)
    figures: dict[str, Any] = {
        "transaction_rows": len(items),
        "open_rows": sum(item.is_open for item in items),
        "customers": len({item.customer for item in items}),
        "by_doc_type": {kind.value: count for kind, count in Counter(item.doc_type for item in items).items()},
        "currencies": [_code(code) for code in totals],
        "open_total_net": {_code(code): money_text(total.net) for code, total in totals.items()},
        "open_total_debits": {_code(code): money_text(total.debits) for code, total in totals.items()},
        "open_total_credits": {_code(code): money_text(total.credits) for code, total in totals.items()},
        "aging_basis": reading.aging_basis.value,
        "undated_credit_rule": _DUE_RULE if reading.aging_basis is AgingBasis.DUE_DATE else _DOCUMENT_RULE,
    }
    if reading.as_of is not None:
        figures |= _aged(reading, list(totals), reading.as_of)
    return (
        figures
        | _declared(reading)
        | _payments(reading)
        | _currency_notes(reading, choices)
        | {
            "tie_out": _tie_out_words(reading),
            "warnings": [warning.code for warning in reading.warnings if warning.code not in _SIDE_WARNINGS],
        }
    )


_SIDE_WARNINGS = frozenset({"rows_left_out", "other_sheets", "characters_cleaned", "formulas_without_value"})


def _aged(reading: LedgerReading, codes: list[str], as_of: date) -> dict[str, Any]:
    aging = aging_by_currency(reading.items, as_of, reading.aging_basis)
    none = dict.fromkeys(Bucket, ZERO)
    return {
        "bucket_net": {_code(c): _bands(aging[c].net if c in aging else none) for c in codes},
        "bucket_debits_only": {_code(c): _bands(aging[c].debits if c in aging else none) for c in codes},
        "bucket_count": {_code(c): {b.value: aging[c].count[b] if c in aging else 0 for b in Bucket} for c in codes},
    }


def _bands(amounts: Mapping[Bucket, Decimal]) -> dict[str, str]:
    return {bucket.value: money_text(amounts[bucket]) for bucket in Bucket}


def _code(currency: str) -> str:
    return currency or UNKNOWN_CURRENCY


def _declared(reading: LedgerReading) -> dict[str, Any]:
    tie_out = reading.tie_out
    found: dict[str, Any] = {}
    if has_month_bands(reading) and reading.declared is not None:
        found["file_declared_buckets"] = {n: money_text(a) for n, a in _in_file_order(reading).items()}
    if tie_out.declared:
        found["file_declared_total"] = {_code(code): money_text(a) for code, a in tie_out.declared.items()}
    for code, amount in tie_out.declared_local.items():
        found[f"file_declared_total_local_{_code(code)}"] = money_text(amount)
    if tie_out.differences:
        found["difference"] = {_code(code): money_text(a) for code, a in tie_out.differences.items()}
    return found


def _in_file_order(reading: LedgerReading) -> dict[str, Decimal]:
    names = reading.header.names if reading.header else ()
    by_column = reading.declared.by_column if reading.declared else {}
    return {name: by_column[name] for name in names if name in by_column}


def _tie_out_words(reading: LedgerReading) -> str:
    words = reading.tie_out.summary
    if words == "match" and has_month_bands(reading):
        return "match on the total; the file's calendar-month bands differ from 30-day bands on purpose"
    return words


def _payments(reading: LedgerReading) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if reading.duplicates:
        found |= {"file_data_lines": reading.data_lines, "exact_duplicate_lines": reading.duplicates}
    if any(item.receipts for item in reading.items):
        total: dict[str, Decimal] = defaultdict(lambda: ZERO)
        for item in reading.items:
            for receipt in item.receipts:
                total[_code(item.currency)] += receipt.amount
        found["payments"] = [
            {"doc_number": item.doc_number, "payment_date": _iso(receipt.paid_on), "amount": money_text(receipt.amount)}
            for item in reading.items
            for receipt in item.receipts
        ]
        found["payment_total"] = {code: money_text(amount) for code, amount in total.items()}
    if reading.dropped:
        found["rows_dropped"] = dict(reading.dropped)
    return found


def _currency_notes(reading: LedgerReading, choices: ReadingChoices) -> dict[str, Any]:
    code = choices.local_currency
    found: dict[str, Any] = {}
    local = [item.local_open_amount for item in reading.items if item.local_open_amount is not None]
    if local:
        found[f"remaining_lcy_total_{_code(code)}"] = money_text(sum(local, ZERO))
    if not code:
        return found
    if reading.blank_currency:
        name = _column_name(reading, Field.CURRENCY)
        found["local_currency"] = f"{code} (given by the user; blank {name} means local currency)"
    elif any(item.currency == code for item in reading.items) and not _is_stated(reading):
        found["assumed_currency"] = (
            f"{code} is stated nowhere in the file: the importer must ask or take a user default"
        )
    return found


def _is_stated(reading: LedgerReading) -> bool:
    return reading.survey.columns.has(Field.CURRENCY) or bool(reading.survey.symbols)


def _column_name(reading: LedgerReading, field: Field) -> str:
    index = reading.survey.columns.first(field)
    return reading.header.names[index] if reading.header and index >= 0 else "currency"


def _item(item: LedgerItem, reading: LedgerReading, choices: ReadingChoices) -> dict[str, Any]:
    columns = reading.survey.columns
    data: dict[str, Any] = {
        "customer_id": item.customer_id or None,
        "customer_name": item.customer_name or None,
        "doc_type": item.doc_type.value,
        "doc_number": item.doc_number or None,
        "po_number": item.po_number or None,
        "doc_date": _iso(item.doc_date),
        "due_date": _iso(item.due_date),
        "currency": item.currency or None,
        "original_amount": money_text(item.original_amount),
        "open_amount": money_text(item.open_amount),
        "paid_date": _iso(item.paid_date),
        "status": "open" if item.is_open else "closed",
    }
    if columns.has(Field.CLOSED_AT):
        data["closed_at"] = _iso(item.closed_at)
    if item.disputed is not None:
        data["disputed"] = item.disputed
    if columns.has(Field.TRANSACTION_NO):
        data["transaction_no"] = item.transaction_no
    if columns.has(Field.DETAILS):
        data["details"] = item.details
    if columns.has(Field.REFERENCE):
        data["reference"] = item.reference or None
    if item.local_amount is not None:
        data[f"local_amount_{item.local_currency or _code(choices.local_currency)}"] = money_text(item.local_amount)
    return data


def _summary_figures(reading: LedgerReading) -> dict[str, Any]:
    bands: dict[str, dict[Bucket, Decimal]] = {}
    totals: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for leaf in reading.leaves:
        sums = bands.setdefault(leaf.currency, dict.fromkeys(Bucket, ZERO))
        for bucket, amount in leaf.buckets.items():
            sums[bucket] += amount
        totals[leaf.currency] += leaf.total
    figures: dict[str, Any] = {
        "kind": reading.kind.value,
        "leaf_rows": len(reading.leaves),
        "bucket_net": {_code(code): _bands(bands[code]) for code in sorted(bands)},
        "open_total_net": {_code(code): money_text(totals[code]) for code in sorted(totals)},
    }
    return figures | _declared(reading) | {"tie_out": _tie_out_words(reading)}
