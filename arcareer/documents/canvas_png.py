"""Charts as PNG pictures, four pixels to one, drawn with the shipped Inter."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cached_property

from PIL import Image, ImageDraw, ImageFont

from arcareer.documents.canvas import Anchor, Point, Weight
from arcareer.resources import resource_root

SCALE = 4
_FACES = {400: "Inter-Regular.ttf", 500: "Inter-Medium.ttf", 600: "Inter-SemiBold.ttf"}
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
_UNASSIGNED = "\U0010fffd"
_COLOURS = 64


class FontShelf:
    """The shipped faces at the sizes asked for, and which characters they hold."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[int, int], ImageFont.FreeTypeFont] = {}
        self._known: dict[str, bool] = {}

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


class PngCanvas:
    """A white picture of `width` by `height` that draws at four times that size."""

    def __init__(self, width: float, height: float, fonts: FontShelf, paper: str) -> None:
        self._fonts = fonts
        self._image = Image.new("RGB", (round(width * SCALE), round(height * SCALE)), f"#{paper}")
        self._draw = ImageDraw.Draw(self._image)

    def png(self) -> bytes:
        """Return the picture as a file; it holds nothing but pixels and their size."""
        out = io.BytesIO()
        self._image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            out, "PNG", dpi=(96 * SCALE, 96 * SCALE)
        )
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
