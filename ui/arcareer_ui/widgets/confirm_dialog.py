"""The question before an act that nothing can bring back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.icon import Bubble
from arcareer_ui.widgets.label import Label


class ConfirmDialog(QDialog):
    """Says in numbers what will be gone; both buttons are verbs; Enter and Esc keep. `answered` carries the choice."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget | None, title: str, text: str, *, act: str, keep: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(current_theme().px(420))
        layout = row(self, margins=(24, 24, 24, 20), spacing=16)
        layout.addWidget(Bubble("triangle-alert", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=6)
        words.addWidget(Label(title, "h2", wrap=True))
        words.addWidget(Label(text, "small", wrap=True))
        words.addSpacing(12)
        buttons = row(spacing=10)
        buttons.addStretch(1)
        self.act_button = Button(act, "danger")
        self.act_button.setAutoDefault(False)
        self.keep_button = Button(keep)
        self.keep_button.setDefault(True)
        buttons.addWidget(self.act_button)
        buttons.addWidget(self.keep_button)
        words.addLayout(buttons)
        layout.addLayout(words, 1)
        self.act_button.clicked.connect(self.accept)
        self.keep_button.clicked.connect(self.reject)
        self.finished.connect(self._tell)
        self.keep_button.setFocus()

    def _tell(self, result: int) -> None:
        self.answered.emit(result == QDialog.DialogCode.Accepted)
