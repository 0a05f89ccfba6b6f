"""Colours, fonts and page measures on white paper, shared by Word files, charts and preview.

Lengths are twentieths of a point; colours are six hexadecimal digits.
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
PAPER = "FFFFFF"
HIDDEN_TINT = "DDF0E6"
ON_HIDDEN_TINT = "0E543D"

PAGE_WIDTH = 12240
PAGE_HEIGHT = 15840

BULLET_INDENT = 240
CARD_PADDING = 160
CARD_GAP = 120
CELL_GAP = 220
