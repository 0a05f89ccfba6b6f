"""No number: nothing in the line measures anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arcareer.prose.arithmetic import worked_out
from arcareer.prose.figure_kinds import FigureKind
from arcareer.prose.rule import Hit, Subject, whole
from arcareer.prose.rules.ignoring_details import contradiction

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRONG: Final = 15  # from this score on a line needs no further figure
_SHARES: Final = (FigureKind.PERCENT, FigureKind.POINTS, FigureKind.MULTIPLE, FigureKind.FRACTION)


def no_number(subject: Subject) -> Iterator[Hit]:
    """Metrics of 0."""
    if subject.reading.tokens and subject.card.score("metrics") == 0:
        yield whole(subject)


def small_number(subject: Subject) -> Iterator[Hit]:
    """Only a trivial figure."""
    if subject.card.score("metrics") == 1:
        for figure in subject.reading.figures:
            if figure.is_trivial:
                yield Hit(figure.span.start, figure.span.end)


def change_not_worked_out(subject: Subject) -> Iterator[Hit]:
    """Two figures from which a third follows, in a line that can do with it: "9 of 12" is 75%."""
    reading = subject.reading
    if subject.card.overall >= _STRONG or any(f.kind in _SHARES and not f.is_pair for f in reading.metrics):
        return
    if next(contradiction(subject), None) is not None:
        return
    for figure in reading.metrics:
        if not figure.is_malformed and (comes_to := worked_out(figure)):
            words = reading.piece(figure.span.start, figure.span.end)
            yield Hit(figure.span.start, figure.span.start + len(words), f"{words} ({comes_to})")
            return
