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


class OwnItemForm(Card):
    """One line for a new item. `named` carries its label and its group."""

    named = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("inset", margins=(18, 12, 18, 12), spacing=10)
        self._group = ""
        self.line = LineEdit(placeholder=self.tr("What else should your case show?"))
        self._field = Field(self.tr("An item of your own"), self.line)
        self.add_button = Button(self.tr("Add item"), icon="plus")
        self.cancel_button = Button(self.tr("Not now"), "quiet")
        self.add(self._field)
        buttons = row(spacing=10)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.line.returnPressed.connect(self._add)
        self.add_button.clicked.connect(self._add)
        self.cancel_button.clicked.connect(self.hide)

    def open_for(self, group: str) -> None:
        """Ask for an item at the end of a group."""
        self._group = group
        self.line.set_text("")
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _add(self) -> None:
        label = self.line.text().strip()
        if label:
            self.hide()
            self.named.emit(label, self._group)


class HiddenItems(Card):
    """Hidden items, each a click away. `shown_again` carries a key."""

    shown_again = Signal(str)

    def __init__(self) -> None:
        super().__init__("inset", margins=(18, 12, 18, 12), spacing=8)
        self.add(Label(self.tr("Hidden items. Click one to show it again."), "small", wrap=True))
        self.chips = FlowBox()
        self.add(self.chips)

    def show_items(self, items: Sequence[ChecklistItem]) -> None:
        """Show the hidden items; nothing is shown for none."""
        buttons = []
        for item in items:
            button = Button(item.label, "chip", icon="eye")
            button.clicked.connect(partial(self.shown_again.emit, item.key))
            buttons.append(button)
        self.chips.set_widgets(buttons)
        self.setVisible(bool(items))
