"""Text cut at the ends of sentences so that it fits a box of a form, whichever way the form counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from arcareer.documents.characters import characters, code_units
from arcareer.prose.text import normalise, sentences

_FOREIGN_END: Final = re.compile("[。！？｡؟۔।॥]+[\"'”’)\\]）」』】]*\\s*")  # noqa: RUF001 - marks of other scripts are meant
_END: Final = re.compile("[.!?…]+[\"'”’)\\]»]*\\s+(?=[\"'“‘«(¿¡]*(\\w))")
_LAST_WORD: Final = re.compile(r"(\w+)\.[\"'”’)\]»]*\s*$")
_SHORTENED: Final = frozenset(
    re.findall(r"\S+", "prof rev sr jr hon gen col messrs mme mlle pp fig figs ref inv qty tel ext cf ca")
)
_LONGEST_SHORTENED: Final = 4


class FitState(StrEnum):
    """How much of a text went into a box."""

    WHOLE = "whole"
    CUT = "cut"
    FIRST_TOO_LONG = "first-too-long"
    NOTHING_TO_SAY = "nothing-to-say"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as the units it may be cut between, which together are its words; `heading` goes before the first.

    A heading never stands alone: it goes where the first unit goes.
    """

    units: tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """What fits, counted in characters as a reader sees them and in code points; `left_out` counts units.

    `needs` is how much room the first unit asks for where it alone is too long, else 0.
    """

    text: str
    characters: int
    code_points: int
    left_out: int
    state: FitState
    needs: int = 0


def passage(text: str, heading: str = "") -> Passage:
    """Return a paragraph that may be cut at the end of each of its sentences."""
    return Passage(tuple(unit for line in text.split("\n") for unit in _with_break(line)), heading)


def fit(passages: Iterable[Passage], limit: int) -> Fitted:
    """Return as much of the passages, one a line, as `limit` holds, cut between units and never inside one.

    Some forms count characters, some code points, most UTF-16 units with two for a line break. The last is the
    strictest, so the text keeps to that; what is shown are the counts a reader can follow.
    """
    every = [one for one in passages if any(unit.strip() for unit in one.units)]
    total = sum(1 for one in every for _ in _spoken(one))
    pieces = [piece for at, one in enumerate(every) for piece in _pieces(one, is_first=at == 0)]
    text, taken = "", 0
    for piece in pieces:
        longer = text + piece
        if code_units(longer.rstrip()) > limit:
            break
        text, taken = longer, taken + 1
    if not taken and pieces:
        text, taken = _without_heading(every[0], limit)
    text = text.strip()
    return Fitted(
        text=text,
        characters=len(characters(text)),
        code_points=len(text),
        left_out=total - taken,
        state=_state(taken, total),
        needs=code_units(next(_spoken(every[0])).strip()) if total and not taken else 0,
    )


def sentence_units(line: str) -> tuple[str, ...]:
    """Cut a line into sentences, which together are the line again.

    In doubt two sentences stay one: what follows an initial or a shortened word is not cut off.
    """
    normal = normalise(line)
    plain = {normal.raw_span(span.start, span.end).start for span in sentences(normal.text)[1:]}
    foreign = {match.end() for match in _FOREIGN_END.finditer(line)}
    spoken = {match.end() for match in _END.finditer(line) if _begins(match[1], line[: match.end()])}
    cuts = sorted(at for at in plain | foreign | spoken if 0 < at < len(line) and not _is_shortened(line, at))
    return tuple(line[start:end] for start, end in zip((0, *cuts), (*cuts, len(line)), strict=True))


def _begins(letter: str, before: str) -> bool:
    """Return whether a letter no plain rule knows begins a sentence: a capital with a mark, or one without case."""
    word = _LAST_WORD.search(before)
    is_whole = word is None or len(word[1]) >= _LONGEST_SHORTENED
    return is_whole and not letter.isascii() and letter.isalpha() and not letter.islower()


def _is_shortened(line: str, at: int) -> bool:
    """Return whether the point before a cut belongs to the word before it: J. Smith, Prof. Smith, Inv. 4471."""
    word = _LAST_WORD.search(line[:at])
    if word is None or word[1].isdigit():
        return False
    is_before_number = line[at : at + 1].isdigit() and len(word[1]) <= _LONGEST_SHORTENED
    return len(word[1]) == 1 or is_before_number or word[1].casefold() in _SHORTENED


def _with_break(line: str) -> Iterator[str]:
    """Yield the sentences of a line; the last one ends it."""
    units = sentence_units(line.rstrip()) if line.strip() else ()
    yield from units[:-1]
    if units:
        yield units[-1] + "\n"


def _spoken(one: Passage) -> Iterator[str]:
    return (unit for unit in one.units if unit.strip())


def _pieces(one: Passage, *, is_first: bool) -> Iterator[str]:
    """Yield the units with what stands between them: a new line before a passage, the heading before its first unit."""
    before = ("" if is_first else "\n") + (f"{one.heading}\n" if one.heading else "")
    units = list(_spoken(one))
    units[-1] = units[-1].rstrip()
    for at, unit in enumerate(units):
        yield (before + unit.lstrip() if at == 0 else unit)


def _without_heading(one: Passage, limit: int) -> tuple[str, int]:
    """Return the first unit without its heading where only that fits."""
    first = next(_spoken(one)).strip()
    return (first, 1) if code_units(first) <= limit else ("", 0)


def _state(taken: int, total: int) -> FitState:
    if not total:
        return FitState.NOTHING_TO_SAY
    if not taken:
        return FitState.FIRST_TOO_LONG
    return FitState.WHOLE if taken == total else FitState.CUT
