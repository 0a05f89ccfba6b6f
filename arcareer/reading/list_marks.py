"""How people mark the items of a list: glyphs, dashes, numbers and letters."""

from __future__ import annotations

import re
from typing import Final

LIST_ITEM: Final = re.compile(
    r"^(?P<indent>\s*)(?:[-*+•▪▫◦‣·●○■□►▸➢➤→✓✔✗☐☑☒\u2013\u2014\u2043\u2219o\uf0b7\uf0a7\uf0d8]|\(?\d{1,3}[.)]|\(?[a-zA-Z][)])\s+"
    r"(?:\[[ xX]\]\s+)?(?P<text>\S.*)$"
)
"""A line that starts an item, with its indent and its text."""
