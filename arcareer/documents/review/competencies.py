"""What the present and the next level ask for, beside the wins that show it, or honestly a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from arcareer.documents.blocks import Block, Column, Look, Paragraph, Row, Run, Runs, Style
from arcareer.documents.claims import record_claim
from arcareer.documents.review.pen import NO_EVIDENCE, Pen, by_strength, paragraph, table, words_cell
from arcareer.documents.text import own
from arcareer.documents.wording import SEPARATOR

if TYPE_CHECKING:
    from arcareer.content.career_models import CareerLevel, LevelEvidence
    from arcareer.documents.review.material import ReviewMaterial
    from arcareer.domain.journal import Win

_MOST = 3
_LEVEL_COLUMNS = (Column("The level asks for", 36), Column("Wins that speak for it", 64))
_COMPETENCY_COLUMNS = (Column("Competency", 30), Column("Wins that speak for it", 70))


def competency_blocks(material: ReviewMaterial, pen: Pen) -> Iterator[Block]:
    """Yield both levels line by line, then what other competencies the wins show."""
    covered: set[str] = set()
    for level, name in ((material.level, "the present level"), (material.next_level, "the next level")):
        if level is not None and level.evidence:
            yield from _level(level, name, material, pen)
            covered.update(one for asked in level.evidence for one in asked.competencies)
    yield from _others(material, pen, covered)


def _level(level: CareerLevel, name: str, material: ReviewMaterial, pen: Pen) -> Iterator[Block]:
    told: set[UUID] = set()
    rows = [_row(asked, material, pen, told) for asked in level.evidence]
    shown = sum(row.win is not None for row in rows)
    heading = f"{level.label}, {name}"
    yield Paragraph(
        style=Style.HEADING2,
        runs=words_cell(heading),
        at_margin=words_cell(pen.count(f"Wins for {shown} of {len(rows)}")),
    )
    yield replace(paragraph(Style.META, own(level.scope)), keeps_next=True)
    yield table(_LEVEL_COLUMNS, rows, heading, "What the level asks for, and the wins of this period that show it.")


def _row(asked: LevelEvidence, material: ReviewMaterial, pen: Pen, told: set[UUID]) -> Row:
    wins = by_strength(material.wins_showing(asked.competencies), asked.competencies, told)
    told.update(win.id for win in wins[:_MOST])
    named = (material.competencies[one] for one in asked.competencies if one in material.competencies)
    what: Runs = (
        Run(own(asked.text, record_claim("what the level asks for", "the career ladder"))),
        Run(own(f"\n{SEPARATOR.join(named)}"), Look.MUTED),
    )
    return Row(wins[0].id if wins else None, (what, _lines(wins, pen)))


def _others(material: ReviewMaterial, pen: Pen, covered: set[str]) -> Iterator[Block]:
    left = {one: label for one, label in material.competencies.items() if one not in covered}
    shown = {label: wins for one, label in left.items() if (wins := material.wins_showing((one,)))}
    heading = "Also shown" if covered else "Competency by competency"
    if shown:
        yield paragraph(Style.HEADING2, own(heading))
        rows = [_competency_row(label, wins, pen) for label, wins in shown.items()]
        yield table(_COMPETENCY_COLUMNS, rows, heading, "Competencies, and the wins of this period that show them.")
    missing = [label for label in left.values() if label not in shown]
    if missing and not covered:
        yield paragraph(Style.NOTE, own(f"{NO_EVIDENCE}: {', '.join(missing)}."))


def _competency_row(label: str, wins: Sequence[Win], pen: Pen) -> Row:
    ordered = by_strength(wins)
    return Row(ordered[0].id, (words_cell(label), _lines(ordered, pen)))


def _lines(wins: Sequence[Win], pen: Pen) -> Runs:
    return pen.lines(wins[:_MOST], max(0, len(wins) - _MOST))
