"""The little that charts need to draw. Lengths are pixels at 96 to the inch, colours six hexadecimal digits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

Anchor = Literal["start", "middle", "end"]
Weight = Literal[400, 500, 600]
Point = tuple[float, float]


class Canvas(Protocol):
    """A surface with its origin at the top left. Text stands on its baseline at `y`, anchored at `x`."""

    def line(self, start: Point, end: Point, *, colour: str, width: float) -> None:
        """Draw a straight line."""

    def polyline(self, points: Sequence[Point], *, colour: str, width: float) -> None:
        """Draw a line through all points, with round joins."""

    def rect(self, x: float, y: float, width: float, height: float, *, colour: str) -> None:
        """Fill a rectangle."""

    def circle(self, centre: Point, radius: float, *, colour: str, rim: str) -> None:
        """Fill a circle and set it off with a thin rim."""

    def text(self, x: float, y: float, words: str, *, size: float, colour: str, weight: Weight, anchor: Anchor) -> None:
        """Write words on one line."""

    def text_width(self, words: str, *, size: float, weight: Weight) -> float:
        """Return how wide the words are."""

    def drawable(self, words: str) -> str:
        """Return the words without the characters this surface has no shape for."""
