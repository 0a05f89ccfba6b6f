"""Bands of what one person reaches in a year: up to where nobody asks, where proof is wanted, and where more is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Level(StrEnum):
    """What a reader thinks of a value: nothing special, wants proof, wants proof and a named tool or person, doubts."""

    OK = "ok"
    ASK = "ask"
    STRONG = "strong"
    BEYOND = "beyond"


@dataclass(frozen=True, slots=True)
class Band:
    """The edges of a measure. Where less is bolder (`is_error`), the edges go down; values past `ok` ask for proof."""

    id: str
    ok: Decimal
    ask: Decimal
    strong: Decimal
    beyond: str
    is_error: bool = False

    def level(self, value: Decimal) -> Level:
        """Return where a value stands; an edge belongs to the milder side."""
        for level, edge in ((Level.OK, self.ok), (Level.ASK, self.ask), (Level.STRONG, self.strong)):
            if value >= edge if self.is_error else value <= edge:
                return level
        return Level.BEYOND


_ALL = (
    Band(
        "dso_reduction_pct_12m",
        Decimal(10),
        Decimal(20),
        Decimal(35),
        "Beyond what one person brings without other terms, billing or a new system: name it.",
    ),
    Band(
        "dso_reduction_days_12m",
        Decimal(4),
        Decimal(10),
        Decimal(20),
        "Beyond what one person brings without other terms, billing or a new system: name it.",
    ),
    Band(
        "overdue_balance_reduction_pct_12m",
        Decimal(25),
        Decimal(50),
        Decimal(75),
        "Show write-offs and credit notes beside it.",
    ),
    Band(
        "over_90_reduction_pct_12m",
        Decimal(40),
        Decimal(70),
        Decimal(90),
        "This is usually a clean-up of credits or write-offs: show them beside it.",
    ),
    Band(
        "cei_gain_points_12m",
        Decimal(5),
        Decimal(12),
        Decimal(20),
        "Say which sales it is computed with.",
    ),
    Band(
        "bad_debt_ratio_reduction_pct_12m",
        Decimal(25),
        Decimal(50),
        Decimal(75),
        "One large write-off can do this: show the items of both years.",
    ),
    Band(
        "dispute_count_reduction_pct_12m",
        Decimal(25),
        Decimal(50),
        Decimal(70),
        "Say whether the rule of logging disputes changed.",
    ),
    Band(
        "dispute_resolution_time_reduction_pct",
        Decimal(30),
        Decimal(60),
        Decimal(85),
        "The whole gap between the slowest and the fastest firms is about this large.",
    ),
    Band(
        "promise_kept_rate_pct",
        Decimal(85),
        Decimal(95),
        Decimal(99),
        "Say whether promises that are not due yet were counted.",
    ),
    Band(
        "auto_match_rate_gain_points",
        Decimal(15),
        Decimal(30),
        Decimal(50),
        "A system brings this, not a person: name it.",
    ),
    Band(
        "manual_time_saved_pct",
        Decimal(30),
        Decimal(60),
        Decimal(90),
        "The task is gone rather than shorter: say so.",
    ),
    Band(
        "forecast_wape_pct_monthly",
        Decimal(8),
        Decimal(4),
        Decimal(2),
        "Below 2% is read as hindsight: say when it was frozen.",
        is_error=True,
    ),
    Band(
        "collected_amount_share_of_overdue_pct_90d",
        Decimal(60),
        Decimal(85),
        Decimal(97),
        "Say how much of it was credited rather than paid.",
    ),
)
BANDS = {band.id: band for band in _ALL}
"""The bands by id."""
