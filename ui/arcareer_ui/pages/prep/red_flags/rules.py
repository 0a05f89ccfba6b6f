"""The rules behind the findings, as the page names and explains them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcareer.prose.rule import Rule

FLAGS = (
    "vague_language",
    "lack_of_metrics",
    "reactive_approach",
    "poor_communication",
    "ignoring_details",
    "blaming_others",
    "overpromising",
)


def flag_labels() -> dict[str, str]:
    """Return the seven flags by their labels, with their severity."""
    from arcareer.prose.patterns import rule_file  # noqa: PLC0415 - the engines load on first use

    flags = rule_file("flags")
    return {flags[flag]["label"]: flags[flag]["severity"] for flag in FLAGS}


def rule_of(code: str) -> Rule | None:
    """Return the rule of a code."""
    from arcareer.prose.registry import registry  # noqa: PLC0415 - the engines load on first use

    return registry().get(code)
