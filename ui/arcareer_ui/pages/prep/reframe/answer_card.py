"""The answer put together, and what the checks say of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.prep.star.checks_list import ChecksList
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label


class AnswerCard(Card):
    """The whole answer, which can be typed in. `typed` comes with each key, `left` when it is left.

    `core_asked` wants it among the core answers, or out of them.
    """

    typed = Signal()
    left = Signal()
    core_asked = Signal()
    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 18), spacing=12)
        self.length = Chip("", icon="timer")
        self.text = GrowText(self.tr("Your answer"), self.tr("Your five steps come together here."), bare=True)
        self.core_button = Button("", "primary")
        self.copy_button = Button(self.tr("Copy"), icon="copy")
        self.add_heading(self.tr("Your answer"), self.length)
        self.add(self.text)
        self._state = Label("", "caption", wrap=True)
        self.add(self._state)
        buttons = QWidget()
        line = row(buttons, spacing=10)
        line.addWidget(self.core_button)
        line.addWidget(self.copy_button)
        line.addStretch(1)
        self.add(buttons)
        self.text.edited.connect(self.typed)
        self.text.left.connect(self.left)
        self.core_button.clicked.connect(self.core_asked)
        self.copy_button.clicked.connect(self.copy_asked)
        self.show_core(is_core=False, can=False)

    def show_whole(self, text: str) -> None:
        """Show the answer, unless it is just being typed in here."""
        if not self.text.hasFocus():
            self.text.set_text(text)

    def show_length(self, words: str, *, is_good: bool) -> None:
        """Say how many words it has and how long they take."""
        self.length.setVisible(bool(words))
        self.length.set(words, "accent" if is_good else "warn", "timer")

    def show_core(self, *, is_core: bool, can: bool) -> None:
        """Offer the way into the core answers, or out of them again."""
        self.core_button.set_label(self.tr("Take out of core answers") if is_core else self.tr("Save to core answers"))
        self.core_button.set_icon("minus" if is_core else "plus")
        self.core_button.set_kind("secondary" if is_core else "primary")
        self.core_button.setEnabled(can)
        self.copy_button.setEnabled(can)
        self._state.setText(self.tr("This is the weakness among your core answers.") if is_core else "")
        self._state.setVisible(is_core)


class ChecksCard(Card):
    """What the checks say."""

    def __init__(self) -> None:
        super().__init__(margins=(16, 14, 16, 14), spacing=8)
        self.add_heading(self.tr("Checks")).setContentsMargins(6, 0, 0, 0)
        self.list = ChecksList()
        self.add(self.list)
        self._none = Label(
            self.tr("The checks begin as soon as you write. They stay on this computer."), "small", wrap=True
        )
        self._none.setContentsMargins(6, 0, 6, 0)
        self.add(self._none)

    def show_nothing(self, *, nothing: bool) -> None:
        """Say that there is nothing to check yet."""
        self._none.setVisible(nothing)
        self.list.setVisible(not nothing)
