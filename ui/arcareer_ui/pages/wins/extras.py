"""What belongs to a win besides its words: figures, customers, evidence, and the places it is used in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

from arcareer.domain.changes import Edit
from arcareer.domain.customers import Customer
from arcareer.domain.evidence import Evidence, EvidenceCondition, EvidenceFile
from arcareer.domain.figures import Figure
from arcareer.domain.journal import Win
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.acts import Acts
from arcareer_ui.pages.wins.desk import WinDesk
from arcareer_ui.pages.wins.detail import DetailView
from arcareer_ui.pages.wins.figures import FiguresEditor
from arcareer_ui.pages.wins.people import CustomersEditor
from arcareer_ui.pages.wins.proof import EvidenceEditor, UsedIn
from arcareer_ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from arcareer.services.capture import CaptureService
    from arcareer.services.checklist import ChecklistService
    from arcareer.services.customers import CustomerService
    from arcareer.services.evidence import EvidenceService
    from arcareer_ui.dialogs import Dialogs


class WinExtras(QObject):
    """Puts its editors into the detail and turns what they say into stored changes.

    `told` carries what was done, `refused` why something was not; `open_route` where a link leads.
    """

    told = Signal(str)
    refused = Signal(str)
    open_route = Signal(str)

    def __init__(
        self,
        detail: DetailView,
        desk: WinDesk,
        acts: Acts,
        *,
        capture: CaptureService,
        customers: CustomerService,
        checklist: ChecklistService,
        evidence: EvidenceService,
        tasks: TaskRunner,
        dialogs: Dialogs,
    ) -> None:
        super().__init__(detail)
        self._desk, self._acts = desk, acts
        self._capture, self._customers, self._checklist, self._evidence = capture, customers, checklist, evidence
        self._tasks, self._dialogs = tasks, dialogs
        self._task: Task | None = None
        self.figures = FiguresEditor(self._read_figures)
        self.people = CustomersEditor()
        self.proof = EvidenceEditor()
        self.used_in = UsedIn()
        detail.insert(self.figures, before="situation")
        detail.insert(self.people, before="situation")
        detail.insert(self.proof, before="private_notes")
        detail.add(self.used_in)
        self.figures.changed.connect(self._put_figures)
        self.people.named.connect(self._link_customer)
        self.people.unlinked.connect(self._unlink_customer)
        self.people.renamed.connect(self._rename_customer)
        self.proof.file_asked.connect(self._choose_file)
        self.proof.linked.connect(self._add_link)
        self.proof.removed.connect(self._remove_evidence)
        self.proof.copy_asked.connect(self._choose_copy)
        self.proof.cancelled.connect(self._cancel)
        self.used_in.opened.connect(self.open_route)

    def show_win(self, win: Win) -> None:
        """Show everything that belongs to a win."""
        self.figures.show_figures(win.figures)
        everyone = self._customers.all()
        by_id = {customer.id: customer for customer in everyone}
        linked = [by_id[identity] for identity in win.customers if identity in by_id]
        self.people.show_customers(linked, everyone)
        self.proof.show_evidence([(one, self._condition(one)) for one in win.evidence])
        items = self._checklist.backed_items(win.id)
        self.used_in.show_places([(f"prep/value-checklist/{item.key}", item.label) for item in items])

    def _condition(self, evidence: Evidence) -> EvidenceCondition | None:
        """Return whether the copy is there; its content is compared by the check of the whole library."""
        if not isinstance(evidence, EvidenceFile):
            return None
        there = self._evidence.path_of(evidence) is not None
        return EvidenceCondition.PRESENT if there else EvidenceCondition.MISSING

    def _read_figures(self, text: str) -> tuple[Figure, ...]:
        return tuple(picked.figure for picked in self._capture.read(text).figures)

    def _put_figures(self, figures: tuple[Figure, ...], label: str) -> None:
        self._desk.change(label, figures=figures)

    def _link_customer(self, name: str) -> None:
        wanted = name.casefold()
        known = next((one for one in self._customers.all() if wanted in (n.casefold() for n in one.names)), None)
        if known is None:
            if not self._acts.do(partial(self._customers.add, name), self.tr("Add customer")):
                return
            known = next(one for one in self._customers.all() if one.name.casefold() == wanted)
        win = self._desk.win
        if win is not None and known.id not in win.customers:
            self._desk.change(self.tr("Add customer to win"), customers=(*win.customers, known.id))

    def _unlink_customer(self, customer: Customer) -> None:
        win = self._desk.win
        if win is not None:
            rest = tuple(identity for identity in win.customers if identity != customer.id)
            self._desk.change(self.tr("Take customer from win"), customers=rest)

    def _rename_customer(self, before: Customer, after: Customer) -> None:
        self._acts.do(partial(self._customers.save, before, after), self.tr("Change export name"))

    def _choose_file(self) -> None:
        self._dialogs.open_file(self.tr("Choose a file that proves this win"), self.tr("All files (*)"), self._take_in)

    def _take_in(self, path: Path) -> None:
        progress = self.proof.show_progress(path.name)
        task = Task(lambda report: self._evidence.take_in(path, report))
        task.progressed.connect(progress.set_progress)
        task.succeeded.connect(self._add_file)
        task.failed.connect(self._tell_failed)
        task.finished.connect(self._end_task)
        self._task = task
        self._tasks.start(task)

    def _add_file(self, file: EvidenceFile) -> None:
        self._apply(lambda win: self._evidence.add_file(win, file), self.tr("Add evidence"))

    def _add_link(self, target: str) -> None:
        self._apply(lambda win: self._evidence.add_link(win, "", target), self.tr("Add link"))

    def _remove_evidence(self, evidence: Evidence) -> None:
        self._apply(lambda win: self._evidence.remove(win, evidence.id), self.tr("Remove evidence"))

    def _apply(self, act: Callable[[Win], Edit], label: str) -> None:
        self._desk.flush()
        win = self._desk.win
        if win is None:
            return
        try:
            edit = act(win)
        except (UserError, EnvironmentFault) as problem:
            self.refused.emit(str(problem))
            return
        if edit.after != edit.before:
            self._desk.take(edit, label)

    def _choose_copy(self, file: EvidenceFile) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(folder) / file.original_name
        title = self.tr("Save a copy of the evidence")
        self._dialogs.save_file(title, suggested, self.tr("All files (*)"), partial(self._save_copy, file))

    def _save_copy(self, file: EvidenceFile, target: Path) -> None:
        if self._acts.settle(partial(self._evidence.save_copy, file, target)):
            self.told.emit(self.tr("Copy saved as {name}").format(name=target.name))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end_task(self) -> None:
        self._task = None
        self.proof.end_progress()

    def _tell_failed(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self.refused.emit(str(error))
