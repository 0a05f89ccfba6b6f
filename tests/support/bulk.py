"""Fills a library with many wins at once: the rows the repositories would write, without one transaction a win."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from arcareer.domain.figures import Figure, Unit
from arcareer.domain.journal import Win
from arcareer.storage.checksums import add_to_count, row_sum
from arcareer.storage.places import place_of
from arcareer.storage.records.wins import WINS
from arcareer.storage.stored import Record

THEMES = ("cash", "disputes", "accuracy", "process", "teamwork", "risk", "")
COMPETENCIES = ("collections_strategy", "forecasting", "dispute_resolution", "erp_tools", "risk_mitigation")
_WORDS = tuple(
    """
    collected cleared resolved agreed matched reviewed rebuilt trained warned escalated invoice invoices dispute balance
    customer portal remittance deduction credit note terms aging reminder ledger statement controller payment plan
    short-paid freight pricing month quarter close unapplied cash lockbox backlog Harlow Brenner Castell Dunmore Elsway
    Foods Logistics Metals Retail Textiles Überland Größe café days week before after team report template checklist
    """.split()  # noqa: SIM905
)
_AT_ONCE = 2_000


def many_wins(number: int, *, words: int = 40, last: date = date(2026, 10, 16), seed: int = 7) -> Iterator[Win]:
    """Yield wins of about `words` words over the ten years up to `last`, the same ones every time, oldest first."""
    chance = random.Random(seed)
    start = datetime(last.year, last.month, last.day, 9, tzinfo=UTC)
    for index in range(number):
        age = (number - 1 - index) * 3_650 // max(number, 1)
        text = [chance.choice(_WORDS) for _ in range(words)]
        amount = Decimal(chance.randrange(50_000, 9_000_000)) / 100
        figure = Figure(measure="collected", unit=Unit.MONEY, after=amount, currency="USD")
        yield Win(
            id=UUID(int=chance.getrandbits(128), version=4),
            headline=" ".join(text[:10]).capitalize(),
            happened_on=last - timedelta(days=age),
            logged_at=start - timedelta(days=age) + timedelta(milliseconds=4 * index),
            theme=chance.choice(THEMES),
            situation=" ".join(text[10:20]),
            action=" ".join(text[20:30]),
            outcome=" ".join(text[30:]),
            competencies=tuple(chance.sample(COMPETENCIES, 2)),
            figures=(figure,) if chance.random() < 0.7 else (),
        )


def fill(connection: sqlite3.Connection, wins: Iterable[Win]) -> int:
    """Write new wins without customers in one transaction and return how many they were."""
    pending: dict[str, list[Record]] = {}
    taken: set[int] = set()
    number = 0
    connection.execute("BEGIN IMMEDIATE")
    for win in wins:
        rows = WINS.to_rows(win)
        place = place_of(win)
        while place in taken:
            place += 1
        taken.add(place)
        pending.setdefault("wins", []).append({**rows.root, "place": place, "also_about": "", "version": 1})
        for table, records in rows.parts.items():
            pending.setdefault(table, []).extend(records)
        number += 1
        if number % _AT_ONCE == 0:
            _write(connection, pending)
    _write(connection, pending)
    connection.execute("COMMIT")
    return number


def _write(connection: sqlite3.Connection, pending: dict[str, list[Record]]) -> None:
    for table, records in pending.items():
        if not records:
            continue
        names = [*records[0], "row_sum"]
        sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        connection.executemany(sql, [(*record.values(), row_sum(table, record)) for record in records])
        add_to_count(connection, table, len(records))
    pending.clear()
