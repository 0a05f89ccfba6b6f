"""The crib: one page to take along to an interview, always one, with a note of what it had no room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from arcareer.documents.blocks import Block, Look, Paragraph, Run, Style
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.document import TitleBlock
from arcareer.documents.measuring import PageMeasure
from arcareer.documents.printed import Printed
from arcareer.documents.text import NOTHING, Text, joined, own
from arcareer.documents.wording import SEPARATOR, counted, listed
from arcareer.domain.documents import BragTemplate

KIND: Final = "Interview crib"
_ELLIPSIS: Final = "…"
TEMPLATE: Final = BragTemplate.ONE_PAGE
_EMPTY: Final = "Nothing is on this page yet. Write a first line, the number that must land, and two questions to ask."
_LONGEST_NOTE: Final = (
    "Not on this page: the end of the opening line, the end of the number, 0,000 of 00,000 answers, 0,000 of 00,000 "
    "questions and 0,000 of 00,000 lines of notes; 0,000 long entries are cut."
)
_LARGEST_SHARES: Final = {
    Style.TITLE: 0.08,
    Style.META: 0.04,
    Style.LEAD: 0.14,
    Style.SUBTITLE: 0.08,
    Style.BULLET: 0.07,
}
"""How much of the page one entry may take."""
_MOST_LETTERS: Final = 2_000
_MOST_ENTRIES: Final = 60
"""More than that never fits, so nothing beyond is measured: letters of one entry, entries of one part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CribMaterial:
    """What the user entered for a crib. `facts` stand below the title; `answers` are pairs of a name and cue words."""

    title: str
    day: str
    facts: tuple[str, ...]
    opening: str
    number: str
    answers: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    notes: tuple[str, ...]
    owner: str
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CribSheet:
    """A crib as it is printed. `left_out` says in one sentence what had no room, empty where everything had."""

    printed: Printed
    left_out: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading with its first entries, how many there are, and what is said where some of them are missing."""

    heading: str
    every: int
    blocks: tuple[Paragraph, ...]
    missing: tuple[str, str]


def compose_crib(material: CribMaterial, disclosure: Disclosure) -> CribSheet:
    """Return the crib with as much of the material as one page holds.

    Every part gets its first entries before any part gets more, and an entry that would fill the page is cut.
    """
    page = _Page(material, disclosure)
    blocks, left_out = page.fitted()
    title = TitleBlock(
        kind=KIND,
        period=material.day or "any interview",
        short_period=material.day,
        name=disclosure.text(material.owner),
        topic=KIND,
    )
    printed = Printed(
        title=title, written_at=material.written_at, disclosure=disclosure, template=TEMPLATE, blocks=blocks
    )
    return CribSheet(printed=printed, left_out=left_out)


class _Page:
    def __init__(self, material: CribMaterial, disclosure: Disclosure) -> None:
        self._material = material
        self._disclosure = disclosure
        self._measure = PageMeasure()

    def fitted(self) -> tuple[tuple[Block, ...], str]:
        """Return the blocks that fit and the note of what does not."""
        head, parts = tuple(self._head()), tuple(part for part in self._parts() if part.blocks)
        if not parts:
            return (*head, _line(Style.NOTE, own(_EMPTY))), ""
        left = self._measure.room - self._measure.height((*head, _line(Style.NOTE, own(_LONGEST_NOTE))))
        kept = self._kept(parts, left)
        left_out = _left_out(head, parts, kept)
        body = (
            block
            for part, count in zip(parts, kept, strict=True)
            if count
            for block in (_line(Style.HEADING1, own(part.heading)), *part.blocks[:count])
        )
        note = (_line(Style.NOTE, own(left_out)),) if left_out else ()
        return (*head, *body, *note), left_out

    def _head(self) -> Iterator[Paragraph]:
        yield self._short(Style.TITLE, self._text(self._material.title) or own(KIND))
        if facts := joined((self._text(fact) for fact in self._material.facts if fact.strip()), SEPARATOR):
            yield self._short(Style.META, facts)

    def _parts(self) -> Iterator[_Part]:
        material = self._material
        yield self._single("Open with", Style.LEAD, material.opening, "the opening line")
        yield self._single("The number that must land", Style.SUBTITLE, material.number, "the number")
        told = ((self._text(name), self._text(cues)) for name, cues in material.answers)
        answers = [(name, cues) for name, cues in told if name or cues]
        first = tuple(self._entry(name, cues) for name, cues in answers[:_MOST_ENTRIES])
        yield _Part("Answers", len(answers), first, ("answer", "answers"))
        yield self._list("Questions to ask", material.questions, ("question", "questions"))
        yield self._list("Notes, for me alone", material.notes, ("line of notes", "lines of notes"))

    def _single(self, heading: str, style: Style, typed: str, name: str) -> _Part:
        text = self._text(typed)
        return _Part(heading, 1, (self._short(style, text),) if text else (), (name, name))

    def _list(self, heading: str, typed: Sequence[str], missing: tuple[str, str]) -> _Part:
        texts = [text for one in typed if (text := self._text(one))]
        first = tuple(self._short(Style.BULLET, text) for text in texts[:_MOST_ENTRIES])
        return _Part(heading, len(texts), first, missing)

    def _entry(self, name: Text, cues: Text) -> Paragraph:
        block = self._short(Style.BULLET, joined((name, cues), ": "))
        if not name or not cues:
            return block
        named, rest = _split(block.runs[0].text, len(str(name)))
        return replace(block, runs=tuple(run for run in (Run(named, Look.LABEL), Run(rest)) if run.text))

    def _text(self, typed: str) -> Text:
        return self._disclosure.text(" ".join(typed.split()))

    def _short(self, style: Style, text: Text) -> Paragraph:
        """Return the text as a paragraph, cut at the end of a word where it would take more than its share."""
        most = _LARGEST_SHARES[style] * self._measure.room
        block, length = _line(style, text), len(str(text))
        if length <= _MOST_LETTERS and self._measure.height((block,)) <= most:
            return block
        low, high = 0, min(length, _MOST_LETTERS)
        while low < high:
            middle = (low + high + 1) // 2
            if self._measure.height((_line(style, _beginning(text, middle)),)) <= most:
                low = middle
            else:
                high = middle - 1
        return _line(style, _beginning(text, low))

    def _kept(self, parts: Sequence[_Part], left: float) -> list[int]:
        """Return how many entries of each part fit, dealt out one by one to each in turn."""
        kept, full = [0] * len(parts), [False] * len(parts)
        heading = self._measure.space(Style.HEADING1)
        while not all(full):
            for place, part in enumerate(parts):
                if full[place] or kept[place] == len(part.blocks):
                    full[place] = True
                    continue
                cost = self._measure.height((part.blocks[kept[place]],)) + (0 if kept[place] else heading)
                if cost > left:
                    full[place] = True
                    continue
                left -= cost
                kept[place] += 1
        return kept


def _left_out(head: Sequence[Paragraph], parts: Sequence[_Part], kept: Sequence[int]) -> str:
    """Return what is missing in words, and how many entries lost their end."""
    told, shown = [], list(head)
    for part, count in zip(parts, kept, strict=True):
        every, (one, many) = part.every, part.missing
        shown += part.blocks[:count]
        if count < every:
            told.append(one if one == many else f"{every - count:,} of {counted(every, one, many)}")
    sentences = [f"Not on this page: {listed(tuple(told))}."] if told else []
    if cut := sum(_is_cut(block) for block in shown):
        sentences.append("A long entry is cut." if cut == 1 else f"{cut:,} long entries are cut.")
    return " ".join(sentences)


def _is_cut(block: Paragraph) -> bool:
    last = block.runs[-1].pieces[-1]
    return last.own and last.text == _ELLIPSIS


def _line(style: Style, text: Text) -> Paragraph:
    return Paragraph(style=style, runs=(Run(text),))


def _beginning(text: Text, length: int) -> Text:
    """Return the text up to a length, back to the end of a word where it has one, with an ellipsis."""
    words = str(text)[:length]
    whole = words.rsplit(" ", 1)[0] if " " in words else words
    return joined((_split(text, len(whole.rstrip()))[0], own(_ELLIPSIS)))


def _split(text: Text, at: int) -> tuple[Text, Text]:
    """Return the text before and after a place."""
    before, after, left = [], [], at
    for piece in text.pieces:
        head, tail = piece.text[: max(left, 0)], piece.text[max(left, 0) :]
        left -= len(piece.text)
        if head:
            before.append(replace(piece, text=head))
        if tail:
            after.append(replace(piece, text=tail))
    return (Text(tuple(before)) if before else NOTHING), (Text(tuple(after)) if after else NOTHING)
