"""The boxes of an HR form: each question with its limit and the text that fits, copied one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from arcareer.domain.documents import FormQuestion
from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.menu_button import MenuEntry, WordMenuButton
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer.documents.form_blocks import FormBlock

SectionNames = Sequence[tuple[str, str]]


class FormPane(QFrame):
    """`added` asks for a new box, `starter_chosen` carries the id of a form to begin with, `copied` a block.

    `changed` carries a question before and after, `moved` one and a step, `removed` one.
    """

    added = Signal()
    starter_chosen = Signal(str)
    copied = Signal(object)
    changed = Signal(object, object)
    moved = Signal(object, int)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("desk")
        layout = column(self, margins=(16, 12, 16 - GUTTER, 12), spacing=10)
        self.summary = Label("", "small", wrap=True)
        self.add_button = Button(self.tr("Add a box"), icon="plus", size="compact")
        self.starters = WordMenuButton(self.tr("Begin with a form"), (), size="compact")
        top = row(spacing=8, margins=(0, 0, GUTTER, 0))
        top.addWidget(self.summary, 1)
        top.addWidget(self.starters)
        top.addWidget(self.add_button)
        layout.addLayout(top)
        text = self.tr(
            "Many HR systems take the review in boxes with a limit. Say what each box asks and how much it takes; "
            "the text comes from your document, cut at sentences."
        )
        self._empty = Scroll(EmptyState("clipboard-list", self.tr("No boxes yet"), text), clear=True)
        layout.addWidget(self._empty, 1)
        body = QWidget()
        self._place = column(body, margins=(0, 0, 0, 12), spacing=12)
        self._place.addStretch(1)
        self._scroll = Scroll(body, clear=True)
        layout.addWidget(self._scroll, 1)
        self._boxes: dict[UUID, FormBox] = {}
        self._sections: SectionNames = ()
        self.add_button.clicked.connect(self.added)
        self.starters.chosen.connect(self.starter_chosen)

    @property
    def boxes(self) -> Mapping[UUID, FormBox]:
        """Return the boxes in their order."""
        return self._boxes

    def show_starters(self, forms: Sequence[tuple[str, str]]) -> None:
        """Offer forms to begin with."""
        self.starters.set_entries([MenuEntry(form, name) for form, name in forms])
        self.starters.setVisible(bool(forms))

    def show_blocks(self, blocks: Sequence[FormBlock], sections: SectionNames) -> None:
        """Show each question with the text that fits it, as the document says it now."""
        if sections != self._sections:
            self._sections = sections
            self._drop(tuple(self._boxes))
        wanted = [block.question.id for block in blocks]
        left = self._drop(tuple(one for one in self._boxes if one not in wanted))
        known = self._boxes
        self._boxes = {}
        for at, block in enumerate(blocks):
            box = known.get(block.question.id) or self._make_box(block.question, sections)
            self._boxes[block.question.id] = box
            if self._place.indexOf(box) != at:
                self._place.insertWidget(at, box)
            box.show_block(block, first=at == 0, last=at == len(blocks) - 1)
        self._empty.setVisible(not blocks)
        self._scroll.setVisible(bool(blocks))
        self.summary.setText(self.tr("%n text(s), each copied by itself.", "", len(blocks)) if blocks else "")
        follow_layout(self)
        if left is not None:
            near = list(self._boxes.values())[left : left + 1] or list(self._boxes.values())[-1:]
            (near[0].remove if near else self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, identities: Sequence[UUID]) -> int | None:
        """Take boxes away; return the place of the one that had the keyboard."""
        focus, left = QApplication.focusWidget(), None
        for at, (identity, box) in enumerate(tuple(self._boxes.items())):
            if identity in identities:
                if focus is not None and box.isAncestorOf(focus):
                    left = at
                del self._boxes[identity]
                self._place.removeWidget(box)
                box.hide()
                box.deleteLater()
        return left

    def _make_box(self, question: FormQuestion, sections: SectionNames) -> FormBox:
        box = FormBox(question, sections)
        box.copied.connect(self.copied)
        box.changed.connect(self.changed)
        box.up.clicked.connect(lambda: self.moved.emit(box.question, -1))
        box.down.clicked.connect(lambda: self.moved.emit(box.question, 1))
        box.remove.clicked.connect(lambda: self.removed.emit(box.question))
        return box


class FormBox(Card):
    """One box: what it asks, how much it takes, where its text comes from, and the text."""

    copied = Signal(object)
    changed = Signal(object, object)

    def __init__(self, question: FormQuestion, sections: SectionNames) -> None:
        super().__init__(spacing=10)
        self.question = question
        self._block: FormBlock | None = None
        self.asks = LineEdit(self.tr("Question of the box"))
        self.limit = LineEdit(self.tr("Characters it takes"))
        self.limit.setMaximumWidth(110)
        self.copy = Button(self.tr("Copy"), "tonal", icon="copy", size="compact")
        self.up = IconButton("chevron-up", self.tr("Move the box up"), size="compact")
        self.down = IconButton("chevron-down", self.tr("Move the box down"), size="compact")
        self.remove = IconButton("trash-2", self.tr("Remove the box"), size="compact")
        self._limit_field = Field(self.tr("Characters"), self.limit)
        fields = row(spacing=12)
        fields.addWidget(Field(self.tr("Question"), self.asks), 1)
        fields.addWidget(self._limit_field)
        self.add(fields)
        self.sections = {section: CheckBox(name) for section, name in sections}
        self.add(FlowBox(*self.sections.values(), spacing=14))
        self.text = Label("", "body", wrap=True)
        self.add(self.text)
        self.count = Label("", "caption", wrap=True)
        foot = row(spacing=4)
        foot.addWidget(self.count, 1)
        for part in (self.up, self.down, self.remove, self.copy):
            foot.addWidget(part)
        self.add(foot)
        self.copy.clicked.connect(lambda: self.copied.emit(self._block))
        for line, tell in ((self.asks, self._tell_words), (self.limit, self._tell_limit)):
            line.left.connect(tell)
            line.returnPressed.connect(tell)
        for box in self.sections.values():
            box.toggled.connect(self._tell_words)

    def show_block(self, block: FormBlock, *, first: bool, last: bool) -> None:
        """Show the text that fits now; what is being typed stays."""
        self._block, self.question = block, block.question
        if not self.asks.hasFocus():
            self.asks.set_text(block.question.question)
        if not self.limit.hasFocus() and not self.refusal:
            self.limit.set_text(str(block.question.limit))
        for section, box in self.sections.items():
            blocked = box.blockSignals(True)
            box.setChecked(section in block.question.sections)
            box.blockSignals(blocked)
        self.text.setText(block.text or self._why_empty(block))
        self.text.set_tone("" if block.text else "text2")
        self.count.setText(self._counts(block))
        self.copy.setEnabled(bool(block.text))
        moved = next((one for one in (self.up, self.down) if one.hasFocus()), None)
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        if moved is not None and not moved.isEnabled():
            (self.down if moved is self.up else self.up).setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Tell what is typed but not yet told."""
        self._tell_words()
        self._tell_limit()

    def refuse_limit(self, why: str) -> None:
        """Say why a limit cannot be used; it stays typed."""
        self._limit_field.show_problem(why)

    @property
    def refusal(self) -> str:
        """Return why the limit that is typed cannot be used, or nothing."""
        return self._limit_field.message

    def _why_empty(self, block: FormBlock) -> str:
        if block.left_out:
            return self.tr("The first sentence alone is longer than this box. Shorten it, or choose another part.")
        if block.question.sections:
            return self.tr("These parts say nothing in the document on show.")
        return self.tr("Choose the parts of the document that answer this.")

    def _counts(self, block: FormBlock) -> str:
        words = self.tr("{characters} of {limit} characters, {points} code points.").format(
            characters=f"{block.characters:,}", limit=f"{block.question.limit:,}", points=f"{block.code_points:,}"
        )
        if block.left_out:
            words += " " + self.tr("%n sentence(s) had no room.", "", block.left_out)
        return words

    def _tell_words(self, _: object = None) -> None:
        ticked = [section for section, box in self.sections.items() if box.isChecked()]
        before = self.question.sections
        kept = [one for one in before if one in ticked or one not in self.sections]  # the others are another document's
        sections = (*kept, *(one for one in ticked if one not in before))
        after = replace(self.question, question=self.asks.text().strip(), sections=sections)
        if after != self.question:
            self.changed.emit(self.question, after)

    def _tell_limit(self) -> None:
        typed = self.limit.text().replace(",", "").replace(" ", "")
        if not typed.isdecimal():
            self.refuse_limit(self.tr("A whole number, for example 500. The limit before still holds."))
            return
        self._limit_field.clear_message()
        after = replace(self.question, limit=int(typed))
        if after != self.question:
            self.changed.emit(self.question, after)
