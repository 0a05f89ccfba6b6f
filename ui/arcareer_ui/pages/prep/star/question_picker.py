"""Finds the question an answer is for, or takes the user's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.card_list import CardList, CardRow
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.line_edit import SearchField
from arcareer_ui.widgets.styling import Restyled

if TYPE_CHECKING:
    from arcareer.domain.questions import Question

LIST_HEIGHT = 320
FEWEST_WORDS = 3


class QuestionPicker(Restyled, Card):
    """Search and list. `picked` carries a question, `worded` the words of an own one; `left` comes when it is left."""

    picked = Signal(object)
    worded = Signal(str)
    left = Signal()

    def __init__(self, find: Callable[[str], Sequence[Question]], competencies: Callable[[str], str]) -> None:
        """`find` returns the questions that hold some words, `competencies` the label of one."""
        super().__init__(margins=(18, 16, 18, 14), spacing=10)
        self._find, self._label = find, competencies
        self.add_heading(self.tr("Which question?"))
        self.search = SearchField(self.tr("Search questions"), self.tr("Find one, or type your own"))
        self.add(self.search)
        self.list: CardList[Question] = CardList(self.tr("Questions"), self._present, lambda question: question.key)
        self.add(self.list, 1)
        self._none = Label(self.tr("No question of the bank holds these words."), "small", wrap=True)
        self.add(self._none)
        self.own_button = Button(self.tr("Use my own words"), icon="plus", size="compact")
        self.take_button = Button(self.tr("Answer this"), "primary")
        self.back_button = Button(self.tr("Back"), "quiet")
        buttons = row(spacing=8)
        for button in (self.take_button, self.back_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.add(self.own_button)
        self.add(buttons)
        self.search.searched.connect(self._fill)
        self.search.installEventFilter(self)
        self.list.opened.connect(self.picked)
        self.list.current_changed.connect(lambda one: self.take_button.setEnabled(one is not None))
        self.take_button.clicked.connect(self._take)
        self.own_button.clicked.connect(self._word)
        self.back_button.clicked.connect(self.left)
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.list.setMinimumHeight(current_theme().px(LIST_HEIGHT))

    def start(self, title: str = "") -> None:
        """Begin with an empty search; `title` is the question that was chosen before."""
        self.search.set_text("")
        self._fill("")
        if title:
            self.list.choose(title)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down go from the search into the list, Enter take what is marked, Esc leave."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self._fill(self.search.text())
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._fill(self.search.text())
                self._take() if self.list.items else self._word()
                return True
            if event.key() == Qt.Key.Key_Escape and not self.search.text():
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _fill(self, text: str) -> None:
        questions = tuple(self._find(text))
        self.list.set_items(questions)
        self.list.setVisible(bool(questions))
        self._none.setVisible(not questions)
        self.own_button.setVisible(len(text.split()) >= FEWEST_WORDS)
        if questions and self.list.current is None:
            self.list.choose(questions[0].key)
        self.take_button.setEnabled(bool(questions))

    def _present(self, question: Question) -> CardRow:
        label = self.tr("Your own") if question.own else self._label(question.competency)
        return CardRow(question.text, label, (), f"{question.text} {label}")

    def _take(self) -> None:
        if self.list.current is not None:
            self.picked.emit(self.list.current)

    def _word(self) -> None:
        words = " ".join(self.search.text().split())
        if len(words.split()) >= FEWEST_WORDS:
            self.worded.emit(words)
