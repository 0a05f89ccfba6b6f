"""What a text does well: a result with its before and after, with its date, with its number, or one that lasted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from arcareer.prose.evidence import read
from arcareer.prose.finding import Weight
from arcareer.prose.patterns import compiled
from arcareer.prose.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from arcareer.prose.engine import LineReport
    from arcareer.prose.figure_kinds import FigureMention
    from arcareer.prose.finding import Finding


class StrengthKind(StrEnum):
    """Why a phrase is strong."""

    BEFORE_AND_AFTER = "before and after"
    DATED = "dated"
    NUMBER = "number"
    LASTING = "lasting"


@dataclass(frozen=True, slots=True)
class Strength:
    """A phrase worth keeping, on the user's own characters."""

    span: Span
    words: str
    kind: StrengthKind


def strengths(lines: Iterable[LineReport]) -> tuple[Strength, ...]:
    """Return the strong phrases of checked lines in the order of the text; none lies on flagged words.

    In a line with a flag a number alone is no strength: it may be the amount that should not be there.
    """
    found = (strength for line in lines for strength in _of_line(line))
    return tuple(sorted(found, key=lambda strength: strength.span))


def _of_line(line: LineReport) -> Iterator[Strength]:
    taken = [finding.span for finding in line.findings if finding.weight is Weight.FLAG and not _whole(line, finding)]
    figures = ((span, kind) for span, kind in _figures(line) if not line.flags or kind is StrengthKind.BEFORE_AND_AFTER)
    for span, kind in (*_lasting(line), *figures):
        if not any(span.start < other.end and other.start < span.end for other in taken):
            taken.append(span)
            offset = line.span.start
            yield Strength(span, line.text[span.start - offset : span.end - offset], kind)


def _whole(line: LineReport, finding: Finding) -> bool:
    """Return whether a finding is about the line as a whole, which may well hold a strong phrase."""
    return len(finding.words.strip()) >= len(read(line.text).text)


def _figures(line: LineReport) -> Iterator[tuple[Span, StrengthKind]]:
    for figure in read(line.text).outcomes:
        raw = read(line.text).normal.raw_span(figure.span.start, figure.span.end)
        yield _moved(line, raw.start, raw.end), _kind(figure)


def _kind(figure: FigureMention) -> StrengthKind:
    if figure.is_pair or figure.has_baseline:
        return StrengthKind.BEFORE_AND_AFTER
    return StrengthKind.DATED if figure.has_time_frame else StrengthKind.NUMBER


def _lasting(line: LineReport) -> Iterator[tuple[Span, StrengthKind]]:
    reading = read(line.text)
    for match in compiled("strengths", "lasting").finditer(reading.lower):
        raw = reading.normal.raw_span(match.start(), match.end())
        yield _moved(line, raw.start, raw.end), StrengthKind.LASTING


def _moved(line: LineReport, start: int, end: int) -> Span:
    return Span(line.span.start + start, line.span.start + end)
