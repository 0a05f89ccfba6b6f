"""Search as you type, lists and saving in a library of 100,000 wins."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from arcareer.domain.win_lists import WinOrder, WinQuery
from benchmarks.measure import Measure, median_seconds
from tests.support.builders import Library, a_draft, a_figure, a_library
from tests.support.bulk import fill, many_wins

WINS = 100_000
SHOWN = 50
TYPED = ("collected", "harlow foods", "dispute freight", "überland", "zebra")
SHORTEST = 2

_SCAN = "SELECT id FROM wins WHERE headline || ' ' || situation || ' ' || action || ' ' || outcome LIKE ?"


def search() -> tuple[Measure, ...]:
    """Measure a key of a typed search, a list page and a save against plain SQL on the same library."""
    with _filled() as library:
        keys = [text[:length] for text in TYPED for length in range(SHORTEST, len(text) + 1)]
        newest = [_milliseconds(partial(_answer, library, key)) for key in dict.fromkeys(keys)]
        ranked = [_milliseconds(partial(_ranked, library, text)) for text in TYPED]
        scan = _milliseconds(lambda: library.store.connection.execute(_SCAN, ("%collected%",)).fetchall())
        page = _milliseconds(lambda: library.journal.find(WinQuery()))
        save = _milliseconds(lambda: library.journal.log_win(a_draft(figures=(a_figure(),))))
        return (
            Measure("search, a key, newest 50 and count, median", statistics.median(newest), "ms", aim=30),
            Measure("search, a key, newest 50 and count, slowest", max(newest), "ms", aim=30),
            Measure("search, a key, against a scan", statistics.median(newest), "ms", "LIKE '%x%'", scan, aim=0.5),
            Measure("search, ranked 50 after a pause, slowest", max(ranked), "ms", "LIKE '%x%'", scan, aim=2),
            Measure("list, newest 500 with figures", page, "ms", "LIKE '%x%'", scan, aim=0.2),
            Measure("save a win among 100,000", save, "ms", aim=30),
        )


@contextmanager
def _filled() -> Iterator[Library]:
    with tempfile.TemporaryDirectory(prefix="arcareer-bench-") as folder:
        library = a_library(Path(folder))
        try:
            fill(library.store.connection, many_wins(WINS))
            yield library
        finally:
            library.close()


def _answer(library: Library, text: str) -> None:
    query = WinQuery(text=text)
    library.journal.find(query, SHOWN)
    library.journal.count(query)


def _ranked(library: Library, text: str) -> None:
    library.journal.find(WinQuery(text=text, order=WinOrder.BEST_MATCH), SHOWN)


def _milliseconds(work: Callable[[], object]) -> float:
    return median_seconds(work, runs=5) * 1000
