"""Charts as values: what is drawn, in words and numbers; `charts` draws them, `chart_choice` chooses them.

The claim of a chart stands behind its title and subtitle. The ruler at its side counts nothing and claims nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from arcareer.documents.claims import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One value of a chart with the words beside it, and what stands behind them.

    `plain_label` stands in where a font cannot draw `label`.
    """

    label: str
    value: Decimal
    text: str
    plain_label: str = ""
    day: date | None = None
    claim: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendChart:
    """How one measure moved, oldest first; at least two marks, all but the first with a day.

    `goal` is what was aimed for over all of them.
    """

    title: str
    subtitle: str
    marks: tuple[Mark, ...]
    claim: Claim | None = None
    goal: Mark | None = None

    @property
    def description(self) -> str:
        """Return the chart in a sentence that holds every value."""
        marks = self.marks if self.goal is None else (*self.marks, self.goal)
        return f"Line chart. {self.title}. {_told(marks)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Values of one kind side by side, lying bars, in the order to draw them."""

    title: str
    subtitle: str
    marks: tuple[Mark, ...]
    claim: Claim | None = None

    @property
    def description(self) -> str:
        """Return the chart in a sentence that holds every value."""
        return f"Bar chart. {self.title}. {_told(self.marks)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChart:
    """Counts over time, standing bars, oldest first."""

    title: str
    subtitle: str
    marks: tuple[Mark, ...]
    claim: Claim | None = None

    @property
    def description(self) -> str:
        """Return the chart in a sentence that holds every value."""
        return f"Column chart. {self.title}. {_told(self.marks)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One measure before and after."""

    label: str
    before: Decimal
    after: Decimal
    before_text: str
    after_text: str
    plain_label: str = ""
    claim: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PairChart:
    """Measures of one unit, each before and after."""

    title: str
    subtitle: str
    pairs: tuple[Pair, ...]
    claim: Claim | None = None

    @property
    def description(self) -> str:
        """Return the chart in a sentence that holds every value."""
        told = "; ".join(f"{pair.label}: {pair.before_text} before, {pair.after_text} after" for pair in self.pairs)
        return f"Bar chart. {self.title}. {told}."


Chart = TrendChart | BarChart | ColumnChart | PairChart


def _told(marks: tuple[Mark, ...]) -> str:
    return "; ".join(f"{mark.label}: {mark.text}" for mark in marks)
