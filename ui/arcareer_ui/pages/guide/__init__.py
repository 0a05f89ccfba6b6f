"""The guide: short answers, and where to act on them."""

from __future__ import annotations

from arcareer_ui.commands import FIND_IN_PAGE
from arcareer_ui.context import UiContext
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP


def build(context: UiContext) -> Page:
    """Return the page with the parts it names."""
    from arcareer_ui.pages.guide.page import GuidePage  # noqa: PLC0415 - pages are loaded on their first visit

    return GuidePage(guide=context.app.guide)


SPEC = PageSpec(
    "guide",
    QT_TRANSLATE_NOOP("PageSpec", "Guide"),
    "book-open",
    "foot",
    build,
    shortcut="F1",
    commands=(FIND_IN_PAGE,),
)
