"""The one question after the first win."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox


class NudgeCard(Card):
    """One question after the first win; `answered` carries whether a nudge is wanted."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__("inset", margins=(20, 14, 20, 12), spacing=10)
        line = row(spacing=10)
        self._question = Label("", "strong", wrap=True)
        line.addWidget(Icon("bell", "accent", 17), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._question, 1)
        self.add(line)
        self.yes = Button(self.tr("Yes"), "tonal", size="compact")
        self.no = Button(self.tr("Not now"), "quiet", size="compact")
        self.yes.clicked.connect(lambda: self.answered.emit(True))
        self.no.clicked.connect(lambda: self.answered.emit(False))
        self.add(FlowBox(self.yes, self.no))

    @property
    def question(self) -> str:
        """Return what is asked."""
        return self._question.text()

    def ask(self, when: str) -> None:
        """Ask about a nudge at that time, such as "Fridays at 15:30"."""
        question = self.tr("Want a nudge on {when}?").format(when=when)
        self._question.setText(question)
        self.yes.setAccessibleName(f"{self.yes.label}. {question}")
        self.no.setAccessibleName(f"{self.no.label}. {question}")
