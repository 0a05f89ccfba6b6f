"""Log a win from anywhere, and be back where one was."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from arcareer_ui.shell.overlay import Overlay
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card_list import ChipText
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.line_edit import LineEdit

PAUSE_MS = 150
LONGEST = 500

LookAt = Callable[[str], Sequence[ChipText]]


class QuickCapture(Overlay):
    """One sentence and Enter. `captured` carries the text and whether details shall be opened (Ctrl+Enter).

    Text that was not saved is still there the next time.
    """

    captured = Signal(str, bool)

    def __init__(self, window: QWidget, look_at: LookAt | None = None) -> None:
        super().__init__(window, self.tr("Log a win"), width=760)
        self._look_at = look_at
        layout = column(margins=(20, 18, 20, 18), spacing=12)
        layout.addWidget(Label(self.tr("What went well?"), "h2"))
        line = row(spacing=10)
        self.field = LineEdit(
            self.tr("What went well?"), self.tr("One sentence is enough. Add a number if you have one."), size="capture"
        )
        self.field.setMaxLength(LONGEST)
        self._save = Button(self.tr("Save win"), "primary", size="large")
        self._save.setEnabled(False)
        line.addWidget(self.field, 1)
        line.addWidget(self._save)
        layout.addLayout(line)
        self._chips = FlowBox()
        self._chips.hide()
        layout.addWidget(self._chips)
        layout.addWidget(Label(self.tr("Enter saves. Ctrl+Enter saves and opens the details."), "caption", wrap=True))
        self.body.addLayout(layout)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._show_chips)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self._save.clicked.connect(self._finish)

    def open_with(self, text: str = "") -> None:
        """Open with a text, or with what was left unsaved."""
        if text:
            self.field.setText(text)
        self.open()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Ctrl+Enter in the field."""
        pressed = watched is self.field and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._save_text(details=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        self._save.setEnabled(bool(text.strip()))
        self._pause.start()

    def _show_chips(self) -> None:
        found = self._look_at(self.field.text()) if self._look_at is not None else ()
        self._chips.set_widgets(Chip(chip.text, chip.tone, chip.icon) for chip in found)
        self._chips.setVisible(bool(found))
        self.fit()

    def _finish(self) -> None:
        self._save_text(details=False)

    def _save_text(self, *, details: bool) -> None:
        text = self.field.text().strip()
        if not text:
            return
        self.field.clear()
        self.dismiss()
        self.captured.emit(text, details)
