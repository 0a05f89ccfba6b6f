"""The value checklist at work: what is claimed in a review period, and which wins prove it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from arcareer.clock import Clock
from arcareer.domain.changes import Change, ChangeSet, EntityKind
from arcareer.domain.checklist import ChecklistBoard, ChecklistClaim, ChecklistGroup, ChecklistItem, ChecklistLine
from arcareer.domain.periods import Period, half_of
from arcareer.errors import EnvironmentFault
from arcareer_ui.acts import Acts
from arcareer_ui.desk import Desk
from arcareer_ui.pages.prep.checklist.arranger import Arranger
from arcareer_ui.pages.prep.checklist.board import ShownGroup
from arcareer_ui.pages.prep.checklist.item_panel import DOWN, HIDE, REMOVE, RENAME, UP
from arcareer_ui.pages.prep.checklist.periods import name_of, offered
from arcareer_ui.pages.prep.checklist.proof_finder import ProofFinder
from arcareer_ui.pages.prep.checklist.states import is_proven, is_ticked, words_of
from arcareer_ui.pages.prep.checklist.view import ALL, GAPS, HIDDEN, PROVEN, ChecklistView
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.win_picker import WinPicker

if TYPE_CHECKING:
    from arcareer.content.checklist_models import Blank
    from arcareer.services.checklist import ChecklistService
    from arcareer.services.journal import JournalService
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

PERIOD_STATE, FILTER_STATE = "checklist/period", "checklist/filter"
PLACE = "prep/value-checklist"
SHOWN = (EntityKind.WIN, EntityKind.CHECKLIST_CLAIM, EntityKind.CHECKLIST_ARRANGEMENT)


class ChecklistTab(Tool):
    """Summary, groups, and the item chosen. Opens `<item>`, an item's key."""

    def __init__(
        self,
        *,
        checklist: ChecklistService,
        journal: JournalService,
        blanks: Mapping[str, Blank],
        undo: UndoController,
        acts: Acts,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._checklist, self._acts = checklist, acts
        self._state, self._clock = state, clock
        self._periods = offered(clock.today())
        self._period = self._periods.get(state.text(PERIOD_STATE), half_of(clock.today()))
        self._board = ChecklistBoard(groups=())
        self._key = self._group = ""
        self._order: list[str] = []
        self._places: dict[UUID, tuple[str, Period]] = {}
        self._came_from: QWidget | None = None
        self.period = Combo(self.tr("Review period"), size="compact")
        filters = {ALL: self.tr("All"), GAPS: self.tr("Gaps"), PROVEN: self.tr("Proven")}
        remembered = state.text(FILTER_STATE)
        self.filter = Segment(self.tr("Show"), list(filters.items()), remembered if remembered in filters else ALL)
        self.header = self._make_header()
        self._finder = ProofFinder(journal)
        title = self.tr("Which win proves it?")
        picker = WinPicker(self._finder.find, title, self._link_words, extra=self._finder.elsewhere)
        self._finder.serve(picker)
        self._arranger = Arranger(checklist, self._change, self)
        self.view = ChecklistView(blanks, picker)
        column(self, margins=(0, 0, 20, 0)).addWidget(self.view)
        self._claim = Desk[ChecklistClaim](
            self,
            undo,
            save=checklist.save_claim,
            fetch=self._fetch,
            typed=self.view.panel.typed,
            label=self.tr("Edit checklist item"),
        )
        self._connect()
        self.refresh(None)

    def open(self, args: Sequence[str]) -> None:
        """Show an item, whatever is filtered."""
        if args and args[0] in self._lines():
            self._claim.rest()
            self._end_picking()
            self._let_pass(args[0])
            self._key = args[0]
            self._show()
            self.view.show_item(True, over=True)
            self.view.reveal(self._key)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read the board again where something on it may be another now."""
        if changes is not None and not changes.affects(*SHOWN):
            return
        self._offer_periods()
        self._board = self._checklist.board(self._period)
        if self._key not in self._lines():
            self._key = self._neighbour()
        self._show()

    def flush(self) -> None:
        """Store what is typed."""
        self._claim.flush()

    @property
    def first_focus(self) -> QWidget | None:
        """Return the item on show."""
        rows = self.view.board.rows
        return rows.get(self._key) or next(iter(rows.values()), self.view.gap_button)

    @property
    def regions(self) -> Sequence[QWidget]:
        """Header, groups, then the item."""
        return (self.header, self.view.groups_side, self.view.item_side)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Move, rename and add items."""
        return {
            "move-up": partial(self._move, -1),
            "move-down": partial(self._move, 1),
            "new-item": self._ask_own,
            "rename": self.view.panel.ask_name,
        }

    @property
    def place(self) -> str:
        """Return the route of the tab."""
        return PLACE

    def _make_header(self) -> QWidget:
        header = QWidget()
        line = row(header, spacing=10)
        line.addWidget(Label(self.tr("Review period"), "small"))
        line.addWidget(self.period)
        line.addSpacing(6)
        line.addWidget(self.filter)
        return header

    def _connect(self) -> None:
        view, board, panel = self.view, self.view.board, self.view.panel
        self.period.chosen.connect(self._choose_period)
        self.filter.chosen.connect(self._choose_filter)
        self._arranger.told.connect(self.told)
        self._arranger.announced.connect(self.announced)
        view.gap_button.clicked.connect(self._show_next_gap)
        view.back_button.clicked.connect(self._go_back)
        view.all_asked.connect(self._show_all)
        view.hidden.shown_again.connect(self._show_again)
        board.chosen.connect(self._choose)
        board.opened.connect(self._open_item)
        board.link_asked.connect(self._ask_link)
        board.tick_asked.connect(self._toggle_tick)
        board.own_named.connect(self._add_own)
        panel.touched.connect(self._claim.touch)
        panel.left.connect(self._claim.rest)
        panel.ticked.connect(self._tick)
        panel.link_asked.connect(self._ask_link)
        panel.opened.connect(lambda win: self.open_route.emit(f"win/{win}"))
        panel.unlinked.connect(self._unlink)
        panel.acted.connect(self._act)
        panel.renamed.connect(lambda name: self._arranger.rename(self._key, name))
        panel.closed.connect(self._go_back)
        view.picker.picked.connect(self._link)
        view.picker.left.connect(self._end_picking)
        self._claim.saved.connect(self._report_saved)
        self._claim.troubled.connect(self._report_trouble)
        self._claim.conflict.connect(lambda *_: self._claim.settle(keep_mine=True))

    def _lines(self) -> dict[str, ChecklistLine]:
        return {line.item.key: line for group in self._board.groups for line in group.lines}

    def _passes(self, line: ChecklistLine) -> bool:
        return self.filter.current == ALL or is_proven(line) == (self.filter.current == PROVEN)

    def _neighbour(self) -> str:
        """Return what to show where the item on show is gone: the next one of its group; at first, the first gap."""
        lines = self._lines()
        if self._key in self._order:
            at = self._order.index(self._key)
            behind = [key for key in self._order[at:] if key in lines]
            before = [key for key in self._order[:at] if key in lines][::-1]
            nearest = [key for key in (*behind[:1], *before[:1]) if lines[key].item.group == self._group]
            if behind or before:
                return (nearest or behind or before)[0]
        gaps = (key for key, line in lines.items() if not is_proven(line))
        return next(gaps, next(iter(lines), ""))

    def _show(self) -> None:
        lines = self._lines()
        self._order = list(lines)
        self.view.show_summary(self._board)
        self._show_board()
        self.view.hidden.show_items([line.item for line in self._board.hidden])
        line = lines.get(self._key)
        self.view.show_item(line is not None)
        if line is None:
            self._claim.put(None)
            return
        claim = line.claim or self._checklist.claim(self._key, self._period)
        self._places[claim.id] = (self._key, self._period)
        self._claim.put(claim)
        self._group = line.item.group
        place = self.tr("{at} of {total}").format(at=self._order.index(self._key) + 1, total=len(lines))
        self.view.panel.show_line(line, self._claim.value or claim, place)

    def _show_board(self) -> None:
        shown = [ShownGroup(group, self._let_through(group)) for group in self._board.groups]
        shown = [one for one in shown if one.lines]
        self.view.board.show_groups(shown, self._key)
        self.view.show_empty("" if shown else self.filter.current if self._board.total else HIDDEN)

    def _let_through(self, group: ChecklistGroup) -> Sequence[ChecklistLine]:
        return [line for line in group.lines if self._passes(line)]

    def _show_all(self) -> None:
        self.filter.set_current(ALL)
        self._choose_filter(ALL)
        self.view.board.focus_current()

    def _fetch(self, identity: UUID) -> ChecklistClaim | None:
        place = self._places.get(identity)
        return self._checklist.claim(*place) if place is not None else None

    def _offer_periods(self) -> None:
        self._periods = {**offered(self._clock.today()), self._period.key: self._period}
        self.period.set_options([(key, name_of(one)) for key, one in self._periods.items()], self._period.key)

    def _choose_period(self, key: str) -> None:
        self._claim.rest()
        self._end_picking()
        self._period = self._periods[key]
        is_default = self._period == half_of(self._clock.today())
        self._state.remember(PERIOD_STATE, "" if is_default else key)
        self.refresh(None)
        words = self.tr("{period}. {proven} of {total} proven.")
        self.announced.emit(
            words.format(period=name_of(self._period), proven=self._board.proven, total=self._board.total)
        )

    def _choose_filter(self, chosen: str) -> None:
        self._state.remember(FILTER_STATE, chosen)
        self._show_board()
        rows = self.view.board.rows
        if rows and self._key not in rows:
            self._choose(next(iter(rows)))
        self.announced.emit(self.tr("%n item(s)", "", len(rows)))

    def _choose(self, key: str) -> None:
        if key == self._key and not self.view.is_picking:
            return
        self._claim.rest()
        self.view.show_picker(False)
        self._key = key
        self._show()
        self.view.reveal(key)

    def _open_item(self, key: str) -> None:
        self._choose(key)
        self.view.show_item(True, over=True)
        if self.view.stacked:
            self.view.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        """Return from the item to the list."""
        if self.view.is_picking:
            self._end_picking()
        else:
            self._claim.rest()
            self.view.show_item(bool(self._key), over=False)
            self.view.board.focus_current()

    def _show_next_gap(self) -> None:
        lines = self._lines()
        start = self._order.index(self._key) + 1 if self._key in self._order else 0
        gaps = [key for key in (*self._order[start:], *self._order[:start]) if not is_proven(lines[key])]
        if not gaps:
            return
        self._let_pass(gaps[0])
        self._choose(gaps[0])
        self.announced.emit(f"{lines[gaps[0]].item.label}. {words_of(lines[gaps[0]].state)}")

    def _toggle_tick(self) -> None:
        line = self._lines().get(self._key)
        if line is not None:
            self._tick(not is_ticked(line))

    def _tick(self, ticked: bool) -> None:  # noqa: FBT001 - the shape of the box's signal
        label = self.tr("Tick checklist item") if ticked else self.tr("Take tick back")
        self._change(partial(self._checklist.set_ticked, self._key, self._period, ticked=ticked), label)
        self.announced.emit(self.tr("Ticked by you") if ticked else self.tr("Tick taken back"))

    def _ask_link(self) -> None:
        line = self._lines().get(self._key)
        if line is None:
            return
        self._claim.rest()
        self._came_from = QApplication.focusWidget()
        self._finder.begin(self._period)
        self.view.show_picker(True)
        self.view.picker.start(frozenset(line.claim.wins) if line.claim else frozenset())

    def _link_words(self, wins: int) -> str:
        return self.tr("Link %n win(s)", "", wins) if wins > 1 else self.tr("Link this win")

    def _link(self, wins: tuple[UUID, ...]) -> None:
        done = self._change(partial(self._checklist.link, self._key, self._period, wins), self.tr("Link win"))
        self._end_picking()
        line = self._lines().get(self._key)
        if done and line is not None:
            linked = self.tr("%n win(s) linked as proof", "", len(wins))
            self.told.emit(f"{linked}. {words_of(line.state)}")

    def _end_picking(self) -> None:
        if not self.view.is_picking:
            return
        self.view.show_picker(False)
        origin, self._came_from = self._came_from, None
        back = origin if origin is not None and origin.isVisible() else self.view.panel.link_button
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unlink(self, win: UUID) -> None:
        if self._change(partial(self._checklist.unlink, self._key, self._period, (win,)), self.tr("Unlink win")):
            self.told.emit(self.tr("Win taken from this item. It stays in your journal."))

    def _act(self, act: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            RENAME: self.view.panel.ask_name,
            UP: partial(self._move, -1),
            DOWN: partial(self._move, 1),
            HIDE: lambda: self._arranger.hide(self._item()),
            REMOVE: lambda: self._arranger.remove(self._item()),
        }
        acts[act]()

    def _move(self, step: int) -> None:
        if self._arranger.move(self._key, step, self._board.groups):
            self.view.reveal(self._key)

    def _show_again(self, key: str) -> None:
        item = next(line.item for line in self._board.hidden if line.item.key == key)
        if self._arranger.show(item):
            self._choose(key)

    def _ask_own(self) -> None:
        item = self._item()
        self.view.show_item(bool(self._key), over=False)
        self.view.board.ask_own(item.group if item is not None else "")

    def _add_own(self, name: str, group: str) -> None:
        added = self._arranger.add(name, group)
        if added in self._lines():
            self._let_pass(added)
            self._choose(added)
            self.view.board.focus_current()

    def _let_pass(self, key: str) -> None:
        """Show all items where the filter would keep one out."""
        if not self._passes(self._lines()[key]):
            self.filter.set_current(ALL)
            self._state.remember(FILTER_STATE, ALL)
            self._show_board()

    def _change(self, act: Callable[[], Change], label: str) -> bool:
        """Save what is typed, then do something as a step of its own; return whether anything changed."""
        self._claim.rest()
        return self._acts.do(act, label)

    def _item(self) -> ChecklistItem | None:
        line = self._lines().get(self._key)
        return line.item if line is not None else None

    def _report_saved(self, _claim: object) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _report_trouble(self, fault: EnvironmentFault, _stored: object, _wanted: object) -> None:
        report = SaveReport(SaveState.NOT_SAVED, reason=str(fault), action=self.tr("Try again"), act=self.flush)
        self.save_reported.emit(report)
