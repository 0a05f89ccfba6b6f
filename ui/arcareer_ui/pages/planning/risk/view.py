"""The tab's layout: the ranked list on one side, the scorecard or the weights on the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.risk_cards import RiskKind
from arcareer_ui.pages.planning.risk.risk_card_view import RiskCardView
from arcareer_ui.pages.planning.risk.risk_list import RiskList, kind_words
from arcareer_ui.pages.planning.risk.weights_card import WeightsCard
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout

STACKED_BELOW = 820
LIST_WIDTH = 356


class RiskView(QWidget):
    """Everything on the tab. `add_asked` wants the subject typed to be scored."""

    add_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.subject = LineEdit(self.tr("Account or risk to score"), self.tr("Harlow Foods"))
        kinds = [(one.value, kind_words(one)) for one in RiskKind]
        self.kind = Combo(self.tr("What it is"), kinds, RiskKind.ACCOUNT.value)
        self.add_button = Button(self.tr("Score it"), icon="plus")
        self.subject_field = Field(self.tr("Score an account or a risk"), self.subject)
        self.list = RiskList()
        self.card = RiskCardView()
        self.weights = WeightsCard()
        self._lay_out()
        self.add_button.clicked.connect(self.add_asked)
        self.subject.returnPressed.connect(self.add_asked)
        self.subject.textEdited.connect(self.subject_field.clear_message)
        self.show_side(self.empty)

    def show_side(self, part: QWidget) -> None:
        """Show a scorecard, the weights, or what will be here."""
        if not part.isHidden():
            return
        for one in (self.card, self.weights, self.empty):
            one.setVisible(one is part)
        follow_layout(self)

    def show_list(self, *, some: bool) -> None:
        """Show the list where there is something in it."""
        self.list_card.setVisible(some)

    def reveal_side(self) -> None:
        """Bring what is chosen into sight where it stands below the list."""
        if self.columns.stacked:
            self._scroll.reveal(self.card)

    def _lay_out(self) -> None:
        add = Card(margins=(20, 14, 20, 18), spacing=10)
        add.add(self.subject_field)
        line = row(spacing=10)
        line.addWidget(self.kind, 1)
        line.addWidget(self.add_button)
        add.body.addLayout(line)
        self.list_card = Card(margins=(20, 12, 8, 12), spacing=8)
        self.list_card.add_heading(self.tr("Highest first"))
        self.list_card.add(self.list, 1)
        self.empty = Card()
        self.empty.add(
            EmptyState(
                "gauge",
                self.tr("See where late payment is likely"),
                self.tr(
                    "Name an account or a risk. Type what you know, leave the rest empty: the score says how much of "
                    "it is known."
                ),
            )
        )
        main, side = column(spacing=14), column()
        main.addWidget(add)
        main.addWidget(self.list_card, 1)
        main.addStretch(0)
        for part in (self.card, self.weights, self.empty):
            side.addWidget(part, 1)
            part.hide()
        self.columns = Columns(STACKED_BELOW)
        self.columns.add(main, 0, LIST_WIDTH)
        self.columns.add(side, 1)
        body = QWidget()
        column(body, margins=(0, 16, 20, 20)).addWidget(self.columns, 1)
        self._scroll = Scroll(body)
        column(self).addWidget(self._scroll)
