"""The tab's layout: cells and accounts, or the decisions; beside them what is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.planning.decisions.decision_card import DecisionCard
from arcareer_ui.pages.planning.decisions.decision_list import DecisionList
from arcareer_ui.pages.planning.matrix.account_card import AccountCard
from arcareer_ui.pages.planning.matrix.account_list import AccountList
from arcareer_ui.pages.planning.matrix.add_card import AddCard
from arcareer_ui.pages.planning.matrix.cells import MatrixCard
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout

STACKED_BELOW = 800
SIDE_WIDTH = 376


class MatrixView(QWidget):
    """Everything on the tab. `due_asked` wants the decisions that wait, `everything_asked` all accounts again."""

    due_asked = Signal()
    everything_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.look_button = Button(self.tr("Look at them"), size="compact")
        self.due = Banner("", "", "warn", icon="clock", actions=(self.look_button,))
        self.reading = Banner("", self.tr("The accounts appear as soon as it is read."), "info", icon="loader")
        self.reading.hide()
        self.matrix = MatrixCard()
        self.accounts = AccountList()
        self.add_button = Button(self.tr("Add account"), "quiet", icon="plus", size="compact")
        self.paste_button = Button(self.tr("Paste"), "quiet", icon="clipboard-paste", size="compact")
        self.all_button = Button(self.tr("Show all"), "link", icon="x")
        self.decisions = DecisionList()
        self.account = AccountCard()
        self.decision = DecisionCard()
        self.adding = AddCard()
        self.import_button = Button(self.tr("Import a list"), "primary", icon="upload")
        self.first_button = Button(self.tr("Add account"), icon="plus")
        self.first_paste_button = Button(self.tr("Paste a table"), icon="clipboard-paste")
        self._is_bare = False
        self._list_card = self._make_list_card()
        self._lay_out()
        self.look_button.clicked.connect(self.due_asked)
        self.all_button.clicked.connect(self.everything_asked)

    def show_main(self, part: QWidget) -> None:
        """Show the matrix, its empty state, the decisions, or their empty state."""
        for one in (self.matrix, self.empty, self.no_decisions, self._decision_box):
            one.setVisible(one is part or (one is self._decision_box and part is self.decisions))
        self._list_card.setVisible(part is self.matrix)
        self._is_bare = part in (self.empty, self.no_decisions)
        self._fit_side()

    def show_side(self, part: QWidget | None) -> None:
        """Show an account, a decision, the form for new accounts, or a hint."""
        shown = part if part is not None else self._hint
        if not shown.isHidden():
            return
        for one in (self.account, self.decision, self.adding, self._hint):
            one.setVisible(one is shown)
        self._fit_side()
        follow_layout(self)

    def _fit_side(self) -> None:
        """Give the whole width to an empty state: there is nothing to choose."""
        self._side.setVisible(not (self._is_bare and not self._hint.isHidden()))

    @property
    def side(self) -> QWidget:
        """Return what stands beside the accounts."""
        return next(one for one in (self.account, self.decision, self.adding, self._hint) if not one.isHidden())

    @property
    def is_adding(self) -> bool:
        """Return whether accounts are being put in."""
        return not self.adding.isHidden()

    def say_what_is_listed(self, title: str, *, is_part: bool) -> None:
        """Say whether all accounts or those of a cell are listed."""
        self._list_title.setText(title)
        self.all_button.setVisible(is_part)

    def reveal_side(self) -> None:
        """Bring what is chosen into sight where it stands below the list."""
        if self.columns.stacked:
            self._scroll.reveal(self.side)

    def _make_list_card(self) -> Card:
        card = Card(margins=(20, 12, 8, 12), spacing=8)
        self._list_title = Label("", "h2")
        heading = card.add_heading("", self.all_button, self.add_button, self.paste_button)
        heading.insertWidget(0, self._list_title)
        heading.setContentsMargins(0, 0, 12, 0)
        card.add(self.accounts, 1)
        return card

    def _make_empties(self) -> None:
        self.empty = Card()
        self.empty.add(
            EmptyState(
                "grid-2x2",
                self.tr("See which account comes first"),
                self.tr(
                    "An aging list or three accounts by hand are enough. Each is placed by risk and value, with the "
                    "reason and what to do."
                ),
                action=self.import_button,
                second=self.first_button,
                third=self.first_paste_button,
            )
        )
        self.no_decisions = Card()
        self.no_decisions.add(
            EmptyState(
                "history",
                self.tr("Decisions you save stand here"),
                self.tr("Choose an account, say what you decided and why. When the outcome is known, say what came."),
            )
        )
        self._hint = Card()
        self._hint.add(
            EmptyState("list", self.tr("Choose an account"), self.tr("Its reason, the approach and the script."))
        )

    def _lay_out(self) -> None:
        self._make_empties()
        self._decision_box = Card(margins=(20, 12, 8, 12), spacing=8)
        self._decision_box.add_heading(self.tr("Decisions"))
        self._decision_box.add(self.decisions, 1)
        main, side = column(spacing=14), column()
        main.addWidget(self.reading)
        main.addWidget(self.due)
        for part in (self.matrix, self.empty, self.no_decisions):
            main.addWidget(part)
        main.addWidget(self._list_card, 1)
        main.addWidget(self._decision_box, 1)
        for one in (self.account, self.decision, self.adding, self._hint):
            side.addWidget(one, 1)
            if one is not self._hint:
                one.hide()
        main.addStretch(0)
        self.columns = Columns(STACKED_BELOW)
        self.columns.add(main, 1)
        self._side = self.columns.add(side, 0, SIDE_WIDTH)
        body = QWidget()
        column(body, margins=(0, 16, 20, 20)).addWidget(self.columns, 1)
        self._scroll = Scroll(body)
        column(self).addWidget(self._scroll)
