"""What happens when we are at fault: the fault is written down, said once, and the app goes on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import NamedTuple

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

log = logging.getLogger("arcareer.crash")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
ErrorInfo = tuple[type[BaseException], BaseException, TracebackType | None]


class CrashReport(NamedTuple):
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
        import platform  # noqa: PLC0415 - only ever needed here, and not cheap

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
