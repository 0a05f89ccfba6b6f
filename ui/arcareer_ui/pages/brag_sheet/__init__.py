"""Brag sheet: choose, look, save as Word."""

from __future__ import annotations

from arcareer_ui.commands import COPY_TEXT, MOVE_DOWN, MOVE_UP, CommandSpec
from arcareer_ui.context import UiContext
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP

SAVE_AS_WORD = CommandSpec(
    "save-as-word",
    QT_TRANSLATE_NOOP("Command", "Save the document as Word"),
    "download",
    ("Ctrl+E",),
    place="brag-sheet",
)


def build(context: UiContext) -> Page:
    """Return the page with the parts it names."""
    from arcareer_ui.pages.brag_sheet.page import BragSheetPage  # noqa: PLC0415 - pages are loaded on their first visit
    from arcareer_ui.pages.brag_sheet.services import DocumentServices  # noqa: PLC0415

    app = context.app
    services = DocumentServices(
        documents=app.documents,
        choices=app.document_choices,
        presets=app.presets,
        promotion_reviews=app.promotion_reviews,
        reviews=app.reviews,
        claims=app.claims,
        disclosures=app.disclosures,
        form_questions=app.form_questions,
        styles=app.styles,
        journal=app.journal,
        agenda=app.agenda,
        customers=app.customers,
    )
    return BragSheetPage(
        services,
        undo=context.undo,
        tasks=context.tasks,
        dialogs=context.dialogs,
        state=context.state,
        clock=app.clock,
    )


SPEC = PageSpec(
    "brag-sheet",
    QT_TRANSLATE_NOOP("PageSpec", "Brag sheet"),
    "file-text",
    "deliver",
    build,
    shortcut="Ctrl+7",
    commands=(SAVE_AS_WORD, COPY_TEXT, MOVE_UP, MOVE_DOWN),
    help_topic="promotion-case",
)
