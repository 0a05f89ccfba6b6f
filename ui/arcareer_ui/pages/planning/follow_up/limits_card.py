"""Where the rules of the advice begin: judgement, so each may be changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from arcareer.domain.escalation import Limits
from arcareer.domain.figures import plain_number
from arcareer.services.typed_numbers import read_number
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.line_edit import ParsedLine

FIELD_WIDTH = 158


class LimitsCard(Card):
    """Folded until it is asked for. `changed` carries other limits."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(22, 12, 22, 14), spacing=12)
        self._limits = Limits()
        self.fold_button = Button(self.tr("Change"), "link", icon="settings")
        self.fold_button.setAccessibleName(self.tr("Change where the rules begin"))
        self.reset_button = Button(self.tr("Shipped ones"), "link", icon="rotate-ccw")
        self.add_heading(self.tr("Where the rules begin"), self.reset_button, self.fold_button)
        self._words = Label(self.tr("Your lead may draw the lines elsewhere. The advice follows."), "small", wrap=True)
        self.add(self._words)
        words: Mapping[str, str] = {
            "lead_after_days": self.tr("Lead, days late"),
            "credit_manager_after_days": self.tr("Credit manager, days"),
            "agency_after_days": self.tr("Agency, days late"),
            "attempts": self.tr("Attempts, unanswered"),
            "channels": self.tr("Channels, at least"),
            "broken_promises": self.tr("Broken promises"),
            "first_instalment_pct": self.tr("First part, percent"),
            "plan_months": self.tr("Plan, most months"),
            "insurer_days": self.tr("Insurer, days left"),
        }
        self.lines = {name: ParsedLine[Decimal](_whole, plain_number) for name in words}
        fields = [Field(words[name], line) for name, line in self.lines.items()]
        self._grid = AutoGrid(fields, FIELD_WIDTH, even=True)
        self.add(self._grid)
        for (name, line), field in zip(self.lines.items(), fields, strict=True):
            line.entered.connect(partial(self._take, name))
            line.unread.connect(partial(field.show_problem, self.tr("A whole number. Your text is kept.")))
            line.mended.connect(field.clear_message)
        self.fold_button.clicked.connect(lambda: self._unfold(unfolded=self._grid.isHidden()))
        self.reset_button.clicked.connect(lambda: self.changed.emit(Limits()))
        self._unfold(unfolded=False)

    def show_limits(self, limits: Limits) -> None:
        """Show the limits in use."""
        self._limits = limits
        for name, line in self.lines.items():
            if not line.is_half_typed:
                line.set_value(Decimal(getattr(limits, name)))
        self.reset_button.setVisible(limits != Limits())

    def settle(self) -> None:
        """Take over what is half typed."""
        for line in self.lines.values():
            line.settle()

    def _unfold(self, *, unfolded: bool) -> None:
        self._grid.setVisible(unfolded)
        self.fold_button.set_label(self.tr("Fold") if unfolded else self.tr("Change"))

    def _take(self, name: str, value: Decimal | None) -> None:
        if value is None:
            self.show_limits(self._limits)
            return
        changed: dict[str, Any] = {name: value if name == "first_instalment_pct" else int(value)}
        after = replace(self._limits, **changed)
        if after != self._limits:
            self.changed.emit(after)


def _whole(text: str) -> Decimal | None:
    value = read_number(text)
    return None if value is None or value < 0 or value != value.to_integral_value() else value
