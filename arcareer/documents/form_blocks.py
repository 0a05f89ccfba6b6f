"""Text blocks for the boxes of HR forms: the words of a document's sections, as much of them as each box holds.

They are made of the document's blocks and of nothing else, so numbers and names are those of the document and of its
level of disclosure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from arcareer.documents.blocks import Block, Cards, ChartRow, Look, Paragraph, Row, Run, Runs, Story, Style, Table
from arcareer.documents.form_fit import FitState, Fitted, Passage, fit, passage
from arcareer.documents.printed import Printed
from arcareer.documents.wording import WEAKENING
from arcareer.domain.documents import BragSection, FormQuestion

_MARK: Final = "• "
_BETWEEN: Final = " · "
_SPEAKING: Final = frozenset({"Change", "When", "Note", "Win", "Date"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBlock:
    """What goes into one box of a form, with its length in characters as a reader sees them and in code points.

    `left_out` counts the sentences that had no room. Where the first one alone is longer than the box, the text is
    empty and `needs` is how much room that sentence asks for.
    """

    question: FormQuestion
    text: str
    characters: int
    code_points: int
    limit: int
    left_out: int
    state: FitState
    needs: int = 0


@dataclass(frozen=True, slots=True)
class _Section:
    """A section of a document: its id, its heading, and the blocks under it."""

    id: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a document tells of one thing: passages that stay together, and whether it holds up a case by itself."""

    passages: tuple[Passage, ...]
    has_number: bool
    is_cautioned: bool

    @property
    def rank(self) -> tuple[bool, bool]:
        """Return what sorts the strongest first: a number before none, the user's own before a team's or a guess."""
        return (not self.has_number, self.is_cautioned)


def blocks_for(printed: Printed, questions: Iterable[FormQuestion]) -> tuple[FormBlock, ...]:
    """Return the text of each question, in their order."""
    sections = _sections_of(printed)
    return tuple(
        _block(question, fit(_passages(sections, question.sections), question.limit)) for question in questions
    )


def form_text(printed: Printed, sections: Iterable[str] = ()) -> str:
    """Return the plain text of sections by their ids, in that order; of the whole document where none is named.

    The wins of a brag sheet stand strongest first and without their themes, because a box is often too small for all.
    Pictures and what the document says of itself are left out; headings of sections stand where there are several.
    """
    passages = _passages(_sections_of(printed), tuple(sections))
    lines = (f"{one.heading}\n" * bool(one.heading) + "".join(one.units).strip() for one in passages)
    return "\n".join(lines)


def _block(question: FormQuestion, fitted: Fitted) -> FormBlock:
    return FormBlock(
        question=question,
        text=fitted.text,
        characters=fitted.characters,
        code_points=fitted.code_points,
        limit=question.limit,
        left_out=fitted.left_out,
        state=fitted.state,
        needs=fitted.needs,
    )


def _sections_of(printed: Printed) -> tuple[_Section, ...]:
    """Return the parts under headings of the first level, in the order of the document; what stands before is title."""
    sections: list[_Section] = []
    for block in printed.blocks:
        if isinstance(block, Paragraph) and block.style is Style.HEADING1:
            sections.append(_Section(block.section, _words(block.runs), ()))
        elif sections:
            sections[-1] = replace(sections[-1], blocks=(*sections[-1].blocks, block))
    return tuple(sections)


def _passages(sections: Sequence[_Section], chosen: Sequence[str]) -> tuple[Passage, ...]:
    wanted = [one for name in dict.fromkeys(chosen) for one in sections if one.id == name] if chosen else sections
    told = [(one.heading, found) for one in wanted if (found := _told(one))]
    if len(told) <= 1:
        return tuple(passage for _, found in told for passage in found)
    return tuple(passage for heading, found in told for passage in _headed(heading, found))


def _headed(heading: str, found: Sequence[Passage]) -> Iterator[Passage]:
    first = found[0]
    yield replace(first, heading="\n".join(filter(None, (heading, first.heading))))
    yield from found[1:]


def _told(section: _Section) -> tuple[Passage, ...]:
    entries = list(_entries(section.blocks))
    if section.id == BragSection.WINS:
        entries.sort(key=lambda entry: entry.rank)
        return tuple(replace(one, heading="") for entry in entries for one in entry.passages)
    return tuple(one for entry in entries for one in entry.passages)


def _entries(blocks: Sequence[Block]) -> Iterator[_Entry]:
    """Yield what the blocks tell; a heading of the second level goes with what follows it."""
    heading, at = "", 0
    while at < len(blocks):
        block = blocks[at]
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        story = following if _is_heading_of_story(block) and isinstance(following, Story) else None
        at += 2 if story else 1
        if isinstance(block, Paragraph) and block.style is Style.HEADING2:
            heading = _words(block.runs)
            continue
        for entry in _told_by(block, story):
            yield replace(entry, passages=(replace(entry.passages[0], heading=heading), *entry.passages[1:]))
            heading = ""


def _is_heading_of_story(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style is Style.HEADING3


def _told_by(block: Block, story: Story | None) -> Iterator[_Entry]:
    match block:
        case Paragraph():
            yield from _of_paragraph(block, story)
        case Story():
            yield from _some(_story_passages(block, footing=True))
        case Cards():
            for card in block.cards:
                note = _words(card.note, ", ")
                told = f"{_MARK}{_words(card.label)}: {_words(card.value)}" + (f" ({note})" if note else "")
                yield _Entry((Passage((told,)),), has_number=True, is_cautioned=_has_caution(note))
        case Table():
            for row in block.rows:
                yield from _some([_row(block, row)])
        case ChartRow():
            return


def _some(found: Iterable[Passage]) -> Iterator[_Entry]:
    passages = tuple(found)
    if passages:
        yield _Entry(passages, has_number=False, is_cautioned=False)


def _of_paragraph(block: Paragraph, story: Story | None) -> Iterator[_Entry]:
    match block.style:
        case Style.NOTE:
            return
        case Style.HEADING3 | Style.BULLET:
            yield _entry(block, story)
        case _:
            yield from _some([passage(text)] if (text := _joined(block.runs).strip()) else ())


def _entry(block: Paragraph, story: Story | None) -> _Entry:
    """Return a win or a line under its bullet: what is said of it with its cautions in one unit, then the rest.

    The small print may say that it is a team's result or a guess, so it goes where the headline goes.
    """
    small = [run for run in block.runs if run.look is Look.MUTED]
    said, _, rest = _joined(run for run in block.runs if run.look is not Look.MUTED).partition("\n")
    if block.style is Style.HEADING3:
        said, rest = _one_line(f"{said} {rest}"), ""
    amount = _words(block.at_margin)
    notes = _BETWEEN.join(filter(None, (_words(small), _words(story.footing) if story else "")))
    first = _MARK + _BETWEEN.join(filter(None, (_one_line(said), amount))) + (f" ({notes})" if notes else "")
    stories = _story_passages(story, footing=False) if story else ()
    details = [passage(rest)] if rest.strip() else []
    return _Entry(
        (Passage((first,)), *details, *stories),
        has_number=bool(amount) or any(char.isdigit() for char in said),
        is_cautioned=_has_caution(f"{amount} {notes}"),
    )


def _story_passages(story: Story, *, footing: bool) -> Iterator[Passage]:
    for part in story.parts:
        label, text = _words(part.label), _joined(part.text).strip()
        if text:
            yield passage(f"{label}: {text}" if label else text)
    if footing and (small := _words(story.footing)):
        yield Passage((small,))


def _row(table: Table, row: Row) -> Passage:
    """Return a row as a line of its first cell and the others, and its lists a line each behind it.

    The first line of a list goes with the row, so that a row never stands without what shows it.
    """
    head, *others = zip(table.columns, (_joined(cell).strip() for cell in row.cells), strict=True)
    plain = [_named(column.heading, _aside(cell)) for column, cell in others if cell and not _is_list(cell)]
    listed = [_one_line(line).removeprefix(_MARK) for _, cell in others if _is_list(cell) for line in cell.split("\n")]
    first = _MARK + ": ".join(filter(None, (_aside(head[1]), ", ".join((*plain, *listed[:1])))))
    return Passage((first, *(f"\n{line}" for line in listed[1:])))


def _is_list(cell: str) -> bool:
    return cell.startswith(_MARK)


def _aside(cell: str) -> str:
    """Return a cell on one line, what stands below its first line in brackets."""
    first, _, below = cell.partition("\n")
    small = "; ".join(filter(None, map(_one_line, below.split("\n"))))
    return f"{_one_line(first)} ({small})" if small else _one_line(first)


def _named(heading: str, cell: str) -> str:
    """Return a cell with the name of its column where that is one plain word and the cell does not speak for itself."""
    return cell if heading in _SPEAKING or " " in heading else f"{heading.lower()} {cell}"


def _has_caution(notes: str) -> bool:
    return any(caution in notes.casefold() for caution in WEAKENING)


def _joined(runs: Iterable[Run]) -> str:
    return "".join(str(run.text) for run in runs)


def _words(runs: Runs | list[Run], line_break: str = " ") -> str:
    """Return runs on one line with single spaces."""
    return _one_line(_joined(runs).replace("\n", line_break))


def _one_line(text: str) -> str:
    return " ".join(text.split())
