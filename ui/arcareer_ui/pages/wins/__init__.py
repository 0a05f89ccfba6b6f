"""Wins: the journal, newest first, with everything that belongs to each win."""

from __future__ import annotations

from arcareer_ui.commands import CHECK_WORDING, FIND_IN_PAGE, RENAME
from arcareer_ui.context import UiContext
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP


def build(context: UiContext) -> Page:
    """Return the page with the parts it names."""
    from arcareer_ui.pages.wins.page import WinsPage  # noqa: PLC0415 - pages are loaded on their first visit
    from arcareer_ui.pages.wins.used_in import WinUses  # noqa: PLC0415 - see above

    app = context.app
    return WinsPage(
        journal=app.journal,
        customers=app.customers,
        checklist=app.checklist,
        evidence=app.evidence,
        drafts=app.drafts,
        capture=lambda: app.capture,
        imports=lambda: app.win_import,
        bullets=lambda: app.bullets,
        checks=lambda: app.checks,
        backups=lambda: app.backups,
        answers=lambda: app.answers,
        uses=WinUses(lambda: app.plans, lambda: app.playbooks, lambda: app.reviews),
        content=app.content,
        undo=context.undo,
        tasks=context.tasks,
        dialogs=context.dialogs,
        state=context.state,
        clock=app.clock,
    )


SPEC = PageSpec(
    "wins",
    QT_TRANSLATE_NOOP("PageSpec", "Wins"),
    "trophy",
    "week",
    build,
    shortcut="Ctrl+2",
    routes=("win",),
    commands=(FIND_IN_PAGE, RENAME, CHECK_WORDING),
    preload="arcareer_ui.pages.wins.page",
    help_topic="good-number",
)
