"""The proof behind the wins of a review."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from uuid import UUID

from arcareer.documents.blocks import Block, Column, Row, Style
from arcareer.documents.claims import record_claim, typed_claim
from arcareer.documents.review.material import ReviewMaterial
from arcareer.documents.review.pen import Pen, paragraph, table, words_cell
from arcareer.documents.text import NOTHING, Text, joined, own
from arcareer.documents.wording import counted, day_of
from arcareer.domain.evidence import EvidenceLink
from arcareer.domain.journal import Win

_MOST = 40
_COLUMNS = (Column("Date", 15), Column("Win", 43), Column("Proof", 42))


def evidence_blocks(material: ReviewMaterial, pen: Pen, told: Collection[UUID]) -> Iterator[Block]:
    """Yield a table of the wins that have proof, newest first; nothing for readers outside.

    Where there are very many, the proof of the wins told in the review is enough, and the others are counted.
    """
    if pen.disclosure.hides_amounts:
        return
    proven = [win for win in material.wins if win.proof.strip() or any(one.title.strip() for one in win.evidence)]
    shown = proven if len(proven) <= _MOST else [win for win in proven if win.id in told]
    if shown:
        rows = [_row(win, pen) for win in shown]
        yield table(_COLUMNS, rows, "Evidence", "What proves each win of this period, newest first.")
    if len(shown) < len(proven):
        more = counted(len(proven) - len(shown), "more win", "more wins")
        yield paragraph(Style.NOTE, pen.count(f"{more} of this period with proof on file."))


def _row(win: Win, pen: Pen) -> Row:
    day = own(day_of(win.happened_on), record_claim("date of the win"))
    return Row(win.id, (words_cell(day), words_cell(pen.headline(win)), words_cell(joined(_proof(win, pen), "\n"))))


def _proof(win: Win, pen: Pen) -> Iterator[Text]:
    if proof := pen.text(win.proof, typed_claim(win, "proof")):
        yield proof
    claim = typed_claim(win, "evidence")
    for evidence in win.evidence:
        title = pen.text(evidence.title, claim)
        target = pen.text(evidence.target, claim) if isinstance(evidence, EvidenceLink) else NOTHING
        if words := joined((title, target) if str(target) != str(title) else (title,), ": "):
            yield words
