"""Where a number in a document comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from arcareer.domain.figures import Basis, FigureScope


class ClaimKind(StrEnum):
    """What stands behind words of a document."""

    FIGURE = "figure"
    COMPUTED = "computed"
    RECORD = "record"
    METRIC = "metric"
    TYPED = "typed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What stands behind words with a number.

    A FIGURE is one of a win; COMPUTED follows from figures by `formula`; a RECORD is a date or a count of the library
    itself; a METRIC was typed or read from a ledger month by month; TYPED is a sentence of the user's. `key` names the
    claim in the library for good, so that what the user says of it is found again. `inputs` are the numbers of the
    formula in words.
    """

    kind: ClaimKind
    key: str
    win: UUID | None = None
    source: str = ""
    formula: str = ""
    inputs: tuple[str, ...] = ()
    scope: FigureScope | None = None
    basis: Basis | None = None
    period: str = ""
