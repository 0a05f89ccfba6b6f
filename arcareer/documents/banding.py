"""Amounts of money for readers outside: a band instead of the amount, a rate instead of a change."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from arcareer.domain.figures import Unit, plain_number, value_text

_POWERS: Final = range(1, 13)
STEPS: Final = (Decimal(1), Decimal("2.5"), Decimal(5))
"""Where bands begin within each power of ten."""
_CLOSER_STEPS: Final = tuple(Decimal(step).scaleb(-1) for step in (10, 12, 15, 20, 25, 30, 40, 50, 60, 80))
EDGES: Final = tuple(step.scaleb(power) for power in _POWERS for step in STEPS)
"""Every place where one band ends and the next begins, from 10 up, whatever the currency."""
_CLOSER_EDGES: Final = tuple(step.scaleb(power) for power in _POWERS for step in _CLOSER_STEPS)
_SCALES: Final = ((Decimal(10**9), " billion"), (Decimal(10**6), " million"))
_NUMBER: Final = r"\d{1,3}(?:,\d{3})*(?:\.\d)?(?:\s+[mb]illion)?(?![.,]?\d)"
_BAND: Final = re.compile(
    rf"(?P<sign>[^\s\d–]*\s?)(?P<low>{_NUMBER})(?:\s+(?:to|and)\s+|–)(?P=sign)(?P<high>{_NUMBER})"
    r"|(?P<limit>under|over|above|below|exceeding|at\s(?:least|most)|(?:more|less|fewer)\sthan|in\sexcess\sof"
    rf"|upwards?\sof)\s+[^\s\d–]*\s?(?P<edge>{_NUMBER})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Bands:
    """Says amounts as bands.

    No band begins or ends with the amount itself, nor with one of those in `taken`: it reaches a little further then.
    """

    taken: frozenset[Decimal] = frozenset()

    def words(self, low: Decimal, high: Decimal | None = None, currency: str = "", joint: str = "to") -> str:
        """Return the band of an amount or of a range of amounts: "$25,000 to $50,000", "under $10".

        Money is in units of `currency`, a code or a sign. `joint` is the word between the ends; where there is none
        they have a dash. No money at all stays what it is.
        """
        if low == 0 and not high:
            return value_text(low, Unit.MONEY, currency)
        ends = sorted((abs(low), abs(low if high is None else high)))
        sign = "minus " if low < 0 else ""
        lower, upper = self._ends(ends[0])[0], self._ends(ends[1])[1]
        if upper is None:
            return f"{sign}over {_edge(lower or EDGES[-1], currency)}"
        if lower is None:
            return f"{sign}under {_edge(upper, currency)}"
        return f"{sign}{_edge(lower, currency)}{f' {joint} ' if joint else '–'}{_edge(upper, currency)}"

    def limit(self, amount: Decimal, currency: str, *, upward: bool) -> str:
        """Return the end of the band that an amount is certain to be beyond: for "over $30,000" it is "$25,000".

        `upward` says that the amount stands for itself and more. Empty where the band is open on that side.
        """
        lower, upper = self._ends(abs(amount)) if amount > 0 else (None, None)
        end = lower if upward else upper
        return "" if end is None else _edge(end, currency)

    def removed(self, text: str) -> str:
        """Return the text without the bands and limits that are written here."""
        return _BAND.sub(self._kept, text)

    def _kept(self, found: re.Match[str]) -> str:
        told = [_value(found[name]) for name in ("low", "high", "edge") if found[name]]
        is_ours = all(value in _CLOSER_EDGES and value not in self.taken for value in told)
        return " " if is_ours and (len(told) == 1 or told[0] < told[1]) else found.group()

    def _ends(self, amount: Decimal) -> tuple[Decimal | None, Decimal | None]:
        """Return the edges next to an amount on both sides; None where there is none left."""
        return self._end(amount, upward=False), self._end(amount, upward=True)

    def _end(self, amount: Decimal, *, upward: bool) -> Decimal | None:
        usual = next((edge for edge in _beyond(EDGES, amount, upward=upward) if edge != amount), None)
        if usual is None or usual not in self.taken:
            return usual
        return next((edge for edge in _beyond(_CLOSER_EDGES, usual, upward=upward) if edge not in self.taken), None)


def _beyond(edges: Sequence[Decimal], amount: Decimal, *, upward: bool) -> Sequence[Decimal]:
    """Return the edges from an amount on, the amount itself included, away from it."""
    return edges[bisect_left(edges, amount) :] if upward else edges[: bisect_right(edges, amount)][::-1]


def rate(before: Decimal, after: Decimal) -> str:
    """Return a change as its share of what was before, "36%"; empty where there is none to be told.

    The share is |after - before| / |before|, rounded to whole per cent.
    """
    if not before or after == before:
        return ""
    share = abs(after - before) / abs(before) * 100
    if share < 1:
        return "less than 1%"
    rounded = share.quantize(Decimal(1), ROUND_HALF_UP)
    return "more than 99%" if rounded == 100 and share < 100 else f"{rounded:,}%"


def _value(words: str) -> Decimal:
    number, _, scale = " ".join(words.split()).replace(",", "").partition(" ")
    return Decimal(number) * next((size for size, name in _SCALES if name.strip() == scale), Decimal(1))


def _edge(edge: Decimal, currency: str) -> str:
    sign = value_text(Decimal(0), Unit.MONEY, currency).removesuffix("0")
    size, name = next(((size, name) for size, name in _SCALES if edge >= size), (Decimal(1), ""))
    return f"{sign}{plain_number(edge / size)}{name}"
