"""Runs the benchmarks and prints one table: ``python -m benchmarks [NAME...]``.

Figures are ratios wherever something comparable can be measured in the same run, because only those mean the same on
every machine.
"""

import argparse
import sys
from collections.abc import Sequence

from benchmarks import command_line, documents, ledgers, prose, reviews, search, window
from benchmarks.measure import Benchmark, Measure

BENCHMARKS: tuple[tuple[str, Benchmark], ...] = (
    ("command-line", command_line.start),
    ("window", window.window),
    ("search", search.search),
    ("ledgers", ledgers.ledgers),
    ("documents", documents.documents),
    ("reviews", reviews.reviews),
    ("prose", prose.prose),
)


def main(argv: Sequence[str]) -> int:
    """Run the named benchmarks, or all, and return 0; bounds are shown in the table and stop nothing."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure speed and memory.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(name for name, _ in BENCHMARKS)}")
    wanted = parser.parse_args(argv).names
    unknown = set(wanted) - {name for name, _ in BENCHMARKS}
    if unknown:
        parser.error(f"there is no benchmark called {', '.join(sorted(unknown))}")
    print(_row("", "measured", "against", "ratio", "aim", "limit", ""))
    for name, benchmark in BENCHMARKS:
        if not wanted or name in wanted:
            for measure in benchmark():
                print(_describe(measure), flush=True)
    return 0


def _describe(measure: Measure) -> str:
    base = "" if measure.base is None else f"{_figure(measure.base)} {measure.unit} {measure.base_name}"
    ratio = "" if measure.base is None else f"{measure.counts:.2f}"
    bounds = ("" if bound is None else f"{bound:g}" for bound in (measure.aim, measure.limit))
    return _row(measure.name, f"{_figure(measure.value)} {measure.unit}", base, ratio, *bounds, measure.verdict)


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _row(*cells: str) -> str:
    name, value, base, ratio, aim, limit, verdict = cells
    return f"{name:<44} {value:>14}  {base:<34} {ratio:>7} {aim:>6} {limit:>6}  {verdict}".rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
