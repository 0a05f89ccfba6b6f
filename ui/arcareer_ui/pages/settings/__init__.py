"""Settings: who the user is, how the app looks, customers and their aliases, and the safety of the data."""

from __future__ import annotations

from arcareer_ui.commands import TAB_COMMANDS
from arcareer_ui.context import UiContext
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP


def build(context: UiContext) -> Page:
    """Return the page with the parts it names."""
    from arcareer_ui.pages.settings.page import SettingsPage  # noqa: PLC0415 - pages are loaded on their first visit

    app = context.app
    return SettingsPage(
        agenda=app.agenda,
        customers=app.customers,
        checks=lambda: app.checks,
        backups=app.backups,
        check=app.check,
        missing_wins=app.missing_wins,
        paths=app.paths,
        read_only=app.report.read_only,
        preferences=context.preferences,
        undo=context.undo,
        tasks=context.tasks,
        dialogs=context.dialogs,
        requests=context.requests,
        clock=app.clock,
        is_sample=context.is_sample,
    )


SPEC = PageSpec(
    "settings",
    QT_TRANSLATE_NOOP("PageSpec", "Settings"),
    "settings",
    "foot",
    build,
    shortcut="Ctrl+,",
    commands=TAB_COMMANDS,
    help_topic="how-kept",
)
