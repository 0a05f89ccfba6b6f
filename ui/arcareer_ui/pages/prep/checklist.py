"""The value checklist at work: what is claimed in a review period, and which wins prove it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.domain.changes import Change
from arcareer.domain.checklist import ChecklistBoard, ChecklistGroup, ChecklistLine, ClaimState
from arcareer.domain.periods import Period, half_of, parse_period, quarter_of, year_of
from arcareer.domain.win_lists import WinQuery, WinSummary
from arcareer_ui.acts import Acts
from arcareer_ui.autosave import Autosave
from arcareer_ui.pages.prep.board import Board
from arcareer_ui.pages.prep.item_panel import DOWN, HIDE, REMOVE, UP, ItemPanel
from arcareer_ui.pages.prep.own_item import HiddenItems, OwnItemForm
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.meters import Ring
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.widgets.tab_order import follow_layout
from arcareer_ui.win_picker import WinPicker

if TYPE_CHECKING:
    from arcareer.content.library import ContentLibrary
    from arcareer.services.checklist import ChecklistService
    from arcareer.services.journal import JournalService
    from arcareer_ui.window_state import WindowState

ALL, GAPS, PROVEN = "all", "gaps", "proven"
PERIOD_STATE, FILTER_STATE = "checklist/period", "checklist/filter"
SIDE_WIDTH = 330
MOST_OFFERED = 200


class ChecklistTab(QWidget):
    """Summary, groups, and the item chosen. `open_win` carries a win's id, `announced` a text for screen readers."""

    open_win = Signal(object)
    announced = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        *,
        checklist: ChecklistService,
        journal: JournalService,
        content: ContentLibrary,
        acts: Acts,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._checklist, self._journal, self._acts, self._state = checklist, journal, acts, state
        self._periods = _offered(clock)
        remembered = state.text(PERIOD_STATE)
        self._period = self._periods.get(remembered, half_of(clock.today()))
        self._board = ChecklistBoard(groups=())
        self._key = ""
        self.period = Combo(self.tr("Review period"), [], size="compact")
        self.period.set_options([(key, self._period_name(one)) for key, one in self._periods.items()], self._period.key)
        filters = {ALL: self.tr("All"), GAPS: self.tr("Gaps"), PROVEN: self.tr("Proven")}
        left_at = state.text(FILTER_STATE)
        self.filter = Segment(self.tr("Show"), list(filters.items()), left_at if left_at in filters else ALL)
        self.ring = Ring(0, "0", size=76)
        self.headline = Label("", "h2", wrap=True)
        self.details = Label("", "small", wrap=True)
        self.gap_button = Button(self.tr("Show next gap"), icon="arrow-right", trailing=True)
        self.board = Board()
        self.panel = ItemPanel(content.blanks)
        self.picker = WinPicker(self._find, self.tr("Which win proves it?"), self._link_words)
        self.own_form = OwnItemForm()
        self.hidden = HiddenItems()
        self._autosave = Autosave(self._save_typed, self)
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the board again."""
        self._board = self._checklist.board(self._period)
        lines = [line for group in self._board.groups for line in group.lines]
        if lines and self._key not in {line.item.key for line in lines}:
            first_gap = next((line for line in lines if line.state is not ClaimState.EVIDENCED_WITH_NUMBER), lines[0])
            self._key = first_gap.item.key
        self._show_summary()
        self._show_board()
        self._show_item(keep_typed=self._autosave.is_pending)
        self.hidden.show_items([line.item for line in self._board.hidden])

    def open_item(self, key: str) -> None:
        """Show an item, whatever is filtered."""
        if any(line.item.key == key for group in self._board.groups for line in group.lines):
            self.filter.set_current(ALL)
            self._key = key
            self._show_board()
            self._show_item()

    def flush(self) -> None:
        """Store what is typed."""
        self._autosave.flush()

    def move_item(self, step: int) -> None:
        """Move the item one place up or down among all items."""
        keys = [item.key for item in self._checklist.items()]
        if self._key in keys:
            to = max(0, min(len(keys) - 1, keys.index(self._key) + step))
            self._acts.do(partial(self._checklist.move, self._key, to), self.tr("Move checklist item"))

    def add_own(self) -> None:
        """Ask for an item of the user's own, in the group of the one on show."""
        line = self._line()
        self._ask_own(line.item.group if line else self.tr("Mine"))

    @property
    def first_focus(self) -> QWidget | None:
        """Return the item on show."""
        return self.board.rows.get(self._key)

    def _lay_out(self) -> None:
        body = QWidget()
        layout = column(body, margins=(0, 16, 12, 24), spacing=14)
        line = row(spacing=12)
        line.addWidget(Label(self.tr("Review period"), "small"))
        line.addWidget(self.period)
        line.addStretch(1)
        line.addWidget(self.filter)
        layout.addLayout(line)
        layout.addWidget(self._make_summary())
        layout.addWidget(self.own_form)
        layout.addWidget(self.board)
        layout.addWidget(self.hidden)
        layout.addStretch(1)
        side = QWidget()
        parts = column(side, margins=(0, 16, 12, 24))
        parts.addWidget(self.panel)
        parts.addWidget(self.picker)
        parts.addStretch(1)
        self.columns = Columns(breakpoint_=820, spacing=16)
        self.columns.add(Scroll(body), 1)
        self.columns.add(Scroll(side), 0, SIDE_WIDTH)
        column(self).addWidget(self.columns)
        self.picker.hide()
        self.own_form.hide()

    def _make_summary(self) -> Card:
        card = Card(margins=(20, 14, 20, 14), spacing=18, horizontal=True)
        card.add(self.ring)
        words = column(spacing=2)
        words.addStretch(1)
        words.addWidget(self.headline)
        words.addWidget(self.details)
        words.addStretch(1)
        card.body.addLayout(words, 1)
        card.body.addWidget(self.gap_button, 0, Qt.AlignmentFlag.AlignVCenter)
        return card

    def _connect(self) -> None:
        self.period.chosen.connect(self._choose_period)
        self.filter.chosen.connect(self._filter)
        self.gap_button.clicked.connect(self._show_next_gap)
        self.board.chosen.connect(self._choose)
        self.board.link_asked.connect(self._ask_link)
        self.board.tick_asked.connect(self._toggle_tick)
        self.board.own_asked.connect(self._ask_own)
        self.panel.touched.connect(self._autosave.touch)
        self.panel.left.connect(self._autosave.flush)
        self.panel.ticked.connect(self._tick)
        self.panel.link_asked.connect(self._ask_link)
        self.panel.opened.connect(self.open_win)
        self.panel.unlinked.connect(self._unlink)
        self.panel.acted.connect(self._act)
        self.picker.picked.connect(self._link)
        self.picker.left.connect(self._end_picking)
        self.own_form.named.connect(self._add_own)
        self.hidden.shown_again.connect(self._show_again)

    def _line(self) -> ChecklistLine | None:
        lines = (line for group in self._board.groups for line in group.lines)
        return next((line for line in lines if line.item.key == self._key), None)

    def _show_summary(self) -> None:
        board = self._board
        self.ring.set(board.proven / max(1, board.total), str(board.proven), self.tr("of {n}").format(n=board.total))
        self.headline.setText(self.tr("%n strength(s) you can prove with a number", "", board.proven))
        story = self.tr("%n more with a story but no number yet.", "", board.with_story)
        rest = self.tr("%n still open.", "", board.open)
        self.details.setText(f"{story} {rest}")
        self.gap_button.setEnabled(board.proven < board.total)

    def _show_board(self) -> None:
        groups = [(group, self._let_through(group)) for group in self._board.groups]
        self.board.show_groups([(group, lines) for group, lines in groups if lines], self._key)
        follow_layout(self)

    def _let_through(self, group: ChecklistGroup) -> Sequence[ChecklistLine]:
        wanted: dict[str, Callable[[ChecklistLine], bool]] = {
            ALL: lambda _: True,
            GAPS: lambda line: line.state is not ClaimState.EVIDENCED_WITH_NUMBER,
            PROVEN: lambda line: line.state is ClaimState.EVIDENCED_WITH_NUMBER,
        }
        return [line for line in group.lines if wanted[self.filter.current](line)]

    def _show_item(self, *, keep_typed: bool = False) -> None:
        line = self._line()
        self.panel.setVisible(line is not None and self.picker.isHidden())
        if line is None:
            return
        lines = [one.item.key for group in self._board.groups for one in group.lines]
        place = self.tr("{at} of {total}").format(at=lines.index(self._key) + 1, total=len(lines))
        self.panel.show_line(line, place, keep_typed=keep_typed)
        follow_layout(self)

    def _choose_period(self, key: str) -> None:
        self.flush()
        self._period = self._periods[key]
        self._state.remember(PERIOD_STATE, key)
        self.refresh()

    def _filter(self, chosen: str) -> None:
        self._state.remember(FILTER_STATE, chosen)
        self._show_board()
        shown = len(self.board.rows)
        self.announced.emit(self.tr("%n item(s)", "", shown))

    def _choose(self, key: str) -> None:
        self.flush()
        self._end_picking()
        self._key = key
        self.board.set_current(key)
        self._show_item()

    def _show_next_gap(self) -> None:
        lines = [line for group in self._board.groups for line in group.lines]
        keys = [line.item.key for line in lines]
        start = keys.index(self._key) + 1 if self._key in keys else 0
        gaps = [line for line in (*lines[start:], *lines[:start]) if line.state is not ClaimState.EVIDENCED_WITH_NUMBER]
        if gaps:
            self.filter.set_current(ALL)
            self._choose(gaps[0].item.key)
            self._show_board()

    def _save_typed(self) -> None:
        line = self._line()
        if line is None:
            return
        blanks, result = self.panel.typed()
        filled = dict(line.claim.blanks) if line.claim else {}
        for blank, text in blanks.items():
            if text != filled.get(blank, ""):
                act = partial(self._checklist.fill_blank, self._key, self._period, blank, text)
                self._acts.do(act, self.tr("Fill in checklist item"))
        if result != (line.claim.result if line.claim else ""):
            act = partial(self._checklist.set_result, self._key, self._period, result)
            self._acts.do(act, self.tr("Edit result"))

    def _toggle_tick(self) -> None:
        line = self._line()
        self._tick(not (line and line.claim and line.claim.ticked))

    def _tick(self, ticked: bool) -> None:  # noqa: FBT001 - the shape of the box's signal
        act = partial(self._checklist.set_ticked, self._key, self._period, ticked=ticked)
        self._acts.do(act, self.tr("Tick checklist item") if ticked else self.tr("Take tick back"))

    def _ask_link(self) -> None:
        line = self._line()
        if line is None:
            return
        self.panel.hide()
        self.picker.show()
        self.picker.start(frozenset(line.claim.wins) if line.claim else frozenset())

    def _find(self, text: str) -> Sequence[WinSummary]:
        words = text.strip()
        query = WinQuery(text=words if len(words) >= 2 else "", period=self._period)
        found = self._journal.find(query, MOST_OFFERED)
        return found or self._journal.find(WinQuery(text=query.text), MOST_OFFERED)

    def _link_words(self, count: int) -> str:
        return self.tr("Link %n win(s)", "", count) if count > 1 else self.tr("Link this win")

    def _link(self, wins: tuple[UUID, ...]) -> None:
        if self._acts.do(partial(self._checklist.link, self._key, self._period, wins), self.tr("Link win")):
            self.told.emit(self.tr("%n win(s) linked as proof", "", len(wins)))
        self._end_picking()

    def _end_picking(self) -> None:
        if not self.picker.isHidden():
            self.picker.hide()
            self._show_item()
            self.panel.link_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unlink(self, win: UUID) -> None:
        self._acts.do(partial(self._checklist.unlink, self._key, self._period, (win,)), self.tr("Unlink win"))

    def _act(self, act: str) -> None:
        if act in (UP, DOWN):
            self.move_item(-1 if act == UP else 1)
        elif act == HIDE:
            self._change(partial(self._checklist.hide, self._key), self.tr("Hide checklist item"))
        elif act == REMOVE:
            self._change(partial(self._checklist.remove_item, self._key), self.tr("Remove checklist item"))

    def _change(self, act: Callable[[], Change], label: str) -> None:
        self.flush()
        if self._acts.do(act, label):
            self.told.emit(label)

    def _ask_own(self, group: str) -> None:
        self.own_form.open_for(group)

    def _add_own(self, label: str, group: str) -> None:
        self._change(partial(self._checklist.add_item, label, group), self.tr("Add checklist item"))

    def _show_again(self, key: str) -> None:
        self._change(partial(self._checklist.show, key), self.tr("Show checklist item"))

    def _period_name(self, period: Period) -> str:
        key = period.key
        if "-" not in key:
            return self.tr("Year {year}").format(year=key)
        year, part = key.split("-", 1)
        if part.startswith("H"):
            half = self.tr("First half") if part == "H1" else self.tr("Second half")
            return self.tr("{half} of {year}").format(half=half, year=year)
        return self.tr("Quarter {number} of {year}").format(number=part[1:], year=year)


def _offered(clock: Clock) -> dict[str, Period]:
    """Return the review periods to choose from, the present ones first."""
    today = clock.today()
    this_year, last_year = year_of(today), parse_period(str(today.year - 1))
    periods = [half_of(today), this_year, quarter_of(today)]
    periods += [parse_period(f"{today.year}-H1"), parse_period(f"{today.year}-H2")]
    periods += [parse_period(f"{today.year - 1}-H2"), parse_period(f"{today.year - 1}-H1"), last_year]
    return {period.key: period for period in periods}
