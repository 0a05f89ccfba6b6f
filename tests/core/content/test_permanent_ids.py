"""Ids that once were shipped stay: answers, runs, plans, notes and links of users name them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from arcareer.content.library import ContentLibrary

SHIPPED = Path(__file__).parents[2] / "data" / "content_ids.txt"
"""A line each: kind and id. A new id is added here with its release, none is ever taken out."""


def present() -> set[str]:
    content = ContentLibrary()
    kinds: dict[str, Any] = {
        "script": content.scripts,
        "call": content.calls,
        "playbook": content.playbooks,
        "plan": content.plan_starters,
        "article": content.guide.articles,
        "blank": content.message_blanks.values(),
        "reframe": content.reframe_starters,
        "example": content.worked_examples,
        "competency": content.competencies,
        "theme": content.themes,
    }
    found = {f"{kind} {one.id}" for kind, values in kinds.items() for one in values}
    found |= {f"question {one.key}" for one in content.questions} | {f"phrase {one.key}" for one in content.phrases}
    found |= {f"step {one.id}/{step.id}" for one in content.playbooks for step in one.steps}
    return found | {f"task {one.id}/{step.id}" for one in content.plan_starters for step in one.steps}


@pytest.mark.parametrize(
    "kind", ["script", "call", "playbook", "step", "plan", "task", "article", "question", "phrase"]
)
def test_no_id_is_ever_lost(kind: str) -> None:
    shipped = {line for line in SHIPPED.read_text("utf-8").splitlines() if line.startswith(f"{kind} ")}
    assert shipped
    assert sorted(shipped - present()) == []


def test_nothing_else_that_is_referred_to_is_lost() -> None:
    assert sorted(set(SHIPPED.read_text("utf-8").split("\n")) - present() - {""}) == []
