"""What Markdown writes around its words: headings, links, stress."""

from __future__ import annotations

import re
from typing import Final

HEADING: Final = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
"""A heading: its signs and its text."""

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(\*\*|__|~~|`)(?=\S)(.+?)(?<=\S)\1")
_SLANTED = re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])")


def plain(text: str) -> str:
    """Return the words of a line without links and stress."""
    text = _LINK.sub(lambda found: str(found[1]), text)
    text = _EMPHASIS.sub(lambda found: str(found[2]), text)
    return _SLANTED.sub(lambda found: str(found[1]), text).strip()
