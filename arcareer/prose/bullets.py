"""Finding the bullets of a resume in a neutral sequence of lines, each once and in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SECTIONS: Final = re.compile(
    r"(?:(?:professional|work|career|relevant|employment|additional|other|key|core|technical|selected) )?"
    r"(?:experience|employment|history|education|skills?|summary|profile|objective|qualifications|certifications?"
    r"|certificates|achievements|accomplishments|references|languages|interests|hobbies|training|competenc(?:y|ies)"
    r"|expertise|highlights|projects|awards|contact|about me|systems|software|tools|volunteering|memberships?)"
    r"(?: (?:and|&) \w+)?:?",
    re.IGNORECASE,
)
_CONTACT: Final = re.compile(
    r"\S+@\S+\.\w{2,}|https?://|www\.|linkedin\.com|\+?\d[\d ().-]{8,}\d|\b\d{5}(?:-\d{4})?\b$"
)
_DATES: Final = re.compile(
    r"(?:19|20)\d\d\s?(?:-|\u2013|\u2014|to|until)\s?"
    r"(?:(?:19|20)\d\d|\w{3,9}\.? (?:19|20)\d\d|present|now|current|today)"
    r"|\d{1,2}/(?:19|20)\d\d\s?(?:-|\u2013|\u2014|to)\s?(?:\d{1,2}/(?:19|20)\d\d|present|current|now)",
    re.IGNORECASE,
)
_SHORTEST: Final = 3  # words; a shorter unmarked line is a name, a place or a heading


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of a document: its number there, its text, and what the document itself says about it."""

    number: int
    text: str
    is_heading: bool = False
    is_item: bool = False


@dataclass(frozen=True, slots=True)
class Bullet:
    """One statement of a resume and the number of the line it starts on."""

    line: int
    text: str


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(
        r"\s{0,40}(?:[-*\u2022\u25aa\u25b8\u25cf\u25e6\u2023\u00b7\u2219\u25cb\u25a0\u25a1\u25c6\u2756\u27a2\u27a4\u25ba"
        r"\u2713\u2714\u2605\u2192\u00bb\uf0b7\uf0a7\u2013\u2014~+]{1,2}\s{0,8}(?=\S)|\(?\d{1,2}[.)]\s{1,8}|[o\u00a7]\s{1,8}(?=[A-Z]))"
    )


def from_text(text: str) -> tuple[SourceLine, ...]:
    """The lines of a pasted or plain text."""
    return tuple(SourceLine(number, line) for number, line in enumerate(text.splitlines(), start=1))


def bullets(lines: Iterable[SourceLine]) -> tuple[Bullet, ...]:
    """Every bullet once, in order. With markers anywhere, a marked line starts a bullet and an unmarked one may
    continue it; without markers, every line that reads as a statement is one."""
    cleaned = [_several(line) for line in lines]
    flat = [line for group in cleaned for line in group]
    marked = sum(_is_marked(line) for line in flat) >= 2
    found = _joined(flat) if marked else _statements(flat)
    return tuple(bullet for bullet in found if _says_something(bullet.text))


def _several(line: SourceLine) -> list[SourceLine]:
    """A line that holds several glyph bullets is several lines."""
    pieces = re.split(r"\s*[\u2022\u25aa\u25cf\uf0b7]\s*", line.text)
    if len(pieces) < 3:
        return [line]
    glyph = "\u2022 "
    first = [SourceLine(line.number, pieces[0], line.is_heading)] if pieces[0].strip() else []
    return first + [SourceLine(line.number, glyph + piece, is_item=True) for piece in pieces[1:] if piece.strip()]


def _is_marked(line: SourceLine) -> bool:
    return line.is_item or _marker().match(line.text) is not None


def _bare(line: SourceLine) -> str:
    match = _marker().match(line.text)
    return " ".join(line.text[match.end() if match else 0 :].split())


def _is_frame(line: SourceLine) -> bool:
    """A heading, a job line, a name, contact details: no statement."""
    text = " ".join(line.text.split())
    if line.is_heading or not text or _SECTIONS.fullmatch(text) or _CONTACT.search(text) or _DATES.search(text):
        return True
    words = text.split()
    titled = all(
        word[:1].isupper() or not word[:1].isalpha() or word in ("of", "and", "the", "for", "&") for word in words
    )
    return (titled and len(words) <= 8 and not text.endswith(".")) or len(words) < _SHORTEST


def _joined(lines: Sequence[SourceLine]) -> Iterator[Bullet]:
    current: Bullet | None = None
    for line in lines:
        if _is_marked(line):
            if current:
                yield current
            current = Bullet(line.number, _bare(line))
        elif current and not _is_frame(line) and _continues(current.text, line.text):
            current = Bullet(current.line, f"{current.text} {_bare(line)}")
        else:
            if current:
                yield current
            current = None
            if not _is_frame(line) and len(line.text.split()) >= 2 * _SHORTEST:
                current = Bullet(line.number, _bare(line))
    if current:
        yield current


def _continues(before: str, after: str) -> bool:
    """A wrapped line goes on in lower case, or after a line that has not ended."""
    start = after.strip()[:1]
    return (
        start.islower()
        or start.isdigit()
        or start in "(&%$\u20ac\u00a3"
        or not before.rstrip().endswith((".", "!", "?"))
    )


def _statements(lines: Sequence[SourceLine]) -> Iterator[Bullet]:
    current: Bullet | None = None
    for line in lines:
        text = _bare(line)
        if current and text[:1].islower() and not line.is_heading:
            current = Bullet(current.line, f"{current.text} {text}")
            continue
        if current:
            yield from _long_enough(current)
        current = None if _is_frame(line) else Bullet(line.number, text)
    if current:
        yield from _long_enough(current)


def _long_enough(bullet: Bullet) -> tuple[Bullet, ...]:
    return (bullet,) if len(bullet.text.split()) > _SHORTEST else ()


def _says_something(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= 3
