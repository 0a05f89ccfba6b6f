"""A list that is imported twice is there once, whatever it holds and however it was written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from arcareer.domain.figures import FigureScope
from arcareer.ledgers.reading import ReadingChoices
from tests.core.ledgers.test_properties import Row, ledgers, written
from tests.support.builders import Library, a_library
from tests.support.contents import contents

YEAR_END = ReadingChoices(as_of=date(2024, 12, 31))


def take(library: Library, path: Path) -> int:
    """Import a file and return how many edits that took."""
    found = library.ledgers.read(path, YEAR_END, library.ledgers.known_layouts())
    return len(library.ledgers.take(found, ledger="Ledger", scope=FigureScope.PORTFOLIO).edits)


@settings(max_examples=8, deadline=None)
@given(
    rows=ledgers(),
    delimiter=st.sampled_from([",", ";", "\t"]),
    decimal=st.sampled_from([".", ","]),
    encoding=st.sampled_from(["utf-8-sig", "utf-16", "cp1252"]),
)
def test_twice_is_once_and_one_undo_takes_all_of_it_back(
    rows: list[Row], delimiter: str, decimal: str, encoding: str
) -> None:
    with TemporaryDirectory() as folder:
        path, copy = Path(folder, "list.csv"), Path(folder, "copy of list.csv")
        library = a_library(Path(folder, "library"))
        before = contents(library.store)
        for file in (path, copy):
            file.write_bytes(written(rows, delimiter=delimiter, decimal=decimal).encode(encoding))
        found = library.ledgers.read(path, YEAR_END)
        assert {one.currency: sum(one.aging.values()) for one in found.totals} == {
            currency: sum(row[5] for row in rows if row[6] == currency) for currency in {row[6] for row in rows}
        }
        taken = library.ledgers.take(found, ledger="Ledger", scope=FigureScope.PORTFOLIO)
        once = contents(library.store)
        assert (take(library, path), take(library, copy)) == (0, 0)
        assert contents(library.store) == once
        library.edits.apply(taken.inverse())
        assert contents(library.store) == before
        library.close()
