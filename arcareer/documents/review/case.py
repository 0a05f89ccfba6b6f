"""Page one: what is asked for, the three results that carry it, and the gap to the next level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arcareer.documents.blocks import Block, Style
from arcareer.documents.review.case_gap import gap_blocks, said
from arcareer.documents.review.case_results import RESULTS_HEADING, card_row, lone_result, told_result, without_figure
from arcareer.documents.review.choosing import MOST, Picked, picked, suggested
from arcareer.documents.review.material import ReviewMaterial
from arcareer.documents.review.pen import Pen, paragraph
from arcareer.documents.review.room import Room
from arcareer.documents.text import NOTHING, Text, own


def results_of(material: ReviewMaterial) -> tuple[Picked, ...]:
    """Return the results of page one: those the user chose, else those chosen by rule."""
    chosen = material.case.results if material.case is not None else ()
    found = picked(chosen, material.wins, tuple(material.linked.values()))
    return found or suggested(material.wins, asked_competencies(material), material.period)


def asked_competencies(material: ReviewMaterial) -> frozenset[str]:
    """Return the competencies that the step to the next level and that level itself ask for."""
    levels = (level for level in (material.level, material.next_level) if level is not None)
    return frozenset(one for level in levels for asked in level.evidence for one in asked.competencies)


def case_blocks(material: ReviewMaterial, results: Sequence[Picked], pen: Pen, room: Room) -> Iterator[Block]:
    """Yield the case in the words of the user and the numbers of their wins, as fully as `room` says."""
    if asked := _asked_for(material, pen):
        yield paragraph(Style.LEAD, asked)
    yield from _results(material, results, pen, room)
    yield from gap_blocks(material, pen, room)
    if closing := said(material, pen, "closing"):
        yield paragraph(Style.TEXT if room.tight else Style.LEAD, closing)


def _asked_for(material: ReviewMaterial, pen: Pen) -> Text:
    if typed := said(material, pen, "asked_for"):
        return typed
    if material.next_level is not None:
        return own(f"For: {material.next_level.label}")
    return NOTHING if material.wins else own("No wins in this period yet.")


def _results(material: ReviewMaterial, results: Sequence[Picked], pen: Pen, room: Room) -> Iterator[Block]:
    """Yield the results; where there are fewer than a case has room for, wins without a number follow."""
    shown = {one.win.id for one in results}
    others = [win for win in material.wins if win.id not in shown and not win.has_number][: MOST - len(results)]
    if results or others:
        yield paragraph(Style.HEADING2, own(RESULTS_HEADING))
    if len(results) == 1:
        yield from lone_result(results[0], material, pen, room)
    elif results:
        yield card_row(results, material, pen, room)
        if not room.in_cards:
            yield from (block for one in results for block in told_result(one, material, pen, room))
    yield from (without_figure(win, pen) for win in others)
