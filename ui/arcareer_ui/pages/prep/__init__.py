"""Prep studio: the tools that turn wins into a case, a tab each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer_ui.commands import (
    CHECK_WORDING,
    FIND_IN_PAGE,
    FINDING_COMMANDS,
    MOVE_DOWN,
    MOVE_UP,
    NEW_ITEM,
    REHEARSE,
    RENAME,
    TAB_COMMANDS,
    WRITE_ANSWER,
)
from arcareer_ui.context import UiContext
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from arcareer_ui.acts import Acts
    from arcareer_ui.pages.prep.checklist.tab import ChecklistTab
    from arcareer_ui.pages.prep.red_flags.tab import RedFlagsTab
    from arcareer_ui.pages.prep.reframe.tab import ReframeTab
    from arcareer_ui.pages.prep.rubric.tab import RubricTab
    from arcareer_ui.pages.prep.star.tab import StarTab
    from arcareer_ui.tool import Tool


def build(context: UiContext) -> Page:
    """Return the page with the parts it names."""
    from arcareer_ui.pages.prep.page import PrepPage  # noqa: PLC0415 - pages are loaded on their first visit

    app, preferences = context.app, context.preferences

    def pace() -> int:
        return preferences.current.speaking_pace

    def checklist(acts: Acts) -> ChecklistTab:
        from arcareer_ui.pages.prep.checklist.tab import ChecklistTab  # noqa: PLC0415 - tabs are too

        return ChecklistTab(
            checklist=app.checklist,
            journal=app.journal,
            blanks=app.content.blanks,
            undo=context.undo,
            acts=acts,
            state=context.state,
            clock=app.clock,
        )

    def bank(acts: Acts) -> Tool:
        from arcareer_ui.pages.prep.bank.room import BankRoom  # noqa: PLC0415 - tabs are too

        return BankRoom(
            questions=app.questions,
            answers=app.answers,
            coverage=lambda: app.coverage,
            journal=app.journal,
            content=app.content,
            undo=context.undo,
            acts=acts,
            tasks=context.tasks,
            state=context.state,
            pace=pace,
        )

    def dates(acts: Acts) -> Tool:
        from arcareer_ui.pages.prep.interviews.room import InterviewsRoom  # noqa: PLC0415 - tabs are too

        return InterviewsRoom(
            interviews=app.interviews,
            answers=app.answers,
            questions=app.questions,
            cribs=app.cribs,
            content=app.content,
            undo=context.undo,
            acts=acts,
            tasks=context.tasks,
            dialogs=context.dialogs,
            clock=app.clock,
        )

    def star(acts: Acts) -> StarTab:
        from arcareer_ui.pages.prep.star.tab import StarTab  # noqa: PLC0415 - tabs are too

        return StarTab(
            answers=app.answers,
            rehearsals=app.rehearsals,
            questions=app.questions,
            interviews=lambda: app.interviews,
            journal=app.journal,
            copying=lambda: app.copying,
            content=app.content,
            undo=context.undo,
            acts=acts,
            tasks=context.tasks,
            dialogs=context.dialogs,
            state=context.state,
            clock=app.clock,
            pace=pace,
            bank=lambda: bank(acts),
            dates=lambda: dates(acts),
        )

    def reframe(acts: Acts) -> ReframeTab:
        from arcareer_ui.pages.prep.reframe.tab import ReframeTab  # noqa: PLC0415 - tabs are too

        return ReframeTab(
            answers=app.answers,
            reframes=app.reframes,
            content=app.content,
            copying=lambda: app.copying,
            undo=context.undo,
            acts=acts,
            tasks=context.tasks,
            dialogs=context.dialogs,
            clock=app.clock,
            pace=pace,
        )

    def red_flags(acts: Acts) -> RedFlagsTab:
        from arcareer_ui.pages.prep.red_flags.tab import RedFlagsTab  # noqa: PLC0415 - tabs are too

        return RedFlagsTab(
            checks=app.checks,
            scans=lambda: app.resume_scan,
            bullets=lambda: app.bullets,
            answers=lambda: app.answers,
            journal=app.journal,
            drafts=app.drafts,
            undo=context.undo,
            acts=acts,
            tasks=context.tasks,
            dialogs=context.dialogs,
            state=context.state,
            clock=app.clock,
        )

    def rubric(acts: Acts) -> RubricTab:
        from arcareer_ui.pages.prep.rubric.tab import RubricTab  # noqa: PLC0415 - tabs are too

        return RubricTab(
            bullets=app.bullets,
            checks=app.checks,
            journal=app.journal,
            drafts=app.drafts,
            phrases=lambda: app.phrases,
            capture=lambda: app.capture,
            copying=lambda: app.copying,
            undo=context.undo,
            acts=acts,
            tasks=context.tasks,
            state=context.state,
            clock=app.clock,
        )

    page = PrepPage(
        undo=context.undo,
        checklist=checklist,
        star=star,
        reframe=reframe,
        red_flags=red_flags,
        rubric=rubric,
        pace=pace,
    )
    page.destroyed.connect(preferences.subscribe(lambda _: page.follow_pace()))
    return page


SPEC = PageSpec(
    "prep",
    QT_TRANSLATE_NOOP("PageSpec", "Prep studio"),
    "pen-line",
    "prepare",
    build,
    shortcut="Ctrl+4",
    routes=("bullet", "answer", "question", "interview"),
    commands=(
        *TAB_COMMANDS,
        FIND_IN_PAGE,
        MOVE_UP,
        MOVE_DOWN,
        NEW_ITEM,
        RENAME,
        REHEARSE,
        WRITE_ANSWER,
        CHECK_WORDING,
        *FINDING_COMMANDS,
    ),
)
