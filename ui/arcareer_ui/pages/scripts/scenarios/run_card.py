"""What was written down in a run, and what it became."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal

from arcareer.domain.playbook_runs import PlaybookRun
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.layouts import FlowBox


class RunCard(Card):
    """`touched` carries the field being typed in, `left` comes when one was left."""

    touched = Signal(str)
    left = Signal()
    win_asked = Signal()
    answer_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 18), spacing=12)
        self.add_heading(self.tr("This run"))
        self.notes = GrowText(placeholder=self.tr("Who said what, and when"), lines=3)
        self.outcome = GrowText(placeholder=self.tr("What came of it, with a number if there is one"), lines=2)
        self.win_button = Button("", "link", icon="trophy")
        self.answer_button = Button("", "link", icon="messages-square")
        self.add(Field(self.tr("Notes"), self.notes, self.tr("They stay here. A win takes them as private notes.")))
        self.add(Field(self.tr("What came of it"), self.outcome))
        self._links = FlowBox(self.win_button, self.answer_button)
        self.add(self._links)
        for name, editor in (("notes", self.notes), ("outcome", self.outcome)):
            editor.edited.connect(lambda name=name: self.touched.emit(name))
            editor.left.connect(self.left)
        self.win_button.clicked.connect(self.win_asked)
        self.answer_button.clicked.connect(self.answer_asked)

    def show_run(self, run: PlaybookRun) -> None:
        """Show a stored run."""
        self.notes.set_text(run.notes)
        self.outcome.set_text(run.outcome)

    def show_links(self, win: str, answer: str) -> None:
        """Show what it became by name; empty for nothing."""
        self.win_button.set_label(self.tr("Win: {title}").format(title=_short(win)))
        self.win_button.setVisible(bool(win))
        self.answer_button.set_label(self.tr("STAR answer: {title}").format(title=_short(answer)))
        self.answer_button.setVisible(bool(answer))
        self._links.setVisible(bool(win or answer))

    def typed(self, run: PlaybookRun) -> Mapping[str, Any]:  # noqa: ARG002 - the shape a desk asks for
        """Return the typed fields."""
        return {"notes": self.notes.text, "outcome": self.outcome.text}

    def is_typed_in(self) -> bool:
        """Return whether one of its fields has the caret."""
        return self.notes.hasFocus() or self.outcome.hasFocus()


def _short(text: str, most: int = 36) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
