"""The boxes of an HR form: what each asks, how much it takes and which sections answer it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import Change, Edit, EntityKind
from arcareer.domain.documents import FormQuestion
from arcareer.domain.identity import new_id
from arcareer.errors import FieldProblem
from arcareer.services.editing import EditService
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.content.document_models import FormStarter

LARGEST_LIMIT: Final = 20_000
"""The most characters a box can take."""


class FormQuestionService:
    """Use cases of boxes; what changes something returns the change it applied."""

    def __init__(self, store: Store, edits: EditService, content: ContentLibrary) -> None:
        self._store = store
        self._edits = edits
        self._content = content

    def starters(self) -> tuple[FormStarter, ...]:
        """Return the forms to begin from."""
        return tuple(one for one in self._content.document_starters.forms if not one.retired)

    def all(self) -> tuple[FormQuestion, ...]:
        """Return the boxes in the user's order."""
        with self._store.read() as unit:
            found: tuple[FormQuestion, ...] = unit.repository(EntityKind.FORM_QUESTION).all()
        return tuple(sorted(found, key=lambda one: (one.at, one.id)))

    def add(self, question: str, limit: int, sections: Iterable[str] = ()) -> Edit:
        """Add a box as the last one; raise `FieldProblem` for a limit no box has."""
        added = FormQuestion(
            id=new_id(), at=_behind(self.all()), question=question.strip(), limit=limit, sections=tuple(sections)
        )
        _check(added)
        return self._edits.put("Add a box", EntityKind.FORM_QUESTION, None, added)

    def begin_with(self, form: FormStarter) -> Change:
        """Add the boxes of a form behind those that are there."""
        first = _behind(self.all())
        boxes = (
            FormQuestion(id=new_id(), at=first + place, question=box.question, limit=box.limit, sections=box.sections)
            for place, box in enumerate(form.boxes)
        )
        added = (Edit("", EntityKind.FORM_QUESTION, None, box) for box in boxes)
        return self._edits.put_all("Begin with a form", added)

    def save(self, before: FormQuestion, after: FormQuestion, *, draft_key: str | None = None) -> Edit:
        """Save a changed box, and drop the half-typed text it came from; raise `FieldProblem` for its limit."""
        _check(after)
        return self._edits.put("Edit a box", EntityKind.FORM_QUESTION, before, after, draft_key=draft_key)

    def move(self, question: FormQuestion, to: int) -> Change:
        """Put a box at a place, counted from 0; beyond the ends means the first or the last place."""
        stored = self.all()
        order = [one for one in stored if one.id != question.id]
        order.insert(max(0, to), next(one for one in stored if one.id == question.id))
        moved = [
            Edit("", EntityKind.FORM_QUESTION, one, replace(one, at=place))
            for place, one in enumerate(order)
            if one.at != place
        ]
        return self._edits.put_all("Move a box", moved or [Edit("", EntityKind.FORM_QUESTION, question, question)])

    def remove(self, question: FormQuestion) -> Edit:
        """Remove a box."""
        return self._edits.put("Remove a box", EntityKind.FORM_QUESTION, question, None)


def _behind(questions: tuple[FormQuestion, ...]) -> int:
    return questions[-1].at + 1 if questions else 0


def _check(question: FormQuestion) -> None:
    if not 1 <= question.limit <= LARGEST_LIMIT:
        text = f"A box takes from 1 to {LARGEST_LIMIT:,} characters. Nothing was changed; enter how many yours takes."
        raise FieldProblem("limit", text)
