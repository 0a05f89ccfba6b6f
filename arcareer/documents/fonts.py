"""The shipped Inter, for measuring and for drawing; importing this module loads Pillow."""

from __future__ import annotations

import re
from functools import cached_property

from PIL import ImageFont

from arcareer.resources import resource_root

_FACES = {400: "Inter-Regular.ttf", 500: "Inter-Medium.ttf", 600: "Inter-SemiBold.ttf"}
_UNASSIGNED = "\U0010fffd"
_MEASURED_AT = 48
_FOREIGN_WIDTH = 1.25
_HYPHEN = re.compile(r"(?<=\w-)(?=\w)")


class FontShelf:
    """The shipped faces at the sizes asked for, and which characters they hold."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[int, int], ImageFont.FreeTypeFont] = {}
        self._known: dict[str, bool] = {}
        self._widths: dict[tuple[str, int], float] = {}

    def font(self, size: int, weight: int) -> ImageFont.FreeTypeFont:
        """Return a face at a size in whole pixels."""
        key = (size, weight)
        if key not in self._fonts:
            path = resource_root() / "fonts" / _FACES[weight]
            self._fonts[key] = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
        return self._fonts[key]

    def holds(self, char: str) -> bool:
        """Return whether the faces have a shape for a character."""
        if char not in self._known:
            self._known[char] = char.isascii() or bytes(self.font(40, 400).getmask(char)) != self._missing
        return self._known[char]

    @cached_property
    def _missing(self) -> bytes:
        return bytes(self.font(40, 400).getmask(_UNASSIGNED))

    def width(self, words: str, size: float, weight: int) -> float:
        """Return how wide the words are at a size, in the unit of the size; foreign characters count as wide ones."""
        key = (words, weight)
        if key not in self._widths:
            self._widths[key] = self._ems(words, weight)
        return self._widths[key] * size

    def _ems(self, words: str, weight: int) -> float:
        known = words if words.isascii() else "".join(char for char in words if self.holds(char))
        foreign = len(words) - len(known)
        return self.font(_MEASURED_AT, weight).getlength(known) / _MEASURED_AT + foreign * _FOREIGN_WIDTH

    def lines(self, words: str, room: float, size: float, weight: int) -> int:
        """Return on how many lines the words stand where a line has `room`, breaking at spaces and behind hyphens."""
        space = self.width(" ", size, weight)
        count = 0
        for paragraph in words.split("\n"):
            count += 1
            used = 0.0
            for word in paragraph.split(" "):
                gap = space
                for part in _HYPHEN.split(word):
                    wide = self.width(part, size, weight)
                    if used and used + gap + wide > room:
                        count += 1
                        used = 0.0
                    if wide > room:
                        count += int(wide // room)
                        wide %= room
                    used += wide + (gap if used else 0.0)
                    gap = 0.0
        return count
