"""Scripts & playbooks: words that are ready when they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer_ui.commands import COPY_TEXT, FIND_IN_PAGE, NEW_ITEM, RENAME, TAB_COMMANDS
from arcareer_ui.context import UiContext
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from arcareer_ui.acts import Acts
    from arcareer_ui.tool import Tool


def build(context: UiContext) -> Page:
    """Return the page with the parts it names."""
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - pages are loaded on their first visit

    from arcareer_ui.pages.scripts.page import ScriptsPage  # noqa: PLC0415 - see above

    app = context.app

    def currency() -> str:
        system = QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        return context.preferences.current.currency or system

    def emails(acts: Acts) -> Tool:
        from arcareer_ui.pages.scripts.emails.tab import EmailTab  # noqa: PLC0415 - tabs are too

        return EmailTab(
            scripts=app.scripts,
            customers=app.customers,
            drafts=app.drafts,
            content=app.content,
            currency=currency,
            undo=context.undo,
            acts=acts,
            dialogs=context.dialogs,
            state=context.state,
            clock=app.clock,
        )

    def scenarios(acts: Acts) -> Tool:
        from arcareer_ui.pages.scripts.scenarios.tab import ScenariosTab  # noqa: PLC0415 - tabs are too

        return ScenariosTab(
            playbooks=app.playbooks,
            scripts=app.scripts,
            customers=app.customers,
            journal=app.journal,
            answers=lambda: app.answers,
            drafts=app.drafts,
            content=app.content,
            currency=currency,
            undo=context.undo,
            acts=acts,
            dialogs=context.dialogs,
            clock=app.clock,
        )

    def phrases(acts: Acts) -> Tool:
        from arcareer_ui.pages.scripts.phrase_bank.tab import PhraseBankTab  # noqa: PLC0415 - tabs are too

        return PhraseBankTab(
            phrases=app.phrases,
            bullets=app.bullets,
            journal=app.journal,
            capture=lambda: app.capture,
            copying=lambda: app.copying,
            drafts=app.drafts,
            content=app.content,
            undo=context.undo,
            acts=acts,
            state=context.state,
            clock=app.clock,
        )

    return ScriptsPage(undo=context.undo, emails=emails, scenarios=scenarios, phrases=phrases)


SPEC = PageSpec(
    "scripts",
    QT_TRANSLATE_NOOP("PageSpec", "Scripts & playbooks"),
    "message-square-text",
    "prepare",
    build,
    shortcut="Ctrl+5",
    routes=("script", "call", "playbook", "run", "phrase"),
    commands=(*TAB_COMMANDS, FIND_IN_PAGE, NEW_ITEM, RENAME, COPY_TEXT),
    help_topic="difficult-conversations",
)
