"""Design tokens: the one source of colours, type and sizes for palette, style sheet, painting and tests.

Imports no Qt, so that documents and tests may read it too. Colours are `#RRGGBB`; sizes are logical pixels at 100 %
text.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

Colours = Mapping[str, str]

LIGHT: Final[Colours] = MappingProxyType(
    {
        "canvas": "#F6F7F5",
        "rail": "#ECEFEB",
        "surface": "#FFFFFF",
        "inset": "#F2F4F1",
        "hover": "#E9EDE8",
        "press": "#DFE5DE",
        "line": "#E1E5DF",
        "line_strong": "#858E88",
        "text": "#161E1A",
        "text2": "#47524C",
        "text3": "#5F6A64",
        "accent": "#14694D",
        "accent_hover": "#0F5840",
        "accent_press": "#0B4632",
        "on_accent": "#FFFFFF",
        "accent_soft": "#DDF0E6",
        "on_accent_soft": "#0E543D",
        "accent_past": "#5FA889",
        "danger": "#B3261E",
        "danger_soft": "#FCE8E6",
        "on_danger_soft": "#8C1D16",
        "warn": "#8A5200",
        "warn_soft": "#FCEFD8",
        "on_warn_soft": "#6E4100",
        "info": "#2A55A5",
        "info_soft": "#E5EDFA",
        "on_info_soft": "#21458A",
        "focus": "#14694D",
        "paper": "#FFFFFF",
        "on_paper": "#161E1A",
        "paper_accent": "#14694D",
        "paper_tint": "#DDF0E6",
        "paper_line": "#B4C1B9",
        "desk": "#E3E7E2",
        "toast": "#1E2723",
        "on_toast": "#F2F6F4",
        "toast_quiet": "#B9C6BF",
        "toast_link": "#7ADBB1",
        "shade": "#0E1110",
        "age0": "#9CCFB6",
        "age1": "#4E9F7E",
        "age2": "#D9A441",
        "age3": "#D07A2C",
        "age4": "#B3261E",
        "part0": "#A9CDBB",
        "part1": "#6FB394",
        "part2": "#14694D",
        "part3": "#3E8C6B",
    }
)

DARK: Final[Colours] = MappingProxyType(
    {
        "canvas": "#131715",
        "rail": "#0E1110",
        "surface": "#1B211E",
        "inset": "#222926",
        "hover": "#29312D",
        "press": "#313A36",
        "line": "#2B3330",
        "line_strong": "#6E7A74",
        "text": "#E9EFEC",
        "text2": "#B6C1BB",
        "text3": "#94A19A",
        "accent": "#57C99A",
        "accent_hover": "#70D6AC",
        "accent_press": "#45B587",
        "on_accent": "#06251A",
        "accent_soft": "#17362A",
        "on_accent_soft": "#8BE0BC",
        "accent_past": "#3B8E6E",
        "danger": "#FF8F85",
        "danger_soft": "#3C1F1D",
        "on_danger_soft": "#FFB4AD",
        "warn": "#EDB557",
        "warn_soft": "#38290F",
        "on_warn_soft": "#F4CB86",
        "info": "#90B8FF",
        "info_soft": "#1B2A45",
        "on_info_soft": "#B5CFFF",
        "focus": "#57C99A",
        "paper": "#FFFFFF",
        "on_paper": "#161E1A",
        "paper_accent": "#14694D",
        "paper_tint": "#DDF0E6",
        "paper_line": "#B4C1B9",
        "desk": "#0C0F0E",
        "toast": "#EEF3F0",
        "on_toast": "#161E1A",
        "toast_quiet": "#47524C",
        "toast_link": "#14694D",
        "shade": "#000000",
        "age0": "#2F6F57",
        "age1": "#57C99A",
        "age2": "#EDB557",
        "age3": "#E98B4A",
        "age4": "#FF7A6E",
        "part0": "#2C5A48",
        "part1": "#3B8E6E",
        "part2": "#57C99A",
        "part3": "#8BE0BC",
    }
)

SCHEMES: Final[Mapping[str, Colours]] = MappingProxyType({"light": LIGHT, "dark": DARK})


def more_contrast(colours: Colours) -> Colours:
    """Return the colours for people who asked their system for more contrast."""
    stronger = {"line": colours["line_strong"], "text2": colours["text"], "text3": colours["text"]}
    return MappingProxyType({**colours, **stronger})


class TypeRole(NamedTuple):
    """One text style: size and line height in px at 100 % text, and the weight."""

    size: int
    weight: int
    line: int


TYPE: Final[Mapping[str, TypeRole]] = MappingProxyType(
    {
        "timer": TypeRole(42, 600, 50),
        "kpi": TypeRole(28, 600, 34),
        "h1": TypeRole(22, 600, 30),
        "title": TypeRole(18, 600, 26),
        "lead": TypeRole(18, 400, 27),
        "capture": TypeRole(17, 400, 26),
        "brand": TypeRole(16, 600, 22),
        "h2": TypeRole(15, 600, 22),
        "body": TypeRole(14, 400, 21),
        "button": TypeRole(14, 500, 21),
        "strong": TypeRole(14, 600, 21),
        "letter": TypeRole(14, 700, 21),
        "small": TypeRole(13, 400, 19),
        "label": TypeRole(13, 600, 19),
        "caption": TypeRole(12, 500, 16),
    }
)

TEXT_SCALES: Final = (1.0, 1.15, 1.25, 1.5)

# soft tones of chips, bubbles and banners: (fill, text on it)
TONES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "plain": ("inset", "text2"),
        "line": ("surface", "text2"),
        "accent": ("accent_soft", "on_accent_soft"),
        "warn": ("warn_soft", "on_warn_soft"),
        "danger": ("danger_soft", "on_danger_soft"),
        "info": ("info_soft", "on_info_soft"),
    }
)

RADIUS_CHIP: Final = 6
RADIUS_CONTROL: Final = 8
RADIUS_CARD: Final = 12
RADIUS_OVERLAY: Final = 14

RAIL_WIDTH: Final = 228
RAIL_WIDTH_COMPACT: Final = 64
RAIL_COMPACT_BELOW: Final = 1120
CONTENT_WIDTH: Final = 1200
PAGE_MARGIN: Final = 32
PAGE_MARGIN_COMPACT: Final = 24
GUTTER: Final = 12
MINIMUM_TARGET: Final = 24

FADE_TOAST_MS: Final = 120
FADE_OVERLAY_MS: Final = 160


class Pair(NamedTuple):
    """A foreground used on a background, and the contrast it must reach."""

    foreground: str
    background: str
    minimum: float


def _pairs() -> tuple[Pair, ...]:
    text, outline = 4.5, 3.0
    soft = ("accent", "danger", "warn", "info")
    grounds = ("canvas", "rail", "surface", "inset", "hover")
    wanted = [Pair(ink, ground, text) for ink in ("text", "text2", "text3") for ground in grounds]
    wanted += [Pair("accent", ground, text) for ground in ("canvas", "surface", "inset", "rail")]
    wanted += [Pair("on_accent", ground, text) for ground in ("accent", "accent_hover", "accent_press")]
    wanted += [Pair(f"on_{tone}_soft", f"{tone}_soft", text) for tone in soft]
    wanted += [Pair(tone, ground, text) for tone in soft[1:] for ground in ("surface", "canvas", "inset")]
    wanted += [Pair(ink, f"{tone}_soft", text) for ink in ("text", "text2") for tone in soft]
    wanted += [Pair(ink, "toast", text) for ink in ("on_toast", "toast_quiet", "toast_link")]
    wanted += [Pair("on_paper", "paper", text)]
    wanted += [Pair("line_strong", ground, outline) for ground in ("surface", "canvas", "inset")]
    wanted += [Pair("focus", ground, outline) for ground in ("surface", "canvas", "rail", "inset")]
    return tuple(wanted)


PAIRS: Final = _pairs()


def luminance(colour: str) -> float:
    """Return the WCAG 2 relative luminance (0 to 1) of `#RRGGBB`."""
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio (1 to 21) of two `#RRGGBB` colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
