"""Items of the user's own, and hidden ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from arcareer.domain.checklist import ChecklistItem
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.line_edit import LineEdit

LONGEST = 160


class NameForm(Card):
    """One line for the name of an item. `named` carries it, `left` comes when the user wants none."""

    named = Signal(str)
    left = Signal()

    def __init__(self, label: str, act: str, icon: str) -> None:
        super().__init__("inset", margins=(14, 12, 14, 12), spacing=10)
        self.line = LineEdit(placeholder=self.tr("What else should your case show?"))
        self.line.setMaxLength(LONGEST)
        self.field = Field(label, self.line)
        self.act_button = Button(act, icon=icon, size="compact")
        self.leave_button = Button(self.tr("Not now"), "quiet", size="compact")
        self.add(self.field)
        buttons = row(spacing=8)
        buttons.addWidget(self.act_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        self.add(buttons)
        self.line.returnPressed.connect(self._name)
        self.line.textEdited.connect(self.field.clear_message)
        self.act_button.clicked.connect(self._name)
        self.leave_button.clicked.connect(self.left)
        self.hide()

    def start(self, text: str = "") -> None:
        """Ask for a name, beginning with a text."""
        self.line.set_text(text)
        self.line.selectAll()
        self.field.clear_message()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _name(self) -> None:
        label = " ".join(self.line.text().split())
        if label:
            self.named.emit(label)
        else:
            self.field.show_problem(self.tr("A few words are enough. Say what you want to be able to show."))


class HiddenItems(Card):
    """Hidden items, each a button away. `shown_again` carries a key."""

    shown_again = Signal(str)

    def __init__(self) -> None:
        super().__init__("inset", margins=(18, 12, 18, 12), spacing=8)
        self.add(Label(self.tr("Hidden items. Choose one to show it again."), "small", wrap=True))
        self.chips = FlowBox()
        self.add(self.chips)
        self.buttons: dict[str, Button] = {}

    def show_items(self, items: Sequence[ChecklistItem]) -> None:
        """Show the hidden items; nothing is shown for none."""
        if [item.key for item in items] != list(self.buttons):
            self.buttons = {}
            for item in items:
                button = self.buttons[item.key] = Button("", "chip", icon="eye")
                button.clicked.connect(partial(self.shown_again.emit, item.key))
            self.chips.set_widgets(self.buttons.values())
        for item in items:
            self.buttons[item.key].set_label(item.label)
        self.setVisible(bool(items))
