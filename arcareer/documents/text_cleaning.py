"""Making what people type safe for a document, and changing nothing else."""

from __future__ import annotations

import re

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_BROKEN = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


def clean(text: str) -> str:
    """Return the text with one kind of line break and without what no XML file can hold.

    Control characters and overrides of the writing direction show nothing and vanish; half characters and characters
    that Unicode forbids become U+FFFD, so that it stays visible that something stood there.
    """
    return _BROKEN.sub("\ufffd", _CONTROLS.sub("", _LINE_BREAKS.sub("\n", text)))


def one_line(text: str, limit: int = 255) -> str:
    """Return the cleaned text on one line, at most `limit` characters: for properties and names of things."""
    joined = " ".join(clean(text).split())
    return joined if len(joined) <= limit else joined[: limit - 1].rstrip() + "…"


def is_right_to_left(text: str) -> bool:
    """Return whether the first letter that has a direction is written from right to left."""
    import unicodedata  # noqa: PLC0415 - most documents never ask, see below

    if text.isascii():
        return False
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((kind in ("R", "AL") for kind in directions if kind in ("L", "R", "AL")), False)
