"""This week: log a win in under a minute, and see the one next thing."""

from __future__ import annotations

from arcareer_ui.context import UiContext
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP


def build(context: UiContext) -> Page:
    """Return the page with the parts it names."""
    from arcareer_ui.pages.this_week.page import ThisWeekPage  # noqa: PLC0415 - pages are loaded on their first visit

    app = context.app
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
