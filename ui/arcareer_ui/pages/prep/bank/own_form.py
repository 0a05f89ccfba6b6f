"""A question of the user's own: its words, what it is about, a note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from arcareer.domain.questions import QuestionKind
from arcareer_ui.pages.prep.bank.words import kind_words
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.layouts import FlowBox

if TYPE_CHECKING:
    from arcareer.domain.questions import OwnQuestion

NONE = "none"


class OwnWords(NamedTuple):
    """What was entered."""

    text: str
    competency: str
    kind: QuestionKind
    note: str


class OwnForm(Card):
    """`saved` carries what was entered, `left` comes when it is left without."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, competencies: Sequence[tuple[str, str]]) -> None:
        super().__init__(margins=(22, 16, 22, 18), spacing=12)
        self.add_heading(self.tr("A question of your own"))
        self.text = GrowText(lines=2)
        self._text = Field(self.tr("The question, as it was asked"), self.text)
        self.add(self._text)
        self.competency = Combo(
            self.tr("Competency"), [(NONE, self.tr("No competency")), *competencies], size="compact"
        )
        self.kind = Combo(
            self.tr("Kind of question"), [(one.value, kind_words(one)) for one in QuestionKind], size="compact"
        )
        self.add(FlowBox(self.competency, self.kind))
        self.note = GrowText()
        self.add(Field(self.tr("Your note"), self.note, self.tr("What you think they wanted to hear.")))
        self.save_button = Button(self.tr("Save question"), "primary")
        self.back_button = Button(self.tr("Back"), "quiet")
        buttons = QWidget()
        line = row(buttons, spacing=10)
        line.addWidget(self.save_button)
        line.addWidget(self.back_button)
        line.addStretch(1)
        self.add(buttons)
        self.body.addStretch(1)
        self.text.edited.connect(self._text.clear_message)
        self.save_button.clicked.connect(self._save)
        self.back_button.clicked.connect(self.left)

    def start(self, question: OwnQuestion | None = None) -> None:
        """Begin with an empty form, or with a question to change."""
        self.text.set_text(question.text if question is not None else "")
        self.note.set_text(question.note if question is not None else "")
        competency = question.competency if question is not None else ""
        self.competency.set_current(competency or NONE)
        self.kind.set_current((question.kind if question is not None else QuestionKind.BEHAVIOURAL).value)
        self._text.clear_message()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, text: str) -> None:
        """Say why it cannot be kept as it is."""
        self._text.show_problem(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _save(self) -> None:
        competency = "" if self.competency.current == NONE else self.competency.current
        self.saved.emit(OwnWords(self.text.text, competency, QuestionKind(self.kind.current), self.note.text))
