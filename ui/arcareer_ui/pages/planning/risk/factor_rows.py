"""The factors of a scorecard: a value where one is known, and what it adds to the score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import plain_number
from arcareer.domain.risk_cards import FactorValue
from arcareer.domain.risks import RiskFactor, RiskScore
from arcareer.services.typed_numbers import read_number
from arcareer_ui.pages.planning.risk.risk_list import score_words
from arcareer_ui.pages.planning.row_stack import RowStack
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.line_edit import ParsedLine
from arcareer_ui.widgets.message_line import MessageLine
from arcareer_ui.widgets.styling import Restyled

VALUE_WIDTH, ADDS_WIDTH = 108, 84


def factor_words(factor: RiskFactor) -> str:
    """Return what a factor measures."""
    return QCoreApplication.translate("RiskFactor", factor.meaning)


class FactorRow(Restyled, QWidget):
    """One factor. `entered` comes when its value was typed or emptied."""

    entered = Signal()

    def __init__(self, factor: RiskFactor) -> None:
        super().__init__()
        self.factor = factor
        words = factor_words(factor)
        self.value = ParsedLine[Decimal](read_number, plain_number, words, self.tr("Not known"))
        self.value.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._adds = Label("", "caption", tabular=True, align=Qt.AlignmentFlag.AlignTrailing)
        self._adds.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        name = Label(words, "small", wrap=True)
        name.setBuddy(self.value)
        layout = column(self, spacing=4)
        line = row(spacing=12)
        line.addWidget(name, 1)
        line.addWidget(self.value)
        line.addWidget(self._adds)
        layout.addLayout(line)
        self._message = MessageLine(self.value)
        layout.addWidget(self._message)
        self.value.entered.connect(lambda _value: self.entered.emit())
        self.value.unread.connect(
            partial(self._message.show_problem, self.tr("This takes one number, or nothing. Your text is kept."))
        )
        self.value.mended.connect(self._message.clear)
        self.restyle()

    def show_value(self, value: Decimal | None) -> None:
        """Show a stored value, unless the user is typing one."""
        if not self.value.is_half_typed:
            self.value.set_value(value)

    def show_share(self, contribution: Decimal | None) -> None:
        """Say what the factor adds, or what it weighs while it is not known."""
        weight = plain_number(self.factor.weight)
        if contribution is None:
            self._adds.setText(self.tr("weighs {weight}").format(weight=weight))
            self._adds.set_tone("text3")
        else:
            self._adds.setText(self.tr("adds {points}").format(points=score_words(contribution)))
            self._adds.set_tone("")

    def restyle(self) -> None:
        """Follow the text scale."""
        theme = current_theme()
        self.value.setFixedWidth(theme.px(VALUE_WIDTH))
        self._adds.setFixedWidth(theme.px(ADDS_WIDTH))


class FactorRows(QWidget):
    """All factors. `entered` comes when a value was typed or emptied."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stack = RowStack(10)
        column(self).addWidget(self._stack)
        self.rows: tuple[FactorRow, ...] = ()

    @property
    def values(self) -> tuple[FactorValue, ...]:
        """Return the values that are known."""
        found = ((one.factor.id, one.value.value) for one in self.rows)
        return tuple(FactorValue(name, value) for name, value in found if value is not None)

    def show_factors(self, factors: Sequence[RiskFactor]) -> bool:
        """Show these factors; returns whether there are other rows now."""
        if tuple(one.factor for one in self.rows) == tuple(factors):
            return False
        self.rows = tuple(FactorRow(factor) for factor in factors)
        for one in self.rows:
            one.entered.connect(self.entered)
        self._stack.set_rows(self.rows)
        return True

    def show_values(self, values: Sequence[FactorValue], score: RiskScore) -> None:
        """Show what is known and what each value adds."""
        known: Mapping[str, Decimal] = {one.factor: one.value for one in values}
        shares = {share.factor.id: share.contribution for share in score.shares}
        for one in self.rows:
            one.show_value(known.get(one.factor.id))
            one.show_share(shares.get(one.factor.id) if score.score is not None else None)

    def settle(self) -> None:
        """Take over what is half typed."""
        for one in self.rows:
            one.value.settle()
