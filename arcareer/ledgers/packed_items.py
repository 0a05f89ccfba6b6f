"""The documents of a list in one compressed piece, small enough to keep and to take back as a whole.

Free texts stay behind: what was delivered to whom is nobody's business here, and nothing is computed from it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Final

from arcareer.domain.receivables import DocType, LedgerItem, Receipt

_TEXTS: Final = ("customer_id", "customer_name", "doc_number", "transaction_no", "currency", "local_currency")
_DATES: Final = ("doc_date", "due_date", "paid_date", "closed_at")
_AMOUNTS: Final = ("original_amount", "open_amount", "local_amount", "local_open_amount")
_COLUMNS: Final = ("line", "doc_type", *_TEXTS, *_DATES, *_AMOUNTS, "disputed", "receipts")
_LEVEL: Final = 6
_PIECE: Final = 65_536


def pack_items(items: Iterable[LedgerItem]) -> bytes:
    """Return the documents compressed, a line of JSON each behind one of column names, never all in memory at once.

    The same documents give the same bytes.
    """
    packer = zlib.compressobj(_LEVEL)
    parts = [packer.compress(_line(_COLUMNS))]
    parts += [packer.compress(_line(_row(item))) for item in items]
    parts.append(packer.flush())
    return b"".join(parts)


def unpack_items(packed: bytes) -> tuple[LedgerItem, ...]:
    """Return the documents that were packed. Raises `ValueError` or `KeyError` for anything else."""
    lines = _lines(packed)
    head = next(lines, None)
    if head is None:
        raise ValueError("the documents of this list are cut off")
    columns = json.loads(head)
    return tuple(_item(dict(zip(columns, json.loads(line), strict=True))) for line in lines)


def _line(values: Iterable[Any]) -> bytes:
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _lines(packed: bytes) -> Iterator[bytes]:
    """Yield the lines as they are unpacked, piece by piece."""
    unpacker, rest = zlib.decompressobj(), b""
    try:
        for start in range(0, len(packed), _PIECE):
            *lines, rest = (rest + unpacker.decompress(packed[start : start + _PIECE])).split(b"\n")
            yield from lines
        *lines, rest = (rest + unpacker.flush()).split(b"\n")
        yield from lines
    except zlib.error as broken:
        raise ValueError("the documents of this list cannot be read") from broken
    if rest or not unpacker.eof:
        raise ValueError("the documents of this list are cut off")


def _row(item: LedgerItem) -> list[Any]:
    return [
        item.line,
        item.doc_type.value,
        *(getattr(item, name) for name in _TEXTS),
        *(_iso(getattr(item, name)) for name in _DATES),
        *(_number(getattr(item, name)) for name in _AMOUNTS),
        item.disputed,
        [[receipt.paid_on.isoformat(), f"{receipt.amount:f}"] for receipt in item.receipts],
    ]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _number(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"


def _item(row: dict[str, Any]) -> LedgerItem:
    fields: dict[str, Any] = {name: row[name] for name in ("line", "disputed", *_TEXTS)}
    fields |= {name: None if row[name] is None else date.fromisoformat(row[name]) for name in _DATES}
    fields |= {name: None if row[name] is None else Decimal(row[name]) for name in _AMOUNTS}
    receipts = tuple(
        Receipt(paid_on=date.fromisoformat(day), amount=Decimal(amount)) for day, amount in row["receipts"]
    )
    return LedgerItem(doc_type=DocType(row["doc_type"]), receipts=receipts, **fields)
