"""What happens when we are at fault: the fault is written down, said once, and the app goes on."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.label import Label

log = logging.getLogger("arcareer.crash")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
ErrorInfo = tuple[type[BaseException], BaseException, TracebackType | None]


@dataclass(frozen=True, slots=True)
class CrashReport:
    """Where it happened, without anything the user wrote: file names, line numbers, the kind of exception."""

    kind: str
    places: tuple[str, ...]

    @classmethod
    def of(cls, error: BaseException) -> CrashReport:
        """Return the report of an exception; its message is left out, as it may quote the user's text."""
        frames = traceback.extract_tb(error.__traceback__)
        places = tuple(f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames)
        return cls(type(error).__name__, places)

    @property
    def text(self) -> str:
        """Return the report to copy."""
        machine = f"{platform.system()} {platform.release()}, Python {platform.python_version()}, Qt {qVersion()}"
        return "\n".join((self.kind, *self.places, machine))


class CrashHooks(QObject):
    """Catches what nobody caught, in any thread, and Qt's own messages; `crashed` comes in the GUI thread."""

    crashed = Signal(object)

    def install(self) -> None:
        """Hook into the interpreter and into Qt."""
        sys.excepthook = self._from_interpreter
        threading.excepthook = self._from_thread
        qInstallMessageHandler(_from_qt)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _from_interpreter(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._record(error)

    def _from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._record(arguments.exc_value)

    def _record(self, error: BaseException) -> None:
        report = CrashReport.of(error)
        log.error("%s", report.text)
        self.crashed.emit(report)


def _from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "%s (%s)", message, context.category)


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
