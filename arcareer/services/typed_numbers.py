"""Reads the one number a user typed into a field: 48,200, 48.200, 48k, $48k, 12 %, -3.5."""

from __future__ import annotations

import re
from decimal import Decimal

from arcareer.prose.numbers import SCALES, parse_digits

_TYPED = re.compile(
    r"(?P<sign>[-−–+]?)\s*(?:[A-Z]{3}\s?|[^\w\s.,'’+−–-]{1,2}\s?)?(?P<digits>\d[\d.,'’   ]{0,30})"
    r"(?P<scale>[A-Za-z]{0,8}?)\s*(?:%|[A-Z]{3}|[^\w\s.,]{1,2})?"
)


def read_number(text: str) -> Decimal | None:
    """Return the number the text says, exactly; None where it says none, or not clearly one."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        return None
    scale = found["scale"].lower()
    if scale and scale not in SCALES:
        return None
    parsed = parse_digits(found["digits"].strip())
    if parsed.malformed:
        return None
    value = parsed.value * SCALES.get(scale, 1)
    return -value if found["sign"] in "-−–" and found["sign"] else value
