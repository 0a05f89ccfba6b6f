"""How scoring works: the bands, and weak lines beside strong ones, each scored by the same rubric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from arcareer_ui.pages.prep.rubric.bands import is_low, ranges
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.rule import Rule

if TYPE_CHECKING:
    from arcareer.prose.rubric import Scorecard


class ScoringGuide(Card):
    """The explanation; `left` closes it. Its examples are filled in when it is first shown."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(22, 18, 22, 18), spacing=12)
        self.close_button = IconButton("x", self.tr("Close the explanation"), size="compact")
        self.add_heading(self.tr("How scoring works"), self.close_button)
        text = self.tr(
            "Five criteria, up to 4 points each: how particular the line is, whether a figure shows the result, whether"
            " a reader sees it is receivables work, what the business had from it, and how easily it reads."
        )
        self.add(Label(text, "small", wrap=True))
        self.add(FlowBox(*(Chip(f"{span}  {name}") for span, name in ranges())))
        self._examples: QWidget | None = None
        self.body.addStretch(1)
        self.close_button.clicked.connect(self.left)

    @property
    def is_filled(self) -> bool:
        """Return whether the examples are there."""
        return self._examples is not None

    def fill(self) -> None:
        """Show the examples; the engine scores them, so they are true for its present version."""
        if self._examples is not None:
            return
        from arcareer.prose.pairs import example_pairs  # noqa: PLC0415 - the engines load on first use
        from arcareer.prose.rubric import score  # noqa: PLC0415

        self._examples = QWidget()
        lines = column(self._examples, spacing=12)
        for pair in example_pairs():
            weak, strong = score(pair.weak), score(pair.strong)
            lines.addWidget(Rule())
            lines.addWidget(_line(pair.weak, weak))
            lines.addWidget(_line(pair.strong, strong))
            lines.addWidget(Label(self._moves(weak, strong), "caption", wrap=True))
            lines.addWidget(Label(pair.why, "small", wrap=True))
        self.body.insertWidget(self.body.count() - 1, self._examples)

    def _moves(self, weak: Scorecard, strong: Scorecard) -> str:
        """Return which criteria rose, from how many points to how many."""
        moved = [
            self.tr("{criterion} {before} to {after}").format(criterion=now.label, before=then.score, after=now.score)
            for then, now in zip(weak.points, strong.points, strict=True)
            if now.score != then.score
        ]
        return ", ".join(moved)


def _line(text: str, card: Scorecard) -> QWidget:
    part = QWidget()
    line = row(part, spacing=12)
    low = is_low(card.overall)
    line.addWidget(Chip(str(card.overall), "warn" if low else "accent"), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(text, "small", "" if low else "text", wrap=True), 1)
    return part
