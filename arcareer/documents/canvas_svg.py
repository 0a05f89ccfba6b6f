"""Charts as SVG, for places that scale them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from arcareer.documents.canvas import Anchor, Point, Weight
from arcareer.documents.look import FAMILY

_CHARACTER_WIDTH = 0.56


class SvgCanvas:
    """Collects the elements of one picture. Widths of text are estimated: SVG has no fonts of its own."""

    def __init__(self, width: float, height: float, description: str) -> None:
        self._head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width:g}" height="{height:g}" '
            f'viewBox="0 0 {width:g} {height:g}" font-family="{FAMILY}"><title>{escape(description)}</title>'
        )
        self._elements: list[str] = []

    def svg(self) -> str:
        """Return the picture."""
        return self._head + "".join(self._elements) + "</svg>"

    def line(self, start: Point, end: Point, *, colour: str, width: float) -> None:
        """Draw a straight line."""
        self._elements.append(
            f'<line x1="{start[0]:.2f}" y1="{start[1]:.2f}" x2="{end[0]:.2f}" y2="{end[1]:.2f}" '
            f'stroke="#{colour}" stroke-width="{width:g}"/>'
        )

    def polyline(self, points: Sequence[Point], *, colour: str, width: float) -> None:
        """Draw a line through all points, with round joins."""
        path = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
        self._elements.append(
            f'<polyline points="{path}" fill="none" stroke="#{colour}" stroke-width="{width:g}" '
            'stroke-linejoin="round" stroke-linecap="round"/>'
        )

    def rect(self, x: float, y: float, width: float, height: float, *, colour: str) -> None:
        """Fill a rectangle."""
        self._elements.append(
            f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" fill="#{colour}"/>'
        )

    def circle(self, centre: Point, radius: float, *, colour: str, rim: str) -> None:
        """Fill a circle and set it off with a thin rim."""
        self._elements.append(
            f'<circle cx="{centre[0]:.2f}" cy="{centre[1]:.2f}" r="{radius:g}" fill="#{colour}" stroke="#{rim}" '
            'stroke-width="1.5"/>'
        )

    def text(self, x: float, y: float, words: str, *, size: float, colour: str, weight: Weight, anchor: Anchor) -> None:
        """Write words on one line."""
        self._elements.append(
            f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size:g}" font-weight="{weight}" text-anchor="{anchor}" '
            f'fill="#{colour}">{escape(words)}</text>'
        )

    def text_width(self, words: str, *, size: float, weight: Weight) -> float:
        """Return about how wide the words are."""
        return len(words) * size * _CHARACTER_WIDTH * (1.05 if weight >= 600 else 1)

    def drawable(self, words: str) -> str:
        """Return all words: whoever shows the picture brings the fonts."""
        return words
