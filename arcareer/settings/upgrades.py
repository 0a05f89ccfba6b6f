"""Steps from one version of the preferences file to the next, one small function each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

Table = Mapping[str, object]
Step = Callable[[Table], Table]

# STEPS[n] turns version n + 1 into version n + 2.
STEPS: Final[tuple[Step, ...]] = ()
VERSION: Final = len(STEPS) + 1


def upgraded(table: Table, version: int, steps: Sequence[Step] = STEPS) -> Table:
    """Return the table brought from `version` to the present one; a newer version is returned as it is."""
    for step in steps[max(version, 1) - 1 :]:
        table = step(table)
    return table
