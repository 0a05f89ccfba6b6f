"""A value under the user's hands: what is stored, what is typed, and how one becomes the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from arcareer.domain.changes import Change, Edit
from arcareer.errors import EnvironmentFault, FieldProblem, StaleEdit
from arcareer_ui.autosave import Autosave
from arcareer_ui.undo import Typing, UndoController

RETRY_MS = 5_000

Values = Mapping[str, Any]


class Editable(Protocol):
    """A frozen data class with an identity."""

    @property
    def id(self) -> UUID:
        """Return the identity."""


T = TypeVar("T", bound=Editable)


class _Sheet(Generic[T]):
    """One value: as the library holds it, and as it should be."""

    def __init__(self, stored: T) -> None:
        self.stored = self.wanted = stored
        self.is_contested = False


class Desk(QObject, Generic[T]):
    """Saves what the editors hold: at the latest 0.4 s after the first unsaved key, and whenever asked.

    `save(before, after)` stores and returns the change, `fetch` returns what is stored under an identity, and `typed`
    is asked for the fields of a value that have editors. Typing in one field is one step to undo until the field
    is left.

    A field that cannot be kept does not hold up the others: `refused` carries its name and why. What the disk does not
    take is tried again every five seconds, also when another value lies on the desk by then; `troubled` carries the
    fault, the stored and the wanted value. Where one field was changed here and elsewhere nothing is overwritten:
    `conflict` carries the wanted and the stored value (None where it is gone) until `settle` says which counts.
    `saved` carries what was stored.
    """

    saved = Signal(object)
    refused = Signal(str, str)
    troubled = Signal(object, object, object)
    conflict = Signal(object, object)

    def __init__(
        self,
        parent: QObject,
        undo: UndoController,
        *,
        save: Callable[[T, T], Change],
        fetch: Callable[[UUID], T | None],
        typed: Callable[[T], Values],
        label: str,
        retry_ms: int = RETRY_MS,
    ) -> None:
        """Take what it works with; `label` is what undo calls a stretch of typing."""
        super().__init__(parent)
        self._save_value, self._fetch, self._typed, self._undo, self._label = save, fetch, typed, undo, label
        self._sheet: _Sheet[T] | None = None
        self._late: dict[UUID, _Sheet[T]] = {}
        self._touched: set[str] = set()
        self._refused: set[str] = set()
        self._field = ""
        self._session = 0
        self._autosave = Autosave(self._save_typed, self)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(retry_ms)
        self._retry.timeout.connect(self._try_again)

    @property
    def value(self) -> T | None:
        """Return the value as it should be: what is typed is part of it, saved yet or not."""
        self._take_typed()
        return self._sheet.wanted if self._sheet is not None else None

    @property
    def stored(self) -> T | None:
        """Return the value as the library holds it."""
        return self._sheet.stored if self._sheet is not None else None

    @property
    def refused_fields(self) -> frozenset[str]:
        """Return the fields whose editors hold something that cannot be kept; it is not part of the value."""
        return frozenset(self._refused)

    @property
    def is_late(self) -> bool:
        """Return whether the disk did not take something yet."""
        return bool(self._late)

    def put(self, value: T | None) -> None:
        """Work on this value, as it is stored now, from here on; what is typed in the one before is saved first."""
        sheet = self._sheet
        if value is not None and sheet is not None and value.id == sheet.stored.id:
            self._rebase(sheet, value)
            return
        self.flush()
        self._session += 1
        self._touched.clear()
        self._refused.clear()
        self._sheet = None
        if value is not None:
            sheet = self._late.get(value.id) or _Sheet(value)
            self._rebase(sheet, value)
            self._sheet = sheet
            if sheet.is_contested:
                self.conflict.emit(sheet.wanted, value)

    def follow(self) -> bool:
        """Take in what became of the value elsewhere; return False, and let go of it, where it is gone."""
        sheet = self._sheet
        if sheet is None:
            return False
        stored = self._fetch(sheet.stored.id)
        if stored is not None:
            self._rebase(sheet, stored)
        elif self.value != sheet.stored:
            self._contest(sheet, None)
        else:
            self._sheet = None
        return self._sheet is not None

    def touch(self, field: str) -> None:
        """Note that a field was typed in; it is saved soon. `figures/0/source` is a part of the field `figures`."""
        if field != self._field:
            self.rest()
            self._field = field
        self._touched.add(field.partition("/")[0])
        self._autosave.touch()

    def rest(self) -> None:
        """Note that a field was left: save, and let what is typed next be a step of its own."""
        self.flush()
        self._session += 1

    def flush(self) -> None:
        """Save now what waits."""
        if self._autosave.is_pending:
            self._autosave.flush()
        elif self._late:
            self._try_again()

    def change(self, label: str, **values: Any) -> bool:
        """Save fields that are chosen, not typed, as a step of its own; return whether that worked."""
        self.rest()
        if self._sheet is None:
            return False
        self._refused -= set(values)
        self._touched -= set(values)
        self._sheet.wanted = replace(self._sheet.wanted, **values)  # type: ignore[type-var]
        return self._write(self._sheet, label)

    def take(self, edit: Edit, label: str) -> None:
        """Go on from an edit of this value that is applied already."""
        self._undo.record(edit, label)
        sheet, after = self._sheet, edit.after
        if sheet is not None and after is not None and after.id == sheet.stored.id:
            self._rebase(sheet, after)  # type: ignore[arg-type]

    def settle(self, *, keep_mine: bool) -> None:
        """Decide a conflict: what is wanted here is stored, or what is stored is taken over."""
        sheet = self._sheet
        if sheet is None or not sheet.is_contested:
            return
        sheet.is_contested = False
        self._late.pop(sheet.stored.id, None)
        if keep_mine:
            self._write(sheet, self._label)
        else:
            self._autosave.forget()
            self._touched.clear()
            sheet.wanted = sheet.stored

    def _save_typed(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        self._refused -= self._touched
        self._take_typed()
        self._touched.clear()
        self._write(sheet, self._label, Typing(f"{sheet.stored.id}/{self._field}/{self._session}"))

    def _take_typed(self) -> None:
        """Take over the fields that were typed in since the last save."""
        sheet = self._sheet
        if sheet is not None and self._touched:
            typed = self._typed(sheet.wanted)
            values = {name: typed[name] for name in self._touched}
            sheet.wanted = replace(sheet.wanted, **values)  # type: ignore[type-var]

    def _try_again(self) -> None:
        self._retry.stop()
        for sheet in tuple(self._late.values()):
            self._write(sheet, self._label)

    def _write(self, sheet: _Sheet[T], label: str, typing: Typing | None = None, *, caught_up: bool = False) -> bool:
        if sheet.is_contested:
            return False
        if sheet.wanted == sheet.stored:
            self._late.pop(sheet.stored.id, None)
            return True
        wanted = sheet.wanted
        try:
            edit = self._save_value(sheet.stored, wanted)
        except FieldProblem as problem:
            self._refuse(sheet, problem, label, typing)
            return False
        except StaleEdit:
            return self._catch_up(sheet, label, typing, again=not caught_up)
        except EnvironmentFault as fault:
            self._late[wanted.id] = sheet
            self._retry.start()
            self.troubled.emit(fault, sheet.stored, wanted)
            return False
        sheet.stored = wanted
        self._late.pop(wanted.id, None)
        self._undo.record(edit, label, typing)
        self.saved.emit(wanted)
        return True

    def _refuse(self, sheet: _Sheet[T], problem: FieldProblem, label: str, typing: Typing | None) -> None:
        """Save everything but the field in question."""
        kept = getattr(sheet.stored, problem.field)
        sheet.wanted = replace(sheet.wanted, **{problem.field: kept})  # type: ignore[type-var]
        if sheet is self._sheet:
            self._refused.add(problem.field)
            self.refused.emit(problem.field, str(problem))
        self._write(sheet, label, typing)

    def _catch_up(self, sheet: _Sheet[T], label: str, typing: Typing | None, *, again: bool) -> bool:
        """Save on top of what the library holds by now, unless both sides changed the same."""
        stored = self._fetch(sheet.stored.id)
        if stored is None or not again:
            self._contest(sheet, stored)
            return False
        self._rebase(sheet, stored)
        return self._write(sheet, label, typing, caught_up=True)

    def _rebase(self, sheet: _Sheet[T], stored: T) -> None:
        if stored == sheet.stored:
            return
        if sheet is self._sheet:
            self._take_typed()
        mine, theirs = _differing(sheet.stored, sheet.wanted), _differing(sheet.stored, stored)
        clash = any(getattr(sheet.wanted, name) != getattr(stored, name) for name in mine & theirs)
        sheet.wanted = replace(stored, **{name: getattr(sheet.wanted, name) for name in mine})  # type: ignore[type-var]
        sheet.stored = stored
        if clash:
            self._contest(sheet, stored)

    def _contest(self, sheet: _Sheet[T], stored: T | None) -> None:
        """Stop saving this value until the user has said which side counts, which they are asked when it is here."""
        if sheet.is_contested:
            return
        sheet.is_contested = True
        self._late[sheet.stored.id] = sheet
        if sheet is self._sheet:
            self.conflict.emit(sheet.wanted, stored)


def _differing(one: Editable, other: Editable) -> set[str]:
    names = (field.name for field in fields(one))  # type: ignore[arg-type]
    return {name for name in names if getattr(one, name) != getattr(other, name)}
