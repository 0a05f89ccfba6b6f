"""Page one: what is asked for, the three results that carry it, and the gap to the next level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from arcareer.content.career_models import LevelEvidence
from arcareer.documents.blocks import Block, Card, Cards, Column, Look, Paragraph, Part, Row, Run, Runs, Story, Style
from arcareer.documents.claims import bullet_claim, figure_claim, record_claim, said_claim, typed_claim
from arcareer.documents.review.choosing import Picked, picked, suggested
from arcareer.documents.review.material import ReviewMaterial
from arcareer.documents.review.meaning import meaning_text
from arcareer.documents.review.pen import NO_EVIDENCE, Pen, by_strength, paragraph, table, words_cell
from arcareer.documents.text import NOTHING, Text, joined, own
from arcareer.documents.wording import SEPARATOR, counted, months_of
from arcareer.domain.figures import Basis, Figure, FigureScope
from arcareer.domain.journal import Win

RESULTS_HEADING = "Results that carry it"
GAP_COLUMNS = (Column("Asked for before the next level", 40), Column("Evidence of this period", 60))
_SCOPES = {
    FigureScope.MINE: "my own result",
    FigureScope.PORTFOLIO: "my portfolio",
    FigureScope.TEAM: "team result",
    FigureScope.COMPANY: "company result",
}
_MOST_WITHOUT_FIGURES = 3
_LONG_VALUE = 12


@dataclass(frozen=True, slots=True)
class Room:
    """How much of the case is told: letters of what the user did for each result, and what it means.

    `wins` stand beside each thing asked for; without any only their number is given.
    """

    letters: int
    wins: int
    means: bool = False


ROOMS = (
    Room(260, 2, means=True),
    Room(180, 1, means=True),
    Room(100, 1, means=True),
    Room(180, 1),
    Room(90, 1),
    Room(90, 0),
    Room(0, 0),
)
"""From the fullest telling to the barest."""


def results_of(material: ReviewMaterial) -> tuple[Picked, ...]:
    """Return the results of page one: those the user chose, else those chosen by rule."""
    chosen = material.case.results if material.case is not None else ()
    found = picked(chosen, material.wins, tuple(material.linked.values()))
    return found or suggested(material.wins, asked_competencies(material), material.period)


def asked_competencies(material: ReviewMaterial) -> frozenset[str]:
    """Return the competencies that the step to the next level and that level itself ask for."""
    levels = (level for level in (material.level, material.next_level) if level is not None)
    return frozenset(one for level in levels for asked in level.evidence for one in asked.competencies)


def case_blocks(material: ReviewMaterial, pen: Pen, room: Room) -> Iterator[Block]:
    """Yield the case in the words of the user and the numbers of their wins, as fully as `room` says."""
    results = results_of(material)
    if asked := _asked_for(material, pen, results):
        yield paragraph(Style.LEAD, asked)
    if results:
        yield paragraph(Style.HEADING2, own(RESULTS_HEADING))
        yield _cards(results, pen)
        for one in results:
            yield from _told(one, material, pen, room)
    elif material.wins:
        yield paragraph(Style.HEADING2, own(RESULTS_HEADING))
        yield from (_without_figure(win, pen) for win in material.wins[:_MOST_WITHOUT_FIGURES])
    yield from _gap(material, pen, room, results)
    closing = material.case.closing if material.case is not None else ""
    if closing.strip():
        yield paragraph(Style.LEAD, _said(material, pen, closing, "closing", results))


def _said(material: ReviewMaterial, pen: Pen, typed: str, field: str, results: Sequence[Picked]) -> Text:
    """Return words of the case; their numbers have to be those of the wins it rests on."""
    if material.case is None:
        return NOTHING
    wins = (*(one.win.id for one in results), *(win.id for win in material.wins))
    return pen.text(typed, said_claim("promotion case", material.case.id, tuple(dict.fromkeys(wins)), field))


def _asked_for(material: ReviewMaterial, pen: Pen, results: Sequence[Picked]) -> Text:
    typed = material.case.asked_for if material.case is not None else ""
    if typed.strip():
        return _said(material, pen, typed, "asked_for", results)
    if material.next_level is not None:
        return own(f"For: {material.next_level.label}")
    return NOTHING if material.wins else own("No wins in this period yet.")


def _cards(results: Sequence[Picked], pen: Pen) -> Cards:
    return Cards(
        cards=tuple(_card(one, pen) for one in results),
        title=RESULTS_HEADING,
        description="Results of this period, each with what it measures, its value, where it stood before, and when.",
    )


def _card(one: Picked, pen: Pen) -> Card:
    figure = one.whole.figure
    value = pen.value(one.win, figure)
    course, when, standing = pen.course(one.win, figure), _when(one, pen), own(_standing(figure))
    notes = [Run(course, Look.LIFTED)] if course else []
    notes += [Run(own("\n" if notes else "")), Run(joined((when, standing), "\n"))]
    return Card(
        label=(Run(pen.measure(one.win, figure)),),
        value=(Run(value),),
        note=tuple(run for run in notes if run.text),
        win=one.win.id,
        long=len(str(value)) > _LONG_VALUE,
    )


def _when(one: Picked, pen: Pen) -> Text:
    figure = one.whole.figure
    if figure.period.strip():
        return pen.text(figure.period, figure_claim(one.win, figure))
    return own(months_of(one.whole.since.happened_on, one.win.happened_on), record_claim("date of the win"))


def _standing(figure: Figure) -> str:
    basis = "estimated" if figure.basis is Basis.ESTIMATED else "measured"
    return f"{_SCOPES[figure.scope]}, {basis}".capitalize()


def _told(one: Picked, material: ReviewMaterial, pen: Pen, room: Room) -> Iterator[Block]:
    """Yield a result in the win's own words: headline, what the user did, source."""
    win, figure = one.win, one.whole.figure
    yield Paragraph(style=Style.HEADING3, runs=words_cell(pen.headline(win)), win=win.id, opens=True)
    did = _did(win, material, pen, room.letters) if room.letters else NOTHING
    source = pen.source(win, figure) or _proof(win, pen)
    footing = joined(part for part in (own("Source: ") if source else NOTHING, source) if part)
    means = meaning_text(one, material.facts, pen) if room.means else NOTHING
    looks = ((did, Look.NORMAL), (means, Look.MUTED))
    parts = tuple(Part((), words_cell(text, look)) for text, look in looks if text)
    yield Story(
        parts=parts,
        footing=words_cell(joined((footing, pen.month(win)), SEPARATOR) if footing else pen.month(win), Look.MUTED),
        win=win.id,
    )


def _did(win: Win, material: ReviewMaterial, pen: Pen, limit: int) -> Text:
    if win.action.strip():
        return pen.opening(win.action, typed_claim(win, "action"), limit)
    bullet = next((one for one in material.bullets if one.win == win.id), None)
    if bullet is not None:
        return pen.opening(bullet.text, bullet_claim(bullet), limit)
    return pen.opening(win.outcome, typed_claim(win, "outcome"), limit)


def _proof(win: Win, pen: Pen) -> Text:
    if pen.disclosure.hides_amounts:
        return NOTHING
    if win.proof.strip():
        return pen.opening(win.proof, typed_claim(win, "proof"), 90)
    return next((pen.text(one.title, typed_claim(win, "evidence")) for one in win.evidence), NOTHING)


def _without_figure(win: Win, pen: Pen) -> Paragraph:
    runs = (Run(pen.headline(win), Look.LIFTED), Run(own("  ")), Run(own("no number noted"), Look.MUTED))
    return Paragraph(style=Style.BULLET, runs=runs, win=win.id)


def _gap(material: ReviewMaterial, pen: Pen, room: Room, results: Sequence[Picked]) -> Iterator[Block]:
    typed = material.case.gap if material.case is not None else ""
    level, following = material.level, material.next_level
    if level is not None and level.evidence:
        heading = f"From {level.label} to {following.label}" if following is not None else f"On from {level.label}"
        shown = sum(bool(material.wins_showing(one.competencies)) for one in level.evidence)
        total = f"{shown} of {len(level.evidence)} with evidence"
        yield Paragraph(style=Style.HEADING2, runs=words_cell(heading), at_margin=words_cell(pen.count(total)))
        told: set[UUID] = set()
        rows = [_ask_row(one, material, pen, room, told) for one in level.evidence]
        yield table(GAP_COLUMNS, rows, heading, "What is asked for before the next level, and the wins that show it.")
    elif typed.strip():
        yield paragraph(Style.HEADING2, own("What is still missing"))
    if typed.strip():
        yield paragraph(Style.TEXT, _said(material, pen, typed, "gap", results))


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
