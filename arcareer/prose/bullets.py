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
_OTHER_SECTIONS: Final = re.compile(  # what stands in them is no statement of work, unless it is marked as one
    r"(?:(?:professional|work|career|relevant|additional|other|key|core|technical|selected) )?"
    r"(?:education|skills?|summary|profile|objective|qualifications|certifications?|certificates|references|languages"
    r"|interests|hobbies|competenc(?:y|ies)|expertise|awards|contact|about me|systems|software|tools|memberships?)"
    r"(?: (?:and|&) \w+)?:?",
    re.IGNORECASE,
)
_CONTACT: Final = re.compile(
    r"\S+@\S+\.\w{2,}|https?://|www\.|linkedin\.com|\+?\d[\d ().-]{8,}\d|\b\d{5}(?:-\d{4})?\b$"
)
_DATES: Final = re.compile(
    r"(?:19|20)\d\d\s?(?:-|\u2013|\u2014|to|until)\s?"
    r"(?:(?:19|20)\d\d|\w{3,9}\.?(?: (?:19|20)\d\d|$)|present|now|current|today)"
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
        r"\u2713\u2714\u2605\u2192\u00bb\uf0b7\uf0a7\u2013\u2014~+]{1,2}\s{0,8}(?=\S)|[^\w\s$\u20ac\u00a3\u00a5\"'(\[<@#%&.,:;!?/|=]{1,2}\s{1,8}(?=\S)|\(?\d{1,2}[.)]\s{1,8}|[o\u00a7]\s{1,8}(?=[A-Z]))"
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


def _is_framed(line: SourceLine) -> bool:
    """A heading, the name of a section, a line of dates, contact details: certainly no part of a statement."""
    text = " ".join(line.text.split())
    return bool(
        line.is_heading or not text or _SECTIONS.fullmatch(text) or _CONTACT.search(text) or _DATES.search(text)
    )


def _is_frame(line: SourceLine) -> bool:
    """Framed, or by its looks a job line, a name or a place."""
    words = line.text.split()
    titled = all(
        word[:1].isupper() or not word[:1].isalpha() or word in ("of", "and", "the", "for", "&") for word in words
    )
    ends = line.text.rstrip().endswith(".")
    return _is_framed(line) or (titled and len(words) <= 8 and not ends) or len(words) < _SHORTEST


def _is_a_piece(lines: Sequence[SourceLine]) -> bool:
    """Whether this is a piece of a resume: in a whole one, what stands above the first section is no statement."""
    texts = [" ".join(line.text.split()) for line in lines]
    return not any(_SECTIONS.fullmatch(text) and not _OTHER_SECTIONS.fullmatch(text) for text in texts)


def _counts(line: SourceLine, about_work: bool) -> bool:  # noqa: FBT001 - what the lines before said
    """Whether a marked line is a statement: below "Skills" a few words are a keyword."""
    return about_work or len(_bare(line).split()) > _SHORTEST


def _is_about_work(line: SourceLine, before: bool) -> bool:  # noqa: FBT001 - what the line before said
    """Whether statements without a mark count from this line on: not below "Skills", again below a line of dates."""
    text = " ".join(line.text.split())
    if _OTHER_SECTIONS.fullmatch(text):
        return False
    return before or bool(_SECTIONS.fullmatch(text) or _DATES.search(text))


def _joined(lines: Sequence[SourceLine]) -> Iterator[Bullet]:
    width = _wrapped_at(lines)
    current: list[SourceLine] = []
    about_work = _is_a_piece(lines)
    for line in lines:
        about_work = _is_about_work(line, about_work)
        if not _is_marked(line) and current and _goes_on(current, line, width):
            current.append(line)
            continue
        if current:
            yield _bullet(current)
        long_enough = len(line.text.split()) >= 2 * _SHORTEST and not _is_frame(line)
        current = [line] if (_is_marked(line) and _counts(line, about_work)) or (about_work and long_enough) else []
    if current:
        yield _bullet(current)


def _statements(lines: Sequence[SourceLine]) -> Iterator[Bullet]:
    width = _wrapped_at(lines)
    current: list[SourceLine] = []
    about_work = _is_a_piece(lines)
    for line in lines:
        about_work = _is_about_work(line, about_work)
        if current and _goes_on(current, line, width):
            current.append(line)
            continue
        yield from _statement(current)
        current = [line] if about_work and not _is_frame(line) else []
    yield from _statement(current)


def _statement(lines: Sequence[SourceLine]) -> Iterator[Bullet]:
    if sum(len(line.text.split()) for line in lines) > _SHORTEST:
        yield _bullet(lines)


def _bullet(lines: Sequence[SourceLine]) -> Bullet:
    return Bullet(lines[0].number, " ".join(_bare(line) for line in lines))


def _wrapped_at(lines: Sequence[SourceLine]) -> int:
    """How many characters the lines of a wrapped text hold, 0 where nothing shows that lines were wrapped."""
    typed = [line.text.rstrip() for line in lines if not (line.is_item or _is_framed(line))]
    wrapped = any(text.lstrip()[:1].islower() and not _marker().match(text) for text in typed)
    return max(map(len, typed)) if wrapped else 0


def _goes_on(current: Sequence[SourceLine], line: SourceLine, width: int) -> bool:
    """Whether a line without a mark belongs to the statement before it.

    It does where it starts in lower case, hangs behind the mark, or begins with a word that the full line before it
    had no room for.
    """
    text = " ".join(line.text.split())
    if line.is_heading or not text or _SECTIONS.fullmatch(text):
        return False
    if text[:1].islower() or _hangs(current[0], line):
        return True
    last = current[-1].text.rstrip()
    if current[-1].is_item or last.endswith((".", "!", "?")) or _is_framed(line):
        return False
    full = 0 < width < len(last) + 1 + len(text.split(maxsplit=1)[0])
    return full or (not _is_frame(line) and (text[:1].isdigit() or text[:1] in "(&%$\u20ac\u00a3"))


def _hangs(first: SourceLine, line: SourceLine) -> bool:
    mark = None if first.is_item else _marker().match(first.text)
    indent = len(line.text) - len(line.text.lstrip())
    return mark is not None and indent >= mark.end() > 0


def _says_something(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= 3
