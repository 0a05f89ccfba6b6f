"""One win to be made of changes in a ledger: what the lists say, and what the user did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import FigureScope
from arcareer.domain.ledger_changes import ChangeKind
from arcareer_ui.amounts import exact_money_words
from arcareer_ui.pages.metrics.words import scope_words
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.message_line import MessageLine

if TYPE_CHECKING:
    from arcareer.services.ledger_wins import Candidate

MOST_LINES = 6


class CandidateCard(Card):
    """`saved` carries what the user did and whose result it is; `waved_away` puts the changes away."""

    saved = Signal(str, object)
    waved_away = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self._title = Label("", "h2", wrap=True)
        self._lines = Label("", "small", wrap=True, tabular=True)
        self._note = Label("", "small", "warn", wrap=True)
        self.did = GrowText(
            self.tr("What I did"), self.tr("Called their new controller and sent the signed delivery note")
        )
        self.scope = Combo(self.tr("Whose result"), [(one.value, scope_words(one)) for one in FigureScope])
        self.save_button = Button(self.tr("Save as a win"), "primary", icon="check")
        self.away_button = Button(self.tr("Put away"), "quiet")
        self._message = MessageLine(self.did)
        for part in (self._title, self._lines, self._note):
            self.add(part)
        self.add(Field(self.tr("What I did"), self.did))
        self.add(Field(self.tr("Whose result"), self.scope))
        self.add(self._message)
        self.add(FlowBox(self.save_button, self.away_button))
        self.add(self._make_promise())
        self.save_button.clicked.connect(self._tell)
        self.away_button.clicked.connect(self.waved_away)
        self.did.edited.connect(self._message.clear)

    def show_candidates(self, chosen: Sequence[Candidate]) -> None:
        """Show the changes that are marked."""
        self.setEnabled(bool(chosen))
        self._message.clear()
        for button in (self.save_button, self.away_button):
            button.setEnabled(bool(chosen))
        if not chosen:
            self._title.setText(self.tr("Mark a change to look at it"))
            self._lines.setText("")
            self._note.hide()
            return
        first = chosen[0]
        many = len(chosen) > 1
        self._title.setText(self.tr("%Ln change(s) in one win", "", len(chosen)) if many else first.suggested_headline)
        lines = [self._told(one) for one in chosen[:MOST_LINES]]
        if len(chosen) > MOST_LINES:
            lines.append(self.tr("And %Ln more.", "", len(chosen) - MOST_LINES))
        self._lines.setText("\n".join(lines))
        late = any(one.change.kind is ChangeKind.NEWLY_LATE for one in chosen)
        credited = any(one.change.kind is ChangeKind.CREDITED for one in chosen)
        note = ""
        if late:
            note = self.tr("This is no result yet: something to act on. Put it away, or say what you have done.")
        elif credited:
            note = self.tr("A credit lowers what is open, but no money came in.")
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.scope.set_current(first.later.scope.value)

    def refuse(self, words: str) -> None:
        """Say why no win was made."""
        self._message.show_problem(words)

    def forget(self) -> None:
        """Let go of what was typed: it is in the win now."""
        self.did.set_text("")

    def _told(self, one: Candidate) -> str:
        change = one.change
        words = self.tr("{document}: open {before}, now {after}")
        return words.format(
            document=change.doc_number,
            before=exact_money_words(change.open_before, change.currency),
            after=exact_money_words(change.open_after, change.currency),
        )

    def _make_promise(self) -> QWidget:
        part = QWidget()
        words = self.tr("The amounts come from your two lists. What you did is yours to say; nothing is added to it.")
        column(part).addWidget(Label(words, "caption", wrap=True))
        return part

    def _tell(self) -> None:
        self.saved.emit(self.did.text.strip(), FigureScope(self.scope.current))
