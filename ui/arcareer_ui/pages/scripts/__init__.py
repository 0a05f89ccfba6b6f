"""Scripts & playbooks: words that are ready when they are needed."""

from __future__ import annotations

from arcareer_ui.commands import FIND_IN_PAGE, NEW_ITEM, RENAME, TAB_COMMANDS
from arcareer_ui.context import UiContext
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP


def build(context: UiContext) -> Page:
    """Return the page with the parts it names."""
    from arcareer_ui.pages.scripts.page import ScriptsPage  # noqa: PLC0415 - pages are loaded on their first visit

    app = context.app
    return ScriptsPage(
        phrases=app.phrases,
        bullets=app.bullets,
        journal=app.journal,
        capture=lambda: app.capture,
        copying=lambda: app.copying,
        drafts=app.drafts,
        content=app.content,
        undo=context.undo,
        state=context.state,
        clock=app.clock,
    )


SPEC = PageSpec(
    "scripts",
    QT_TRANSLATE_NOOP("PageSpec", "Scripts & playbooks"),
    "message-square-text",
    "prepare",
    build,
    shortcut="Ctrl+5",
    routes=("phrase",),
    commands=(*TAB_COMMANDS, FIND_IN_PAGE, NEW_ITEM, RENAME),
    help_topic="difficult-conversations",
)
