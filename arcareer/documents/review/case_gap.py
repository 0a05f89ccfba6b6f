"""The gap to the next level: what is asked for, what shows it, and how the rest is closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from arcareer.content.career_models import LevelEvidence
from arcareer.documents.blocks import Block, Column, Look, Paragraph, Row, Run, Runs, Style
from arcareer.documents.claims import record_claim, said_claim
from arcareer.documents.review.material import ReviewMaterial
from arcareer.documents.review.pen import NO_EVIDENCE, Pen, by_strength, paragraph, table, words_cell
from arcareer.documents.review.room import Room
from arcareer.documents.text import NOTHING, Text, own
from arcareer.documents.wording import SEPARATOR, counted
from arcareer.domain.journal import Win

CLOSING_HEADING = "The gap, and how it is closed"
_COLUMNS = (Column("Asked for before the next level", 40), Column("Wins of this period that speak for it", 60))


def said(material: ReviewMaterial, pen: Pen, field: str) -> Text:
    """Return words of the user's case; their numbers have to be those of wins it can rest on."""
    case = material.case
    if case is None:
        return NOTHING
    wins = dict.fromkeys((*(one.win for one in case.results), *(win.id for win in material.wins)))
    return pen.text(getattr(case, field), said_claim("promotion case", case.id, tuple(wins), field))


def gap_blocks(material: ReviewMaterial, pen: Pen, room: Room) -> Iterator[Block]:
    """Yield what is asked for before the next level beside its evidence, and in the user's words how the gap closes."""
    typed = material.case.gap if material.case is not None else ""
    level, following = material.level, material.next_level
    if level is not None and level.evidence:
        heading = f"From {level.label} to {following.label}" if following is not None else f"On from {level.label}"
        shown = sum(bool(material.wins_showing(one.competencies)) for one in level.evidence)
        total = f"Wins for {shown} of {len(level.evidence)}"
        yield Paragraph(style=Style.HEADING2, runs=words_cell(heading), at_margin=words_cell(pen.count(total)))
        told: set[UUID] = set()
        rows = [_ask_row(one, material, pen, room, told) for one in level.evidence]
        yield table(_COLUMNS, rows, heading, "What is asked for before the next level, and the wins that show it.")
    if typed.strip():
        below = level is not None and level.evidence
        yield paragraph(Style.HEADING3 if below else Style.HEADING2, own(CLOSING_HEADING))
        yield paragraph(Style.TEXT, said(material, pen, "gap"))


def _ask_row(one: LevelEvidence, material: ReviewMaterial, pen: Pen, room: Room, told: set[UUID]) -> Row:
    wins = by_strength(material.wins_showing(one.competencies), one.competencies, told)
    told.update(win.id for win in wins[: room.wins])
    asked = words_cell(own(one.text, record_claim("what the level asks for", "the career ladder")))
    return Row(wins[0].id if wins else None, (asked, _evidence(wins, pen, room)))


def _evidence(wins: Sequence[Win], pen: Pen, room: Room) -> Runs:
    if not wins:
        return words_cell(NO_EVIDENCE, Look.MUTED)
    if not room.wins:
        return words_cell(pen.count(counted(len(wins), "win", "wins")))
    runs: list[Run] = []
    for at, win in enumerate(wins[: room.wins]):
        runs += [Run(own("\n" if at else "")), Run(pen.headline(win), win=win.id)]
    if len(wins) > room.wins:
        runs.append(Run(pen.count(f"{SEPARATOR}{len(wins) - room.wins} more"), Look.MUTED))
    return tuple(run for run in runs if run.text)
