"""All rules, in one explicit order, with their words read from `resources/rules/flags`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from arcareer.prose.finding import Severity, Weight
from arcareer.prose.patterns import rule_file
from arcareer.prose.rule import Rule
from arcareer.prose.rules import ALL_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RETIRED: Final = frozenset[str]()
"""Codes that were given up; they may not return with another meaning."""


class RuleRegistry:
    """Rules by code; refuses a code twice or a retired one."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[str, Rule] = {}
        for rule in rules:
            if rule.code in self._rules or rule.code in RETIRED:
                raise ValueError(f"rule code {rule.code} is taken")
            self._rules[rule.code] = rule

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def __len__(self) -> int:
        return len(self._rules)

    def get(self, code: str) -> Rule | None:
        """The rule of a code, in any case; None when there is none."""
        return self._rules.get(code.upper())


def _flag_words(flag: str) -> dict[str, str]:
    words: dict[str, str] = rule_file("flags")[flag]
    return words


@cache
def registry() -> RuleRegistry:
    """The product's rules."""
    return RuleRegistry(_rules())


def _rules() -> Iterator[Rule]:
    for file, code, check in ALL_RULES:
        data = rule_file(f"flags/{file}")
        record: dict[str, Any] = next(rule for rule in data["rules"] if rule["code"] == code)
        flag = record.get("flag", data["flag"])
        words = _flag_words(flag)
        examples: dict[str, list[str]] = rule_file("examples").get(code, {})
        yield Rule(
            code=code,
            name=record["name"],
            flag=flag,
            label=words["label"],
            severity=Severity(words["severity"]),
            weight=Weight(record.get("weight", "flag")),
            title=record["title"],
            why=record["why"],
            question=record["question"],
            good=tuple(examples.get("good", ())),
            bad=tuple(examples.get("bad", ())),
            check=check,
        )
