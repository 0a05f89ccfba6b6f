"""Wins as rows: figures, people, competencies and evidence each have a table of their own."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from arcareer.domain.changes import EntityKind
from arcareer.domain.evidence import Evidence, EvidenceFile, EvidenceLink
from arcareer.domain.journal import Win
from arcareer.storage.records.figures import figure_from, figure_row
from arcareer.storage.records.shape import Parts, Rows, Shape, numbered
from arcareer.storage.stored import Record, date_text, id_text, instant_text, read_instant

_TEXTS = ("headline", "theme", "situation", "action", "outcome", "proof", "private_notes")


def to_rows(win: Win) -> Rows:
    """Return the win as rows, without its place and without the words that only the search knows."""
    owner: Record = {"win_id": id_text(win.id)}
    root: Record = {
        "id": id_text(win.id),
        "happened_on": date_text(win.happened_on),
        "logged_at": instant_text(win.logged_at),
        "trashed_at": None if win.trashed_at is None else instant_text(win.trashed_at),
        "has_number": int(win.has_number),
        **{name: getattr(win, name) for name in _TEXTS},
    }
    parts = {
        "win_competencies": [{"competency": competency} for competency in win.competencies],
        "win_figures": [figure_row(figure) for figure in win.figures],
        "win_customers": [{"customer_id": id_text(customer)} for customer in win.customers],
        "win_colleagues": [{"name": name} for name in win.colleagues],
        "win_evidence": [_evidence_row(evidence) for evidence in win.evidence],
    }
    return Rows(root, {table: numbered(owner, rows) for table, rows in parts.items()})


def from_rows(root: Record, parts: Parts) -> Win:
    """Return the win that was kept as these rows."""
    return Win(
        id=UUID(root["id"]),
        happened_on=date.fromisoformat(root["happened_on"]),
        logged_at=read_instant(root["logged_at"]),
        trashed_at=None if root["trashed_at"] is None else read_instant(root["trashed_at"]),
        competencies=tuple(row["competency"] for row in parts["win_competencies"]),
        figures=tuple(figure_from(row) for row in parts["win_figures"]),
        customers=tuple(UUID(row["customer_id"]) for row in parts["win_customers"]),
        colleagues=tuple(row["name"] for row in parts["win_colleagues"]),
        evidence=tuple(_evidence_from(row) for row in parts["win_evidence"]),
        **{name: root[name] for name in _TEXTS},
    )


def _evidence_row(evidence: Evidence) -> Record:
    row: Record = {"evidence_id": id_text(evidence.id), "title": evidence.title}
    if isinstance(evidence, EvidenceLink):
        return {**row, "kind": "link", "target": evidence.target, "sha256": "", "size": 0, "original_name": ""}
    return {
        **row,
        "kind": "file",
        "target": "",
        "sha256": evidence.sha256,
        "size": evidence.size,
        "original_name": evidence.original_name,
    }


def _evidence_from(row: Record) -> Evidence:
    identity, title = UUID(row["evidence_id"]), row["title"]
    if row["kind"] == "link":
        return EvidenceLink(id=identity, title=title, target=row["target"])
    return EvidenceFile(
        id=identity,
        title=title,
        sha256=row["sha256"],
        size=row["size"],
        original_name=row["original_name"],
    )


WINS: Shape[Win] = Shape(
    kind=EntityKind.WIN,
    table="wins",
    to_rows=to_rows,
    from_rows=from_rows,
    parts=("win_competencies", "win_figures", "win_customers", "win_colleagues", "win_evidence"),
    owner="win_id",
)
