"""What questions, worked answers and core answers refer to, and which of it is not there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from arcareer.content.problems import ContentProblem
from arcareer.domain.answers import PARTS, AnswerKind, CoreSlot
from arcareer.domain.interview_plan import StepKind

if TYPE_CHECKING:
    from arcareer.content.interview_models import WorkedExample
    from arcareer.content.library import ContentLibrary

_TEXTS = "interview.toml"


def broken_references(content: ContentLibrary) -> Iterator[ContentProblem]:
    """Yield every id of another record that is not there, quotes that stand nowhere, and texts that are missing."""
    competencies = {one.id for one in content.competencies}
    questions = {one.key for one in content.questions}
    for question in content.questions:
        named = {question.competency} - {""}
        yield from _missing("questions.toml", "questions", question.key, named, competencies)
    for one in content.follow_ups:
        yield from _missing("follow_ups.toml", "follow_ups", one.id, {one.competency} - {""}, competencies)
    for example in content.worked_examples:
        yield from _missing("worked_examples.toml", "examples", example.id, (example.question,), questions)
        yield from _missing("worked_examples.toml", "examples", example.id, example.competencies, competencies)
        yield from _misquoted(example)
    texts = content.interview
    for slot in texts.core_slots:
        yield from _missing(_TEXTS, "core_slots", slot.id, (slot.question,), questions)
    yield from _not_all("core_slots", [one.id for one in texts.core_slots], list(CoreSlot))
    yield from _not_all("plan_steps", [one.id for one in texts.plan_steps], list(StepKind))
    yield from _not_all("star_prompts", [one.id for one in texts.star_prompts], PARTS[AnswerKind.STAR])
    yield from _not_all("reframe_prompts", [one.id for one in texts.reframe_prompts], PARTS[AnswerKind.REFRAME])


def _missing(
    file: str, table: str, owner: str, names: Collection[str], known: Collection[str]
) -> Iterator[ContentProblem]:
    for name in names:
        if name not in known:
            yield ContentProblem(file, table, owner, f"“{name}” is not the id of anything")


def _misquoted(example: WorkedExample) -> Iterator[ContentProblem]:
    parts = PARTS[AnswerKind.STAR]
    draft, better = dict(zip(parts, example.draft.texts, strict=True)), " ".join(example.better.texts)
    for reason in example.reasons:
        if reason.quote not in draft.get(reason.part, ""):
            yield _unquoted(example, reason.quote, "the draft's part")
        if reason.instead not in better:
            yield _unquoted(example, reason.instead, "the better answer")


def _unquoted(example: WorkedExample, words: str, place: str) -> ContentProblem:
    return ContentProblem("worked_examples.toml", "examples", example.id, f"“{words}” does not stand in {place}")


def _not_all(table: str, written: Collection[str], wanted: Collection[str]) -> Iterator[ContentProblem]:
    if sorted(written) != sorted(wanted):
        yield ContentProblem(_TEXTS, table, "", f"exactly these are needed: {', '.join(wanted)}")
