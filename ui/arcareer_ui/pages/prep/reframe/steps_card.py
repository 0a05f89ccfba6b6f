"""The five steps, each with what belongs there, and the weaknesses to begin from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.icon import Badge
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry

if TYPE_CHECKING:
    from arcareer_ui.pages.prep.star.editor import PartWords

BADGE = 26
FIRST_STARTERS = 4


class StepsCard(Card):
    """Holds the `editors` by step. `touched` carries the step being typed in, `left` comes when one was left.

    `started` carries the id of a starter, `chosen` the key of another answer, `acted` an act of the menu.
    """

    touched = Signal(str)
    left = Signal()
    started = Signal(str)
    chosen = Signal(str)
    acted = Signal(str)

    def __init__(self, steps: Sequence[PartWords], starters: Sequence[tuple[str, str]]) -> None:
        """`starters` are id and label of each weakness to begin from."""
        super().__init__(margins=(24, 14, 24, 20), spacing=10)
        self.menu = MenuButton(self.tr("More actions for this answer"), ())
        self.answers = Combo(self.tr("Your answers about a weakness"), [], size="compact")
        self.starters = {key: self._starter(key, label) for key, label in starters}
        self.more_button = Button(self.tr("More"), "chip", size="compact", checkable=True)
        self.more_button.setAccessibleName(self.tr("More weaknesses to start from"))
        self.editors = {step.id: GrowText(step.title) for step in steps}
        self._fields = {step.id: Field(step.title, self.editors[step.id], step.hint) for step in steps}
        self.add_heading(self.tr("Build an honest answer in five steps"), self.answers, self.menu)
        self.add(self._start_line())
        for number, step in enumerate(steps, 1):
            self.add(self._step(number, step.id))
        self.body.addStretch(1)
        self.answers.chosen.connect(self.chosen)
        self.more_button.toggled.connect(self._show_more)
        self.menu.chosen.connect(self.acted)
        for key, editor in self.editors.items():
            editor.edited.connect(partial(self.touched.emit, key))
            editor.left.connect(self.left)

    @property
    def texts(self) -> tuple[str, ...]:
        """Return what stands in the steps."""
        return tuple(editor.text for editor in self.editors.values())

    @property
    def step_in_hand(self) -> str:
        """Return the step that has the keyboard, or nothing."""
        return next((step for step, editor in self.editors.items() if editor.hasFocus()), "")

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show stored steps."""
        for editor, text in zip(self.editors.values(), texts, strict=True):
            editor.set_text(text)

    def show_answers(self, names: Sequence[tuple[str, str]], current: str) -> None:
        """Offer the answers there are; with one there is nothing to choose."""
        self.answers.set_options(names)
        self.answers.set_current(current)
        self.answers.setVisible(len(names) > 1)

    def show_starter(self, key: str) -> None:
        """Mark the starter the answer grew from; empty for none."""
        for name, button in self.starters.items():
            button.setChecked(name == key)
        self._show_more(shown=self.more_button.isChecked())

    def show_problem(self, text: str) -> None:
        """Say under the step being written why it cannot be kept as it is."""
        for key, editor in self.editors.items():
            if editor.hasFocus() or key == next(iter(self.editors)):
                self._fields[key].show_problem(text)
                return

    def show_examples(self, examples: Sequence[str]) -> None:
        """Say under each step how it may sound; nothing where the text is empty."""
        for field, example in zip(self._fields.values(), examples, strict=True):
            if example:
                field.show_note(self.tr("For example: {words}").format(words=example))
            else:
                field.clear_message()

    def set_acts(self, entries: Sequence[MenuEntry]) -> None:
        """Change the acts of the menu."""
        self.menu.set_entries(entries)

    def select_in(self, step: str, start: int, end: int) -> None:
        """Select words of a step, ready to be typed over."""
        editor = self.editors[step]
        cursor = editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def as_mapping(self) -> Mapping[str, str]:
        """Return the texts by step."""
        return {key: editor.text for key, editor in self.editors.items()}

    def _starter(self, key: str, label: str) -> Button:
        button = Button(label, "chip", size="compact", checkable=True)
        button.setAccessibleName(self.tr("Start from: {weakness}").format(weakness=label))
        button.clicked.connect(partial(self.started.emit, key))
        return button

    def _start_line(self) -> QWidget:
        line = FlowBox(
            Label(self.tr("Start from"), "caption"), *self.starters.values(), self.more_button, line_spacing=6
        )
        self._show_more(shown=False)
        return line

    def _show_more(self, shown: bool) -> None:  # noqa: FBT001 - the shape of the button's signal
        """Show every starter, or the first few and the one in use."""
        for at, button in enumerate(self.starters.values()):
            button.setVisible(shown or at < FIRST_STARTERS or button.isChecked())
        self.more_button.set_label(self.tr("Fewer") if shown else self.tr("More"))

    def _step(self, number: int, key: str) -> QWidget:
        part = QWidget()
        line = row(part, spacing=14)
        side = column()
        side.addWidget(Badge(str(number), size=BADGE, round_=True))
        side.addStretch(1)
        line.addLayout(side)
        line.addWidget(self._fields[key], 1)
        return part
