"""What a forecast plan has shown so far: the error, which way it leans, and whether “from x to y” may be said."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from arcareer.domain.figures import plain_number
from arcareer.domain.forecast_plans import ForecastPlan, ForecastRound
from arcareer.domain.forecast_proof import ForecastProof
from arcareer.domain.forecasting import FEWEST_FOR_INDICATION, FEWEST_FOR_USE, Evidence

_LEANS_FROM = Decimal(1)
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class PlanVerdict:
    """The newest round measured, and the claim the data allow.

    `from_wape` and `to_wape` are there only where `is_proof`: from the round before to this one (`baseline` says
    “the forecast before”), else from the naive forecast of the same periods. `why_not` says what is missing.
    """

    proof: ForecastProof | None
    evidence: Evidence
    bias_words: str
    from_wape: Decimal | None
    to_wape: Decimal | None
    baseline: str
    is_proof: bool
    why_not: str


BEFORE = "the forecast before"
NAIVE = "repeating the last period"


def verdict_on_plan(plan: ForecastPlan) -> PlanVerdict:
    """Return what the newest frozen forecast of a plan has shown."""
    newest = plan.current_round
    proof = newest.proof if newest is not None else None
    if newest is None or proof is None:
        why = "Freeze a forecast first." if newest is None else "Enter what came in."
        return PlanVerdict(None, Evidence.TOO_FEW, "", None, None, "", is_proof=False, why_not=why)
    start, baseline, why = _claim(plan, newest, proof)
    return PlanVerdict(
        proof=proof,
        evidence=proof.accuracy.evidence,
        bias_words=bias_words(proof),
        from_wape=start,
        to_wape=proof.accuracy.wape_pct if start is not None else None,
        baseline=baseline,
        is_proof=start is not None,
        why_not=why,
    )


def bias_words(proof: ForecastProof) -> str:
    """Return which way the forecasts lean, in words; empty below four periods."""
    bias = proof.accuracy.bias_pct_of_actual
    if bias is None or proof.accuracy.evidence is Evidence.TOO_FEW:
        return ""
    if abs(bias) < _LEANS_FROM:
        return "You run level"
    amount = plain_number(abs(bias).quantize(_TENTH, ROUND_HALF_UP))
    return f"You run {amount}% {'high' if bias > 0 else 'low'}"


def _claim(plan: ForecastPlan, newest: ForecastRound, proof: ForecastProof) -> tuple[Decimal | None, str, str]:
    """Return the error it fell from and what that is measured on, or why there is no claim."""
    if not newest.is_untouched:
        return None, "", "The frozen forecast is not what it was when it was frozen, so nothing can be claimed from it."
    if proof.accuracy.evidence is not Evidence.USABLE:
        return (
            None,
            "",
            f"{proof.accuracy.n} of {FEWEST_FOR_USE} periods have come; an accuracy needs {FEWEST_FOR_USE}.",
        )
    reached = proof.accuracy.wape_pct
    if reached is None:
        return None, "", "Nothing came in, so there is no error rate."
    before = _round_before(plan)
    if before is not None and before > reached and proof.naive.wape_pct is not None and reached < proof.naive.wape_pct:
        return before, BEFORE, ""
    if proof.improvement is not None and proof.naive.wape_pct is not None:
        return proof.naive.wape_pct, NAIVE, ""
    return (
        None,
        "",
        "It was not closer than repeating the last period in seven of ten periods, so the two count as equal.",
    )


def _round_before(plan: ForecastPlan) -> Decimal | None:
    """Return the error of the round before, where enough periods stand behind it and it was left untouched."""
    if len(plan.rounds) < 2 or not plan.rounds[-2].is_untouched:
        return None
    proof = plan.rounds[-2].proof
    return None if proof is None or proof.accuracy.n < FEWEST_FOR_INDICATION else proof.accuracy.wape_pct
