"""Short answers read with plain SQL: the first window is painted from them before SQLAlchemy is loaded."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from arcareer.domain.figures import figure_text
from arcareer.domain.periods import Period
from arcareer.domain.win_lists import WinQuery, WinSummary
from arcareer.storage.places import place_range
from arcareer.storage.records.figures import FIGURE_COLUMNS, figure_from
from arcareer.storage.search import counting, match_of, selection_of
from arcareer.storage.stored import Record, Stored, date_text, id_text, read_instant, readable
from arcareer.storage.turn import Turn

if TYPE_CHECKING:
    from arcareer.domain.agenda import Occasion
    from arcareer.domain.bullets import Bullet
    from arcareer.domain.checks import WritingChecks
    from arcareer.domain.customers import Customer

# What the first page does without is imported where it is read: start-up counts milliseconds.

_SUMMARY = "w.id, w.headline, w.happened_on, w.theme, w.has_number, w.trashed_at"
_AT_ONCE = 500

Row = tuple[Any, ...]


class Glance:
    """Reads summaries and counts; a fault of the disk leaves as `LibraryProblem`."""

    def __init__(self, connection: sqlite3.Connection, path: Path, turn: Turn) -> None:
        self._connection = connection
        self._path = path
        self._turn = turn

    def go_on_with(self, connection: sqlite3.Connection) -> None:
        """Use this connection from now on: the database was replaced."""
        self._connection = connection

    def find(self, query: WinQuery, limit: int, offset: int = 0) -> tuple[WinSummary, ...]:
        """Return the wins a query finds, from the given one on, in the query's order."""
        found = selection_of(query)
        sql = f"SELECT {_SUMMARY} {found.body} ORDER BY {found.order} LIMIT ? OFFSET ?"
        return self._summaries(self._rows(sql, (*found.parameters, limit, offset)))

    def count(self, query: WinQuery) -> int:
        """Return how many wins a query finds."""
        found = counting(query)
        ((wins,),) = self._rows(f"SELECT count(*) {found.body}", found.parameters)
        return int(wins)

    def summaries(self, identities: Sequence[UUID]) -> tuple[WinSummary, ...]:
        """Return the wins that exist, those in the trash too, in the order asked for."""
        keys = [id_text(identity) for identity in identities]
        rows = self._by_keys(f"SELECT {_SUMMARY} FROM wins w WHERE w.id IN", "", keys)  # noqa: S608 - columns of ours
        by_id = {summary.id: summary for summary in self._summaries(rows)}
        return tuple(by_id[identity] for identity in identities if identity in by_id)

    def wins_by_day(self, period: Period) -> tuple[tuple[date, int], ...]:
        """Return the days of a period on which wins happened, and how many."""
        sql = "SELECT happened_on, count(*) FROM wins WHERE place BETWEEN ? AND ? GROUP BY happened_on"
        rows = self._rows(sql, place_range(period, trashed=False))
        return tuple(readable(rows, lambda row: (date.fromisoformat(row[0]), int(row[1]))))

    def wins_by_theme(self, period: Period) -> tuple[tuple[str, int], ...]:
        """Return the themes of a period's wins with their number, most first; a win without theme counts for none."""
        sql = (
            "SELECT theme, count(*) AS wins FROM wins WHERE place BETWEEN ? AND ? AND theme <> '' "
            "GROUP BY theme ORDER BY wins DESC, theme"
        )
        return tuple((str(theme), int(wins)) for theme, wins in self._rows(sql, place_range(period, trashed=False)))

    def occasions(self, since: date) -> tuple[Occasion, ...]:
        """Return what happens on a day or later, soonest first."""
        sql = "SELECT id, kind, title, happens_on FROM occasions WHERE happens_on >= ? ORDER BY happens_on, title, id"
        names = ("id", "kind", "title", "happens_on")
        rows = self._rows(sql, (date_text(since),))
        if not rows:
            return ()
        from arcareer.storage.records.agenda import occasion_from  # noqa: PLC0415

        return tuple(readable(rows, lambda row: occasion_from(dict(zip(names, row, strict=True)))))

    def customers(self) -> tuple[Customer, ...]:
        """Return every customer with all spellings."""
        from arcareer.storage.records.customers import CUSTOMERS  # noqa: PLC0415

        spellings: dict[str, list[Record]] = {}
        sql = "SELECT customer_id, spelling FROM customer_spellings ORDER BY customer_id, position"
        for key, spelling in self._rows(sql):
            spellings.setdefault(key, []).append({"spelling": spelling})
        names = ("id", "name", "alias")
        roots = (dict(zip(names, row, strict=True)) for row in self._rows("SELECT id, name, alias FROM customers"))

        def customer(root: Record) -> Customer:
            return CUSTOMERS.from_rows(root, {"customer_spellings": tuple(spellings.get(root["id"], ()))})

        return tuple(readable(roots, customer))

    def away_mondays(self) -> frozenset[date]:
        """Return the Mondays of the weeks the user was away."""
        rows = self._rows("SELECT monday FROM away_weeks")
        return frozenset(readable(rows, lambda row: date.fromisoformat(row[0])))

    def bullets(self) -> tuple[Bullet, ...]:
        """Return every bullet in the user's order."""
        from arcareer.domain.bullets import in_order  # noqa: PLC0415

        return in_order(self._bullets("FROM bullets b", ()))

    def find_bullets(self, text: str, limit: int) -> tuple[Bullet, ...]:
        """Return the bullets that have every word of the text, the last one as a beginning; best fit first."""
        match = match_of(text)
        if not match:
            return ()
        body = (
            "FROM bullet_fts JOIN bullets b ON b.number = bullet_fts.rowid "
            "WHERE bullet_fts MATCH ? ORDER BY bm25(bullet_fts), b.position, b.number LIMIT ?"
        )
        return self._bullets(body, (match, limit))

    def writing_checks(self) -> WritingChecks | None:
        """Return what the writing checks leave alone, None where nothing was ever switched off."""
        from arcareer.storage.records.writing import CHECKS_COLUMNS, checks_from  # noqa: PLC0415

        rows = self._rows(f"SELECT {', '.join(CHECKS_COLUMNS)} FROM writing_checks")  # noqa: S608 - columns of ours
        found = readable(rows, lambda row: checks_from(dict(zip(CHECKS_COLUMNS, row, strict=True))))
        return next(iter(found), None)

    def answers(self) -> int:
        """Return how many answers there are outside the trash."""
        return sum(int(count) for (count,) in self._rows("SELECT count(*) FROM answers WHERE trashed_at IS NULL"))

    def purpose(self) -> str:
        """Return what the owner said brings them here, empty before they did."""
        return next((str(purpose) for (purpose,) in self._rows("SELECT purpose FROM owners")), "")

    def _summaries(self, rows: Sequence[Row]) -> tuple[WinSummary, ...]:
        figures = self._figures(str(row[0]) for row in rows if row[4])
        return tuple(readable(rows, lambda row: _summary(row, figures)))

    def _bullets(self, body: str, parameters: Sequence[Stored]) -> tuple[Bullet, ...]:
        from arcareer.storage.records.bullets import BULLET_COLUMNS, bullet_from  # noqa: PLC0415

        columns = ", ".join(f"b.{name}" for name in BULLET_COLUMNS)
        rows = self._rows(f"SELECT {columns} {body}", parameters)
        return tuple(readable(rows, lambda row: bullet_from(dict(zip(BULLET_COLUMNS, row, strict=True)))))

    def _figures(self, keys: Iterable[str]) -> dict[str, list[str]]:
        sql = f"SELECT win_id, {', '.join(FIGURE_COLUMNS)} FROM win_figures WHERE win_id IN"  # noqa: S608 - columns of ours
        texts: dict[str, list[str]] = {}
        for key, text in readable(self._by_keys(sql, "ORDER BY win_id, position", list(keys)), _figure):
            texts.setdefault(key, []).append(text)
        return texts

    def _by_keys(self, sql: str, order: str, keys: Sequence[str]) -> list[Row]:
        rows: list[Row] = []
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            rows += self._rows(f"{sql} ({', '.join('?' * len(some))}) {order}", some)
        return rows

    def _rows(self, sql: str, parameters: Sequence[Stored] = ()) -> list[Row]:
        with self._turn.reading():
            try:
                return self._fetch(sql, parameters)
            except sqlite3.Error as fault:
                from arcareer.storage.faults import as_problem  # noqa: PLC0415

                raise as_problem(fault, self._path) from fault

    def _fetch(self, sql: str, parameters: Sequence[Stored]) -> list[Row]:
        """Return the rows; text that damage made undecodable is shown with marks in place of what cannot be read."""
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.OperationalError as fault:
            if "Could not decode" not in str(fault):
                raise
        self._connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        try:
            return self._connection.execute(sql, parameters).fetchall()
        finally:
            self._connection.text_factory = str


def _summary(row: Row, figures: dict[str, list[str]]) -> WinSummary:
    key, headline, day, theme, has_number, trashed_at = row
    return WinSummary(
        id=UUID(key),
        headline=headline,
        happened_on=date.fromisoformat(day),
        theme=theme,
        figures=tuple(figures.get(key, ())),
        has_number=bool(has_number),
        trashed_at=None if trashed_at is None else read_instant(trashed_at),
    )


def _figure(row: Row) -> tuple[str, str]:
    key, *values = row
    return key, figure_text(figure_from(dict(zip(FIGURE_COLUMNS, values, strict=True))))
