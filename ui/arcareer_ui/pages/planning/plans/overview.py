"""All plans by their state, and the plans to begin from."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.plans import Plan, PlanState
from arcareer_ui.pages.planning.plans.words import outcome_words, state_chip, task_days, title_of
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, RowButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.card_list import CardHeading, CardList, CardRow
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.icon import Bubble
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.styling import Restyled

if TYPE_CHECKING:
    from arcareer.content.playbook_models import PlanStarter

STACKED_BELOW = 780
SIDE_WIDTH = 430
LIST_HEIGHT = 380
OPEN = frozenset({PlanState.RUNNING, PlanState.DUE, PlanState.READY})


class PlansOverview(Restyled, QWidget):
    """`opened` carries a plan, `removal_asked` one to throw away, `starter_chosen` the id of a starter."""

    opened = Signal(object)
    removal_asked = Signal(object)
    starter_chosen = Signal(str)
    trash_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min
        self.list = CardList[Plan | str](self.tr("Your plans"), self._present, _key)
        self.choose_button = Button(self.tr("Choose a gap"), "primary", icon="target")
        self._none = EmptyState(
            "target",
            self.tr("Pick a gap to close in 30 days"),
            self.tr("One number before, four weeks of small steps, the same number after. Either is worth knowing."),
            action=self.choose_button,
        )
        self.trash_button = Button("", "link", icon="trash-2")
        self.starters: dict[str, RowButton] = {}
        self._shown_starters: object = None
        self._starter_rows = QWidget()
        self._lay_out()
        self.choose_button.clicked.connect(self.focus_starters)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(lambda index: self._open(self.list.items[index.row()]))
        self.list.removal_asked.connect(self._ask_removal)
        self.trash_button.clicked.connect(self.trash_asked)
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.list.setMinimumHeight(current_theme().px(LIST_HEIGHT))

    def show_plans(self, plans: Sequence[Plan], today: date, trashed: int) -> None:
        """Show all plans: what goes on first, then what is not begun, then what is measured."""
        self._today = today
        groups = (
            (self.tr("Going on"), [plan for plan in plans if plan.state(today) in OPEN]),
            (self.tr("Not started"), [plan for plan in plans if plan.state(today) is PlanState.DRAFT]),
            (self.tr("Measured"), [plan for plan in plans if plan.is_closed]),
        )
        items: list[Plan | str] = []
        for title, members in groups:
            if members:
                items += [f"{title} · {len(members)}", *members]
        self.list.set_items(items)
        self.list.setVisible(bool(plans))
        self._none.setVisible(not plans)
        self.trash_button.set_label(self.tr("Trash: %n plan(s)", "", trashed))
        self.trash_button.setVisible(trashed > 0)

    def show_starters(self, starters: Sequence[PlanStarter], fills: Mapping[str, str]) -> None:
        """Show the plans to begin from; `fills` says which open item of the checklist each could fill."""
        shown = (tuple(starters), dict(fills))
        if shown == self._shown_starters:
            return
        self._shown_starters = shown
        fresh = QWidget()
        lines = column(fresh, spacing=4)
        self.starters = {}
        for at, starter in enumerate(starters):
            if at:
                lines.addWidget(Rule())
            line = self.starters[starter.id] = self._starter_row(starter, fills.get(starter.id, ""))
            lines.addWidget(line)
        self._starter_card.body.replaceWidget(self._starter_rows, fresh)
        self._starter_rows.hide()
        self._starter_rows.deleteLater()
        self._starter_rows = fresh

    def focus_starters(self) -> None:
        """Go to the first plan to begin from."""
        first = next(iter(self.starters.values()), None)
        if first is not None:
            self._scroll.reveal(first)
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _starter_row(self, starter: PlanStarter, fills: str) -> RowButton:
        words = self.tr("Fills: {item}").format(item=fills) if fills else ""
        button = RowButton(". ".join(part for part in (starter.title, starter.measure, words) if part))
        line = row(button, margins=(0, 10, 8, 10), spacing=14)
        line.addWidget(Bubble("target", "accent" if fills else "plain"), 0, Qt.AlignmentFlag.AlignTop)
        texts = column(spacing=2)
        texts.addWidget(ElideLabel(starter.title, "strong"))
        texts.addWidget(Label(starter.measure, "small", wrap=True))
        if fills:
            texts.addWidget(Label(words, "caption", "accent", wrap=True))
        line.addLayout(texts, 1)
        button.clicked.connect(partial(self.starter_chosen.emit, starter.id))
        return button

    def _lay_out(self) -> None:
        left, right = column(spacing=10), column(spacing=10)
        left.addWidget(self.list, 1)
        left.addWidget(self._none, 1)
        left.addWidget(self.trash_button, 0, Qt.AlignmentFlag.AlignLeft)
        card = self._starter_card = Card(margins=(20, 16, 12, 8), spacing=4)
        card.add_heading(self.tr("Start from"))
        hint = self.tr("Those that fill a gap of your value checklist stand first. The numbers are yours to measure.")
        card.add(Label(hint, "small", wrap=True))
        card.add(self._starter_rows)
        right.addWidget(card)
        right.addStretch(1)
        columns = Columns(STACKED_BELOW)
        columns.add(left, 1)
        columns.add(right, 0, SIDE_WIDTH)
        body = QWidget()
        column(body, margins=(0, 16, 20, 20)).addWidget(columns, 1)
        self._scroll = Scroll(body)
        column(self).addWidget(self._scroll)

    def _present(self, item: Plan | str) -> CardRow | CardHeading:
        if isinstance(item, str):
            return CardHeading(item)
        chip = state_chip(item, self._today)
        meta = self._about(item)
        title = title_of(item)
        return CardRow(title, meta, (chip,), ". ".join(part for part in (title, chip.text, meta) if part))

    def _about(self, plan: Plan) -> str:
        if plan.is_closed:
            return outcome_words(plan)
        step = plan.next_task
        if plan.starts_on is None or step is None:
            return plan.measure.strip()
        return self.tr("Next: {step}, {days}").format(step=step.text, days=task_days(plan, step))

    def _open(self, item: Plan | str) -> None:
        if isinstance(item, Plan):
            self.opened.emit(item)

    def _ask_removal(self) -> None:
        for item in self.list.selected_items():
            if isinstance(item, Plan):
                self.removal_asked.emit(item)


def _key(item: Plan | str) -> Hashable:
    return item.id if isinstance(item, Plan) else item
