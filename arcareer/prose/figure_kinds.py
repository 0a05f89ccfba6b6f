"""The vocabulary of the figure tagger: what a number in a sentence can be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from decimal import Decimal

    from arcareer.prose.text import Span


class FigureKind(StrEnum):
    """What a number measures, or why it measures nothing."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    RATIO = "ratio"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    COUNT = "count"
    DURATION = "duration"
    FREQUENCY = "frequency"
    NUMBER = "number"

    YEAR = "year"
    DATE = "date"
    QUARTER = "quarter"
    TIME = "time of day"
    PHONE = "phone"
    FORM = "form"
    PRODUCT = "product version"
    CODE = "code"
    REFERENCE = "reference"
    TERMS = "payment terms"
    BUCKET = "aging bucket"
    THRESHOLD = "threshold"
    CADENCE = "cadence"
    AVAILABILITY = "availability"
    ORDINAL = "ordinal"
    IDIOM = "idiom"
    TENURE = "tenure"
    PLACEHOLDER = "placeholder"


METRIC_KINDS: Final = frozenset(
    {
        FigureKind.MONEY,
        FigureKind.PERCENT,
        FigureKind.POINTS,
        FigureKind.RATIO,
        FigureKind.FRACTION,
        FigureKind.MULTIPLE,
        FigureKind.COUNT,
        FigureKind.DURATION,
        FigureKind.FREQUENCY,
        FigureKind.NUMBER,
    }
)


@dataclass(frozen=True, slots=True)
class FigureMention:
    """One number as the user wrote it.

    `span` lies on the user's own characters. `value` is the number (the end value of a from-to pair, the lower end of
    a range, the numerator's share base for a ratio is in `upper`); `before`/`after` are set for from-to pairs, `upper`
    for ranges and for the "of" side of a ratio. `unit` is "%", "points", "days", "x" and so on; `currency` an ISO 4217
    code ("$" alone reads as USD); `noun` the thing counted; `per` the period of a rate ("week"). `direction` is "up",
    "down" or "" as the sentence around it says.
    """

    span: Span
    kind: FigureKind
    text: str
    value: Decimal | None = None
    before: Decimal | None = None
    after: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    currency: str = ""
    noun: str = ""
    per: str = ""
    direction: str = ""
    is_outcome: bool = False
    has_baseline: bool = False
    has_time_frame: bool = False
    is_trivial: bool = False
    is_malformed: bool = False

    @property
    def is_metric(self) -> bool:
        """True when the number measures something; a year, a phone number or a payment term does not."""
        return self.kind in METRIC_KINDS

    @property
    def is_pair(self) -> bool:
        """True for "from 96 to 42"."""
        return self.before is not None and self.after is not None
