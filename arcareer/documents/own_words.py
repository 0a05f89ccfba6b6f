"""A document's own words: a customer's name that stands in them stands there by chance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from arcareer.documents.blocks import Cards, ChartRow, Paragraph, Story, Table, runs_of
from arcareer.documents.chart_values import Chart, Mark, PairChart, TrendChart
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.docx_renderer import INTERNAL_MARK, KEYWORDS
from arcareer.documents.look import LANGUAGE
from arcareer.documents.openings import with_capital
from arcareer.documents.own_style.names import OUR_WORDS
from arcareer.documents.package_texts import Package, PackageText
from arcareer.documents.printed import Printed
from arcareer.documents.text import Piece, Text, own
from arcareer.documents.wording import CAUTIONS
from arcareer.resources import resource_root

_STANDING: Final = ("Page 1 of 1", "arcareer", KEYWORDS, LANGUAGE, INTERNAL_MARK)
_GAP: Final = " … "
_PICTURES: Final = 10
_PLAIN: Final = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words of a document that are its own, as letters and digits alone."""

    words: frozenset[str]

    def cover(self, text: str, start: int, end: int) -> bool:
        """Return whether own words stand in the text so that they hold all of it from `start` to `end`.

        Breaks, marks and spaces between letters do not count: every format has its own.
        """
        letters = squeezed(text)
        first = len(squeezed(text[:start]))
        last = first + len(squeezed(text[start:end]))
        return any(letters.find(words, max(0, last - len(words)), first + len(words)) != -1 for words in self.words)


def squeezed(text: str) -> str:
    """Return the letters and digits of a text alone."""
    return "".join(filter(str.isalnum, text))


def own_words(printed: Printed) -> OwnWords:
    """Return the document's own words in which names may stand, and the sentences in which the user lets them stand."""
    title = printed.title
    words = {*_STANDING, f"{title.kind} {title.short_period}", title.subject}
    words |= {*OUR_WORDS}
    words |= {f"Chart {number}" for number in range(1, _PICTURES)}
    words |= {piece.text for piece in title.name.pieces if piece.own}
    for block in printed.blocks:
        words |= {piece.text for run in runs_of(block) for piece in run.pieces if piece.own}
        match block:
            case Table():
                words |= {block.title, block.description, *(column.heading for column in block.columns)}
            case Cards():
                words |= {block.title, block.description}
            case ChartRow():
                words |= {word for chart in block.charts for word in _chart_words(chart)}
            case Paragraph() | Story():
                pass
    words = {word for word in words if printed.disclosure.names_in(word)} | printed.disclosure.sentences_that_may_stand
    return OwnWords(frozenset(filter(None, map(squeezed, words))))


@dataclass(frozen=True, slots=True)
class Composed:
    """Everything a document was composed of, in its order: each text by itself, all letters and digits, all numbers.

    The texts have a gap where an alias stands: how customers are called is the user's choice.
    """

    texts: tuple[str, ...]
    letters: str
    numbers: frozenset[Decimal]


def composed(printed: Printed) -> Composed:
    """Return what a document was composed of, before any renderer."""
    texts = tuple(_texts(printed))
    letters = "".join(squeezed(str(text)) for text in texts)
    told = tuple("".join(_GAP if piece.customer else piece.text for piece in text.pieces) for text in texts)
    numbers = (Decimal(number.replace(",", "")) for text in told for number in _PLAIN.findall(text))
    return Composed(told, letters, frozenset(numbers))


def _texts(printed: Printed) -> Iterator[Text]:
    title = printed.title
    yield from map(own, (title.kind, title.short_period, title.subject))
    for block in printed.blocks:
        match block:
            case Table():
                yield from map(own, (block.title, block.description, *(column.heading for column in block.columns)))
            case Cards():
                yield from map(own, (block.title, block.description))
            case ChartRow():
                yield from (_without_aliases(chart.description, printed.disclosure) for chart in block.charts)
            case Paragraph() | Story():
                pass
        yield from (run.text for run in runs_of(block))


def _without_aliases(words: str, disclosure: Disclosure) -> Text:
    """Return plain words with their aliases marked as such."""
    named = [(alias, customer) for customer, alias in disclosure.aliases.items()]
    customers = {said: customer for alias, customer in named for said in (alias, with_capital(alias))}
    found = sorted((said for said in customers if said and said in words), key=len)
    if not found:
        return own(words)
    pieces = re.split("(" + "|".join(map(re.escape, reversed(found))) + ")", words)
    return Text(tuple(Piece(piece, customers.get(piece)) for piece in pieces if piece))


def strings_of_our_base(printed: Printed) -> frozenset[PackageText]:
    """Return every text of the shipped Word file that this document is written into: none of it is the user's."""
    data = (resource_root() / "templates" / f"{printed.template.value}.docx").read_bytes()
    return frozenset(Package(data).texts())


def _chart_words(chart: Chart) -> Iterator[str]:
    yield from ("Line chart", "Bar chart", "Column chart", "before", "after", "Before", chart.subtitle, *CAUTIONS)
    if not isinstance(chart, TrendChart):
        yield chart.title
    if isinstance(chart, PairChart):
        yield from (text for pair in chart.pairs for text in (pair.before_text, pair.after_text))
    else:
        yield from (mark.text for mark in chart.marks)
        yield from (mark.label for mark in chart.marks if mark.day or len(mark.label) == 3)
        yield from (mark.plain_label for mark in chart.marks)
        yield from (mark.label.rpartition(", ")[2] for mark in chart.marks if _names_month(mark))
    if isinstance(chart, TrendChart):
        yield f"{chart.marks[0].text} to {chart.marks[-1].text}"
        yield from (chart.goal.label, chart.goal.text) if chart.goal is not None else ()


def _names_month(mark: Mark) -> bool:
    """Return whether the label ends with the month that stands in for it, in its short form."""
    month, _, year = mark.plain_label.rpartition(" ")
    return bool(month) and mark.label.endswith(f", {month[:3]} {year}")
