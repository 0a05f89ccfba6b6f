"""The page of one rule, made from its own words and examples: for the command line, the guide and the docs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer.prose.finding import Weight

if TYPE_CHECKING:
    from arcareer.prose.rule import Rule


def rule_page(rule: Rule) -> str:
    """Markdown: title, severity, why, question, and examples of both kinds."""
    weight = " A hint: shown in grey and never counted." if rule.weight is Weight.HINT else ""
    lines = [
        f"## {rule.code} {rule.title}",
        "",
        f"{rule.label}, {rule.severity.value}.{weight}",
        "",
        rule.why,
        "",
        f"**Ask yourself:** {rule.question}",
        "",
        "Found in:",
        "",
        *(f"- {text}" for text in rule.bad),
        "",
        "Fine as it is:",
        "",
        *(f"- {text}" for text in rule.good),
        "",
    ]
    return "\n".join(lines)
