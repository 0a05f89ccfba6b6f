"""Checks a text while it is written: after a pause, without a wait, and never the word under the caret."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from arcareer.domain.checks import CheckAs
from arcareer.errors import EnvironmentFault
from arcareer_ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from arcareer.progress import Progress
    from arcareer.prose.finding import Finding
    from arcareer.prose.strengths import Strength
    from arcareer.services.writing_checks import TextCheck

PAUSE_MS = 250
REST_MS = 1500
AT_ONCE = 5_000  # characters that are checked in the GUI thread

_SENTENCE_END = re.compile(r"[.!?]+[\"')\]]?(?=\s|$)|\n")


class Checked(NamedTuple):
    """What a check of a text came to; `findings` leaves out what is still being typed."""

    text: str
    findings: tuple[Finding, ...]
    strengths: tuple[Strength, ...]


class OpenPart(NamedTuple):
    """Where the text is being written: the word at the caret and the sentence round it, in characters."""

    caret: int
    word_start: int
    word_end: int
    sentence_ended: bool

    def holds_back(self, start: int, end: int) -> bool:
        """Return whether a finding there would speak about something that is not written yet."""
        if self.word_end > self.word_start and start <= self.word_end and self.word_start <= end:
            return True
        return not self.sentence_ended and start <= self.caret <= end


def open_part(text: str, caret: int) -> OpenPart:
    """Return what is being written when a key was typed just before the caret."""
    start = end = caret
    while start > 0 and _in_word(text[start - 1]):
        start -= 1
    if start < caret:
        while end < len(text) and _in_word(text[end]):
            end += 1
    before = text[max(0, caret - 3) : caret]
    ended = any(match.end() == len(before.rstrip(" ")) for match in _SENTENCE_END.finditer(before.rstrip(" ")))
    return OpenPart(caret, start, end, ended or before.endswith("\n"))


def _in_word(char: str) -> bool:
    return char.isalnum() or char in "'’-_%$€£,"


class LiveCheck(QObject):
    """Runs `check` over the newest text. `checked` carries a `Checked`; a result that came too late is dropped.

    The first check loads the engines and long texts take a while: those run in the background. `troubled` carries the
    fault where what is switched off could not be read.
    """

    checked = Signal(object)
    troubled = Signal(object)

    def __init__(self, check: Callable[[str, CheckAs], TextCheck], tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._check, self._tasks = check, tasks
        self._text, self._kind = "", CheckAs.SELF_REVIEW
        self._open: OpenPart | None = None
        self._last: Checked | None = None
        self._revision = self._aside = 0  # of the newest text, and of the one checked in the background
        self._is_warm = self._is_running = self._is_stopped = False
        self._pause = _timer(self, PAUSE_MS, self._run)
        self._rest = _timer(self, REST_MS, self._release)

    def typed(self, text: str, caret: int, kind: CheckAs) -> None:
        """Check after a pause; what is being written at the caret is left alone for now."""
        self._take(text, kind)
        self._open = open_part(text, caret)
        self._pause.start()
        self._rest.start()

    def look(self, text: str, kind: CheckAs) -> None:
        """Check now, all of it: the text was opened, or another kind was chosen."""
        self._take(text, kind)
        self._open = None
        self._rest.stop()
        self._run()

    def stop(self) -> None:
        """Check no more until asked again."""
        self._revision += 1
        self._is_stopped = True
        self._pause.stop()
        self._rest.stop()

    def _take(self, text: str, kind: CheckAs) -> None:
        self._revision += 1
        self._is_stopped = False
        self._text, self._kind = text, kind

    def _run(self) -> None:
        self._pause.stop()
        if self._is_warm and len(self._text) < AT_ONCE:
            try:
                result = _checked(self._check, self._text, self._kind)
            except EnvironmentFault as fault:
                self.troubled.emit(fault)
            else:
                self._show(self._revision, result)
        elif not self._is_running:
            self._run_aside()

    def _run_aside(self) -> None:
        text, kind, check = self._text, self._kind, self._check
        self._aside = self._revision

        def work(progress: Progress) -> Checked:
            progress(0, 1)
            return _checked(check, text, kind)

        self._is_running = True
        task = Task(work)
        task.succeeded.connect(self._take_late)
        task.failed.connect(self._explain)
        task.finished.connect(self._end_run)
        self._tasks.start(task)

    def _explain(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault):
            raise error
        self.troubled.emit(error)

    def _take_late(self, result: Checked) -> None:
        self._show(self._aside, result)

    def _end_run(self) -> None:
        self._is_running = False
        if self._aside != self._revision and not self._pause.isActive() and not self._is_stopped:
            self._run()

    def _show(self, revision: int, result: Checked) -> None:
        self._is_warm = True
        if revision == self._revision:
            self._last = result
            self._tell()

    def _release(self) -> None:
        self._open = None
        if self._last is not None and self._last.text == self._text:
            self._tell()

    def _tell(self) -> None:
        last = self._last
        if last is None:
            return
        part = self._open
        if part is not None:
            kept = (one for one in last.findings if not part.holds_back(one.span.start, one.span.end))
            last = last._replace(findings=tuple(kept))
        self.checked.emit(last)


def _checked(check: Callable[[str, CheckAs], TextCheck], text: str, kind: CheckAs) -> Checked:
    from arcareer.prose.strengths import strengths  # noqa: PLC0415 - the engines load on first use

    result = check(text, kind)
    return Checked(text, result.findings, strengths(result.lines))


def _timer(parent: QObject, milliseconds: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer
