"""`arcareer-cli decide --jsonl`: the decision aids on cases `id, aid, inputs`."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from arcareer.cli.jsonl import answer_cases

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

_DIGITS = 4


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to `subparsers`."""
    parser = subparsers.add_parser("decide", help="run the decision aids", description=__doc__)
    parser.add_argument("--jsonl", action="store_true", required=True, help="one JSON case a line on standard input")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - every command has this shape
    """Answer the cases on standard input. Returns 0; raises `UserError` for a line that is no case."""
    return answer_cases(answer)


def answer(case: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of `expect` for a case of any of the four aids."""
    aid = _AIDS.get(str(case.get("aid", "")))
    return {"status": "unknown_aid"} if aid is None else aid(case.get("inputs") or {})


def _number(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _risk(inputs: Mapping[str, Any]) -> dict[str, Any]:
    from arcareer.domain.risks import score_risk  # noqa: PLC0415 - start-up stays light

    found = score_risk({name: _number(value) for name, value in inputs.items()})
    weight = _plain(found.known_weight)
    if found.score is None or found.band is None:
        return {"status": "insufficient_data", "known_weight": weight}
    return {
        "status": "ok",
        "score": round(float(found.score), _DIGITS),
        "known_weight": weight,
        "band": found.band.value,
        "risk_high_for_matrix": found.is_high_for_matrix,
    }


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _escalate(inputs: Mapping[str, Any]) -> dict[str, Any]:
    from arcareer.domain.escalation import Situation, advise  # noqa: PLC0415 - start-up stays light

    amounts = {"open_amount", "disputed_amount", "first_instalment_pct", "pursuit_cost"}
    known = {field.name for field in fields(Situation)}
    given: dict[str, Any] = {"days_past_due": 0, "open_amount": Decimal(0)}
    given |= {
        name: _number(value) if name in amounts else value
        for name, value in inputs.items()
        if name in known and value is not None
    }
    advice = advise(Situation(**given))
    return {"action": advice.action.value, "rule": advice.rule}


def _cadence(inputs: Mapping[str, Any]) -> dict[str, Any]:
    from arcareer.domain.cadence import plan_steps  # noqa: PLC0415 - start-up stays light

    holidays = frozenset(date.fromisoformat(day) for day in inputs.get("holidays", ()))
    steps = plan_steps(date.fromisoformat(str(inputs["due_date"])), holidays=holidays)
    return {
        "steps": [
            {"offset": step.rung.offset_days, "step": step.rung.step, "date": step.day.isoformat()} for step in steps
        ]
    }


def _matrix(inputs: Mapping[str, Any]) -> dict[str, Any]:
    from arcareer.domain.priorities import Account, Thresholds, place_accounts  # noqa: PLC0415 - start-up stays light

    accounts = [
        Account(str(row["id"]), Decimal(str(row["open_balance"])), Decimal(str(row["risk_score"])))
        for row in inputs.get("customers", ())
    ]
    placements = place_accounts(accounts, Thresholds(high_value_from=_number(inputs.get("high_value_from"))))
    by_id = {placement.account.id: placement.cell.value for placement in placements}
    return {"cells": {account.id: by_id[account.id] for account in accounts}}


_AIDS: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "risk_scorecard": _risk,
    "escalate_or_plan": _escalate,
    "follow_up_cadence": _cadence,
    "collection_matrix": _matrix,
}
