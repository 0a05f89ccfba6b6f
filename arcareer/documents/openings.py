"""Where a sentence, a line or the words behind a label begin in typed text, so that what stands there has a capital."""

from __future__ import annotations

import re
from typing import Final

_OPENERS: Final = r"[\s\"'“‘«(\[•*–-]*"
_ENDED: Final = re.compile(rf"(?:^|\n|(?P<end>[.!?…])[\"'”’»)\]]*\s){_OPENERS}$")
_LABELLED: Final = re.compile(r"(?:^|\n|[.!?]\s)[\s•*–-]*(?P<label>[A-Z][^\s:]*(?:[ \u00a0][^\s:]+){0,2}):[ \u00a0]+$")
_LEADING_ON: Final = "about against and as at by for from in of on or over the to under via with"
_LEADS_ON: Final = frozenset(_LEADING_ON.split())
_SHORTENED: Final = re.compile(
    r"(?:^|[\s(])(?:[^\W\d_]|[^\W\d_]\.[^\W\d_]|vs|etc|approx|ca|cf|incl|excl|inv|ref|acct|dept|est|avg|attn|mr|mrs"
    r"|ms|dr|prof|st|jr|sr|messrs|resp|misc|tel|ext|fig|qty)$",
    re.IGNORECASE,
)
_REACH: Final = 80


def begins(text: str, place: int) -> bool:
    """Return whether a sentence or a line begins at a place of the text; after a shortened word it does not."""
    start = max(0, place - _REACH)
    if ended := _ENDED.search(text, start, place):
        is_point = ended["end"] == "."
        return not is_point or _SHORTENED.search(text, max(0, ended.start() - _REACH), ended.start()) is None
    return False


def follows_label(text: str, place: int) -> bool:
    """Return whether a label that begins a sentence ends before a place: "Result: …", but not "Paid by: …"."""
    start = max(0, place - _REACH)
    label = _LABELLED.search(text, start, place)
    return label is not None and label["label"].split()[-1].casefold() not in _LEADS_ON


def with_capital(words: str) -> str:
    """Return the words with a capital where they begin with a letter that has one."""
    return words[:1].upper() + words[1:]
