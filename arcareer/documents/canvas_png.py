"""Charts as PNG pictures, four pixels to one, drawn with the shipped Inter."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from arcareer.documents.canvas import Anchor, Point, Weight
from arcareer.documents.fonts import FontShelf

SCALE = 4
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
_COLOURS = 64
_NEARLY_WHITE = 251


class PngCanvas:
    """A white picture of `width` by `height` that draws at four times that size."""

    def __init__(self, width: float, height: float, fonts: FontShelf, paper: str) -> None:
        self._fonts = fonts
        self._image = Image.new("RGB", (round(width * SCALE), round(height * SCALE)), f"#{paper}")
        self._draw = ImageDraw.Draw(self._image)

    def png(self) -> bytes:
        """Return the picture as a file; it holds nothing but pixels and their size."""
        few = self._image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.putpalette([255 if level > _NEARLY_WHITE else level for level in few.getpalette() or ()])
        out = io.BytesIO()
        few.save(out, "PNG", dpi=(96 * SCALE, 96 * SCALE))
        return out.getvalue()

    def line(self, start: Point, end: Point, *, colour: str, width: float) -> None:
        """Draw a straight line."""
        self._draw.line([_scaled(start), _scaled(end)], fill=f"#{colour}", width=max(1, round(width * SCALE)))

    def polyline(self, points: Sequence[Point], *, colour: str, width: float) -> None:
        """Draw a line through all points, with round joins."""
        thick = max(1, round(width * SCALE))
        self._draw.line([_scaled(point) for point in points], fill=f"#{colour}", width=thick, joint="curve")

    def rect(self, x: float, y: float, width: float, height: float, *, colour: str) -> None:
        """Fill a rectangle."""
        left, top = _scaled((x, y))
        right, bottom = _scaled((x + width, y + height))
        self._draw.rectangle((left, top, max(left, right - 1), max(top, bottom - 1)), fill=f"#{colour}")

    def circle(self, centre: Point, radius: float, *, colour: str, rim: str) -> None:
        """Fill a circle and set it off with a thin rim."""
        x, y = _scaled(centre)
        for reach, fill in ((radius + 1.5, rim), (radius, colour)):
            size = reach * SCALE
            self._draw.ellipse((x - size, y - size, x + size, y + size), fill=f"#{fill}")

    def text(self, x: float, y: float, words: str, *, size: float, colour: str, weight: Weight, anchor: Anchor) -> None:
        """Write words on one line."""
        font = self._fonts.font(round(size * SCALE), weight)
        self._draw.text(_scaled((x, y)), words, fill=f"#{colour}", font=font, anchor=_ANCHORS[anchor])

    def text_width(self, words: str, *, size: float, weight: Weight) -> float:
        """Return how wide the words are."""
        return self._fonts.font(round(size * SCALE), weight).getlength(words) / SCALE

    def drawable(self, words: str) -> str:
        """Return the words without the characters Inter has no shape for."""
        return words if words.isascii() else "".join(char for char in words if self._fonts.holds(char))


def _scaled(point: Point) -> tuple[int, int]:
    return round(point[0] * SCALE), round(point[1] * SCALE)
