"""Bringing in a list of wins: choose a file, look at what it holds, take what is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from arcareer.domain.safekeeping import BackupReason
from arcareer.errors import EnvironmentFault, UserError
from arcareer.services.win_import import ImportPreview
from arcareer_ui.pages.wins.import_table import SENTENCE, CandidateModel
from arcareer_ui.tasks import Task, TaskRunner
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.check_box import CheckBox
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.progress import InlineProgress
from arcareer_ui.widgets.table import Table

if TYPE_CHECKING:
    from arcareer.reading.candidates import CandidateReading
    from arcareer.services.backups import BackupService
    from arcareer.services.win_import import WinImportService
    from arcareer_ui.undo import UndoController

MOST_LEFT_OUT = 200
COLUMN_WIDTHS = (110, 110, 260)


class ImportPanel(QWidget):
    """One file on its way into the journal. `finished` carries how many wins came in; `left` leaves without any."""

    finished = Signal(int)
    left = Signal()

    def __init__(
        self,
        imports: WinImportService,
        backups: BackupService,
        undo: UndoController,
        tasks: TaskRunner,
        themes: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._imports, self._backups, self._undo, self._tasks, self._themes = imports, backups, undo, tasks, themes
        self._task: Task | None = None
        self._model: CandidateModel | None = None
        self._new_customers: tuple[str, ...] = ()
        self.back_button = Button(self.tr("Back to wins"), "quiet", icon="arrow-left")
        self.import_button = Button(self.tr("Import"), "primary", icon="upload")
        self.header = PageHeader(self.tr("Import wins"), " ", actions=(self.back_button, self.import_button))
        self.table = Table(self.tr("What the file holds"))
        self.all_button = Button(self.tr("Tick all"), "link")
        self.none_button = Button(self.tr("Tick none"), "link")
        self.customers_box = CheckBox("")
        self.left_out = Label("", "small", wrap=True)
        self.left_out.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._ticks = FlowBox(self.all_button, self.none_button)
        layout = column(self, margins=(32, 24, 32, 24), spacing=12)
        layout.addWidget(self.header)
        self._place = column()
        layout.addLayout(self._place)
        for part in (self._ticks, self.table, self.customers_box, self.left_out):
            layout.addWidget(part, 1 if part is self.table else 0)
        layout.addStretch(0)
        self.back_button.clicked.connect(self.leave)
        self.import_button.clicked.connect(self._take)
        self.all_button.clicked.connect(lambda: self._tick(True))
        self.none_button.clicked.connect(lambda: self._tick(False))

    def read(self, path: Path) -> None:
        """Read a file in the background and show what it holds."""
        self._reset(path.name)
        progress = InlineProgress(self.tr("Reading {name}").format(name=path.name), self.tr("Nothing is changed yet."))
        self._put(progress)
        task = Task(lambda report: self._imports.read(path, report))
        progress.cancelled.connect(task.cancel)
        task.progressed.connect(progress.set_progress)
        task.succeeded.connect(self._show)
        task.failed.connect(self._explain)
        task.cancelled.connect(self._end)
        self._task = task
        self._tasks.start(task)

    def _reset(self, name: str) -> None:
        self._model = None
        self.header.set_description(name)
        self.import_button.setEnabled(False)
        for part in (self._ticks, self.table, self.customers_box, self.left_out):
            part.hide()

    def _put(self, part: QWidget | None) -> None:
        while (item := self._place.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if part is not None:
            self._place.addWidget(part)

    def _show(self, reading: CandidateReading) -> None:
        self._task = None
        self._put(None)
        preview = self._imports.compare(reading)
        self._model = CandidateModel(preview.candidates, self._themes, self)
        self._model.ticked.connect(self._count)
        self.table.setModel(self._model)
        heading = self.table.horizontalHeader()
        heading.setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        for at, width in enumerate(COLUMN_WIDTHS, start=1):
            self.table.setColumnWidth(at, current_theme().px(width))
        self._ticks.setVisible(bool(preview.candidates))
        self.table.setVisible(bool(preview.candidates))
        self._show_customers(preview)
        self._show_left_out(preview)
        self._count()

    def _show_customers(self, preview: ImportPreview) -> None:
        self._new_customers = preview.new_customers
        self.customers_box.setVisible(bool(preview.new_customers))
        self.customers_box.setChecked(bool(preview.new_customers))
        names = ", ".join(preview.new_customers[:5])
        text = self.tr("Add %n customer(s) of the file to my customers: {names}", "", len(preview.new_customers))
        self.customers_box.setText(text.format(names=names))

    def _show_left_out(self, preview: ImportPreview) -> None:
        lines = [
            self.tr("Line {line}: {reason}. {text}").format(line=one.line, reason=one.reason, text=one.text[:80])
            for one in preview.left_out[:MOST_LEFT_OUT]
            if one.text.strip()
        ]
        title = self.tr("%n line(s) of the file are left out.", "", len(preview.left_out))
        self.left_out.setText("\n".join((title, *lines)))
        self.left_out.setVisible(bool(preview.left_out))
        if not preview.candidates:
            text = self.tr("No line of it could be read as a win. Nothing was changed. Try another file.")
            self._put(Banner(self.tr("There is nothing to import here"), text))

    def _count(self) -> None:
        count = len(self._model.chosen) if self._model else 0
        self.import_button.set_label(self.tr("Import %n win(s)", "", count))
        self.import_button.setEnabled(count > 0)

    def _tick(self, ticked: bool) -> None:  # noqa: FBT001 - the shape of the model's setter
        if self._model is not None:
            self._model.tick_all(ticked)

    def _take(self) -> None:
        if self._model is None:
            return
        chosen = self._model.chosen
        customers = self._new_customers if self.customers_box.isChecked() else ()
        self.import_button.set_loading(True)
        try:
            if self._backups.wanted(BackupReason.BEFORE_IMPORT):
                self._backups.back_up(BackupReason.BEFORE_IMPORT)
            change = self._imports.take(chosen, customers)
        except (UserError, EnvironmentFault) as problem:
            self._put(Banner(self.tr("Nothing was imported"), str(problem), "warn", dismissible=True))
            return
        finally:
            self.import_button.set_loading(False)
        self._undo.record(change, self.tr("Import wins"))
        self.finished.emit(len(chosen))

    def leave(self) -> None:
        """Go back without taking anything; a file that is being read is let go of first."""
        if self._task is not None:
            self._task.cancel()
        else:
            self.left.emit()

    def _end(self) -> None:
        self._task = None
        self.left.emit()

    def _explain(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self._put(Banner(self.tr("The file could not be read"), str(error), "warn"))
