"""What messages, calls, playbooks, plans and articles refer to, and which of it is not there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from arcareer.content.problems import ContentProblem
from arcareer.domain.documents import BragSection, ReviewSection
from arcareer.domain.messages import blanks_in

if TYPE_CHECKING:
    from arcareer.content.library import ContentLibrary
    from arcareer.content.playbook_models import Playbook
    from arcareer.content.script_models import CallScript
    from arcareer.domain.messages import Message


def broken_references(content: ContentLibrary) -> Iterator[ContentProblem]:
    """Yield every name of a blank, and every id of another record, that is not there."""
    yield from _in_messages(content)
    yield from _in_playbooks(content)
    yield from _in_plans(content)
    yield from _in_the_guide(content)
    sections = {*BragSection, *ReviewSection}
    for form in content.document_starters.forms:
        used = [section for box in form.boxes for section in box.sections]
        yield from _missing("documents.toml", "forms", form.id, used, sections)


def _in_messages(content: ContentLibrary) -> Iterator[ContentProblem]:
    blanks = content.message_blanks.keys()
    for script in content.scripts:
        for message in script.tones.values():
            yield from _missing("scripts.toml", "scripts", script.id, _blanks_of(message), blanks)
        if not script.tones:
            yield ContentProblem("scripts.toml", "scripts", script.id, "at least one tone is needed")
    for call in content.calls:
        yield from _missing("calls.toml", "calls", call.id, blanks_in(_words_of(call)), blanks)


def _in_playbooks(content: ContentLibrary) -> Iterator[ContentProblem]:
    blanks = content.message_blanks.keys()
    scripts, calls = {one.id for one in content.scripts}, {one.id for one in content.calls}
    known = {one.id for one in content.competencies}
    for playbook in content.playbooks:
        names = (
            (_blanks_of(playbook.message), blanks),
            (playbook.scripts, scripts),
            (playbook.calls, calls),
            (playbook.competencies, known),
        )
        for used, there in names:
            yield from _missing("playbooks.toml", "playbooks", playbook.id, used, there)
        yield from _gaps_in_the_hour(playbook)


def _in_plans(content: ContentLibrary) -> Iterator[ContentProblem]:
    known, items = {one.id for one in content.competencies}, {one.key for one in content.checklist}
    for plan in content.plan_starters:
        yield from _missing("plans.toml", "plans", plan.id, plan.checklist, items)
        yield from _missing("plans.toml", "plans", plan.id, plan.competencies, known)
    for level in content.career:
        for asked in level.evidence:
            yield from _missing("career.toml", "levels", asked.id, asked.competencies, known)


def _in_the_guide(content: ContentLibrary) -> Iterator[ContentProblem]:
    groups = {one.id for one in content.guide.groups}
    articles = {one.id for one in content.guide.articles}
    for article in content.guide.articles:
        yield from _missing("guide.toml", "articles", article.id, (article.group,), groups)
        yield from _missing("guide.toml", "articles", article.id, article.related, articles - {article.id})


def _missing(
    file: str, table: str, owner: str, names: Collection[str], known: Collection[str]
) -> Iterator[ContentProblem]:
    for name in names:
        if name not in known:
            yield ContentProblem(file, table, owner, f"“{name}” is not the id of anything")


def _gaps_in_the_hour(playbook: Playbook) -> Iterator[ContentProblem]:
    ends = [0, *(step.end for step in playbook.steps)]
    starts = [*(step.start for step in playbook.steps), 60]
    if ends != starts:
        yield ContentProblem("playbooks.toml", "playbooks", playbook.id, "the steps do not fill the sixty minutes")


def _blanks_of(message: Message) -> tuple[str, ...]:
    return blanks_in(f"{message.subject}\n{message.text}")


def _words_of(call: CallScript) -> str:
    answers = (f"{one.they_say} {one.you_say}" for one in call.objections)
    words = (*call.prepare, call.opening, *call.questions, *call.offers, *answers, call.close)
    return "\n".join((*words, call.recap.subject, call.recap.text))
