"""The four cells of the matrix with count and balance, and where high begins."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from arcareer.domain.figures import plain_number
from arcareer.domain.priorities import Cell, Thresholds
from arcareer.services.decision_board import CellTotal, DecisionBoard
from arcareer.services.typed_numbers import read_number
from arcareer_ui.amounts import money_words, short_money_words, typed_money
from arcareer_ui.dates import short_date
from arcareer_ui.pages.planning.words import CELL_TONES, cell_words
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import RowButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.line_edit import ParsedLine

SHARE, AMOUNT = "share", "amount"
RISK_WIDTH, VALUE_WIDTH = 104, 116
EDGES_STACKED_BELOW = 520
_PLACES: Mapping[Cell, tuple[int, int]] = {
    Cell.HIGH_RISK_LOW_VALUE: (0, 0),
    Cell.HIGH_RISK_HIGH_VALUE: (0, 1),
    Cell.LOW_RISK_LOW_VALUE: (1, 0),
    Cell.LOW_RISK_HIGH_VALUE: (1, 1),
}
_ICONS = {"danger": "shield-alert", "warn": "triangle-alert", "info": "phone", "accent": "circle-check"}


class CellButton(RowButton):
    """One cell: its name, how many accounts, their balance, and what to do there in one line."""

    def __init__(self, cell: Cell) -> None:
        super().__init__(cell_words(cell))
        self._cell = cell
        tone = CELL_TONES[cell]
        layout = column(self, margins=(14, 10, 14, 12), spacing=2)
        heading = row(spacing=8)
        heading.addWidget(Icon(_ICONS[tone], tone, 16))
        heading.addWidget(Label(cell_words(cell), "label"), 1)
        layout.addLayout(heading)
        figures = row(spacing=8)
        self._balance = Label("", "h1", tabular=True)
        self._count = Label("", "caption")
        figures.addWidget(self._balance, 0, Qt.AlignmentFlag.AlignBaseline)
        figures.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBaseline)
        figures.addStretch(1)
        layout.addLayout(figures)

    def show_total(self, total: CellTotal, currency: str) -> None:
        """Show count and balance."""
        count = self.tr("%n account(s)", "", total.accounts)
        self._balance.setText(short_money_words(total.balance, currency))
        self._count.setText(count)
        balance = money_words(total.balance, currency)
        self.setAccessibleName(f"{cell_words(self._cell)}: {count}, {balance}")


class MatrixCard(Card):
    """`cell_chosen` carries a cell, `thresholds_changed` other thresholds, `currency_chosen` a currency."""

    cell_chosen = Signal(object)
    thresholds_changed = Signal(object)
    currency_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 18), spacing=10)
        self._thresholds = Thresholds()
        self.currency = Combo(self.tr("Currency"), [], size="compact")
        self.add_heading(self.tr("Risk against value"), self.currency)
        self._source = Label("", "small", wrap=True)
        self.add(self._source)
        self.cells = {cell: CellButton(cell) for cell in _PLACES}
        self.add(self._make_grid())
        self.risk = ParsedLine[Decimal](read_number, plain_number)
        self.rule = Combo(
            self.tr("High value begins"),
            [(SHARE, self.tr("with the largest balances that make")), (AMOUNT, self.tr("at a balance of"))],
        )
        self.value = ParsedLine[Decimal](read_number, typed_money)
        self.risk_field = Field(self.tr("High risk from"), self.risk)
        self.value_field = Field("", self.value)
        self.add(self._make_edges())
        self.currency.chosen.connect(self.currency_chosen)
        self.risk.entered.connect(self._take_risk)
        self.value.entered.connect(self._take_value)
        self.rule.chosen.connect(self._take_rule)
        for line, field in ((self.risk, self.risk_field), (self.value, self.value_field)):
            line.unread.connect(partial(field.show_problem, self.tr("This takes one number. Your text is kept.")))
            line.mended.connect(field.clear_message)

    def show_board(self, board: DecisionBoard, chosen: Cell | None) -> None:
        """Show counts, balances and thresholds; `chosen` is the cell whose accounts are listed."""
        self.currency.set_options([(one, one or self.tr("No currency")) for one in board.currencies], board.currency)
        self.currency.setVisible(len(board.currencies) > 1)
        self._source.setText(self._source_words(board))
        for cell, button in self.cells.items():
            button.show_total(board.cells[cell], board.currency)
            button.set_chosen(cell is chosen)
        self._show_edges(board.thresholds, board.currency)

    def settle(self) -> None:
        """Take over what is half typed."""
        self.risk.settle()
        self.value.settle()

    def _show_edges(self, edges: Thresholds, currency: str) -> None:
        self._thresholds = edges
        by_amount = edges.high_value_from is not None
        self.rule.set_current(AMOUNT if by_amount else SHARE)
        self.value_field.set_label(currency if by_amount and currency else self.tr("Amount") if by_amount else "%")
        words = self.tr("Balance from which value is high") if by_amount else self.tr("Share of what is open, percent")
        self.value.setAccessibleName(words)
        if not self.risk.is_half_typed:
            self.risk.set_value(edges.high_risk_from)
        if not self.value.is_half_typed:
            self.value.set_value(edges.high_value_from if by_amount else edges.value_share_pct)

    def _source_words(self, board: DecisionBoard) -> str:
        if board.head is None:
            return self.tr("From the accounts you put in by hand.")
        return self.tr("From {file}, as of {day}, and what you put in by hand.").format(
            file=board.head.file_name, day=short_date(board.head.as_of)
        )

    def _take_risk(self, value: Decimal | None) -> None:
        if value is None or not 0 <= value <= 100:
            self.risk_field.show_problem(self.tr("A risk score goes from 0 to 100. Your text is kept."))
            return
        self.risk_field.clear_message()
        self._tell(Thresholds(value, self._thresholds.high_value_from, self._thresholds.value_share_pct))

    def _take_value(self, value: Decimal | None) -> None:
        edges, by_amount = self._thresholds, self.rule.current == AMOUNT
        if value is None or value < 0 or (not by_amount and value > 100):
            problem = self.tr("A balance is not below zero.") if by_amount else self.tr("A share goes from 0 to 100.")
            self.value_field.show_problem(problem)
            return
        self.value_field.clear_message()
        if by_amount:
            self._tell(Thresholds(edges.high_risk_from, value, edges.value_share_pct))
        else:
            self._tell(Thresholds(edges.high_risk_from, None, value))

    def _take_rule(self, rule: str) -> None:
        edges = self._thresholds
        if rule == SHARE and edges.high_value_from is not None:
            self._tell(Thresholds(edges.high_risk_from, None, edges.value_share_pct))
        elif rule == AMOUNT:
            self.value.set_value(edges.high_value_from)
            self.value.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, edges: Thresholds) -> None:
        if edges != self._thresholds:
            self.thresholds_changed.emit(edges)

    def _make_grid(self) -> QWidget:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for cell, (down, across) in _PLACES.items():
            frame = Card("inset", margins=(0, 0, 0, 0), spacing=0)
            frame.add(self.cells[cell])
            grid.addWidget(frame, down, across)
            self.cells[cell].clicked.connect(partial(self.cell_chosen.emit, cell))
        for across in (0, 1):
            grid.setColumnStretch(across, 1)
        return part

    def _make_edges(self) -> QWidget:
        edges = Columns(EDGES_STACKED_BELOW, 14)
        edges.add(self.risk_field, 0, RISK_WIDTH)
        edges.add(Field(self.tr("High value begins"), self.rule), 1)
        edges.add(self.value_field, 0, VALUE_WIDTH)
        return edges
