"""The figures of wins as rows."""

from __future__ import annotations

from typing import Final

from arcareer.domain.figures import Basis, Figure, FigureScope, Unit
from arcareer.storage.stored import Record, number_text, optional_number

FIGURE_COLUMNS: Final = (
    "measure",
    "unit",
    "value_after",
    "value_before",
    "currency",
    "period",
    "scope",
    "basis",
    "source",
)


def figure_row(figure: Figure) -> Record:
    """Return the figure as the columns of its row."""
    values = (
        figure.measure,
        figure.unit.value,
        number_text(figure.after),
        None if figure.before is None else number_text(figure.before),
        figure.currency,
        figure.period,
        figure.scope.value,
        figure.basis.value,
        figure.source,
    )
    return dict(zip(FIGURE_COLUMNS, values, strict=True))


def figure_from(row: Record) -> Figure:
    """Return the figure that was kept as this row."""
    after = optional_number(row["value_after"])
    if after is None:
        raise ValueError("a figure needs a number")
    return Figure(
        measure=row["measure"],
        unit=Unit(row["unit"]),
        after=after,
        before=optional_number(row["value_before"]),
        currency=row["currency"],
        period=row["period"],
        scope=FigureScope(row["scope"]),
        basis=Basis(row["basis"]),
        source=row["source"],
    )
