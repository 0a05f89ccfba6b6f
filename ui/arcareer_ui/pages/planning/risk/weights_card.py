"""The weights of the factors: always 100 in all."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.decisions import FactorWeight
from arcareer.domain.figures import plain_number
from arcareer.domain.risks import DEFAULT_FACTORS, WHOLE, RiskFactor
from arcareer.services.typed_numbers import read_number
from arcareer_ui.pages.planning.risk.factor_rows import factor_words
from arcareer_ui.pages.planning.row_stack import RowStack
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.line_edit import LineEdit, ParsedLine
from arcareer_ui.widgets.message_line import MessageLine

VALUE_WIDTH = 92
_SHIPPED = {factor.id for factor in DEFAULT_FACTORS}


class WeightsCard(Card):
    """`saved` carries the weights once they are 100 in all, `reset_asked` wants the shipped ones."""

    saved = Signal(object)
    reset_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 22), spacing=12)
        self.add_heading(self.tr("Weights"))
        self.add(
            Label(
                self.tr("How much each factor counts. They are 100 in all, so what one gains another gives."),
                "small",
                wrap=True,
            )
        )
        self._stack = RowStack(8)
        self._factors: tuple[RiskFactor, ...] = ()
        self.lines: dict[str, ParsedLine[Decimal]] = {}
        self.add(self._stack)
        self.own = LineEdit(self.tr("A factor of your own, in points from 0 to 100"), self.tr("Pays by cheque only"))
        self.own_button = Button(self.tr("Add factor"), icon="plus", size="compact")
        own = QWidget()
        line = row(own, spacing=10)
        line.addWidget(self.own, 1)
        line.addWidget(self.own_button)
        self.add(own)
        self._total = Label("", "strong", tabular=True)
        self.add(self._total)
        self.save_button = Button(self.tr("Use these weights"), "primary", icon="check")
        self.even_button = Button(self.tr("Scale to 100"))
        self.reset_button = Button(self.tr("Take the shipped ones"), "quiet", icon="rotate-ccw")
        self._message = MessageLine(self.save_button)
        self.add(FlowBox(self.save_button, self.even_button, self.reset_button))
        self.add(self._message)
        self.body.addStretch(1)
        self.save_button.clicked.connect(self._save)
        self.even_button.clicked.connect(self._scale)
        self.reset_button.clicked.connect(self.reset_asked)
        self.own_button.clicked.connect(self._add_own)
        self.own.returnPressed.connect(self._add_own)

    def show_factors(self, factors: Sequence[RiskFactor]) -> None:
        """Show the factors with their weights."""
        self._factors = tuple(factors)
        self.lines = {}
        self._stack.set_rows([self._row(factor) for factor in self._factors])
        self._tell()

    @property
    def weights(self) -> tuple[FactorWeight, ...]:
        """Return the weights as they are typed; what cannot be read counts as nothing."""
        return tuple(
            FactorWeight(
                factor.id, self.lines[factor.id].value or Decimal(0), "" if factor.id in _SHIPPED else factor.meaning
            )
            for factor in self._factors
        )

    def _row(self, factor: RiskFactor) -> QWidget:
        part = QWidget()
        line = row(part, spacing=12)
        words = factor_words(factor)
        field = ParsedLine[Decimal](read_number, plain_number, self.tr("Weight: {factor}").format(factor=words))
        field.setMaximumWidth(VALUE_WIDTH * 2)
        field.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        field.set_value(factor.weight)
        field.textEdited.connect(lambda _text: self._tell())
        self.lines[factor.id] = field
        name = Label(words, "small", wrap=True)
        name.setBuddy(field)
        line.addWidget(name, 3)
        line.addWidget(field, 1)
        if factor.id not in _SHIPPED:
            drop = IconButton("trash-2", self.tr("Remove factor: {factor}").format(factor=words), size="compact")
            drop.clicked.connect(lambda: self._drop(factor))
            line.addWidget(drop)
        return part

    def _tell(self) -> None:
        total = sum((one.weight for one in self.weights), Decimal(0))
        rest = total - WHOLE
        words = self.tr("{total} of 100").format(total=plain_number(total))
        if rest:
            over = self.tr("{rest} too many") if rest > 0 else self.tr("{rest} to give")
            words = f"{words}, {over.format(rest=plain_number(abs(rest)))}"
        self._total.setText(words)
        self._total.set_tone("warn" if rest else "accent")
        self.save_button.setEnabled(not rest)
        self.even_button.setVisible(bool(rest) and total > 0)
        self._message.clear()

    def _scale(self) -> None:
        """Share 100 out in the proportions typed, in whole numbers; the heaviest factor takes what is left over."""
        total = sum((one.weight for one in self.weights), Decimal(0))
        shares = {one.factor: (one.weight * WHOLE / total).quantize(Decimal(1)) for one in self.weights}
        heaviest = max(shares, key=lambda name: shares[name])
        shares[heaviest] += WHOLE - sum(shares.values(), Decimal(0))
        for name, line in self.lines.items():
            line.set_value(shares[name])
        self._tell()

    def _save(self) -> None:
        if any(one.weight < 0 for one in self.weights):
            self._message.show_problem(self.tr("A weight is not below zero. Nothing was changed."))
            return
        self.saved.emit(self.weights)

    def _add_own(self) -> None:
        meaning = " ".join(self.own.text().split())
        if not meaning:
            return
        weights = {one.factor: one.weight for one in self.weights}
        taken = {factor.meaning.casefold() for factor in self._factors}
        if meaning.casefold() in taken:
            return
        self.own.set_text("")
        own = RiskFactor(f"own:{meaning.casefold()}", meaning, Decimal(0), self._factors[0].steps)
        self._keep_typed((*self._factors, own), weights)
        self.lines[own.id].setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, factor: RiskFactor) -> None:
        weights = {one.factor: one.weight for one in self.weights}
        self._keep_typed(tuple(one for one in self._factors if one is not factor), weights)

    def _keep_typed(self, factors: Sequence[RiskFactor], weights: dict[str, Decimal]) -> None:
        self.show_factors(factors)
        for name, weight in weights.items():
            if name in self.lines:
                self.lines[name].set_value(weight)
        self._tell()
