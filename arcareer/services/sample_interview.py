"""How the invented coordinator prepares for an interview, seen from the present day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from uuid import UUID

from arcareer.content.library import ContentLibrary
from arcareer.content.sample_interview_models import SampleAnswer, SampleTake
from arcareer.domain.answers import Answer
from arcareer.domain.changes import Aggregate, EntityKind
from arcareer.domain.identity import named_id
from arcareer.domain.interviews import Crib, InterviewDetails
from arcareer.domain.rehearsals import Rehearsal


def preparation(
    content: ContentLibrary, wins: Mapping[str, UUID], occasions: Mapping[str, UUID], now: datetime
) -> Iterator[tuple[EntityKind, Aggregate]]:
    """Yield answers, rehearsals, the interview and its crib; `wins` and `occasions` are those of the sample by id."""
    sample = content.sample_interview
    questions = {str(slot.id): slot.question for slot in content.core_slots}
    for answer in sample.answers:
        yield EntityKind.ANSWER, _answer(answer, wins, questions.get(answer.core.value, ""), now)
    for place, take in enumerate(sample.takes):
        yield EntityKind.REHEARSAL, _take(take, place, now)
    known = sample.interview
    occasion = occasions[known.occasion]
    yield (
        EntityKind.INTERVIEW,
        InterviewDetails(
            id=occasion,
            starts_at=time.fromisoformat(known.starts_at),
            company=known.company,
            role=known.role,
            people=known.people,
            notes=known.notes,
            advert=known.advert.strip(),
        ),
    )
    crib = sample.crib
    yield (
        EntityKind.CRIB,
        Crib(
            id=occasion,
            opening=crib.opening,
            number=crib.number,
            questions=crib.questions,
            private_notes=crib.private_notes,
        ),
    )


def _answer(answer: SampleAnswer, wins: Mapping[str, UUID], question: str, now: datetime) -> Answer:
    return Answer(
        id=named_id("sample", "answer", answer.id),
        kind=answer.kind,
        created_at=now - timedelta(days=answer.days_ago),
        title=answer.title,
        question=question,
        texts=answer.texts,
        competencies=answer.competencies,
        win=wins[answer.win] if answer.win else None,
        core=answer.core,
    )


def _take(take: SampleTake, place: int, now: datetime) -> Rehearsal:
    return Rehearsal(
        id=named_id("sample", "take", str(place)),
        answer=named_id("sample", "answer", take.answer),
        at=now - timedelta(days=take.days_ago),
        planned_seconds=take.planned_seconds,
        spoken_seconds=take.spoken_seconds,
        part_seconds=take.part_seconds,
        clear=take.clear,
        calm=take.calm,
        complete=take.complete,
        note=take.note,
    )
