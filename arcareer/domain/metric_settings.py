"""What the user set for the metrics: the variant of each, goals, and improvements that are not to be offered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final
from uuid import UUID

from arcareer.domain.identity import named_id
from arcareer.domain.metric_kinds import MetricKind
from arcareer.domain.metric_months import Book

METRIC_SETTINGS_ID: Final = named_id("metric-settings")


@dataclass(frozen=True, slots=True)
class MetricGoal:
    """The goal of a metric in a book, in the metric's unit."""

    metric: str
    book: Book
    value: Decimal


@dataclass(frozen=True, slots=True)
class MetricVariant:
    """The one variant in which a metric is computed everywhere, so that before and after are alike."""

    metric: str
    formula: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricSettings:
    """Variants, goals, and the keys of improvements the user waved away or made a win of."""

    id: UUID = METRIC_SETTINGS_ID
    variants: tuple[MetricVariant, ...] = ()
    goals: tuple[MetricGoal, ...] = ()
    settled: tuple[str, ...] = ()

    def variant(self, kind: MetricKind) -> str:
        """Return the formula in which a metric is computed."""
        chosen = next((one.formula for one in self.variants if one.metric == kind.id), "")
        return chosen if chosen in kind.variants else kind.variants[0]

    def goal(self, metric: str, book: Book) -> Decimal | None:
        """Return the goal of a metric in a book, or None."""
        return next((one.value for one in self.goals if (one.metric, one.book) == (metric, book)), None)


def with_goal(settings: MetricSettings, metric: str, book: Book, value: Decimal | None) -> MetricSettings:
    """Return the settings with another goal; None takes the goal away."""
    others = tuple(one for one in settings.goals if (one.metric, one.book) != (metric, book))
    return replace(settings, goals=others if value is None else (*others, MetricGoal(metric, book, value)))


def with_variant(settings: MetricSettings, metric: str, formula: str) -> MetricSettings:
    """Return the settings with a metric computed in another variant."""
    others = tuple(one for one in settings.variants if one.metric != metric)
    return replace(settings, variants=(*others, MetricVariant(metric, formula)))
