"""The screens that stand in place of the figures: the sheet of all figures, an import, and what changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.metric_months import Book

if TYPE_CHECKING:
    from arcareer.clock import Clock
    from arcareer.services.backups import BackupService
    from arcareer.services.ledger_import import LedgerImportService
    from arcareer.services.ledger_wins import LedgerWinService
    from arcareer.services.metrics import MetricsService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.pages.metrics.candidates_place import CandidatesPlace
    from arcareer_ui.pages.metrics.figures_place import FiguresPlace
    from arcareer_ui.pages.metrics.import_place import ImportPlace
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController

IMPORT, CHANGES, FIGURES = "import", "changes", "figures"
_COMPARED = frozenset({EntityKind.LEDGER_SNAPSHOT, EntityKind.LEDGER_VERDICT})


class Places(QObject):
    """Makes each screen when it is first asked for. `moved` carries the name of the one on show, empty for the figures.

    `opened` carries the id of a win to open, `kept` comes after figures were stored.
    """

    moved = Signal(str)
    opened = Signal(object)
    kept = Signal()
    toasted = Signal(object)
    announced = Signal(str)

    def __init__(
        self,
        stack: QStackedWidget,
        *,
        metrics: Callable[[], MetricsService],
        ledgers: Callable[[], LedgerImportService],
        ledger_wins: Callable[[], LedgerWinService],
        backups: Callable[[], BackupService],
        currency: Callable[[], str],
        undo: UndoController,
        tasks: TaskRunner,
        dialogs: Dialogs,
        clock: Clock,
    ) -> None:
        super().__init__(stack)
        self._stack = stack
        self._metrics, self._ledgers, self._ledger_wins = metrics, ledgers, ledger_wins
        self._backups, self._currency, self._clock = backups, currency, clock
        self._undo, self._tasks, self._dialogs = undo, tasks, dialogs
        self.figures: FiguresPlace | None = None
        self.importing: ImportPlace | None = None
        self.changes: CandidatesPlace | None = None

    @property
    def current(self) -> QWidget | None:
        """Return the screen that stands in place of the figures, if one does."""
        shown = self._stack.currentWidget()
        return shown if shown in (self.figures, self.importing, self.changes) else None

    def show_figures(self, book: Book) -> FiguresPlace:
        """Show all figures of a book in one sheet."""
        if self.figures is None:
            from arcareer_ui.pages.metrics.figures_place import FiguresPlace  # noqa: PLC0415 - made when asked for

            self.figures = FiguresPlace(self._metrics, self._undo, self._clock)
            self.figures.kept.connect(self.kept)
            self._add(self.figures)
        self._go(self.figures, FIGURES)
        self.figures.open(book)
        return self.figures

    def show_import(self, source: Path | str | None = None) -> ImportPlace:
        """Show the import of a ledger, with a list to read at once or with none chosen yet."""
        if self.importing is None:
            from arcareer_ui.pages.metrics.import_place import ImportPlace  # noqa: PLC0415 - made when asked for

            self.importing = ImportPlace(
                ledgers=self._ledgers,
                backups=self._backups,
                currency=self._currency,
                undo=self._undo,
                tasks=self._tasks,
                dialogs=self._dialogs,
            )
            self.importing.taken.connect(self._after_import)
            self._add(self.importing)
        self._go(self.importing, IMPORT)
        if not self.importing.is_busy:
            self.importing.start()
            if source is not None:
                self.importing.read(source)
        return self.importing

    def show_changes(self, ledger: str = "") -> CandidatesPlace:
        """Show what changed between the two newest lists of a ledger."""
        if self.changes is None:
            from arcareer_ui.pages.metrics.candidates_place import CandidatesPlace  # noqa: PLC0415 - made when asked

            self.changes = CandidatesPlace(
                ledgers=self._ledgers, wins=self._ledger_wins, undo=self._undo, tasks=self._tasks
            )
            self.changes.opened.connect(self.opened)
            self.changes.import_asked.connect(self.show_import)
            self._add(self.changes)
        self._go(self.changes, CHANGES)
        self.changes.open(ledger)
        return self.changes

    def leave(self) -> None:
        """Show the figures again."""
        if self.current is not None:
            self._stack.setCurrentIndex(0)
            self.moved.emit("")

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what is on show where a change touched it."""
        shown = self.current
        if shown is self.figures and self.figures is not None:
            self.figures.show_again()
        elif shown is self.changes and self.changes is not None and (changes is None or changes.affects(*_COMPARED)):
            self.changes.heed(changes)

    def _after_import(self, ledger: str, compares: bool) -> None:  # noqa: FBT001 - the shape of the signal
        if compares:
            self.show_changes(ledger)
        else:
            self.leave()

    def _add(self, place: FiguresPlace | ImportPlace | CandidatesPlace) -> None:
        place.left.connect(self.leave)
        place.toasted.connect(self.toasted)
        place.announced.connect(self.announced)
        self._stack.addWidget(place)

    def _go(self, place: QWidget, name: str) -> None:
        if self._stack.currentWidget() is not place:
            self._stack.setCurrentWidget(place)
            self.moved.emit(name)
