"""Markdown: the words of the document in its order, for wikis and mail; what a user types reads as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from arcareer.documents.blocks import Block, Cards, ChartRow, Look, Paragraph, Run, Runs, Story, Style, Table
from arcareer.documents.printed import Printed
from arcareer.documents.text import own
from arcareer.documents.wording import SEPARATOR

_MARKS: Final = {
    Style.TITLE: "# ", Style.HEADING1: "## ", Style.HEADING2: "### ", Style.HEADING3: "#### ", Style.BULLET: "- ",
}  # fmt: skip
_STRESS: Final = {Look.AMOUNT: "**", Look.LABEL: "**", Look.LIFTED: "**", Look.MUTED: "*"}
_ANYWHERE: Final = re.compile(r"[\\`*_\[\]<>|~#]|\$(?!\d)|&(?=#?\w+;)|:(?=[\w+-]*[a-z][\w+-]*:)")
_LINE_START: Final = re.compile(r"(?:[-+](?=\s|$|[-+])|[=:])")
_NUMBERED: Final = re.compile(r"(\d+)([.)])(?=\s|$)")
_BREAK: Final = "\\\n"
_CELL_BREAK: Final = "<br>"


def render_markdown(printed: Printed) -> str:
    """Return a document as CommonMark with the tables of GitHub; charts are their descriptions."""
    written = [(block, "\n\n".join(_written(block))) for block in printed.blocks]
    shown = [(block, text) for block, text in written if text]
    parts = [shown[0][1]] if shown else []
    for (before, _), (block, text) in pairwise(shown):
        parts.extend(("\n" if _is_bullet(before) and _is_bullet(block) else "\n\n", text))
    return "".join(parts) + "\n"


def _written(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _paragraph(block)
        case Story():
            lines = [_lines((*part.label, Run(own(" ")), *part.text)) for part in block.parts]
            lines.append(_lines(block.footing))
            yield _BREAK.join(line for some in lines for line in some)
        case Cards():
            yield "\n".join(
                _item([*_lines((*card.label, Run(own(": ")), *_strong(card.value))), *_lines(card.note)])
                for card in block.cards
            )
        case Table():
            yield "\n".join(_table(block))
        case ChartRow():
            yield from (_BREAK.join(_lines((Run(own(chart.description)),))) for chart in block.charts)


def _paragraph(paragraph: Paragraph) -> str:
    runs = paragraph.runs
    if paragraph.at_margin:
        runs = (*runs, Run(own(SEPARATOR)), *paragraph.at_margin)
    mark = _MARKS.get(paragraph.style, "")
    if paragraph.style is Style.BULLET:
        return _item(_lines(runs))
    if mark:
        return mark + " ".join(_lines(tuple(Run(run.text) for run in runs)))
    return _BREAK.join(_lines(_strong(runs) if paragraph.style is Style.SUBTITLE else runs))


def _item(lines: list[str]) -> str:
    return "- " + f"{_BREAK}  ".join(lines)


def _table(table: Table) -> Iterator[str]:
    yield _row(_escaped(column.heading) for column in table.columns)
    yield _row("---:" if column.numeric else "---" for column in table.columns)
    for row in table.rows:
        yield _row(_CELL_BREAK.join(_lines(cell)) for cell in row.cells)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _strong(runs: Runs) -> Runs:
    return tuple(Run(run.text, Look.LIFTED) for run in runs)


def _lines(runs: Runs) -> list[str]:
    """Return the lines of runs with everything escaped; lines without words are left out."""
    lines: list[list[tuple[Look, str]]] = [[]]
    for run in runs:
        for at, words in enumerate(str(run.text).split("\n")):
            if at:
                lines.append([])
            if words:
                lines[-1].append((run.look, words))
    return [_line_start_escaped(line) for line in map(_line, filter(None, lines)) if line]


def _line(parts: list[tuple[Look, str]]) -> str:
    """Return one line; words are stressed only between spaces, where every reader of Markdown agrees that they are."""
    following = [words for _, words in parts[1:]] + [" "]
    line = ""
    for (look, words), after in zip(parts, following, strict=True):
        opens = not line or line[-1].isspace() or words[:1].isspace()
        stands_alone = opens and (after[:1].isspace() or words[-1:].isspace())
        if look in _STRESS and words.strip() and stands_alone:
            before, end = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
            line += f"{before}{_STRESS[look]}{_escaped(words.strip())}{_STRESS[look]}{end}"
        else:
            line += _escaped(words)
    return " ".join(line.split())


def _escaped(words: str) -> str:
    return _ANYWHERE.sub(lambda found: f"\\{found.group()}", words)


def _line_start_escaped(line: str) -> str:
    if _LINE_START.match(line):
        return f"\\{line}"
    return _NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line


def _is_bullet(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style is Style.BULLET
