"""The fifteen-second scan: twelve signals in a resume, and its bullets with flags and scores."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from arcareer.prose.bullets import Bullet, SourceLine, bullets
from arcareer.prose.engine import NOTHING_MUTED, LineReport, Muting, check_line
from arcareer.prose.evidence import Reading, read
from arcareer.prose.patterns import expand, rule_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_BREAK: Final = re.compile(r"[,;:.!?](?:\s|$)")
_LONGEST: Final = 90  # characters of a quotation


class Presence(StrEnum):
    """How a signal shows: with proof, only mentioned, or not at all."""

    FOUND = "found"
    WEAK = "weak"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Signal:
    """One of the twelve signals: its words in the document and where they stand (line number, 0 when absent)."""

    id: str
    label: str
    presence: Presence
    words: str
    line: int
    advice: str


@dataclass(frozen=True, slots=True)
class ScannedBullet:
    """A bullet with its findings and score."""

    bullet: Bullet
    report: LineReport


@dataclass(frozen=True, slots=True)
class Scan:
    """A whole document as a hiring manager sees it."""

    signals: tuple[Signal, ...]
    bullets: tuple[ScannedBullet, ...]


@dataclass(frozen=True, slots=True)
class _Watch:
    id: str
    label: str
    needs: str
    advice: str
    proof: re.Pattern[str] | None
    topic: re.Pattern[str]


@cache
def _watches() -> tuple[_Watch, ...]:
    records: list[dict[str, Any]] = rule_file("signals")["signals"]
    return tuple(
        _Watch(
            record["id"],
            record["label"],
            record["needs"],
            record["advice"],
            _compiled(record["proof"]) if "proof" in record else None,
            _compiled(record["topic"]),
        )
        for record in records
    )


def _compiled(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(expand(pattern, {}) for pattern in patterns))


def scan(lines: Iterable[SourceLine], muting: Muting = NOTHING_MUTED) -> Scan:
    """Scan a document given as lines in reading order."""
    source = tuple(lines)
    found = bullets(source)
    rows = (*found, *_other_lines(source, found))
    readings = [(row, read(row.text)) for row in rows]
    signals = tuple(_signal(watch, readings) for watch in _watches())
    return Scan(signals, tuple(ScannedBullet(bullet, check_line(bullet.text, muting)) for bullet in found))


def _other_lines(source: Sequence[SourceLine], found: Sequence[Bullet]) -> Iterator[Bullet]:
    """Summary and skills lines can show a signal too, though they are no bullets."""
    starts = {bullet.line for bullet in found}
    return (Bullet(line.number, line.text) for line in source if line.number not in starts and line.text.strip())


def _signal(watch: _Watch, readings: list[tuple[Bullet, Reading]]) -> Signal:
    weak: tuple[str, int] | None = None
    for bullet, reading in readings:
        if words := _proof(watch, reading):
            return Signal(watch.id, watch.label, Presence.FOUND, words, bullet.line, watch.advice)
        if weak is None and (match := watch.topic.search(reading.lower)):
            weak = (_clause(reading, match.start(), match.end()), bullet.line)
    if weak:
        return Signal(watch.id, watch.label, Presence.WEAK, weak[0], weak[1], watch.advice)
    return Signal(watch.id, watch.label, Presence.ABSENT, "", 0, watch.advice)


def _proof(watch: _Watch, reading: Reading) -> str:
    if watch.proof is not None:
        match = watch.proof.search(reading.lower)
        return _clause(reading, match.start(), match.end()) if match else ""
    match = watch.topic.search(reading.lower)
    if match is None or not reading.outcomes:
        return ""
    figure = min(reading.outcomes, key=lambda one: abs(one.span.start - match.start()))
    start, end = min(match.start(), figure.span.start), max(match.end(), figure.span.end)
    return _clause(reading, start, end)


def _clause(reading: Reading, start: int, end: int) -> str:
    """The clause a match stands in, cut between words where it is long: half a phrase shows nothing."""
    text = reading.text
    first = max((found.end() for found in _BREAK.finditer(text, 0, start)), default=0)
    closing = _BREAK.search(text, end)
    last = closing.start() if closing else len(text)
    if last - end > _LONGEST // 2:
        last = max(end, text.rfind(" ", 0, end + _LONGEST // 2))
    if last - first > _LONGEST:
        first = min(start, text.find(" ", last - _LONGEST) + 1)
    return text[first:last].strip(" .,;:")
