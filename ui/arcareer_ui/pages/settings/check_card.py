"""The full check of the library, and what can be done about what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from arcareer.domain.safekeeping import CheckReport
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.tasks import Task, TaskRunner
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox

if TYPE_CHECKING:
    from arcareer.services.library_check import CheckService

MOST_NAMED = 5


class CheckCard(Card):
    """`told` carries what was found, `refused` why the check could not run."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, check: CheckService, tasks: TaskRunner, *, read_only: bool) -> None:
        super().__init__()
        self._check, self._tasks, self._may_mend = check, tasks, not read_only
        self.words = Label(self.tr("Every win and every file is compared with its checksum."), "small", wrap=True)
        self.named = Label("", "small", wrap=True)
        self.check_button = Button(self.tr("Check now"), icon="shield-check")
        self.mend_button = Button(self.tr("Bring back what backups hold"), icon="undo-2")
        self.accept_button = Button(self.tr("Keep the rest as it is"), "quiet")
        self.check_button.clicked.connect(self._run)
        self.mend_button.clicked.connect(self._mend)
        self.accept_button.clicked.connect(self._accept)
        self.add_heading(self.tr("Check my data"))
        self.add(self.words)
        self.add(self.named)
        self.add(FlowBox(self.check_button, self.mend_button, self.accept_button))
        for part in (self.named, self.mend_button, self.accept_button):
            part.hide()

    def _run(self) -> None:
        try:
            pending = self._check.begin()
        except EnvironmentFault as fault:
            self.refused.emit(str(fault))
            return
        self.check_button.set_loading(True)
        task = Task(lambda _report: pending.finish())
        task.succeeded.connect(self._show)
        task.failed.connect(self._tell_failed)
        task.finished.connect(lambda: self.check_button.set_loading(False))
        self._tasks.start(task)

    def _show(self, report: CheckReport, *, mended: bool = False) -> None:
        harmed = len(report.damaged) + len(report.evidence_missing) + len(report.evidence_changed)
        wins = self.tr("%Ln win(s)", "", report.wins)
        files = self.tr("%Ln evidence file(s)", "", report.evidence_files)
        if report.sound and not harmed:
            text = self.tr("{wins}, {files}, all intact.")
        else:
            text = self.tr("{wins}, {files}. %n part(s) damaged or missing.", "", max(harmed, 1))
        self.words.setText(text.format(wins=wins, files=files))
        self.named.setText("\n".join(self._names(report)))
        self.named.setVisible(bool(self.named.text()))
        self.mend_button.setVisible(bool(harmed) and self._may_mend and not mended)
        self.accept_button.setVisible(bool(report.damaged) and self._may_mend and mended)
        self.told.emit(self.words.text())

    def _names(self, report: CheckReport) -> list[str]:
        """Return what is damaged in words, as far as it has a name."""
        lines = []
        for record in report.damaged[:MOST_NAMED]:
            held = self.tr("a backup holds it") if record.backup else self.tr("no backup holds it")
            what = (
                self.tr("The win “{win}”").format(win=record.win) if record.win else self.tr("A record without a name")
            )
            lines.append(self.tr("{what}: {held}").format(what=what, held=held))
        if report.evidence_missing:
            lines.append(self.tr("%n evidence file(s) missing", "", len(report.evidence_missing)))
        if report.evidence_changed:
            lines.append(self.tr("%n evidence file(s) changed since they were added", "", len(report.evidence_changed)))
        return [*lines, *(report.findings if not lines else ())]

    def _mend(self) -> None:
        try:
            report = self._check.mend()
        except (UserError, EnvironmentFault) as fault:
            self.refused.emit(str(fault))
            return
        self._show(report, mended=True)

    def _accept(self) -> None:
        try:
            report = self._check.accept()
        except (UserError, EnvironmentFault) as fault:
            self.refused.emit(str(fault))
            return
        self._show(report, mended=True)

    def _tell_failed(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self.refused.emit(str(error))
