"""How values stand in the database: dates, instants, numbers, identities and text as SQLite keeps them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, cast
from uuid import UUID

Stored = str | int | bytes | None
Record = dict[str, Any]
"""One row as column names and stored values."""

_UNSTORABLE = re.compile("[\ud800-\udfff\0]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

T = TypeVar("T")
R = TypeVar("R")


def storable(value: T) -> T:
    """Return the value with every text in it as the database keeps it: lone surrogates and NUL become U+FFFD.

    Everything else stays as it was typed; a value without such characters is returned itself.
    """
    kept: Any = value
    kind: Any = type(value)
    if isinstance(value, str):
        kept = _UNSTORABLE.sub(_REPLACEMENT, value) if _UNSTORABLE.search(value) else value
    elif isinstance(value, tuple):
        parts = tuple(storable(part) for part in value)
        kept = value if all(new is old for new, old in zip(parts, value, strict=True)) else parts
    elif names := _field_names(kind):
        changed = {name: new for name in names if (new := storable(old := getattr(value, name))) is not old}
        kept = replace(kept, **changed) if changed else value
    return cast("T", kept)


@cache
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    """Return the names of a data class's fields; none of another kind of value."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def id_text(identity: UUID) -> str:
    """Return how an identity is kept."""
    return str(identity)


def date_text(day: date) -> str:
    """Return how a civil date is kept: 2026-07-03, whatever the time zone."""
    return date(day.year, day.month, day.day).isoformat()


def instant_text(instant: datetime) -> str:
    """Return how an instant is kept: UTC, of one length, so that text order is time order."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def read_instant(text: str) -> datetime:
    """Return the instant kept as `text`."""
    return datetime.fromisoformat(text)


def number_text(number: Decimal) -> str:
    """Return how an exact number is kept: plain digits with the decimals it was given, never an exponent."""
    if not number.is_finite():
        raise ValueError("a figure is a finite number")
    return format(number, "f")


def optional_number(text: str | None) -> Decimal | None:
    """Return the number kept as `text`, if there is one."""
    return None if text is None else Decimal(text)


def packed(values: Iterable[object]) -> str:
    """Return a tuple of words, or of tuples of words, as it is kept in one column."""
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))


def words(text: str) -> tuple[str, ...]:
    """Return the tuple of words kept as `text`."""
    return tuple(json.loads(text))


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Return the tuple of pairs of words kept as `text`."""
    return tuple((first, second) for first, second in json.loads(text))


UNREADABLE = (ValueError, TypeError, KeyError, ArithmeticError)
"""What reading a row raises when the disk damaged a value in it."""


def readable(rows: Iterable[R], read: Callable[[R], T]) -> Iterator[T]:
    """Yield what the rows mean; one that damage made unreadable is left out here, and the check names it."""
    for row in rows:
        try:
            yield read(row)
        except UNREADABLE:
            continue
