"""`arcareer-cli kpi --jsonl`: compute metrics from cases `id, metric, inputs`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from arcareer.cli.jsonl import answer_cases

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from arcareer.domain.kpis import KpiResult

_DIGITS = 6


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to `subparsers`."""
    parser = subparsers.add_parser("kpi", help="compute receivables metrics", description=__doc__)
    parser.add_argument("--jsonl", action="store_true", required=True, help="one JSON case a line on standard input")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - every command has this shape
    """Answer the cases on standard input. Returns 0; raises `UserError` for a line that is no case."""
    return answer_cases(answer)


def answer(case: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of `expect` for a case: status, and value with unit and parts, or the reason."""
    from arcareer.domain.formulas import compute  # noqa: PLC0415 - start-up stays light

    return result_as_data(compute(str(case.get("metric", "")), case.get("inputs") or {}))


def result_as_data(result: KpiResult) -> dict[str, Any]:
    """Return a result as JSON: numbers rounded to six decimals."""
    data: dict[str, Any] = {"status": "ok" if result.is_computable else "not_computable"}
    if result.reason is not None:
        data["reason"] = result.reason.value
    if result.value is not None:
        data |= {"value": _plain(result.value), "unit": result.unit.value}
    data |= {name: _plain(part) for name, part in result.parts.items()}
    if result.flag is not None:
        data["flag"] = result.flag.value
    return data


def _plain(part: object) -> object:
    if isinstance(part, Decimal):
        return round(float(part), _DIGITS)
    return [_plain(item) for item in part] if isinstance(part, tuple) else part
