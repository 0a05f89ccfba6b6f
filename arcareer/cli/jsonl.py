"""Cases in, answers out: one JSON object a line, on standard input and output."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from arcareer.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def answer_cases(answer: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> int:
    """Write the answer to every case read from standard input, with the case's id. Returns 0.

    Raises `UserError` with the line number for a line that is no JSON object.
    """
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        case = _case(line, number)
        sys.stdout.write(json.dumps({"id": case.get("id"), **answer(case)}, ensure_ascii=False) + "\n")
    return 0


def _case(line: str, number: int) -> dict[str, Any]:
    try:
        case = json.loads(line)
    except ValueError as broken:
        raise UserError(f"Line {number} is not JSON ({broken}). Lines before it were answered.") from broken
    if not isinstance(case, dict):
        raise UserError(f"Line {number} is not a JSON object. Lines before it were answered.")
    return case
