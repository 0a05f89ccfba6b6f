"""Wins kept as bullets or paragraphs in Markdown, Word or plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from arcareer.reading.candidates import CandidateCollector, WinCandidate, split_headline
from arcareer.reading.dates import build_date, read_period, split_date
from arcareer.reading.list_marks import LIST_ITEM
from arcareer.reading.markdown import HEADING, plain
from arcareer.reading.table import FileKind, SourceRow, TextBlock, TextDocument
from arcareer.reading.win_tables import candidates_from_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

_UNDERLINE = re.compile(r"^ {0,3}(=+|-{3,})\s*$")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_LEADING_DATE = re.compile(
    r"^[\[(]?(?P<date>[\w./,' -]{5,24}?)[\])]?\s*(?::\s+|[\u2013\u2014|]\s*|\s-\s)(?P<rest>\S.*)$"
)
_CAPS = re.compile(r"^[^a-z]*[A-Z][^a-z]*$")
_SENTENCE_END = re.compile(r"[.!?;:)”\"]$")
_LONGEST_TITLE = 60
_TAB = 4


@dataclass(slots=True)
class _Item:
    line: int
    indent: int
    text: str
    raw: str
    details: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Context:
    """The headings above the present line: the theme and the day they give to what follows."""

    today: date
    themes: dict[int, str] = field(default_factory=dict)
    days: dict[int, date] = field(default_factory=dict)

    def enter(self, level: int, text: str) -> None:
        self.themes = {depth: theme for depth, theme in self.themes.items() if depth < level}
        self.days = {depth: day for depth, day in self.days.items() if depth < level}
        day = read_period(text, self.today)
        if day is not None:
            self.days[level] = day
        else:
            self.themes[level] = text

    @property
    def theme(self) -> str:
        below_title = {depth: theme for depth, theme in self.themes.items() if depth > 1}
        chosen = below_title or self.themes
        return chosen[max(chosen)] if chosen else ""

    @property
    def day(self) -> date | None:
        return self.days[max(self.days)] if self.days else None


def candidates_from_blocks(document: TextDocument, today: date, collector: CandidateCollector) -> None:
    """Add the wins of `document` to `collector`: list items, or paragraphs where there is no list; table rows too."""
    kind = document.origin.kind
    blocks = list(document.blocks if kind is FileKind.WORD else _blocks_of_lines(document.blocks, kind, collector))
    has_list = any(block.is_list_item for block in blocks)
    context = _Context(today)
    item: _Item | None = None
    for block in blocks:
        if block.is_list_item and item is not None and block.list_level - 1 > item.indent:
            item.details.append(block.text)
            continue
        if item is not None:
            _finish(item, context, collector)
            item = None
        item = _take(block, context, collector, has_list=has_list)
    if item is not None:
        _finish(item, context, collector)
    _add_tables([block for block in blocks if block.cells], today, collector)


def _take(block: TextBlock, context: _Context, collector: CandidateCollector, *, has_list: bool) -> _Item | None:
    if block.cells:
        return None
    if not block.text.strip():
        collector.leave(block.line, "", "blank")
    elif block.heading_level:
        context.enter(block.heading_level, plain(block.text))
        collector.leave(block.line, block.text, "a heading")
    elif block.is_list_item:
        return _Item(block.line, block.list_level - 1, block.text, block.text)
    elif has_list:
        collector.leave(block.line, block.text, "text between the bullets")
    else:
        return _Item(block.line, 0, block.text, block.text)
    return None


def _finish(item: _Item, context: _Context, collector: CandidateCollector) -> None:
    text, day = _without_date(plain(item.text), context.today)
    headline, rest = split_headline(text)
    details = "\n".join(part for part in (rest, *(plain(detail) for detail in item.details)) if part)
    collector.add(
        WinCandidate(
            headline=headline,
            happened_on=day or context.day,
            details=details,
            theme_text=context.theme,
            customer_text="",
            source_line=item.line,
            raw="\n".join((item.raw, *item.details)),
        )
    )


def _without_date(text: str, today: date) -> tuple[str, date | None]:
    found = _LEADING_DATE.match(text)
    parts = split_date(found["date"].strip(" ,")) if found else None
    if found is None or parts is None:
        return text, None
    try:
        day = build_date(parts, None)
    except ValueError:
        return text, None
    return (found["rest"], day) if day is not None and day <= today else (text, None)


def _add_tables(rows: Sequence[TextBlock], today: date, collector: CandidateCollector) -> None:
    group: list[SourceRow] = []
    for block in rows:
        if group and block.line > group[-1].line + 1:
            candidates_from_rows(group, today, collector)
            group = []
        group.append(SourceRow(block.line, block.cells))
    if group:
        candidates_from_rows(group, today, collector)


def _blocks_of_lines(lines: Sequence[TextBlock], kind: FileKind, collector: CandidateCollector) -> Iterator[TextBlock]:
    """Join the lines of a text file to blocks: headings, list items with wrapped lines, paragraphs, table rows."""
    is_markdown = kind is FileKind.MARKDOWN
    indents: list[int] = []
    pending: TextBlock | None = None
    for line, text in _readable(lines, collector, is_markdown=is_markdown):
        block = _block(line, text, indents, is_markdown=is_markdown)
        if pending is not None and is_markdown and _UNDERLINE.match(text) and not pending.list_level:
            yield replace(pending, heading_level=1 if "=" in text else 2)
            collector.leave(line, text, "the line under a heading")
            pending = None
        elif is_markdown and _RULE.match(text):
            collector.leave(line, text, "a dividing line")
        elif pending is not None and _continues(pending, block, is_markdown=is_markdown):
            pending = replace(pending, text=f"{pending.text} {text.strip()}")
        else:
            if pending is not None:
                yield pending
            pending = block
            if not text.strip():
                yield block
                pending = None
    if pending is not None:
        yield pending


def _readable(
    lines: Sequence[TextBlock], collector: CandidateCollector, *, is_markdown: bool
) -> Iterator[tuple[int, str]]:
    fenced, front_matter = False, False
    for block in lines:
        text = block.text.replace("\f", "")
        if is_markdown and block.line == 1 and text.strip() == "---":
            front_matter = True
            collector.leave(block.line, text, "the document's settings")
        elif front_matter:
            front_matter = text.strip() not in {"---", "..."}
            collector.leave(block.line, text, "the document's settings")
        elif is_markdown and (_FENCE.match(text) or fenced):
            fenced = fenced != bool(_FENCE.match(text))
            collector.leave(block.line, text, "program text")
        elif is_markdown and (_TABLE_RULE.match(text) and "|" in text):
            collector.leave(block.line, text, "a dividing line of a table")
        elif is_markdown and text.lstrip().startswith("<!--"):
            collector.leave(block.line, text, "a comment")
        else:
            yield block.line, text.lstrip("\ufeff")


def _block(line: int, text: str, indents: list[int], *, is_markdown: bool) -> TextBlock:
    heading = HEADING.match(text)
    if heading and is_markdown:
        indents.clear()
        return TextBlock(line, heading[2], heading_level=len(heading[1]))
    bullet = LIST_ITEM.match(text)
    if bullet:
        return TextBlock(line, bullet["text"].strip(), list_level=_level(bullet["indent"], indents))
    if is_markdown and text.strip().startswith("|"):
        return TextBlock(line, text, cells=tuple(cell.strip() for cell in text.strip().strip("|").split("|")))
    if not text.startswith((" ", "\t")) and text.strip():
        indents.clear()
    if not is_markdown and _is_title(text):
        return TextBlock(line, text.strip().rstrip(":"), heading_level=2)
    return TextBlock(line, text.lstrip().removeprefix("> ").rstrip() if text.strip() else "")


def _level(indent: str, indents: list[int]) -> int:
    width = len(indent.expandtabs(_TAB))
    while indents and width < indents[-1]:
        indents.pop()
    if not indents or width > indents[-1] + 1:
        indents.append(width)
    return len(indents)


def _is_title(text: str) -> bool:
    text = text.strip()
    if not text or len(text) > _LONGEST_TITLE:
        return False
    return (text.endswith(":") and len(text.split()) <= 8) or bool(_CAPS.match(text) and len(text) > 3)


def _continues(pending: TextBlock, block: TextBlock, *, is_markdown: bool) -> bool:
    if block.heading_level or block.list_level or block.cells or pending.heading_level or pending.cells:
        return False
    if not block.text.strip():
        return False
    if is_markdown:
        return True
    return not _SENTENCE_END.search(pending.text) and (block.text[:1].islower() or pending.list_level > 0)
