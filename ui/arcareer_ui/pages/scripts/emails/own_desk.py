"""Scripts of the user's own at work: added, copied, edited in place, reset, removed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from arcareer.domain.messages import Message, ScriptStage, Tone
from arcareer.domain.own_scripts import OwnScript
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.pages.scripts.emails.own_form import OwnForm, stage_of

if TYPE_CHECKING:
    from arcareer.domain.changes import Change, Edit
    from arcareer.services.scripts import ScriptEntry, ScriptService
    from arcareer_ui.undo import UndoController


class OwnDesk(QObject):
    """Saves what stands in the form while it is typed. A shipped script is replaced when its first word changes.

    `added` carries the key of a new script; `told` words about what can be undone.
    """

    added = Signal(str)
    told = Signal(str)
    noted = Signal(str)
    saved = Signal()
    troubled = Signal(object)

    def __init__(self, form: OwnForm, scripts: ScriptService, acts: Acts, undo: UndoController) -> None:
        super().__init__(form)
        self._form, self._scripts, self._acts = form, scripts, acts
        self._first: OwnScript | None = None
        self._desk: Desk[OwnScript] = Desk(
            self, undo, save=self._save, fetch=self._fetch, typed=form.typed, label=self.tr("Edit script")
        )
        form.touched.connect(self._desk.touch)
        form.left.connect(self._desk.rest)
        form.stage_picked.connect(self._move)
        form.closed.connect(self.close)
        self._desk.refused.connect(form.show_problem)
        self._desk.saved.connect(lambda _: self.saved.emit())
        self._desk.troubled.connect(lambda fault, *_: self.troubled.emit(fault))
        self._desk.conflict.connect(lambda *_: self._desk.settle(keep_mine=True))

    @property
    def key(self) -> str:
        """Return the key of the script in the form; empty for none."""
        shown = self._desk.stored
        return (shown.replaces or str(shown.id)) if shown is not None else ""

    def flush(self) -> None:
        """Keep what is typed."""
        self._desk.flush()

    def follow(self) -> None:
        """Take in what became of the script in the form."""
        if not self.key:
            return
        if not self._desk.follow():
            self.close()
        elif self._desk.value is not None and not self._form.is_typed_in():
            self._form.show_script(self._desk.value, self._form.current_tone)

    def show_again(self, script: OwnScript) -> None:
        """Show what undo made of the script in the form."""
        if self._desk.stored is not None and self._desk.stored.id == script.id and self._desk.follow():
            self._form.show_script(script, self._form.current_tone)

    def write_new(self, stage: str) -> None:
        """Add a script with a greeting to begin with."""
        text = self.tr("Hello {contact},\n\n\n\nKind regards\n{me}", "keep the blanks as they are")
        messages = {Tone.FRIENDLY: Message(self.tr("New e-mail"), text)}
        self._add(partial(self._scripts.write, self.tr("New script"), stage_of(stage), messages), self.tr("Add script"))

    def duplicate(self, entry: ScriptEntry) -> None:
        """Add a copy of a script, to be changed."""
        self._add(partial(self._scripts.duplicate, entry), self.tr("Copy script"))

    def edit(self, entry: ScriptEntry, tone: Tone) -> None:
        """Put a script into the form."""
        own = self._scripts.as_own(entry)
        self._first = own if entry.own is None else None
        self._desk.put(own)
        self._form.show_script(own, tone)
        self._form.show()

    def close(self) -> None:
        """Put the form away; what is typed in it is kept."""
        self._desk.put(None)
        self._form.hide()

    def reset(self, entry: ScriptEntry) -> None:
        """Give a changed shipped script its first words back."""
        self.close()
        if self._acts.do(partial(self._scripts.reset, self._now(entry)), self.tr("Reset script")):
            self.told.emit(self.tr("The first words are back"))

    def remove(self, entry: ScriptEntry) -> None:
        """Remove a script of the user's own."""
        if not entry.is_own:
            self.noted.emit(self.tr("Only scripts of your own can be removed."))
            return
        self.close()
        if self._acts.do(partial(self._scripts.remove, self._now(entry)), self.tr("Remove script")):
            self.told.emit(self.tr("Script removed"))

    def _now(self, entry: ScriptEntry) -> ScriptEntry:
        """Return a script as it is stored by now: closing the form may have kept a last word."""
        return self._scripts.get(entry.key) or entry

    def _move(self, stage: str) -> None:
        self._desk.change(self.tr("Move script to another stage"), stage=ScriptStage(stage))

    def _save(self, before: OwnScript, after: OwnScript) -> Edit:
        is_first = self._first is not None and self._scripts.own(before.id) is None
        return self._scripts.keep(None if is_first else before, after)

    def _fetch(self, identity: UUID) -> OwnScript | None:
        stored = self._scripts.own(identity)
        if stored is None and self._first is not None and self._first.id == identity:
            return self._first
        return stored

    def _add(self, act: Callable[[], Change], label: str) -> None:
        self.flush()
        before = {entry.key for entry in self._scripts.all()}
        if self._acts.do(act, label):
            new = next((entry.key for entry in self._scripts.all() if entry.key not in before), None)
            if new is not None:
                self.added.emit(new)
