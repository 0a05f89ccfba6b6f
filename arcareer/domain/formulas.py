"""The formula table: every metric with its definition card and the function that computes it.

The same table serves the command line, the definition cards of the app and `docs/formulas.md`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arcareer.domain.formula import Formula, Inputs, MissingInputError
from arcareer.domain.formulas_activity import ACTIVITY_FORMULAS
from arcareer.domain.formulas_balance import BALANCE_FORMULAS
from arcareer.domain.formulas_months import MONTH_FORMULAS
from arcareer.domain.kpis import KpiResult, Reason, refused

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMULAS: tuple[Formula, ...] = (*BALANCE_FORMULAS, *ACTIVITY_FORMULAS, *MONTH_FORMULAS)


def formula_of(metric: str) -> Formula | None:
    """Return the formula of `metric`, or None when there is no such metric."""
    return next((formula for formula in FORMULAS if formula.card.metric == metric), None)


def compute(metric: str, inputs: Mapping[str, Any]) -> KpiResult:
    """Compute `metric` from `inputs` by name; an absent input or an unknown metric is a reason, never a guess."""
    formula = formula_of(metric)
    if formula is None:
        return refused(Reason.UNKNOWN_METRIC)
    try:
        return formula.compute(Inputs(inputs))
    except MissingInputError:
        return refused(Reason.MISSING_INPUT)
