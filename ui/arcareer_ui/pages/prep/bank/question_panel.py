"""The question on show: what it tests, what to bring, what not to say, and what the library has for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.prep.bank.words import FITS, fit_words, kind_words, levels_of
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, RowButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.item_row import ItemRow
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.rule import Rule

if TYPE_CHECKING:
    from arcareer.domain.questions import Question
    from arcareer.domain.win_lists import WinSummary
    from arcareer.services.fitting import AnswerFit
    from arcareer.services.questions import QuestionCard

EDIT, REMOVE = "edit", "remove"
MOST_ANSWERS = 6
AIR = 8


class QuestionPanel(Card):
    """`answer_asked` wants an answer begun, `answer_chosen` carries one to open, `win_chosen` a win to make one of.

    `edit_asked` and `remove_asked` are about a question of the user's own.
    """

    answer_asked = Signal()
    answer_chosen = Signal(object)
    win_chosen = Signal(object)
    edit_asked = Signal()
    remove_asked = Signal()

    def __init__(self, label: Callable[[str], str], name: Callable[[object], str]) -> None:
        """`label` names a competency, `name` an answer."""
        super().__init__(margins=(22, 16, 22, 18), spacing=10)
        self._label, self._name = label, name
        self.chips = FlowBox()
        self.menu = MenuButton(
            self.tr("More actions for this question"),
            [
                MenuEntry(EDIT, self.tr("Edit question"), "pencil"),
                MenuEntry(REMOVE, self.tr("Remove question"), "trash-2"),
            ],
        )
        self.text = Label("", "h2", wrap=True)
        self.answer_button = Button(self.tr("Answer this"), "primary", icon="pen-line")
        self._asked = Label("", "caption", wrap=True)
        self._advice = QWidget()
        self._found = QWidget()
        self.answer_rows: list[FitRow] = []
        self.win_rows: list[ItemRow] = []
        top = row(spacing=8)
        top.addWidget(self.chips, 1)
        top.addWidget(self.menu)
        self.add(top)
        self.add(self.text)
        line = QWidget()
        buttons = row(line, spacing=12)
        buttons.addWidget(self.answer_button)
        buttons.addWidget(self._asked, 1)
        self.add(line)
        self.add(self._advice)
        self.add(self._found)
        self.body.addStretch(1)
        self.answer_button.clicked.connect(self.answer_asked)
        self.menu.chosen.connect(lambda act: (self.edit_asked if act == EDIT else self.remove_asked).emit())

    def show_question(self, question: Question) -> None:
        """Show what the bank says; what the library has for it follows."""
        levels = levels_of(question)
        label = self.tr("Your own") if question.own else self._label(question.competency)
        chips = [Chip(label), Chip(kind_words(question.kind), "line")]
        if levels:
            chips.append(Chip(levels, "line"))
        self.chips.set_widgets(chips)
        self.menu.setVisible(question.own)
        self.text.setText(question.text)
        self._asked.setText("")
        self._advice = self._put(self._advice, self._advice_parts(question))
        self._found = self._put(self._found, [])
        self.answer_rows, self.win_rows = [], []

    def show_found(self, card: QuestionCard, follow_ups: Sequence[str]) -> None:
        """Show which answers serve, which wins could, and what may be asked next."""
        self.answer_rows = [self._answer_row(one) for one in card.fits[:MOST_ANSWERS]]
        self.win_rows = [self._win_row(win) for win in card.wins]
        parts: list[QWidget] = [Rule(), Label(self.tr("Your answers"), "label")]
        parts += self.answer_rows or [Label(self.tr("None of your answers fits yet."), "small", wrap=True)]
        left = len(card.fits) - MOST_ANSWERS
        if left > 0:
            parts.append(Label(self.tr("%n more", "", left), "caption"))
        if self.win_rows:
            parts += [Label(self.tr("Wins that could become an answer"), "label"), *self.win_rows]
        if follow_ups:
            parts += [Rule(), Label(self.tr("They may ask next"), "label"), *map(_next_line, follow_ups)]
        self._asked.setText(self._asked_words(card))
        self.answer_button.set_label(self.tr("Write another answer") if card.fits else self.tr("Answer this"))
        self._found = self._put(self._found, parts)

    def set_main(self, *, is_main: bool) -> None:
        """Let the button be the one main action of the page, or not."""
        self.answer_button.set_kind("primary" if is_main else "secondary")

    def _asked_words(self, card: QuestionCard) -> str:
        if not card.asked:
            return ""
        words = self.tr("You were asked this %n time(s).", "", card.asked)
        if card.last_went is None:
            return words
        return self.tr("{words} Last time went {mark} of 5.").format(words=words, mark=card.last_went)

    def _advice_parts(self, question: Question) -> list[QWidget]:
        parts: list[QWidget] = []
        if question.tests:
            title = self.tr("Your note") if question.own else self.tr("What they are really asking")
            parts += [Label(title, "label"), Label(question.tests, "small", wrap=True)]
        if question.bring:
            parts += [Label(self.tr("Bring"), "label"), *(_line("check", "accent", one) for one in question.bring)]
        if question.avoid:
            parts += [Label(self.tr("Stay clear of"), "label"), _line("x", "danger", question.avoid)]
        return parts

    def _answer_row(self, one: AnswerFit) -> FitRow:
        found = FitRow(self._name(one.answer), one)
        found.clicked.connect(partial(self.answer_chosen.emit, one.answer))
        return found

    def _win_row(self, win: WinSummary) -> ItemRow:
        button = Button(
            self.tr("Use it"), size="compact", name=self.tr("Make an answer of: {win}").format(win=win.headline)
        )
        found = ItemRow("trophy", win.headline, ", ".join(win.figures[:2]), tone="plain", actions=(button,))
        found.opened.connect(partial(self.win_chosen.emit, win.id))
        button.clicked.connect(partial(self.win_chosen.emit, win.id))
        return found

    def _put(self, old: QWidget, parts: Sequence[QWidget]) -> QWidget:
        fresh = QWidget()
        lines = column(fresh, spacing=6)
        for at, part in enumerate(parts):
            if at and isinstance(part, Label) and part.property("role") == "label":
                lines.addSpacing(AIR)
            lines.addWidget(part)
        self.body.replaceWidget(old, fresh)
        old.hide()
        old.deleteLater()
        return fresh


class FitRow(RowButton):
    """An answer that serves the question: what it is called, how well it does, and why that is said."""

    def __init__(self, name: str, one: AnswerFit) -> None:
        super().__init__(". ".join((name, fit_words(one.fit), one.reason)))
        look = FITS[one.fit]
        words = column(self, margins=(10, 7, 10, 8), spacing=3)
        head = row(spacing=10)
        head.addWidget(Icon(look.icon, look.colour, 17))
        head.addWidget(ElideLabel(name, "strong"), 1)
        head.addWidget(Chip(fit_words(one.fit), look.tone))
        words.addLayout(head)
        words.addWidget(Label(one.reason, "caption", "text2", wrap=True))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _line(icon: str, colour: str, text: str) -> QWidget:
    part = QWidget()
    line = row(part, spacing=9)
    side = column()
    side.addWidget(Icon(icon, colour, 16))
    side.addStretch(1)
    line.addLayout(side)
    line.addWidget(Label(text, "small", "text", wrap=True), 1)
    return part


def _next_line(text: str) -> QWidget:
    return _line("corner-down-right", "text3", text)
