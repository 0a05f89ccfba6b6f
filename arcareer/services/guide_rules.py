"""The rules of the checker as pages of the guide, from the same words the checker speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer.prose.registry import registry
from arcareer.services.guide import RULES, GuideTopic

if TYPE_CHECKING:
    from arcareer.prose.rule import Rule

_SHOWN = 3


def rule_pages() -> tuple[GuideTopic, ...]:
    """Return a page for each rule, in the order of the rules."""
    return tuple(_page(rule) for rule in registry())


def _page(rule: Rule) -> GuideTopic:
    found = "\n".join(f"- {text}" for text in rule.bad[:_SHOWN])
    fine = "\n".join(f"- {text}" for text in rule.good[:_SHOWN])
    text = f"{rule.why}\n\nAsk yourself: {rule.question}\n\nFound in:\n\n{found}\n\nFine as it is:\n\n{fine}"
    return GuideTopic(
        key=f"rule-{rule.code.lower()}",
        group=RULES,
        title=rule.title,
        text=text,
        action="Check a text",
        route="prep/red-flags",
        related=("red-flags",),
        words=(rule.code, rule.label),
    )
