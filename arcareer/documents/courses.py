"""Changes that follow on from each other, taken as one: from the first value of a measure to the last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from arcareer.domain.figures import Basis, Figure, FigureScope, Unit
from arcareer.domain.journal import Win

Subject = tuple[str, Unit, str, FigureScope]


@dataclass(frozen=True, slots=True)
class Course:
    """A change with the win it ends in and the win in which it began, which are mostly the same."""

    win: Win
    figure: Figure
    since: Win


def subject_of(figure: Figure) -> Subject:
    """Return what two figures have in common when they measure the same thing for the same people."""
    return (figure.measure.strip().casefold(), figure.unit, figure.currency, figure.scope)


def courses(dated: Iterable[tuple[Win, Figure]]) -> list[Course]:
    """Return the newest change of every measure, in the order of `dated`, which stands newest first.

    A change reaches back as far as one begins where an older one ended; it is an estimate as soon as a part of it is,
    and nothing is left of one that ends where it began.
    """
    found: dict[Subject, Course] = {}
    for win, figure in dated:
        if not figure.change:
            continue
        newer = found.setdefault(subject_of(figure), Course(win, figure, win))
        if newer.figure is not figure and newer.figure.before == figure.after:
            basis = Basis.ESTIMATED if Basis.ESTIMATED in (newer.figure.basis, figure.basis) else Basis.MEASURED
            whole = replace(newer.figure, before=figure.before, basis=basis, period="")
            found[subject_of(figure)] = Course(newer.win, whole, win)
    return [course for course in found.values() if course.figure.change]
