"""A long job where it was started."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.meters import Bar


class InlineProgress(QWidget):
    """What runs, how far it has come, and Cancel. `cancelled` comes once; the job decides when it has stopped."""

    cancelled = Signal()

    def __init__(self, title: str, promise: str = "") -> None:
        super().__init__()
        self._heading = title
        layout = column(self, spacing=8)
        heading = row(spacing=10)
        heading.addWidget(ElideLabel(title, "small", "text"), 1)
        self._count = Label("", "small", tabular=True)
        heading.addWidget(self._count)
        layout.addLayout(heading)
        line = row(spacing=12)
        self._bar = Bar(0, title)
        line.addWidget(self._bar, 1)
        self.cancel_button = Button(self.tr("Cancel"), size="compact")
        self.cancel_button.clicked.connect(self._stop)
        line.addWidget(self.cancel_button)
        layout.addLayout(line)
        if promise:
            layout.addWidget(Label(promise, "caption", wrap=True))

    def set_progress(self, done: int, total: int, note: str = "") -> None:
        """Show `done` of `total` (0: not known); `note` replaces the count, for example "1,240 of 3,000 rows"."""
        share = done / total if total else 0.0
        self._count.setText(note or (self.tr("{share} %").format(share=round(100 * share)) if total else ""))
        self._bar.set(share, f"{self._heading} {self._count.text()}".strip())

    def _stop(self) -> None:
        self.cancel_button.setEnabled(False)
        self.cancel_button.set_label(self.tr("Stopping"))
        self.cancelled.emit()
