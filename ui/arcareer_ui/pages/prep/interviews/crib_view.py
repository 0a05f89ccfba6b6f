"""The crib: what goes on the page on one side, the page as it will be on the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.menu_button import MenuEntry, WordMenuButton
from arcareer_ui.widgets.page_preview import PagePreview
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.switch import Switch
from arcareer_ui.widgets.tab_order import follow_layout

STACKED_BELOW = 860
EDITOR_WIDTH = 400
FIELDS = ("opening", "number", "questions", "private_notes")


class CribView(QWidget):
    """`touched` carries the field being typed in, `left` comes when one was left; `back_asked` leaves the crib.

    `answers_picked` carries all that are chosen, `hide_switched` whether customers' names are hidden, `number_taken` a
    figure, `save_asked` wants the Word file.
    """

    touched = Signal(str)
    left = Signal()
    back_asked = Signal()
    answers_picked = Signal(object)
    hide_switched = Signal(bool)
    save_asked = Signal()

    def __init__(self, questions: Sequence[tuple[str, str]]) -> None:
        """`questions` are topic and words of those one can put to the panel."""
        super().__init__()
        self.back_button = Button(self.tr("Back to the interview"), "link", icon="arrow-left")
        self.save_button = Button(self.tr("Save as Word"), "primary", icon="download")
        self.opening = GrowText(lines=2)
        self.number = GrowText(one_line=True)
        self.questions = GrowText(lines=3)
        self.private_notes = GrowText(lines=3)
        self.numbers = FlowBox()
        self.question_menu = WordMenuButton(
            self.tr("Add one from the list"),
            [MenuEntry(str(at), words) for at, (_, words) in enumerate(questions)],
            size="compact",
        )
        self._questions = [words for _, words in questions]
        self.hide_switch = Switch(self.tr("Hide customer names"))
        self.boxes: dict[str, CheckBox] = {}
        self._answers = QWidget()
        self._answer_card = Card(spacing=6)
        self.preview = PagePreview(self.tr("The crib as it will be printed"))
        self._left_out = Label("", "small", "warn", wrap=True)
        self._lay_out()
        self._connect()

    @property
    def texts(self) -> dict[str, object]:
        """Return what is typed, by field; every line of the questions is one."""
        lines = tuple(line.strip() for line in self.questions.text.splitlines() if line.strip())
        return {
            "opening": self.opening.text,
            "number": self.number.text,
            "questions": lines,
            "private_notes": self.private_notes.text,
        }

    def show_texts(self, opening: str, number: str, questions: Sequence[str], notes: str) -> None:
        """Show what is stored; what is just being typed in stays."""
        for editor, text in ((self.opening, opening), (self.number, number), (self.private_notes, notes)):
            editor.set_text(text)
        if not self.questions.hasFocus():
            self.questions.set_text("\n".join(questions))

    def show_numbers(self, numbers: Sequence[str]) -> None:
        """Offer figures of the user's own wins."""
        buttons = []
        for figure in numbers:
            button = Button(figure, "chip", size="compact", name=self.tr("Take {number}").format(number=figure))
            button.clicked.connect(partial(self._take_number, figure))
            buttons.append(button)
        self.numbers.set_widgets(buttons)
        self.numbers.setVisible(bool(buttons))

    def show_answers(self, answers: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        """Offer the answers whose cue words may stand on the page."""
        if [*self.boxes] == [key for key, _ in answers]:
            for key, box in self.boxes.items():
                box.blockSignals(True)
                box.setChecked(key in chosen)
                box.blockSignals(False)
            return
        fresh = QWidget()
        lines = column(fresh, spacing=2)
        self.boxes = {}
        for key, name in answers:
            box = self.boxes[key] = CheckBox(name, checked=key in chosen)
            box.toggled.connect(self._pick)
            lines.addWidget(box)
        if not answers:
            lines.addWidget(Label(self.tr("Answers you write can stand here as cue words."), "small", wrap=True))
        self._answer_card.body.replaceWidget(self._answers, fresh)
        self._answers.hide()
        self._answers.deleteLater()
        self._answers = fresh

    def show_left_out(self, words: str) -> None:
        """Say what had no room on the page."""
        self._left_out.setText(words)
        self._left_out.setVisible(bool(words))

    def follow(self) -> None:
        """Let Tab go through the parts as they are read."""
        follow_layout(self)

    def _take_number(self, figure: str) -> None:
        self.number.setPlainText(figure)
        self.left.emit()

    def _pick(self) -> None:
        self.answers_picked.emit(tuple(key for key, box in self.boxes.items() if box.isChecked()))

    def _add_question(self, at: str) -> None:
        lines = [line for line in self.questions.text.splitlines() if line.strip()]
        self.questions.setPlainText("\n".join((*lines, self._questions[int(at)])))
        self.left.emit()

    def _connect(self) -> None:
        for name in FIELDS:
            editor = getattr(self, name)
            editor.edited.connect(partial(self.touched.emit, name))
            editor.left.connect(self.left)
        self.back_button.clicked.connect(self.back_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.hide_switch.toggled.connect(self.hide_switched)
        self.question_menu.chosen.connect(self._add_question)

    def _lay_out(self) -> None:
        words = Card(margins=(20, 16, 20, 18), spacing=14)
        words.add_heading(self.tr("On the page"))
        words.add(Field(self.tr("Your first line"), self.opening, self.tr("How you introduce yourself in one breath.")))
        words.add(Field(self.tr("The number that must land"), self.number))
        words.add(self.numbers)
        words.add(Field(self.tr("Questions to ask them"), self.questions, self.tr("One a line.")))
        menu = row()
        menu.addWidget(self.question_menu)
        menu.addStretch(1)
        words.add(menu)
        hint = self.tr("On this page only. They never appear in any other document.")
        words.add(Field(self.tr("Private notes"), self.private_notes, hint))
        switch = QWidget()
        line = row(switch, spacing=10)
        line.addWidget(Label(self.tr("Hide customer names"), "body"), 1)
        line.addWidget(self.hide_switch)
        words.add(switch)
        self._answer_card.add_heading(self.tr("Answers as cue words"))
        self._answer_card.add(self._answers)
        editor = column(spacing=14)
        editor.addWidget(words)
        editor.addWidget(self._answer_card)
        editor.addStretch(1)
        paper = column(spacing=8)
        paper.addWidget(self._left_out)
        desk = QFrame()
        desk.setObjectName("desk")
        column(desk, margins=(18, 18, 18, 18)).addWidget(self.preview)
        paper.addWidget(desk)
        paper.addStretch(1)
        self.columns = Columns(STACKED_BELOW)
        self.columns.add(editor, 0, EDITOR_WIDTH)
        self.columns.add(paper, 1)
        body = QWidget()
        layout = column(body, margins=(0, 14, 20, 20), spacing=10)
        top = row(spacing=10)
        top.addWidget(self.back_button)
        top.addStretch(1)
        top.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(top)
        layout.addWidget(self.columns, 1)
        column(self).addWidget(Scroll(body))
        self.show_left_out("")
