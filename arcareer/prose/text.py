"""Normalised text that remembers where every character came from, and the cuts into lines and sentences."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

_FOLDS: Final = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u0060\u00b4\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043", "-"),
        **dict.fromkeys("\u2192\u21d2\u279c\u279d\u2794\u27a1\u27f6", "\u2192"),
        **dict.fromkeys("\u2044\u2215", "/"),
        **dict.fromkeys("\u2122\u00ae\u00a9", ""),
        **dict.fromkeys("\t\u00a0\u2028\u2029\x0b\x0c\r\x85", " "),
    }
)
_BULLETS: Final = "-*+•▪▸●◦‣·∙○■□◆❖➢➤►✓✔★→~»"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters (Python code points)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NormalText:
    """Text folded for matching.

    `text` has quotes, dashes and spaces folded and its leading list marker removed; `lower` is the same text in lower
    case and has the same length. `starts` and `ends` give, per character of `text`, where it stood in `raw`; they are
    None when `text` is simply `raw` from `base` on.
    """

    raw: str
    text: str
    lower: str
    base: int = 0
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def raw_span(self, start: int, end: int) -> Span:
        """The user's own characters behind `text[start:end]`."""
        if self.starts is None or self.ends is None:
            return Span(self.base + start, self.base + end)
        if not self.starts:
            return Span(0, 0)
        if end <= start:
            at = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])


@cache
def _marker() -> re.Pattern[str]:
    glyphs = re.escape(_BULLETS)
    return re.compile(
        rf"(?:\s{{0,20}}(?:[{glyphs}]{{1,3}}(?![\d.])\s{{0,8}}|[^\w\s$€£¥\"'(\[<@#%&.,:;!?/|=]{{1,2}}\s{{1,8}}|\(?\d{{1,2}}[.)]\s{{1,8}}|[oO§]\s{{1,8}}(?=[A-Z])))?\s{{0,20}}"
    )


def normalise(raw: str) -> NormalText:
    """Fold `raw` for matching; compatible forms (full width, ligatures) become plain characters."""
    if raw.isascii() and raw.isprintable():
        base = _marker_length(raw)
        text = raw[base:].replace("`", "'").rstrip()
        return NormalText(raw, text, text.lower(), base)
    folded, starts, ends = _fold(raw)
    cut = _marker_length(folded)
    length = len(folded.rstrip())
    text = folded[cut:length]
    return NormalText(raw, text, lower_same_length(text), 0, tuple(starts[cut:length]), tuple(ends[cut:length]))


def lower_same_length(text: str) -> str:
    """Lower case without changing the number of characters (a few letters would grow)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _marker_length(text: str) -> int:
    match = _marker().match(text)
    length = match.end() if match else 0
    return length if length < len(text) else 0


def _fold(raw: str) -> tuple[str, list[int], list[int]]:
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(raw):
        piece = _fold_cluster(raw[start:end])
        if not piece and ends:
            ends[-1] = end if unicodedata.combining(raw[start]) else ends[-1]
        if "/" in piece and out and out[-1].isdigit() and (value := unicodedata.numeric(raw[start], 0)):
            piece = f"{value:.2f}"[1:]
        for char in piece:
            out.append(char)
            starts.append(start)
            ends.append(end)
    return "".join(out), starts, ends


def _fold_cluster(cluster: str) -> str:
    piece = cluster.translate(_FOLDS)
    if piece.isascii():
        return "".join(char if char.isprintable() else " " for char in piece)
    piece = unicodedata.normalize("NFKC", piece).translate(_FOLDS)
    return "".join(char for char in piece if unicodedata.category(char) not in ("Cf", "Cc", "Cs", "Co"))


def _clusters(raw: str) -> list[tuple[int, int]]:
    """A base character with the marks that sit on it, so that decomposed letters fold as one."""
    result: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(raw) + 1):
        if index < len(raw) and unicodedata.combining(raw[index]) and index - start < 16:
            continue
        result.append((start, index))
        start = index
    return result


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?]{1,3}[\"')\]]?\s+(?=[\"'(\[]?[A-Z0-9€£$])|[.!?]{1,3}$")


_ABBREVIATIONS: Final = frozenset(
    re.findall(
        r"\S+",
        "approx inc ltd co corp no nr vs etc mr mrs ms dr e.g i.e dept acct avg min max est rs st u.s p.a jan feb mar "
        "apr jun jul aug sep sept oct nov dec incl excl gmbh s.a",
    )
)


def sentences(text: str) -> tuple[Span, ...]:
    """Cut normalised text into sentences; an abbreviation or a decimal point does not end one."""
    spans: list[Span] = []
    start = 0
    for match in _sentence_end().finditer(text):
        words = text[max(start, match.start() - 12) : match.start()].split()
        if match.group().strip() == "." and words and words[-1].lower() in _ABBREVIATIONS and match.end() < len(text):
            continue
        spans.append(Span(start, match.end()))
        start = match.end()
    if text[start:].strip():
        spans.append(Span(start, len(text)))
    return tuple(spans)


def lines(raw: str) -> tuple[Span, ...]:
    """The non-empty lines of a longer text, as ranges of the user's own characters."""
    spans: list[Span] = []
    start = 0
    for piece in raw.splitlines(keepends=True):
        stripped = piece.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        if stripped.strip():
            spans.append(Span(start, start + len(stripped)))
        start += len(piece)
    return tuple(spans)
