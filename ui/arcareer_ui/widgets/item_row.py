"""A row of a short list inside a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import RowButton
from arcareer_ui.widgets.icon import Bubble
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.styling import Tone


class ItemRow(QWidget):
    """Icon, title, a line of meta text with chips, and actions at the end. `opened` comes when the row is pressed.

    `spoken` is the whole row as a sentence, for screen readers; without it title and meta text are read.
    """

    opened = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        meta: str = "",
        *,
        tone: Tone = "accent",
        chips: Sequence[QWidget] = (),
        actions: Sequence[QWidget] = (),
        spoken: str = "",
    ) -> None:
        super().__init__()
        layout = row(self, spacing=8)
        self.button = RowButton(spoken or ". ".join(part for part in (title, meta) if part))
        self.button.clicked.connect(self.opened)
        line = row(self.button, margins=(0, 10, 8, 10), spacing=14)
        line.addWidget(Bubble(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=4)
        words.addWidget(ElideLabel(title, "strong"))
        if chips:
            words.addWidget(FlowBox(Label(meta, "small"), *chips, line_spacing=4))
        elif meta:
            words.addWidget(ElideLabel(meta, "small"))
        line.addLayout(words, 1)
        layout.addWidget(self.button, 1)
        for action in actions:
            layout.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
