"""Interviews with what was asked in them, and cribs with the answers chosen for them, as rows."""

from __future__ import annotations

from datetime import time
from uuid import UUID

from arcareer.domain.changes import EntityKind
from arcareer.domain.interviews import AskedQuestion, Crib, InterviewDetails
from arcareer.storage.records.shape import Parts, Rows, Shape, numbered
from arcareer.storage.stored import Record, id_text, packed, words

_DETAIL_TEXTS = ("company", "role", "people", "notes", "advert", "debrief")
_CRIB_TEXTS = ("opening", "number", "private_notes")


def _interview_to_rows(details: InterviewDetails) -> Rows:
    root: Record = {
        "id": id_text(details.id),
        "starts_at": None if details.starts_at is None else details.starts_at.strftime("%H:%M"),
        **{name: getattr(details, name) for name in _DETAIL_TEXTS},
        "is_over": int(details.is_over),
        "steps_done": packed(details.steps_done),
    }
    asked: list[Record] = [
        {
            "question": one.question,
            "text": one.text,
            "answer_id": None if one.answer is None else id_text(one.answer),
            "went": one.went,
            "note": one.note,
        }
        for one in details.asked
    ]
    return Rows(root, {"asked_questions": numbered({"interview_id": root["id"]}, asked)})


def _interview_from_rows(root: Record, parts: Parts) -> InterviewDetails:
    return InterviewDetails(
        id=UUID(root["id"]),
        starts_at=None if root["starts_at"] is None else time.fromisoformat(root["starts_at"]),
        asked=tuple(_asked(row) for row in parts["asked_questions"]),
        is_over=bool(root["is_over"]),
        steps_done=words(root["steps_done"]),
        **{name: root[name] for name in _DETAIL_TEXTS},
    )


def _asked(row: Record) -> AskedQuestion:
    return AskedQuestion(
        question=row["question"],
        text=row["text"],
        answer=None if row["answer_id"] is None else UUID(row["answer_id"]),
        went=row["went"],
        note=row["note"],
    )


def _crib_to_rows(crib: Crib) -> Rows:
    root: Record = {
        "id": id_text(crib.id),
        **{name: getattr(crib, name) for name in _CRIB_TEXTS},
        "questions": packed(crib.questions),
        "hide_customers": int(crib.hide_customers),
    }
    chosen: list[Record] = [{"answer_id": id_text(answer)} for answer in crib.answers]
    return Rows(root, {"crib_answers": numbered({"crib_id": root["id"]}, chosen)})


def _crib_from_rows(root: Record, parts: Parts) -> Crib:
    return Crib(
        id=UUID(root["id"]),
        questions=words(root["questions"]),
        answers=tuple(UUID(row["answer_id"]) for row in parts["crib_answers"]),
        hide_customers=bool(root["hide_customers"]),
        **{name: root[name] for name in _CRIB_TEXTS},
    )


INTERVIEWS: Shape[InterviewDetails] = Shape(
    kind=EntityKind.INTERVIEW,
    table="interviews",
    to_rows=_interview_to_rows,
    from_rows=_interview_from_rows,
    parts=("asked_questions",),
    owner="interview_id",
)
CRIBS: Shape[Crib] = Shape(
    kind=EntityKind.CRIB,
    table="cribs",
    to_rows=_crib_to_rows,
    from_rows=_crib_from_rows,
    parts=("crib_answers",),
    owner="crib_id",
)
