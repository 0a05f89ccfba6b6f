"""Figure tagger: finds every number in a text, says what kind it is and whether it measures anything.

`tag` is the door for live capture and for checks; it costs well under a millisecond a sentence once its patterns are
built, and builds them on first use only.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from arcareer.prose.figure_kinds import METRIC_KINDS, FigureKind, FigureMention
from arcareer.prose.text import NormalText, normalise

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["METRIC_KINDS", "FigureKind", "FigureMention", "tag", "tag_normal"]

_NUMBER_LETTERS: Final = re.compile(
    r"\d|[\[{<#_(]|zero|nil|one|two|thr|fou|fiv|six|sev|eig|nin|ten|ele|twe|twi|hun|tho|mil|bil|doz|hal|dou|tri|tre|qua"
    r"|fif|thi|first|sec|xx|%|tbd|tbc|score|fold|x ",
    re.IGNORECASE,
)


def tag(text: str) -> tuple[FigureMention, ...]:
    """Every number of `text` in order, with spans on the text's own characters. Never raises."""
    if text.isascii() and not _NUMBER_LETTERS.search(text):
        return ()
    normal = normalise(text)
    return tuple(_on_raw(normal, mention) for mention in tag_normal(normal))


def _on_raw(normal: NormalText, mention: FigureMention) -> FigureMention:
    span = normal.raw_span(mention.span.start, mention.span.end)
    return replace(mention, span=span, text=normal.raw[span.start : span.end])


def tag_normal(normal: NormalText) -> tuple[FigureMention, ...]:
    """The same over normalised text, with spans on `normal.text` (the engines work on these)."""
    # imported here so that importing this module stays cheap: it is loaded before the first paint
    from arcareer.prose.figure_context import with_context  # noqa: PLC0415

    lower = normal.lower
    _, mentions = mentions_apart(normal)
    described = with_context(mentions, lower, normal.text)
    return tuple(replace(mention, text=normal.text[mention.span.start : mention.span.end]) for mention in described)


def mentions_apart(normal: NormalText) -> tuple[list[FigureMention], list[FigureMention]]:
    """Every number by itself, and the same with pairs, ranges and ratios joined; without what the sentence says."""
    from arcareer.prose.figure_atoms import with_atoms  # noqa: PLC0415 - see above
    from arcareer.prose.figure_pairs import join  # noqa: PLC0415
    from arcareer.prose.figure_shapes import shaped  # noqa: PLC0415

    apart = with_atoms(normal.lower, shaped(normal.lower))
    return apart, join(normal.lower, apart)


def amount_text(value: Decimal) -> str:
    """A value as people write it: no trailing zeros, thousands grouped."""
    whole = value.normalize()
    return f"{whole:,f}"
