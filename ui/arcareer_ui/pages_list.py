"""The places of the app, in the order of the rail."""

from __future__ import annotations

from arcareer_ui.page import PageSpec
from arcareer_ui.pages import brag_sheet, guide, metrics, planning, prep, reviews, scripts, settings, this_week, wins

PAGES: tuple[PageSpec, ...] = (
    this_week.SPEC,
    wins.SPEC,
    metrics.SPEC,
    prep.SPEC,
    scripts.SPEC,
    planning.SPEC,
    brag_sheet.SPEC,
    reviews.SPEC,
    guide.SPEC,
    settings.SPEC,
)
