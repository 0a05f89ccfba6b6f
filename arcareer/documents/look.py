"""What documents look like: colours, fonts and measures on white paper, shared by Word files, charts and preview.

Lengths are twentieths of a point unless a comment says otherwise; colours are six hexadecimal digits.
"""

from __future__ import annotations

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
ONE_PAGE_BODY = 9.0  # points
ONE_PAGE_LINE = 12.5  # points from line to line
ONE_PAGE_BULLET_GAP = 2.5  # points after an entry
