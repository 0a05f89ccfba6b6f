"""Answers with their parts, own questions and rehearsals as rows; an earlier state of an answer as one text."""

from __future__ import annotations

import json
from typing import Final
from uuid import UUID

from arcareer.domain.answers import Answer, AnswerKind, CoreSlot
from arcareer.domain.changes import EntityKind
from arcareer.domain.questions import Level, OwnQuestion, QuestionKind
from arcareer.domain.rehearsals import Rehearsal
from arcareer.storage.records.shape import Parts, Rows, Shape, numbered
from arcareer.storage.stored import Record, id_text, instant_text, packed, read_instant, words

PART_TABLES: Final = ("answer_parts", "answer_competencies")
_MARKS = ("clear", "calm", "complete")


def answer_to_rows(answer: Answer) -> Rows:
    """Return the answer as its row and those of its parts."""
    root: Record = {
        "id": id_text(answer.id),
        "kind": answer.kind.value,
        "title": answer.title,
        "question": answer.question,
        "win_id": None if answer.win is None else id_text(answer.win),
        "core": "" if answer.core is None else answer.core.value,
        "marked_ready": None if answer.marked_ready is None else int(answer.marked_ready),
        "created_at": instant_text(answer.created_at),
        "trashed_at": None if answer.trashed_at is None else instant_text(answer.trashed_at),
    }
    owner = {"answer_id": root["id"]}
    told = zip(answer.parts, answer.texts, answer.cues, strict=True)
    parts: list[Record] = [{"name": name, "text": text, "cue": cue} for name, text, cue in told]
    shown: list[Record] = [{"competency": competency} for competency in answer.competencies]
    return Rows(root, {"answer_parts": numbered(owner, parts), "answer_competencies": numbered(owner, shown)})


def answer_from_rows(root: Record, parts: Parts) -> Answer:
    """Return the answer that was kept as these rows."""
    return Answer(
        id=UUID(root["id"]),
        kind=AnswerKind(root["kind"]),
        title=root["title"],
        question=root["question"],
        texts=tuple(row["text"] for row in parts["answer_parts"]),
        cues=tuple(row["cue"] for row in parts["answer_parts"]),
        competencies=tuple(row["competency"] for row in parts["answer_competencies"]),
        win=None if root["win_id"] is None else UUID(root["win_id"]),
        core=CoreSlot(root["core"]) if root["core"] else None,
        marked_ready=None if root["marked_ready"] is None else bool(root["marked_ready"]),
        created_at=read_instant(root["created_at"]),
        trashed_at=None if root["trashed_at"] is None else read_instant(root["trashed_at"]),
    )


def answer_text(answer: Answer) -> str:
    """Return the answer as one JSON text, named as its columns are."""
    rows = answer_to_rows(answer)
    return json.dumps({"answer": rows.root, **rows.parts}, ensure_ascii=False, separators=(",", ":"))


def answer_of_text(text: str) -> Answer:
    """Return the answer that was kept as `text`."""
    content = json.loads(text)
    return answer_from_rows(content.pop("answer"), content)


def _question_to_rows(question: OwnQuestion) -> Rows:
    root: Record = {
        "id": id_text(question.id),
        "text": question.text,
        "competency": question.competency,
        "kind": question.kind.value,
        "levels": packed(level.value for level in question.levels),
        "note": question.note,
        "created_at": instant_text(question.created_at),
    }
    return Rows(root, {})


def _question_from_rows(root: Record, _parts: Parts) -> OwnQuestion:
    return OwnQuestion(
        id=UUID(root["id"]),
        text=root["text"],
        competency=root["competency"],
        kind=QuestionKind(root["kind"]),
        levels=tuple(Level(level) for level in words(root["levels"])),
        note=root["note"],
        created_at=read_instant(root["created_at"]),
    )


def _rehearsal_to_rows(take: Rehearsal) -> Rows:
    root: Record = {
        "id": id_text(take.id),
        "answer_id": id_text(take.answer),
        "rehearsed_at": instant_text(take.at),
        "planned_seconds": take.planned_seconds,
        "spoken_seconds": take.spoken_seconds,
        "part_seconds": packed(take.part_seconds),
        **{name: getattr(take, name) for name in _MARKS},
        "note": take.note,
    }
    return Rows(root, {})


def _rehearsal_from_rows(root: Record, _parts: Parts) -> Rehearsal:
    return Rehearsal(
        id=UUID(root["id"]),
        answer=UUID(root["answer_id"]),
        at=read_instant(root["rehearsed_at"]),
        planned_seconds=root["planned_seconds"],
        spoken_seconds=root["spoken_seconds"],
        part_seconds=tuple(json.loads(root["part_seconds"])),
        note=root["note"],
        **{name: root[name] for name in _MARKS},
    )


ANSWERS: Shape[Answer] = Shape(
    kind=EntityKind.ANSWER,
    table="answers",
    to_rows=answer_to_rows,
    from_rows=answer_from_rows,
    parts=PART_TABLES,
    owner="answer_id",
)
OWN_QUESTIONS: Shape[OwnQuestion] = Shape(
    kind=EntityKind.OWN_QUESTION, table="own_questions", to_rows=_question_to_rows, from_rows=_question_from_rows
)
REHEARSALS: Shape[Rehearsal] = Shape(
    kind=EntityKind.REHEARSAL, table="rehearsals", to_rows=_rehearsal_to_rows, from_rows=_rehearsal_from_rows
)
