"""Covers the window while a long step is undone or redone, so that nothing else changes the library meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from arcareer_ui.shell.overlay import Overlay
from arcareer_ui.undo import LongStep, UndoController
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.progress import InlineProgress

WIDTH = 460


class StepCover(Overlay):
    """How far one step has come, and Cancel, which Esc stands for too. It goes when the step has ended."""

    def __init__(self, window: QWidget, undo: UndoController, step: LongStep) -> None:
        title = (self.tr("Undoing: {act}") if step.is_back else self.tr("Redoing: {act}")).format(act=step.label)
        super().__init__(window, title, width=WIDTH)
        self._undo = undo
        self.progress = InlineProgress(title, self.tr("Cancel leaves your library as it is."))
        body = column(margins=(24, 20, 24, 20))
        body.addWidget(self.progress)
        self.body.addLayout(body)
        self.progress.cancelled.connect(step.task.cancel)
        step.task.progressed.connect(self.progress.set_progress)
        undo.ended.connect(self._leave)

    def open(self) -> None:
        """Lie over the window and take the keyboard."""
        super().open()
        self.progress.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep every shortcut from the window below."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel with Esc; let no other key reach the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.progress.cancel_button.click()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stay: the step goes on."""
        event.accept()

    def _leave(self) -> None:
        self.dismiss()
        self.deleteLater()
