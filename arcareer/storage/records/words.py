"""Messages of the user's own, what was sent, playbook runs, plans and reviews as rows."""

from __future__ import annotations

from typing import Any

from arcareer.domain.changes import EntityKind
from arcareer.domain.own_scripts import ContactNote, OwnScript, RememberedBlanks
from arcareer.domain.plans import Plan
from arcareer.domain.playbook_runs import PlaybookRun
from arcareer.domain.reviews import ReviewDetails
from arcareer.storage.records.documents import document
from arcareer.storage.records.shape import Shape
from arcareer.storage.stored import id_text, instant_text

CONTACT_NOTES = document(
    EntityKind.CONTACT_NOTE,
    "contact_notes",
    ContactNote,
    {"customer": lambda note: id_text(note.customer), "noted_at": lambda note: instant_text(note.at)},
)
DOCUMENTS: tuple[Shape[Any], ...] = (
    document(EntityKind.OWN_SCRIPT, "own_scripts", OwnScript, {"replaces": lambda script: script.replaces}),
    document(EntityKind.REMEMBERED_BLANKS, "remembered_blanks", RememberedBlanks),
)
"""Messages of the user's own and what their blanks held last."""

REVIEWS = document(EntityKind.REVIEW, "reviews", ReviewDetails)
PLAYBOOK_RUNS = document(
    EntityKind.PLAYBOOK_RUN,
    "playbook_runs",
    PlaybookRun,
    {"started_at": lambda run: instant_text(run.started_at)},
    names_win=True,
)
PLANS = document(EntityKind.PLAN, "plans", Plan, names_win=True)
