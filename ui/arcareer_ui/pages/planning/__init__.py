"""Planning tools: which account first, how risky, escalate or plan, and a forecast that is proven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer_ui.commands import NEW_ITEM, TAB_COMMANDS
from arcareer_ui.context import UiContext
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from arcareer_ui.acts import Acts
    from arcareer_ui.pages.planning.matrix.tab import MatrixTab


def build(context: UiContext) -> Page:
    """Return the page with the parts it names."""
    from arcareer_ui.pages.planning.page import PlanningPage  # noqa: PLC0415 - pages are loaded on their first visit

    app = context.app

    def matrix(acts: Acts) -> MatrixTab:
        from arcareer_ui.pages.planning.matrix.tab import MatrixTab  # noqa: PLC0415 - tabs are too

        return MatrixTab(
            decisions=app.decisions, journal=lambda: app.journal, drafts=app.drafts, acts=acts, clock=app.clock
        )

    return PlanningPage(undo=context.undo, matrix=matrix)


SPEC = PageSpec(
    "planning",
    QT_TRANSLATE_NOOP("PageSpec", "Planning tools"),
    "clipboard-list",
    "prepare",
    build,
    shortcut="Ctrl+6",
    commands=(*TAB_COMMANDS, NEW_ITEM),
    help_topic="prioritising",
)
