"""Numbered notes: a small number behind each claim, and a last section that says where the numbers come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from arcareer.documents.blocks import (
    Block,
    Card,
    Cards,
    ChartRow,
    Column,
    Look,
    Paragraph,
    Part,
    Row,
    Run,
    Runs,
    Story,
    Style,
    Table,
)
from arcareer.documents.claim_ledger import ClaimLedger, LedgerLine, LineState, is_note
from arcareer.documents.claims import Claim, ClaimKind, figure_subject, note_claim, record_claim
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.number_marks import number_marks
from arcareer.documents.printed import Printed
from arcareer.documents.text import Piece, Text, joined, own
from arcareer.documents.wording import named_value
from arcareer.domain.documents import BragTemplate
from arcareer.domain.figures import Basis, FigureScope

NOTES_HEADING: Final = "Where the numbers come from"
_DESCRIPTION: Final = "Each note of this document with its numbers and where they come from."
_COLUMNS: Final = (Column("Note", 8, numeric=True), Column("Number", 30), Column("Where it comes from", 62))
_SCOPES: Final = {
    FigureScope.MINE: "own result",
    FigureScope.PORTFOLIO: "result of the own portfolio",
    FigureScope.TEAM: "team result",
    FigureScope.COMPANY: "company result",
}
_BASES: Final = {Basis.MEASURED: "measured", Basis.ESTIMATED: "estimated"}
_OWN_WORD: Final = "the author’s own word"
_TYPED: Final = "as the author wrote it down"


@dataclass(slots=True)
class _Note:
    """A note while it is gathered: its number, the line it was first needed for, and all numbers it is for."""

    number: int
    line: LedgerLine
    numbers: dict[str, None] = field(default_factory=dict)


def with_notes(printed: Printed, ledger: ClaimLedger) -> Printed:
    """Return the document with a numbered note behind each traced or accepted number, and the notes at its end.

    Numbers with the same claim share a note. Dates and counts of the library need none, charts say their values
    themselves, and one page has no room for any. What the disclosure hides stays hidden in the notes.
    """
    notes = _gathered(ledger)
    if not notes or printed.template is BragTemplate.ONE_PAGE:
        return printed
    numbers: dict[Claim, list[int]] = {}
    for line in ledger.lines:
        note = notes.get(_identity(line))
        if note is not None and line.claim is not None and note.number not in numbers.setdefault(line.claim, []):
            numbers[line.claim].append(note.number)
    blocks = (_marked(block, numbers) for block in printed.blocks)
    return replace(printed, blocks=(*blocks, *_section(notes.values(), printed.disclosure)))


def _gathered(ledger: ClaimLedger) -> dict[tuple[str, ...], _Note]:
    notes: dict[tuple[str, ...], _Note] = {}
    for line in ledger.lines:
        if _needs_note(line):
            note = notes.setdefault(_identity(line), _Note(len(notes) + 1, line))
            note.numbers.setdefault(line.number)
    return notes


def _needs_note(line: LedgerLine) -> bool:
    if line.claim is None or line.claim.kind is ClaimKind.RECORD or line.state is not LineState.TRACED:
        return line.state is LineState.ACCEPTED
    return line.measures and (line.claim.kind is not ClaimKind.TYPED or line.win is not None)


def _identity(line: LedgerLine) -> tuple[str, ...]:
    """Return what two numbers with one note have in common."""
    if line.state is LineState.ACCEPTED:
        return (_OWN_WORD,)
    if line.match is not None:
        return (str(line.match.win), figure_subject(line.match.figure), line.match.formula)
    return (line.claim.key, *line.claim.inputs) if line.claim is not None else ()


def _marked(block: Block, numbers: Mapping[Claim, list[int]]) -> Block:
    match block:
        case Paragraph():
            margin = _with_marks(block.at_margin, numbers)
            return replace(block, runs=_with_marks(block.runs, numbers), at_margin=margin)
        case Story():
            parts = tuple(Part(part.label, _with_marks(part.text, numbers)) for part in block.parts)
            return replace(block, parts=parts, footing=_with_marks(block.footing, numbers))
        case Cards():
            return replace(block, cards=tuple(_marked_card(card, numbers) for card in block.cards))
        case Table():
            rows = (replace(row, cells=tuple(_with_marks(cell, numbers) for cell in row.cells)) for row in block.rows)
            return replace(block, rows=tuple(rows))
        case ChartRow():
            return block


def _marked_card(card: Card, numbers: Mapping[Claim, list[int]]) -> Card:
    """Return a card with all its marks behind the last of its words: the value is set too large for any."""
    found = _numbers_of((*card.label, *card.value, *card.note), numbers)
    mark = Run(Text(tuple(map(_mark, found))), Look.MUTED)
    return replace(card, note=(*card.note, mark)) if found else card


def _with_marks(runs: Runs, numbers: Mapping[Claim, list[int]]) -> Runs:
    """Return the runs with each note once, behind the last words that need it.

    Those are all words the user typed in one go, with what stands in them instead of theirs; a band has its note
    right behind it.
    """
    left = _numbers_of(runs, numbers)
    marked: list[Run] = []
    for run in reversed(runs):
        after: list[Piece] = []
        for piece in reversed(run.pieces):
            here = [number for number in _notes_of(piece, numbers) if number in left]
            left = [number for number in left if number not in here]
            if here:
                end = 0 if piece.instead else _end_of_typed(after)
                marked.extend(_runs_before(run, after[end:]))
                marked.append(Run(Text(tuple(map(_mark, here))), Look.MUTED, run.win))
                after = after[:end]
            after.insert(0, piece)
        marked.extend(_runs_before(run, after))
    return tuple(reversed(marked))


def _end_of_typed(pieces: list[Piece]) -> int:
    return next((at for at, piece in enumerate(pieces) if piece.own and not piece.instead), len(pieces))


def _runs_before(run: Run, pieces: list[Piece]) -> tuple[Run, ...]:
    return (replace(run, text=Text(tuple(pieces))),) if pieces else ()


def _numbers_of(runs: Runs, numbers: Mapping[Claim, list[int]]) -> list[int]:
    return list(dict.fromkeys(number for run in runs for piece in run.pieces for number in _notes_of(piece, numbers)))


def _notes_of(piece: Piece, numbers: Mapping[Claim, list[int]]) -> list[int]:
    if piece.claim is None or piece.customer is not None or is_note(piece):
        return []
    found = numbers.get(piece.claim, [])
    return found if found and any(mark.has_digit or not piece.own for mark in number_marks(piece.text)) else []


def _mark(number: int) -> Piece:
    return Piece(f" [{number}]", own=True, claim=note_claim())


def _section(notes: Iterable[_Note], disclosure: Disclosure) -> Iterator[Block]:
    yield Paragraph(style=Style.HEADING1, runs=(Run(own(NOTES_HEADING)),))
    rows = tuple(_row(note, disclosure) for note in notes)
    yield Table(columns=_COLUMNS, rows=rows, title=NOTES_HEADING, description=_DESCRIPTION)


def _row(note: _Note, disclosure: Disclosure) -> Row:
    told = record_claim("number told by a note", "this document")
    words = [
        disclosure.text(part, told, opens=at == 0) if is_typed else own(part, told)
        for at, (part, is_typed) in enumerate(_words(note.line))
        if part
    ]
    cells = (own(f"{note.number}", note_claim()), own(", ".join(note.numbers), told), joined(words, "; "))
    return Row(note.line.win, tuple((Run(cell),) for cell in cells))


def _words(line: LedgerLine) -> Iterator[tuple[str, bool]]:
    """Yield what a note says part by part, and whether a part holds words or amounts of the user's."""
    if line.state is LineState.ACCEPTED:
        yield _OWN_WORD, False
    elif line.match is not None:
        figure = line.match.figure
        yield named_value(figure)[0], True
        yield line.match.formula, False
        yield f"{_SCOPES[figure.scope]}, {_BASES[figure.basis]}", False
        yield figure.period.strip(), True
        yield _sourced(figure.source), True
    elif line.claim is not None:
        yield from _words_of(line.claim)


def _words_of(claim: Claim) -> Iterator[tuple[str, bool]]:
    if claim.kind is ClaimKind.TYPED:
        yield _TYPED, False
        return
    yield claim.formula, False
    yield from ((part, True) for part in claim.inputs)
    scope = _SCOPES[claim.scope] if claim.scope is not None else ""
    basis = _BASES[claim.basis] if claim.basis is not None else ""
    yield ", ".join(part for part in (scope, basis) if part), False
    yield claim.period, True
    yield _sourced(claim.source), True


def _sourced(source: str) -> str:
    return f"source: {source.strip()}" if source.strip() else ""
