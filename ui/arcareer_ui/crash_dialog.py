"""What the user sees when we are at fault."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from arcareer_ui.crash import CrashReport
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.label import Label


class CrashDialog(QDialog):
    """Says that something broke, that the work is safe, and offers the report to copy."""

    def __init__(self, report: CrashReport, parent: QWidget | None, *, saved: Callable[[], bool]) -> None:
        super().__init__(parent)
        title = self.tr("Something in arcareer broke")
        self.setWindowTitle(title)
        layout = column(self, margins=(24, 20, 24, 20), spacing=10)
        layout.addWidget(Label(title, "h2", wrap=True))
        layout.addWidget(Label(self._comfort(saved()), wrap=True))
        details = QPlainTextEdit(report.text)
        details.setReadOnly(True)
        details.setAccessibleName(self.tr("Details to copy"))
        layout.addWidget(details)
        buttons = row(spacing=10)
        buttons.addStretch(1)
        copy = Button(self.tr("Copy details"), icon="copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report.text))
        go_on = Button(self.tr("Go on"))
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        buttons.addWidget(copy)
        buttons.addWidget(go_on)
        layout.addLayout(buttons)

    def _comfort(self, saved: bool) -> str:  # noqa: FBT001 - a plain fact
        if saved:
            return self.tr("Everything you saved is safe. You can go on; if it happens again, start arcareer anew.")
        return self.tr("What you saved is safe. Copy the text you were typing before you close the window.")
