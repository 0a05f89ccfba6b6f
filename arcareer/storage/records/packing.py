"""Values as JSON and back: what is kept as a whole and never searched by its parts.

Numbers stand as texts, exactly as they were given; days, instants, identities and enumerations as texts too; tuples as
lists; a value as an object of its fields. A field that is missing takes its default, one that is unknown is left alone,
so that a newer library loses nothing it needs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints
from uuid import UUID

from arcareer.storage.stored import date_text, id_text, instant_text, number_text, read_instant

T = TypeVar("T")


def packed_value(value: object, apart: Collection[str] = ()) -> str:
    """Return a value as JSON without the fields named in `apart`, which are kept beside it."""
    plain = _plain(value)
    kept = {name: part for name, part in plain.items() if name not in apart}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def unpacked_value(kind: type[T], text: str, **apart: object) -> T:
    """Return the value kept as `text`, with the fields that were kept beside it.

    Raises `ValueError`, `TypeError`, `KeyError` or `ArithmeticError` where the text is not what was written.
    """
    return kind(**_fields(kind, json.loads(text)), **apart)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    write = next((write for kind, write in _WRITERS if isinstance(value, kind)), None)
    return value if write is None else write(value)


def _fields(kind: type, found: dict[str, Any]) -> dict[str, Any]:
    return {name: _read(hint, found[name]) for name, hint in _hints(kind).items() if name in found}


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _read(hint: Any, found: Any) -> Any:
    origin = get_origin(hint)
    if origin is UnionType:
        inner = next(part for part in get_args(hint) if part is not NoneType)
        return None if found is None else _read(inner, found)
    if origin is tuple:
        return _read_tuple(get_args(hint), found)
    if isinstance(hint, type) and is_dataclass(hint):
        return hint(**_fields(hint, found))
    return _READERS.get(hint, hint)(found)


def _read_tuple(parts: tuple[Any, ...], found: list[Any]) -> tuple[Any, ...]:
    if parts[-1] is Ellipsis:
        return tuple(_read(parts[0], one) for one in found)
    return tuple(_read(part, one) for part, one in zip(parts, found, strict=True))


_WRITERS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (Enum, lambda member: member.value),
    (Decimal, number_text),
    (UUID, id_text),
    (datetime, instant_text),
    (date, date_text),
)
_READERS: dict[Any, Any] = {date: date.fromisoformat, datetime: read_instant}
