"""Reads a TOML file into frozen dataclasses and lists everything that does not fit, not only the first thing."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from arcareer.content.problems import ContentFault, ContentProblem

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Model = TypeVar("Model", bound="DataclassInstance")

_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_WANTED = {str: "text", int: "a whole number", bool: "true or false", Decimal: "a number", date: "a date"}


def load(path: Path, model: type[Model]) -> Model:
    """Return the file's content as `model`; its tables are the fields of that dataclass, nested as deep as needed.

    Keys that the model does not name, missing keys, wrong types, empty required texts, malformed ids and ids used
    twice in one list are all collected. Raises `ContentFault` with every problem of the file.
    """
    reading = _Reading(path.name)
    value = reading.record(_table(path), model, "", "")
    if value is None:
        raise ContentFault(tuple(reading.problems))
    return value


def load_records(path: Path, table: str, model: type[Model]) -> tuple[Model, ...]:
    """Return the records of a file that holds one list named `table` and nothing else; raises like `load`."""
    reading = _Reading(path.name)
    records = reading.records(_table(path), table, model)
    if reading.problems:
        raise ContentFault(tuple(reading.problems))
    return records


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as reason:
        raise ContentFault((ContentProblem(path.name, "", "", str(reason)),)) from reason


class _Reading:
    """One pass over one file, collecting problems on the way."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.problems: list[ContentProblem] = []

    def records(self, raw: Mapping[str, object], table: str, model: type[Model]) -> tuple[Model, ...]:
        """Return the records below the one key of a file; what does not fit is among the problems."""
        for extra in sorted(raw.keys() - {table}):
            self._refuse(extra, "", "this key is not known here")
        if table not in raw:
            self._refuse(table, "", "this key is missing")
            return ()
        found = self._tuple(raw[table], model, table, "")
        return tuple(one for one in found or () if isinstance(one, model))

    def record(self, raw: object, model: type[Model], path: str, owner: str) -> Model | None:
        """Return the record, or None when anything in it does not fit."""
        if not isinstance(raw, Mapping):
            self._refuse(path, owner, "a table is needed here")
            return None
        owner = str(raw.get("id", owner))
        known = len(self.problems)
        named = {field.name: field for field in fields(model)}
        for extra in sorted(raw.keys() - named.keys()):
            self._refuse(_join(path, extra), owner, "this key is not known here")
        values = {
            name: self._field(raw, field, _join(path, name), owner)
            for name, field in named.items()
            if name in raw or _required(field)
        }
        return None if len(self.problems) > known else model(**values)

    def _field(self, raw: Mapping[str, object], field: Field[Any], path: str, owner: str) -> object:
        if field.name not in raw:
            self._refuse(path, owner, "this key is missing")
            return None
        value = self._value(raw[field.name], field.type, path, owner)
        if isinstance(value, str):
            self._check_text(value, field, path, owner)
        return value

    def _check_text(self, value: str, field: Field[Any], path: str, owner: str) -> None:
        if _required(field) and not value.strip():
            self._refuse(path, owner, "some text is needed here")
        elif field.name == "id" and not _ID.fullmatch(value):
            self._refuse(path, owner, "an id has small letters, digits and single hyphens only")

    def _value(self, raw: object, kind: Any, path: str, owner: str) -> object:
        if get_origin(kind) is tuple:
            return self._tuple(raw, get_args(kind)[0], path, owner)
        if isinstance(kind, UnionType):
            kind = next(part for part in get_args(kind) if part is not NoneType)
        if is_dataclass(kind) and isinstance(kind, type):
            return self.record(raw, kind, path, owner)
        if issubclass(kind, Enum):
            return self._choice(raw, kind, path, owner)
        if kind is Decimal and type(raw) is int:
            return Decimal(raw)
        if type(raw) is kind:
            return raw
        self._refuse(path, owner, f"{_WANTED.get(kind, kind.__name__)} is needed here")
        return None

    def _tuple(self, raw: object, kind: Any, path: str, owner: str) -> tuple[object, ...] | None:
        if not isinstance(raw, list):
            self._refuse(path, owner, "a list is needed here")
            return None
        values = tuple(self._value(item, kind, f"{path}[{place}]", owner) for place, item in enumerate(raw))
        for twice in _twice(getattr(value, "id", None) for value in values):
            self._refuse(path, twice, "this id is used twice")
        return values

    def _choice(self, raw: object, kind: type[Enum], path: str, owner: str) -> object:
        choices = {str(member.value): member for member in kind}
        if raw in choices:
            return choices[str(raw)]
        self._refuse(path, owner, f"one of {', '.join(choices)} is needed here")
        return None

    def _refuse(self, path: str, owner: str, text: str) -> None:
        self.problems.append(ContentProblem(self._file, path, owner, text))


def _required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _twice(ids: Iterable[str | None]) -> tuple[str, ...]:
    uses = Counter(one for one in ids if one is not None)
    return tuple(one for one, times in uses.items() if times > 1)
