"""A form that is kept while it is typed, so that leaving, closing or a crash costs nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, SignalInstance

from arcareer.errors import EnvironmentFault
from arcareer_ui.autosave import Autosave
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.date_field import DateField
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from arcareer.services.drafts import DraftService

Editor = GrowText | LineEdit | DateField | Combo | CheckBox


class KeptForm(QObject):
    """The `editors` by name. What stands in them is kept as a draft for the subject they are about."""

    def __init__(self, key: str, editors: Mapping[str, Editor], drafts: DraftService, parent: QObject) -> None:
        super().__init__(parent)
        self._key, self._drafts, self._editors = key, drafts, editors
        self._subject: str | None = None
        self._blank: Mapping[str, str] = {}
        self._saving = Autosave(self._keep, self)
        for editor in editors.values():
            _changed(editor).connect(self.touch)

    def show_subject(self, subject: str, blank: Mapping[str, str] | None = None) -> None:
        """Show what was typed about a subject and not saved yet, else `blank`; a subject on show stays as it is."""
        if subject == self._subject:
            return
        self.flush()
        self._subject = subject
        self._blank = {name: (blank or {}).get(name, "") for name in self._editors}
        draft = self._drafts.find(self._name)
        self._put({**self._blank, **(_read(draft.text) if draft is not None else {})})

    def save_by(self, act: Callable[[], bool]) -> bool:
        """Run what saves the form; where it worked nothing is kept of it here, and a form still on show is empty."""
        name = self._name
        self._saving.forget()
        if not act():
            self.touch()
            return False
        self._drafts.discard(name)
        if self._name == name:
            self._put(self._blank)
        return True

    def flush(self) -> None:
        """Keep now what is typed."""
        self._saving.flush()

    @property
    def _name(self) -> str:
        return f"{self._key}/{self._subject}"

    def _put(self, texts: Mapping[str, str]) -> None:
        for name, editor in self._editors.items():
            _write(editor, texts.get(name, ""))

    def touch(self) -> None:
        """Note that the form was filled by other means than typing."""
        if self._subject is not None:
            self._saving.touch()

    def _keep(self) -> None:
        texts = {name: _text(editor) for name, editor in self._editors.items()}
        try:
            if texts == self._blank:
                self._drafts.discard(self._name)
            else:
                self._drafts.keep(self._name, json.dumps(texts))
        except EnvironmentFault:
            return  # what is typed stays in the form; saving it says what the matter is


def _changed(editor: Editor) -> SignalInstance:
    if isinstance(editor, GrowText):
        return editor.edited
    if isinstance(editor, LineEdit):
        return editor.textEdited
    if isinstance(editor, DateField):
        return editor.picked
    return editor.chosen if isinstance(editor, Combo) else editor.clicked


def _text(editor: Editor) -> str:
    if isinstance(editor, GrowText):
        return editor.text
    if isinstance(editor, LineEdit):
        return editor.text()
    if isinstance(editor, DateField):
        day = editor.value
        return day.isoformat() if day is not None else ""
    if isinstance(editor, Combo):
        return editor.current
    return "yes" if editor.isChecked() else ""


def _write(editor: Editor, text: str) -> None:
    if isinstance(editor, GrowText | LineEdit):
        editor.set_text(text)
    elif isinstance(editor, DateField):
        editor.set_value(date.fromisoformat(text) if text else None)
    elif isinstance(editor, Combo):
        editor.set_current(text)
    else:
        editor.setChecked(bool(text))


def _read(text: str) -> Mapping[str, str]:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}
