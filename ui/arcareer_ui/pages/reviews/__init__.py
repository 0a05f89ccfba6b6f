"""Reviews: what was said so far, what the next one should rest on, and what is still missing for it."""

from __future__ import annotations

from arcareer_ui.commands import NEW_ITEM
from arcareer_ui.context import UiContext
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP


def build(context: UiContext) -> Page:
    """Return the page with the parts it names."""
    from arcareer_ui.pages.reviews.page import ReviewsPage  # noqa: PLC0415 - pages are loaded on their first visit

    app = context.app
    return ReviewsPage(
        reviews=app.reviews,
        agenda=app.agenda,
        journal=app.journal,
        undo=context.undo,
        dialogs=context.dialogs,
        clock=app.clock,
    )


SPEC = PageSpec(
    "reviews",
    QT_TRANSLATE_NOOP("PageSpec", "Reviews"),
    "target",
    "deliver",
    build,
    shortcut="Ctrl+8",
    routes=("review",),
    commands=(NEW_ITEM,),
    help_topic="review-prepare",
)
