"""How a template arranges what a brag sheet says: the same words for every renderer, in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from arcareer.documents import look
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
    runs_of,
)
from arcareer.documents.claims import record_claim
from arcareer.documents.document import (
    BragSheet,
    Charts,
    Entry,
    EntryGroup,
    EvidenceAppendix,
    FiguresTable,
    HeadlineFigures,
    OneLiner,
    OneLiners,
    Section,
    TitleBlock,
    Wins,
)
from arcareer.documents.styles import DESIGNS, Design
from arcareer.documents.text import NOTHING, Text, joined, own
from arcareer.documents.wording import SEPARATOR, counted, day_of
from arcareer.domain.documents import BragSection, BragTemplate

HEADINGS = {
    BragSection.HEADLINE_FIGURES: "Headline figures",
    BragSection.CHART: "Charts",
    BragSection.BULLETS: "In one line each",
    BragSection.WINS: "Wins by theme",
    BragSection.FIGURES_TABLE: "Key figures",
    BragSection.EVIDENCE: "Proof",
}
_HEADING_LENGTH = 80
_LETTER_WIDTH = 0.65
_MARK_WIDTH = 0.34
_NUMERIC = ("Before", "Value", "Change")
_DIGIT_WIDTH = 1.45
_WIDEST = {"Measure": 28, "When": 12, "Note": 28, "Date": 12, "Win": 50, "Proof": 44}


@dataclass(frozen=True, slots=True)
class ReplacedName:
    """A customer printed under an alias, and in how many places; `doubtful` ones may have been ordinary words."""

    customer: UUID
    alias: str
    places: int
    doubtful: int


def arrange(sheet: BragSheet, template: BragTemplate) -> Iterator[Block]:
    """Yield the blocks of everything the sheet holds."""
    yield from title_blocks(sheet.title, template)
    previous: Section | None = None
    for section in sheet.sections:
        yield from _section(section, previous, sheet, template)
        previous = section
    if sheet.left_out:
        yield _paragraph(Style.NOTE, own(sheet.left_out, record_claim("what had no room")))


def replaced_names(blocks: Iterable[Block]) -> tuple[ReplacedName, ...]:
    """Return the customers printed under an alias, in the order in which they first appear."""
    found: dict[UUID, ReplacedName] = {}
    for block in blocks:
        for run in runs_of(block):
            for piece in run.text.hidden:
                if piece.customer is None:
                    continue
                known = found.get(piece.customer, ReplacedName(piece.customer, piece.text, 0, 0))
                found[piece.customer] = ReplacedName(
                    piece.customer, piece.text, known.places + 1, known.doubtful + piece.doubtful
                )
    return tuple(found.values())


def _paragraph(style: Style, text: Text, look: Look = Look.NORMAL) -> Paragraph:
    return Paragraph(style=style, runs=(Run(text, look),))


def title_blocks(title: TitleBlock, template: BragTemplate) -> Iterator[Block]:
    """Yield whose document it is, of which kind, and what it covers."""
    name = title.name or own(title.kind)
    words = f"{title.kind}{SEPARATOR}{title.period}" if title.name else title.period
    covered = own(words, record_claim("period of the document"))
    if template is BragTemplate.PROMOTION:
        yield _paragraph(Style.OVERLINE, covered)
        covered = NOTHING
    yield _paragraph(Style.TITLE, name)
    if title.role:
        yield _paragraph(Style.SUBTITLE, title.role)
    if meta := joined((part for part in (title.employer, covered, title.purpose) if part), SEPARATOR):
        yield _paragraph(Style.META, meta)
    if title.lead:
        yield _paragraph(Style.LEAD, own(title.lead, record_claim("number of wins")))


def _section(section: Section, previous: Section | None, sheet: BragSheet, template: BragTemplate) -> Iterator[Block]:
    match section:
        case HeadlineFigures():
            yield _heading(sheet, BragSection.HEADLINE_FIGURES)
            yield from _headline_figures(section, template)
        case Charts():
            if not isinstance(previous, HeadlineFigures) or BragSection.CHART in sheet.headings:
                yield _heading(sheet, BragSection.CHART)
            yield ChartRow(charts=section.charts, low=template is BragTemplate.ONE_PAGE)
        case OneLiners():
            yield _heading(sheet, BragSection.BULLETS)
            yield from map(one_liner_block, section.lines)
        case Wins():
            if section.groups:
                yield _heading(sheet, BragSection.WINS)
            for group in section.groups:
                yield from _group(group, template)
        case FiguresTable():
            yield _heading(sheet, BragSection.FIGURES_TABLE)
            yield _figures_table(section)
        case EvidenceAppendix():
            yield _heading(sheet, BragSection.EVIDENCE)
            yield _evidence_table(section)


def _heading(sheet: BragSheet, section: BragSection) -> Paragraph:
    words = sheet.headings.get(section) or own(HEADINGS[section])
    return Paragraph(style=Style.HEADING1, runs=(Run(words),), section=section.value)


def _headline_figures(section: HeadlineFigures, template: BragTemplate) -> Iterator[Block]:
    if template is not BragTemplate.PLAIN:
        yield Cards(
            cards=tuple(
                Card(
                    label=(Run(figure.label),),
                    value=(Run(figure.value),),
                    note=(Run(joined(figure.notes, "\n")),),
                    win=figure.win,
                    long=_is_long(str(figure.value), len(section.figures), DESIGNS[template]),
                )
                for figure in section.figures
            ),
            title=HEADINGS[BragSection.HEADLINE_FIGURES],
            description="Single figures of this period, each with what it measures, its value and how it came about.",
        )
        return
    for figure in section.figures:
        yield Paragraph(
            style=Style.BULLET,
            runs=(
                Run(joined((figure.label, own(": ")))),
                Run(figure.value, Look.LIFTED),
                Run(joined((own("  "), joined(figure.notes, SEPARATOR))), Look.MUTED),
            ),
            win=figure.win,
        )


def _is_long(value: str, cards: int, design: Design) -> bool:
    """Return whether a value is too wide for its box at full size, by the widths of digits and marks in Inter."""
    ems = sum(_MARK_WIDTH if char in " .,:'’1" else _LETTER_WIDTH for char in value)
    room = design.width / cards - look.CARD_PADDING - look.CARD_GAP
    return ems * design.paragraphs["CardValue"].size * 20 > room


def one_liner_block(line: OneLiner) -> Paragraph:
    """Return the block of one bullet."""
    return Paragraph(style=Style.BULLET, runs=(Run(line.text),), win=line.win)


def _group(group: EntryGroup, template: BragTemplate) -> Iterator[Block]:
    yield Paragraph(
        style=Style.HEADING2,
        runs=(Run(own(group.label)),),
        at_margin=(
            Run(
                own(_count(group), record_claim("number of wins")),
                Look.MUTED if template is BragTemplate.PLAIN else Look.NORMAL,
            ),
        ),
    )
    for entry in group.entries:
        yield from entry_blocks(entry, template)


def _count(group: EntryGroup) -> str:
    shown = len(group.entries)
    every = counted(group.total, "win", "wins")
    return every if shown == group.total else f"{shown:,} of {every}"


def entry_blocks(entry: Entry, template: BragTemplate) -> Iterator[Block]:
    """Yield the blocks of one win: a heading with its story, or a bullet where there is little to tell."""
    if entry.is_story and template is BragTemplate.PROMOTION:
        yield from _headed(entry)
    else:
        yield _bullet(entry)


def _bullet(entry: Entry) -> Paragraph:
    headline = Run(entry.headline, Look.LIFTED if entry.is_story else Look.NORMAL)
    footing = joined((own("  "), joined(entry.footing, SEPARATOR))) if entry.footing else NOTHING
    details = tuple(Run(joined((own("\n"), detail.text))) for detail in entry.details)
    return Paragraph(style=Style.BULLET, runs=(headline, Run(footing, Look.MUTED), *details), win=entry.win, opens=True)


def _headed(entry: Entry) -> Iterator[Block]:
    fits = len(str(entry.headline)) + len(str(entry.figure)) <= _HEADING_LENGTH and "\n" not in str(entry.headline)
    at_margin = (Run(entry.figure, Look.AMOUNT),) if entry.figure and fits else ()
    footing = entry.footing if at_margin or not entry.figure else (entry.figure, *entry.footing)
    heading = (Run(entry.headline),)
    yield Paragraph(style=Style.HEADING3, runs=heading, at_margin=at_margin, win=entry.win, opens=True)
    labelled = len(entry.details) > 1
    yield Story(
        parts=tuple(
            Part((Run(own(detail.label), Look.LABEL),) if labelled else (), (Run(detail.text),))
            for detail in entry.details
        ),
        footing=(Run(joined(footing, SEPARATOR), Look.MUTED),) if footing else (),
        win=entry.win,
    )


def _figures_table(section: FiguresTable) -> Table:
    rows = section.rows
    return _table(
        {
            "Measure": [(Run(row.measure),) for row in rows],
            "Before": [(Run(row.before),) for row in rows],
            "Value": [(Run(row.after),) for row in rows],
            "Change": [(Run(row.change),) for row in rows],
            "When": [(Run(row.period),) for row in rows],
            "Note": [(Run(row.note),) for row in rows],
        },
        [row.win for row in rows],
        HEADINGS[BragSection.FIGURES_TABLE],
        "Figures of these wins with what they were before, newest first.",
    )


def _evidence_table(section: EvidenceAppendix) -> Table:
    rows = section.rows
    return _table(
        {
            "Date": [(Run(own(day_of(row.happened_on), record_claim("day of the win"))),) for row in rows],
            "Win": [(Run(row.headline),) for row in rows],
            "Proof": [(Run(joined(row.proof, "\n")),) for row in rows],
        },
        [row.win for row in rows],
        HEADINGS[BragSection.EVIDENCE],
        "What proves each win, newest first.",
    )


def _table(columns: dict[str, list[Runs]], wins: list[UUID], title: str, description: str) -> Table:
    """Return a table of the columns that hold anything, each as wide as its longest words ask for."""
    used = {heading: cells for heading, cells in columns.items() if any(_length(cell) for cell in cells)}
    rows = (Row(win, tuple(cells[at] for cells in used.values())) for at, win in enumerate(wins))
    return Table(
        columns=tuple(_column(heading, cells) for heading, cells in used.items()),
        rows=tuple(rows),
        title=title,
        description=description,
    )


def _column(heading: str, cells: list[Runs]) -> Column:
    longest = max(map(_length, cells))
    if heading in _NUMERIC:
        return Column(heading, min(30, round(max(longest, len(heading)) * _DIGIT_WIDTH) + 3), numeric=True)
    return Column(heading, max(12, min(_WIDEST[heading], longest)) + 3)


def _length(cell: Runs) -> int:
    return max(len(line) for run in cell for line in str(run.text).split("\n"))
