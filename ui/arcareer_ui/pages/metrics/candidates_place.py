"""What changed between two imports of a ledger: taken as a win with what the user did, or put away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from arcareer.domain.changes import Change, ChangeSet, EntityKind
from arcareer.domain.figures import FigureScope
from arcareer.domain.ledger_changes import ChangeKind
from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.acts import Acts
from arcareer_ui.amounts import exact_money_words
from arcareer_ui.dates import short_date
from arcareer_ui.pages.metrics.candidate_card import CandidateCard
from arcareer_ui.pages.metrics.lists_card import ListsCard
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.tasks import Task, TaskRunner
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card_list import CardHeading, CardList, CardRow
from arcareer_ui.widgets.chip import ChipText
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.progress import InlineProgress
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.styling import Restyled

if TYPE_CHECKING:
    from arcareer.domain.ledger_snapshots import SnapshotHead
    from arcareer.services.ledger_import import LedgerImportService
    from arcareer.services.ledger_wins import Candidate, LedgerWinService
    from arcareer_ui.undo import UndoController

STACKED_BELOW = 820
PANEL_WIDTH = 360
LIST_HEIGHT = 260
ORDER = (
    ChangeKind.SETTLED,
    ChangeKind.PART_PAID,
    ChangeKind.DISPUTE_CLOSED,
    ChangeKind.CREDITED,
    ChangeKind.NEWLY_LATE,
)


class CandidatesPlace(Restyled, QWidget):
    """`left` goes back to the figures; `opened` carries the id of a win that was saved."""

    left = Signal()
    opened = Signal(object)
    import_asked = Signal()
    toasted = Signal(object)
    announced = Signal(str)

    def __init__(
        self,
        *,
        ledgers: Callable[[], LedgerImportService],
        wins: Callable[[], LedgerWinService],
        undo: UndoController,
        tasks: TaskRunner,
    ) -> None:
        super().__init__()
        self._ledgers, self._wins, self._tasks = ledgers, wins, tasks
        self._task: Task | None = None
        self._found: tuple[Candidate, ...] = ()
        self._is_acting = False
        self._acts = Acts(undo, self)
        self._acts.refused.connect(self._refuse)
        self.back_button = Button(self.tr("Back to metrics"), "quiet", icon="arrow-left")
        self.ledger = Combo(self.tr("Ledger"), size="compact")
        self.header = PageHeader(self.tr("What changed"), " ", actions=(self.ledger, self.back_button))
        self.list = CardList["Candidate | ChangeKind"](self.tr("Changes"), self._present, _key, multiple=True)
        self.card, self.lists = CandidateCard(), ListsCard()
        self.import_button = Button(self.tr("Import ledger"), icon="upload")
        self.empty = EmptyState("split", "", action=self.import_button)
        self._progress = column()
        self._lay_out()
        self.back_button.clicked.connect(self.left)
        self.import_button.clicked.connect(self.import_asked)
        self.ledger.chosen.connect(self.open)
        self.list.selectionModel().selectionChanged.connect(self._show_chosen)
        self.list.opened.connect(lambda _: self.card.did.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.removal_asked.connect(self._put_away)
        self.lists.removal_asked.connect(self._remove)
        self.card.saved.connect(self._save)
        self.card.waved_away.connect(self._put_away)
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.list.setMinimumHeight(current_theme().px(LIST_HEIGHT))

    @property
    def found(self) -> tuple[Candidate, ...]:
        """Return the changes on show."""
        return self._found

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """Return the changes that are marked."""
        return tuple(one for one in self.list.selected_items() if not isinstance(one, ChangeKind))

    def open(self, ledger: str = "") -> None:
        """Show what changed in a ledger, the newest without a name."""
        names = self._ledgers().ledgers()
        name = ledger if ledger in names else next(iter(names), "")
        self.ledger.set_options([(one, one) for one in names], name)
        self.ledger.setVisible(len(names) > 1)
        heads = self._ledgers().snapshots(name) if name else ()
        days = [short_date(head.as_of) for head in heads[:2]]
        if len(days) == 2:
            words = self.tr("{ledger}: from {first} to {last}.")
            self.header.set_description(words.format(ledger=name, first=days[1], last=days[0]))
        else:
            self.header.set_description(name or " ")
        self.lists.show_lists(heads)
        if not name:
            self._show(())
            return
        self._look_for(name)

    def heed(self, changes: ChangeSet | None) -> None:
        """Look again after undo or a foreign change; what was done here is shown already."""
        if changes is None or not self._is_acting:
            self.open(self.ledger.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _look_for(self, ledger: str) -> None:
        if self._task is not None:
            self._task.cancel()
        service = self._wins()
        task = Task(lambda _report: service.candidates(ledger))
        task.succeeded.connect(partial(self._take_found, task))
        task.failed.connect(self._explain)
        task.finished.connect(partial(self._end, task))
        self._task = task
        progress = InlineProgress(self.tr("Comparing the two lists"))
        progress.cancelled.connect(self.left)
        self._progress.addWidget(progress)
        self._tasks.start(task)

    def _end(self, task: Task) -> None:
        if task is self._task:
            self._task = None
        while self._task is None and (item := self._progress.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()

    def _take_found(self, task: Task, found: Sequence[Candidate]) -> None:
        if task is self._task:
            self._show(found)

    def _show(self, found: Sequence[Candidate]) -> None:
        self._found = tuple(one for kind in ORDER for one in found if one.change.kind is kind)
        entries: list[Candidate | ChangeKind] = []
        for kind in ORDER:
            of_kind = [one for one in self._found if one.change.kind is kind]
            entries += [kind, *of_kind] if of_kind else []
        self.list.set_items(entries)
        has_any = bool(entries)
        self._panel.setVisible(has_any or not self.lists.isHidden())
        self.list.setVisible(has_any)
        self.card.setVisible(has_any)
        self.empty.setVisible(not has_any)
        if has_any:
            if not self.chosen:
                self.list.choose(_key(entries[1]))
            if not self.card.isAncestorOf(self.focusWidget() or self):
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.announced.emit(self.tr("%Ln change(s) to look at", "", len(found)))
        else:
            self.empty.set_words(*self._empty_words())
        self._show_chosen()

    def _empty_words(self) -> tuple[str, str]:
        lists = self._ledgers().snapshots(self.ledger.current) if self.ledger.current else ()
        if len({head.as_of for head in lists}) < 2:
            title = self.tr("Two lists of one ledger show what changed")
            return title, self.tr("Import the list of this month end, and the next one under the same name.")
        return self.tr("Nothing is left to look at"), self.tr(
            "Every change between the two lists was taken or put away."
        )

    def _present(self, entry: Candidate | ChangeKind) -> CardRow | CardHeading:
        if isinstance(entry, ChangeKind):
            return CardHeading(self._kind_words(entry))
        change = entry.change
        amount = exact_money_words(change.amount, change.currency)
        chips = [ChipText(amount, "accent" if change.kind is not ChangeKind.NEWLY_LATE else "warn")]
        if change.days_late > 0 and change.kind is not ChangeKind.SETTLED:
            chips.append(ChipText(self.tr("%n day(s) late", "", change.days_late), "plain"))
        about = change.doc_number
        return CardRow(
            entry.customer_shown or self.tr("Customer not named"),
            about,
            tuple(chips),
            ", ".join((self._kind_words(change.kind), entry.customer_shown, about, *(chip.text for chip in chips))),
        )

    def _kind_words(self, kind: ChangeKind) -> str:
        return {
            ChangeKind.SETTLED: self.tr("Settled"),
            ChangeKind.PART_PAID: self.tr("Paid in part"),
            ChangeKind.DISPUTE_CLOSED: self.tr("Disputes closed"),
            ChangeKind.CREDITED: self.tr("Credited"),
            ChangeKind.NEWLY_LATE: self.tr("Newly late"),
        }[kind]

    def _show_chosen(self) -> None:
        self.card.show_candidates(self.chosen)

    def _save(self, did: str, scope: FigureScope) -> None:
        chosen = self.chosen
        made: list[UUID] = []

        def act() -> Change:
            change = self._wins().approve(chosen, did, scope)
            made.extend(edit.entity_id for edit in change.edits if edit.kind is EntityKind.WIN)
            return change

        if self._do(act, self.tr("Save win")):
            self.card.forget()
            show = partial(self.opened.emit, made[0])
            self.toasted.emit(ToastRequest(self.tr("Win saved"), action=self.tr("Open it"), act=show, undoable=True))
            self._keep_place(chosen)

    def _put_away(self) -> None:
        chosen = self.chosen
        if chosen and self._do(partial(self._wins().dismiss, chosen), self.tr("Put proposal away")):
            text = self.tr("%n change(s) put away", "", len(chosen))
            self.toasted.emit(ToastRequest(text, undoable=True))
            self._keep_place(chosen)

    def _remove(self, head: SnapshotHead) -> None:
        if self._acts.do(partial(self._ledgers().remove, head.id), self.tr("Remove list")):
            text = self.tr("List of {day} removed. Months it filled stay.").format(day=short_date(head.as_of))
            self.toasted.emit(ToastRequest(text, icon="trash-2", undoable=True))

    def _do(self, act: Callable[[], Change], label: str) -> bool:
        self._is_acting = True
        try:
            return self._acts.do(act, label)
        finally:
            self._is_acting = False

    def _keep_place(self, gone: Sequence[Candidate]) -> None:
        """Show what is left without comparing the lists again, and go on with the change that came after."""
        keys = {one.key for one in gone}
        left = [one for one in self._found if one.key not in keys]
        after = [one for one in self._found[_last(self._found, keys) + 1 :] if one.key not in keys]
        self._show(left)
        if after:
            self.list.choose(after[0].key)

    def _refuse(self, words: str) -> None:
        self.card.refuse(words)
        self.announced.emit(words)

    def _explain(self, error: Exception) -> None:
        if not isinstance(error, EnvironmentFault | UserError):
            raise error
        self.toasted.emit(ToastRequest(str(error), icon="info"))

    def _lay_out(self) -> None:
        layout = column(self, margins=(32, 24, 20, 16), spacing=12)
        layout.addWidget(self.header)
        layout.addLayout(self._progress)
        columns = Columns(STACKED_BELOW, 16)
        left = QWidget()
        side = column(left)
        side.addWidget(self.list, 1)
        side.addWidget(self.empty, 1)
        columns.add(left, 1)
        panel = QWidget()
        lines = column(panel, margins=(0, 0, 4, 8), spacing=14)
        lines.addWidget(self.card)
        lines.addWidget(self.lists)
        lines.addStretch(1)
        self._panel = columns.add(Scroll(panel, clear=True), 0, PANEL_WIDTH)
        layout.addWidget(columns, 1)


def _key(entry: Candidate | ChangeKind) -> str:
    return str(entry) if isinstance(entry, ChangeKind) else entry.key


def _last(found: Sequence[Candidate], keys: set[str]) -> int:
    return max((at for at, one in enumerate(found) if one.key in keys), default=-1)
