"""Worked examples: the answer as people write it, then better, and why each change was made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.choice_chips import ChoiceChips
from arcareer_ui.widgets.icon import Badge, Icon
from arcareer_ui.widgets.label import Label, Paragraph
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.rule import Rule

if TYPE_CHECKING:
    from arcareer.content.interview_models import WorkedExample
    from arcareer_ui.pages.prep.star.editor import PartWords

STACKED_BELOW = 560


class ExamplesCard(Card):
    """One example at a time. `left` goes back, `write_asked` carries the key of the question it answers."""

    left = Signal()
    write_asked = Signal(str)

    def __init__(self, parts: Sequence[PartWords], question: Callable[[str], str]) -> None:
        """`question` returns the words of a question by its key."""
        super().__init__(margins=(22, 16, 22, 18), spacing=12)
        self._parts, self._question = tuple(parts), question
        self._examples: tuple[WorkedExample, ...] = ()
        self._choice: ChoiceChips | None = None
        self.back_button = Button(self.tr("Back to my answers"), "link", icon="arrow-left")
        self.write_button = Button(self.tr("Answer this question yourself"), icon="pen-line")
        head = row()
        head.addWidget(self.back_button)
        head.addStretch(1)
        self.add(head)
        self._title = Label(self.tr("Worked examples"), "h2")
        self.add(self._title)
        self.add(
            Label(
                self.tr("Invented people and numbers. Read how a draft gets better, then use your own."),
                "small",
                wrap=True,
            )
        )
        self._place = column(spacing=12)
        self.body.addLayout(self._place)
        self._shown: QWidget | None = None
        self._current = ""
        foot = row()
        foot.addWidget(self.write_button)
        foot.addStretch(1)
        self.add(foot)
        self.body.addStretch(1)
        self.back_button.clicked.connect(self.left)
        self.write_button.clicked.connect(self._write)

    @property
    def current(self) -> str:
        """Return the id of the example on show."""
        return self._current

    def fill(self, examples: Sequence[WorkedExample]) -> None:
        """Take the examples, the first time they are asked for."""
        if self._examples or not examples:
            return
        self._examples = tuple(examples)
        choice = ChoiceChips(self.tr("Examples"), [(one.id, one.title) for one in self._examples], self._examples[0].id)
        choice.chosen.connect(self.show_example)
        self._place.addWidget(choice)
        self._choice = choice
        self.show_example(self._examples[0].id)

    def show_example(self, key: str) -> None:
        """Show an example by its id."""
        example = next(one for one in self._examples if one.id == key)
        self._current = key
        if self._shown is not None:
            self._place.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = self._make(example)
        self._place.addWidget(self._shown)

    def _make(self, example: WorkedExample) -> QWidget:
        part = QWidget()
        lines = column(part, spacing=12)
        lines.addWidget(Label(self._question(example.question), "strong", wrap=True))
        columns = Columns(STACKED_BELOW)
        columns.add(self._version(self.tr("Draft"), "warn", example.draft.texts), 1)
        columns.add(self._version(self.tr("Better"), "accent", example.better.texts), 1)
        lines.addWidget(columns)
        lines.addWidget(Rule())
        lines.addWidget(Label(self.tr("What changed, and why"), "strong"))
        for reason in example.reasons:
            lines.addWidget(self._reason(reason.quote, reason.instead, reason.why))
        return part

    def _version(self, title: str, tone: str, texts: Sequence[str]) -> QWidget:
        card = Card("inset", margins=(16, 12, 16, 14), spacing=8)
        head = row()
        head.addWidget(Chip(title, "accent" if tone == "accent" else "warn"))
        head.addStretch(1)
        card.add(head)
        for words, text in zip(self._parts, texts, strict=True):
            line = row(spacing=10)
            line.addWidget(Badge(words.letter, size=24), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Paragraph(text or self.tr("Nothing said"), "small"), 1)
            card.add(line)
        card.body.addStretch(1)
        return card

    def _reason(self, quote: str, instead: str, why: str) -> QWidget:
        part = QWidget()
        line = row(part, spacing=10)
        line.addWidget(Icon("corner-down-right", "text3", 16), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=2)
        said = (
            self.tr("“{quote}” became “{instead}”").format(quote=quote, instead=instead)
            if quote and instead
            else self.tr("Added: “{instead}”").format(instead=instead)
            if instead
            else self.tr("Left out: “{quote}”").format(quote=quote)
        )
        words.addWidget(Label(said, "small", "text", wrap=True))
        words.addWidget(Label(why, "caption", "text2", wrap=True))
        line.addLayout(words, 1)
        return part

    def _write(self) -> None:
        example = next((one for one in self._examples if one.id == self._current), None)
        if example is not None:
            self.write_asked.emit(example.question)
