"""The decision matrix: accounts placed by risk and value, and the decisions about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.priorities import Cell, Thresholds
from arcareer.services.decision_board import BoardPlacement, DecisionBoard, EntrySource
from arcareer_ui.acts import Acts
from arcareer_ui.currencies import CURRENCIES
from arcareer_ui.pages.planning.decisions.desk import DecisionDesk
from arcareer_ui.pages.planning.identities import identity_in
from arcareer_ui.pages.planning.kept_form import Editor, KeptForm
from arcareer_ui.pages.planning.matrix.account_list import Line, entry_of, key_of
from arcareer_ui.pages.planning.matrix.add_card import HAND, PASTE
from arcareer_ui.pages.planning.matrix.large_list import LargeList
from arcareer_ui.pages.planning.matrix.view import MatrixView
from arcareer_ui.pages.planning.words import cell_words
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.segment import Segment

if TYPE_CHECKING:
    from arcareer.services.accounts import AccountReader
    from arcareer.services.decisions import DecisionService
    from arcareer.services.drafts import DraftService
    from arcareer.services.journal import JournalService
    from arcareer_ui.tasks import TaskRunner

PLACE = "planning/decision-matrix"
MATRIX, DECISIONS = "matrix", "decisions"
KINDS = (
    EntityKind.LEDGER_SNAPSHOT,
    EntityKind.COLLECTION_DECISION,
    EntityKind.BOARD_ACCOUNT,
    EntityKind.DECISION_SETTINGS,
    EntityKind.RISK_CARD,
    EntityKind.WIN,
)


class MatrixTab(Tool):
    """Routes behind the tab: `decisions`, `decision/<id>`, `account/<name>`."""

    def __init__(
        self,
        *,
        decisions: DecisionService,
        journal: Callable[[], JournalService],
        drafts: DraftService,
        accounts: AccountReader,
        acts: Acts,
        tasks: TaskRunner,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._decisions, self._acts, self._clock = decisions, acts, clock
        self._board: DecisionBoard | None = None
        self._currency = ""
        self._cell: Cell | None = None
        self._chosen: Line | None = None
        self.view = MatrixView()
        self.mode = Segment(
            self.tr("What to show"), [(MATRIX, self.tr("Accounts")), (DECISIONS, self.tr("Decisions"))], MATRIX
        )
        self.header = QWidget()
        row(self.header).addWidget(self.mode)
        card = self.view.account
        editors: dict[str, Editor] = {
            "decided": card.decision,
            "reason": card.reason,
            "told": card.told,
            "again": card.again,
        }
        self.form = KeptForm("planning/decision", editors, drafts, self)
        self.desk = DecisionDesk(
            self.view.decision, decisions=decisions, journal=journal, drafts=drafts, acts=acts, clock=clock
        )
        column(self).addWidget(self.view)
        self.large_list = LargeList(self.view.reading, accounts, tasks, self)
        self.large_list.read.connect(self._show_read)
        self.large_list.troubled.connect(self.noted)
        self._connect()
        self._read()

    def open(self, args: Sequence[str]) -> None:
        """Show what a route names: the decisions, one of them, or an account."""
        what, name = (args[0] if args else ""), "/".join(args[1:])
        if what == DECISIONS:
            self._show_mode(DECISIONS)
        elif what == "decision" and name:
            self._open_decision(identity_in(name))
        elif what == "account":
            self._show_mode(MATRIX)
            self._filter(None)
            found = next((one for one in self.view.accounts.items if entry_of(one).account == name), None)
            if found is not None:
                self.view.accounts.choose(key_of(found))

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes is None or changes.affects(*KINDS):
            self._read()

    def flush(self) -> None:
        """Keep what is typed."""
        self.view.matrix.settle()
        if not self.view.account.isHidden():
            self.view.account.settle()
        self.form.flush()
        self.desk.form.flush()

    @property
    def first_focus(self) -> QWidget | None:
        """Start in the list on show, or with the way to a first account."""
        view = self.view
        if not view.empty.isHidden():
            return view.import_button
        return view.decisions if self.mode.current == DECISIONS else view.accounts

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return matrix, list and what is chosen."""
        view = self.view
        if self.mode.current == DECISIONS:
            return (view.decisions, view.side)
        return (view.matrix, view.accounts, view.side)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the tab does for commands."""
        return {"new-item": partial(self._begin_adding, HAND)}

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        return f"{PLACE}/{DECISIONS}" if self.mode.current == DECISIONS else PLACE

    def _connect(self) -> None:
        view = self.view
        self.mode.chosen.connect(self._show_mode)
        view.due_asked.connect(partial(self._show_mode, DECISIONS))
        view.everything_asked.connect(partial(self._filter, None))
        view.matrix.cell_chosen.connect(self._toggle_cell)
        view.matrix.thresholds_changed.connect(self._set_thresholds)
        view.matrix.currency_chosen.connect(self._set_currency)
        view.accounts.current_changed.connect(self._choose)
        view.accounts.clicked.connect(lambda _index: self._show_again())
        view.accounts.opened.connect(lambda _line: view.account.decision.setFocus())
        view.accounts.removal_asked.connect(self._remove_account)
        view.decisions.current_changed.connect(lambda one: self._open_decision(one.id) if one is not None else None)
        for button, mode in (
            (view.add_button, HAND),
            (view.first_button, HAND),
            (view.paste_button, PASTE),
            (view.first_paste_button, PASTE),
        ):
            button.clicked.connect(partial(self._begin_adding, mode))
        view.import_button.clicked.connect(partial(self.open_route.emit, "metrics/import"))
        view.account.known_changed.connect(self._keep_known)
        view.account.decided.connect(self._decide)
        view.account.removal_asked.connect(self._remove_account)
        view.account.route_asked.connect(self._go)
        view.adding.added.connect(self._add)
        view.adding.pasting.connect(self._read_paste)
        view.adding.pasted.connect(self._take_paste)
        view.adding.closed.connect(self._show_chosen)
        view.decision.closed.connect(self._leave_decision)
        self.desk.told.connect(self.told)
        self.desk.removed.connect(self._leave_decision)
        self.desk.route_asked.connect(self.open_route)

    def _read(self) -> None:
        if not self.large_list.begin():
            self._show_read()

    def _show_read(self) -> None:
        self._board = self._decisions.board(self._currency)
        self._show()
        self._choose_first()

    def _choose_first(self) -> None:
        first = next(iter(self.view.accounts.items), None)
        is_free = self._chosen is None and not self.view.is_adding and self.mode.current == MATRIX
        if first is not None and is_free:
            self.view.accounts.choose(key_of(first))
            self._choose(first)

    def _show(self) -> None:
        board, view = self._board, self.view
        if board is None:
            return
        today = self._clock.today()
        due = len(self._decisions.due(today))
        view.due.setVisible(due > 0 and self.mode.current == MATRIX)
        view.due.set_words(self.tr("%n decision(s) to look at again", "", due), self.tr("Say what came of it."))
        everything = self._decisions.decisions()
        view.decisions.show_decisions(everything, today)
        view.matrix.show_board(board, self._cell)
        lines: tuple[Line, ...] = (*board.placed, *(() if self._cell else board.unscored))
        shown = [one for one in lines if self._cell is None or _cell_of(one) is self._cell]
        view.accounts.show_lines(shown)
        self._say_what_is_listed(len(shown))
        self._show_main(has_accounts=bool(board.placed or board.unscored), has_decisions=bool(everything))
        if not view.decision.isHidden() and self.desk.shown is not None:
            if not self.desk.show(self.desk.shown.id):
                self._leave_decision()
        elif not view.account.isHidden() or self._chosen is not None:
            self._show_chosen_anew()

    def _show_main(self, *, has_accounts: bool, has_decisions: bool) -> None:
        view = self.view
        if self.mode.current == DECISIONS:
            view.show_main(view.decisions if has_decisions else view.no_decisions)
        else:
            view.show_main(view.matrix if has_accounts else view.empty)

    def _say_what_is_listed(self, count: int) -> None:
        board = self._board
        if self._cell is not None:
            title = f"{cell_words(self._cell)} · {count}"
        elif board is not None and board.unscored:
            title = self.tr("{count} accounts, {open} not placed").format(count=count, open=len(board.unscored))
        else:
            title = self.tr("%n account(s)", "", count)
        self.view.say_what_is_listed(title, is_part=self._cell is not None)

    def _show_mode(self, mode: str) -> None:
        self.mode.set_current(mode)
        if mode == MATRIX and not self.view.decision.isHidden():
            self._leave_decision()
        self._show()
        if mode == DECISIONS and self.view.decision.isHidden():
            first = next(iter(self.view.decisions.items), None)
            if first is not None:
                self.view.decisions.choose(first.id)
                self._open_decision(first.id)
            else:
                self.view.show_side(None)
        self.place_changed.emit(self.place)

    def _toggle_cell(self, cell: Cell) -> None:
        self._filter(None if cell is self._cell else cell)

    def _filter(self, cell: Cell | None) -> None:
        self._cell = cell
        self._show()
        count = len(self.view.accounts.items)
        self.announced.emit(self.tr("%n account(s)", "", count))

    def _set_currency(self, currency: str) -> None:
        self._currency = currency
        self._read()

    def _set_thresholds(self, thresholds: Thresholds) -> None:
        after = replace(self._decisions.settings(), thresholds=thresholds)
        if self._acts.do(partial(self._decisions.save_settings, after), self.tr("Change thresholds")):
            self.told.emit(self.tr("Accounts placed anew"))

    def _choose(self, line: Line | None) -> None:
        self._chosen = line
        self._show_chosen()

    def _show_again(self) -> None:
        """A click on the account that is chosen already brings it back beside the list."""
        self._show_chosen()
        self.view.reveal_side()

    def _show_chosen(self) -> None:
        line, view = self._chosen, self.view
        if line is None:
            view.show_side(None)
            return
        entry = entry_of(line)
        self.form.show_subject(key_of(line))
        view.account.show_line(line, self._decisions.decisions(entry.account))
        view.show_side(view.account)

    def _show_chosen_anew(self) -> None:
        """Show what is known now of the account on show, unless another thing stands there."""
        key = key_of(self._chosen) if self._chosen is not None else ""
        self._chosen = next((one for one in self.view.accounts.items if key_of(one) == key), None)
        if not self.view.account.isHidden():
            self._show_chosen()

    def _decide(self) -> None:
        line, card = self._chosen, self.view.account
        if not isinstance(line, BoardPlacement):
            return
        decided, reason = card.decision.text.strip(), card.reason.text.strip()
        if not decided:
            card.decision_field.show_problem(self.tr("Say in your own words what you decided."))
            card.decision.setFocus()
            return
        act = partial(
            self._decisions.decide_on_matrix, line, decided, reason, card.told.text().strip(), card.again.value
        )
        if self.form.save_by(lambda: self._acts.do(act, self.tr("Save decision"))):
            self.told.emit(self.tr("Decision saved with its reason"))

    def _keep_known(self) -> None:
        line, card = self._chosen, self.view.account
        if line is None:
            return
        entry, score, balance = entry_of(line), card.score.value, card.balance.value
        note = entry.by_hand.note if entry.by_hand is not None else ""
        if balance is None and entry.source is EntrySource.HAND:
            card.balance_field.show_problem(self.tr("No list knows this account, so the matrix needs its balance."))
            return
        card.balance_field.clear_message()
        if balance is None and score is None and not note:
            self._remove_account()
            return
        put = partial(self._decisions.put_account, entry.account, entry.currency, balance, score, note)
        if score is not None and not 0 <= score <= 100:
            card.score_field.show_problem(self.tr("A risk score goes from 0 to 100. Your text is kept."))
            return
        card.score_field.clear_message()
        if self._acts.do(put, self.tr("Edit account")):
            self.told.emit(self.tr("Account placed anew"))

    def _remove_account(self) -> None:
        account = entry_of(self._chosen).by_hand if self._chosen is not None else None
        if account is None:
            self.noted.emit(self.tr("This account comes from the list, so it stays."))
        elif self._acts.do(partial(self._decisions.remove_account, account), self.tr("Remove account")):
            self.told.emit(self.tr("What you typed of this account is gone"))

    def _begin_adding(self, mode: str) -> None:
        view = self.view
        if self.mode.current == DECISIONS:
            self._show_mode(MATRIX)
        if self._board is not None and self._board.currency in CURRENCIES:
            view.adding.currency.set_current(self._board.currency)
        view.show_side(view.adding)
        view.adding.begin(mode)
        view.reveal_side()

    def _add(self) -> None:
        card = self.view.adding
        if not card.settle():
            return
        if card.balance.value is None:
            card.balance_field.show_problem(self.tr("The matrix needs the open balance. A score can come later."))
            return
        name = card.account.text().strip()
        put = partial(self._decisions.put_account, name, card.currency.current, card.balance.value, card.score.value)
        if not name:
            card.account_field.show_problem(self.tr("An account needs a name. What you typed is kept here."))
        elif self._acts.do(put, self.tr("Add account")):
            card.clear_hand()
            self.told.emit(self.tr("{account} is in the matrix").format(account=name))

    def _read_paste(self) -> None:
        card = self.view.adding
        text = card.text.text
        card.show_pasted(self._decisions.read_paste(text, card.currency.current) if text.strip() else None)

    def _take_paste(self) -> None:
        card = self.view.adding
        pasted = self._decisions.read_paste(card.text.text, card.currency.current)
        if self._acts.do(partial(self._decisions.take_paste, pasted), self.tr("Add accounts")):
            card.text.set_text("")
            card.show_pasted(None)
            self._show_chosen()
            self.told.emit(self.tr("%n account(s) added", "", len(pasted.accounts)))

    def _open_decision(self, identity: UUID | None) -> None:
        if identity is not None and self.desk.show(identity):
            self.view.decision.close_button.setVisible(self.mode.current == MATRIX)
            self.view.show_side(self.view.decision)
        else:
            self.noted.emit(self.tr("That decision is no longer there."))

    def _leave_decision(self) -> None:
        self.view.decisions.clear_current()
        self._show_chosen()

    def _go(self, route: str) -> None:
        if route.startswith(f"{PLACE}/"):
            self.open(route.removeprefix(f"{PLACE}/").split("/"))
        else:
            self.open_route.emit(route)


def _cell_of(line: Line) -> Cell | None:
    return line.placement.cell if isinstance(line, BoardPlacement) else None
