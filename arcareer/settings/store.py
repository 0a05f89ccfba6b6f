"""Keeps the preferences in one TOML file that a person can read and mend."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, Final, get_type_hints

from arcareer import fsops
from arcareer.errors import EnvironmentFault
from arcareer.settings.preferences import Preferences
from arcareer.settings.upgrades import VERSION, Table, upgraded

Listener = Callable[[Preferences], None]

_VERSION_KEY: Final = "version"


class PreferencesStore:
    """The preferences of one file, read once; `complaints` are for the user to see once, empty when all was well.

    A value that cannot be used falls back to its default, alone. What a newer release wrote is kept as it stands. A
    file that is no TOML at all is kept beside the new one as soon as something is saved.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._listeners: list[Listener] = []
        self._unreadable = False
        self._kept: dict[str, object] = {}
        self._version = VERSION
        self.complaints: tuple[str, ...] = ()
        self._current = self._understand(self._read())

    @property
    def current(self) -> Preferences:
        """Return the preferences that hold now."""
        return self._current

    def update(self, **changes: Any) -> Preferences:
        """Change the named fields, tell the listeners, save, and return the new preferences.

        Raises TypeError for an unknown field or a wrong type and ValueError for a value out of range, both before
        anything changes; EnvironmentFault where the file cannot be written, and then the choice counts until the app
        is closed.
        """
        changed = _with(self._current, changes)
        if changed == self._current:
            return changed
        self._current = changed
        for name in changes:
            self._kept.pop(name, None)
        for listener in tuple(self._listeners):
            listener(changed)
        self._save()
        return changed

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the new preferences after every change; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _read(self) -> Table:
        try:
            return tomllib.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            self._unreadable = True
            self._complain(
                f"{self._path.name} could not be read, so your settings start from their defaults. "
                f"Your wins are untouched. The old file is kept as {self._aside.name} when you change a setting."
            )
            return {}

    def _understand(self, table: Table) -> Preferences:
        found = table.get(_VERSION_KEY, VERSION)
        self._version = max(found, VERSION) if isinstance(found, int) else VERSION
        table = upgraded(table, found if isinstance(found, int) else VERSION)
        preferences = Preferences()
        names = [field.name for field in fields(Preferences)]
        self._kept = {key: value for key, value in table.items() if key not in names and key != _VERSION_KEY}
        for name in names:
            if name in table:
                try:
                    preferences = _with(preferences, {name: table[name]})
                except (TypeError, ValueError):
                    self._set_aside(name, table[name])
        return preferences

    def _set_aside(self, name: str, value: object) -> None:
        if self._version > VERSION:
            self._kept[name] = value
        self._complain(
            f"The setting “{name.replace('_', ' ')}” in {self._path.name} has a value this version cannot use. "
            f"It is back to its default, everything else is as you chose it."
        )

    def _complain(self, text: str) -> None:
        self.complaints = (*self.complaints, text)

    def _save(self) -> None:
        from arcareer.settings.toml_text import toml_text  # noqa: PLC0415 - a start only reads

        stored = {field.name: getattr(self._current, field.name) for field in fields(Preferences)}
        known = {name: value for name, value in stored.items() if value is not None and name not in self._kept}
        text = toml_text({_VERSION_KEY: self._version, **known, **self._kept})
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._unreadable:
                fsops.replace(self._path, self._aside)
                self._unreadable = False
            fsops.atomic_write(self._path, text.encode("utf-8"))
        except OSError as reason:
            raise EnvironmentFault(
                f"Your choice counts until you close the app, but it could not be saved in {self._path}. "
                f"Check that the folder can be written to, then choose again.\n{reason}"
            ) from reason

    @property
    def _aside(self) -> Path:
        return self._path.with_name(f"{self._path.name}.unreadable")


def _with(preferences: Preferences, changes: Mapping[str, object]) -> Preferences:
    """Return the preferences with these fields; raise TypeError or ValueError where one does not fit its type."""
    kinds = get_type_hints(Preferences)
    fitting: dict[str, Any] = {name: _typed(value, kinds[name]) for name, value in changes.items() if name in kinds}
    return replace(preferences, **{**changes, **fitting})


def _typed(value: object, kind: Any) -> object:
    if isinstance(kind, UnionType):
        return None if value is None else _typed(value, kind.__args__[0])
    if issubclass(kind, StrEnum):
        return kind(value)
    if type(value) is not kind:
        raise TypeError(value)
    return value
