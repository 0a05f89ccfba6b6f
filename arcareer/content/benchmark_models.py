"""The records of benchmarks.toml. Annotations are read at run time by the loader, so they stay real types here."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """What others report of a metric, in the metric's unit: one number (`low` and `high` alike) or a range.

    `metric` is an id of the dashboard; `statistic` says what kind of number it is, `population` whose, `when` of which
    time. `caution` says what to mind when comparing.
    """

    id: str
    metric: str
    label: str
    low: Decimal
    high: Decimal
    statistic: str
    population: str
    when: str
    source: str
    caution: str = ""
