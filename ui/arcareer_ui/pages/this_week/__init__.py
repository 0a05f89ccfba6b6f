"""This week: log a win in under a minute, and see the one next thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer_ui.context import UiContext
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from arcareer_ui.pages.this_week.coming_up import ComingUp
    from arcareer_ui.pages.this_week.under_way import UnderWay


def build(context: UiContext) -> Page:
    """Return the page with the parts it names."""
    from arcareer_ui.pages.this_week.page import ThisWeekPage  # noqa: PLC0415 - pages are loaded on their first visit

    app = context.app

    def under_way(card: ComingUp) -> UnderWay:
        from arcareer_ui.pages.this_week.under_way import UnderWay  # noqa: PLC0415 - made after the first picture

        return UnderWay(card, lambda: app.under_way, state=context.state, clock=app.clock, is_warm=lambda: app.is_warm)

    page = ThisWeekPage(
        home=app.home,
        journal=lambda: app.journal,
        customers=lambda: app.customers,
        agenda=lambda: app.agenda,
        drafts=app.drafts,
        capture=lambda: app.capture,
        content=app.content,
        preferences=context.preferences,
        undo=context.undo,
        dialogs=context.dialogs,
        clock=app.clock,
        is_sample=context.is_sample,
        ready=lambda: app.capture_is_loaded,
        under_way=under_way,
    )
    page.sample_asked.connect(context.requests.sample_wanted)
    return page


SPEC = PageSpec(
    "this-week",
    QT_TRANSLATE_NOOP("PageSpec", "This week"),
    "calendar-check",
    "week",
    build,
    shortcut="Ctrl+1",
    help_topic="weekly-habit",
)
