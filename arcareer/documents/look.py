"""What documents look like: colours, fonts and measures on white paper, shared by Word files, charts and preview.

Lengths are twentieths of a point unless a comment says otherwise; colours are six hexadecimal digits.
"""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGE = "en-US"
FAMILY = "Inter"
SEMIBOLD = "Inter SemiBold"

INK = "161E1A"
MUTED = "56615B"
ACCENT = "14694D"
TINT = "EDF5F0"
RULE = "D3DCD6"
GRID = "E1E5DF"
QUIET = "B4C1B9"
HIDDEN_TINT = "DDF0E6"
ON_HIDDEN_TINT = "0E543D"

PAGE_WIDTH = 12240
PAGE_HEIGHT = 15840
PAGE_TOP = 1120
PAGE_BOTTOM = 1120

BULLET_INDENT = 240
LABEL_WIDTH = 1200

ONE_PAGE_MARGIN = 1008
ONE_PAGE_TOP = 820


@dataclass(frozen=True, slots=True)
class LineMeasure:
    """How a style of the one page template stands: size, space before and after, and line height, all in points."""

    size: float
    before: float
    after: float
    line: float
    semibold: bool = False


ONE_PAGE = {
    "Title": LineMeasure(20, 0, 1, 25, semibold=True),
    "Subtitle": LineMeasure(11, 0, 2, 15, semibold=True),
    "MetaLine": LineMeasure(8, 0, 0, 12),
    "Lead": LineMeasure(10, 6, 0, 14),
    "Heading1": LineMeasure(11, 11, 4, 15, semibold=True),
    "Heading2": LineMeasure(7.5, 6, 2, 11, semibold=True),
    "ListBullet": LineMeasure(9, 0, 2.5, 12.5),
    "ListContinue": LineMeasure(9, 0, 2.5, 12.5),
    "Note": LineMeasure(7.5, 8, 0, 11),
    "CardLabel": LineMeasure(7.5, 5, 0, 10),
    "CardValue": LineMeasure(14, 2, 0, 18, semibold=True),
    "CardValueLong": LineMeasure(9.5, 2, 0, 18, semibold=True),
    "CardNote": LineMeasure(7.5, 0, 5, 10),
}
ONE_PAGE_CHART_GAP = 8.0  # points above a row of charts
