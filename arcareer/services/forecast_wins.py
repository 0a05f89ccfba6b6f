"""The win at the end of a forecast plan: “from x to y”, only where the data say so."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from arcareer.domain.figures import Figure, Unit, figure_text
from arcareer.domain.forecast_plans import ForecastPlan, ForecastRound
from arcareer.domain.forecast_verdicts import PlanVerdict
from arcareer.domain.journal import WinDraft
from arcareer.errors import UserError

_TENTH = Decimal("0.1")


def win_from(plan: ForecastPlan, verdict: PlanVerdict, did: str, today: date) -> WinDraft:
    """Return the win of a plan; raises `UserError` with the reason where the data do not say so."""
    newest = plan.current_round
    if not verdict.is_proof or newest is None or verdict.from_wape is None or verdict.to_wape is None:
        raise UserError(f"{verdict.why_not} So there is no “from … to …” yet. Your plan is kept as it is.")
    figure = _figure(newest, verdict.from_wape, verdict.to_wape)
    said = figure_text(figure)
    return WinDraft(
        headline=f"{did.strip()}: {said}" if did.strip() else said,
        happened_on=today,
        situation=plan.drivers,
        action="\n".join(part for part in (did.strip(), *(one.refinement for one in plan.rounds)) if part.strip()),
        proof=_proof(newest, verdict),
        figures=(figure,),
    )


def _figure(newest: ForecastRound, start: Decimal, end: Decimal) -> Figure:
    periods = [name for name, _ in newest.frozen.amounts if name in newest.amounts]
    return Figure(
        measure="forecast error (WAPE)",
        unit=Unit.PERCENT,
        before=_short(start),
        after=_short(end),
        period=f"{periods[0]} to {periods[-1]}",
        source=f"forecast frozen on {newest.frozen.frozen_on.isoformat()}, SHA-256 {newest.fingerprint[:16]}",
    )


def _proof(newest: ForecastRound, verdict: PlanVerdict) -> str:
    lines = [f"Measured against {verdict.baseline}, over {len(newest.actuals)} periods."]
    if verdict.proof is not None and verdict.proof.wape_range is not None:
        low, high = verdict.proof.wape_range
        lines.append(f"In nine of ten re-draws the error lies between {_short(low)}% and {_short(high)}%.")
    if verdict.bias_words:
        lines.append(f"{verdict.bias_words}.")
    lines.append(f"Frozen on {newest.frozen.frozen_on.isoformat()}, before the actuals came.")
    return " ".join(lines)


def _short(number: Decimal) -> Decimal:
    short = number.quantize(_TENTH, ROUND_HALF_UP)
    return short.to_integral_value() if short == short.to_integral_value() else short
