"""The five criteria in the rubric's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arcareer.prose.clarity import clarity
from arcareer.prose.outcomes import business_impact, metrics, role_anchors
from arcareer.prose.points import Points
from arcareer.prose.specificity import specificity

if TYPE_CHECKING:
    from collections.abc import Callable

    from arcareer.prose.evidence import Reading

__all__ = ["CRITERIA", "Points"]

CRITERIA: Final[tuple[Callable[[Reading], Points], ...]] = (
    specificity,
    metrics,
    role_anchors,
    business_impact,
    clarity,
)
