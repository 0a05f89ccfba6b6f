"""Points of one criterion with the words they react to; the sentences around them are data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from arcareer.prose.patterns import rule_file

CRITERION_NAMES: Final = ("specificity", "metrics", "role_anchors", "business_impact", "clarity")


@dataclass(frozen=True, slots=True)
class Points:
    """0-4 points of one criterion, the words they rest on, and how many points the next step would bring in all."""

    criterion: str
    score: int
    quotes: tuple[str, ...] = ()
    gain: int = 0

    @property
    def label(self) -> str:
        """The criterion's name on screen."""
        label: str = _sheet(self.criterion)["label"]
        return label

    @property
    def reason(self) -> str:
        """Why these points were given, quoting the words."""
        words = ", ".join(f"\u201c{quote}\u201d" for quote in self.quotes[:4])
        text: str = _sheet(self.criterion)["reason"][self.score]
        if not words:
            return text.replace(": {words}", "").replace("{words}", "")
        return text.replace("{words}", words)

    @property
    def next_step(self) -> str:
        """The question that leads to the next point; empty at 4."""
        text: str = _sheet(self.criterion)["next"][self.score]
        return text


def _sheet(criterion: str) -> dict[str, Any]:
    sheet: dict[str, Any] = rule_file("rubric")[criterion]
    return sheet


def flaw(name: str) -> str:
    """The words for one flaw of clarity."""
    text: str = rule_file("rubric")["flaws"][name]
    return text
