"""Metrics: receivables month by month, by hand or from ledgers, and what the user did about them."""

from __future__ import annotations

from arcareer_ui.commands import METRIC_COMMANDS, NEW_ITEM
from arcareer_ui.context import UiContext
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP


def build(context: UiContext) -> Page:
    """Return the page with the parts it names."""
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - pages are loaded on their first visit

    from arcareer_ui.pages.metrics.page import MetricsPage  # noqa: PLC0415 - see above

    app = context.app

    def currency() -> str:
        system = QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        return context.preferences.current.currency or system

    page = MetricsPage(
        metrics=lambda: app.metrics,
        ledgers=lambda: app.ledgers,
        ledger_wins=lambda: app.ledger_wins,
        backups=lambda: app.backups,
        journal=lambda: app.journal,
        currency=currency,
        undo=context.undo,
        tasks=context.tasks,
        dialogs=context.dialogs,
        state=context.state,
        clock=app.clock,
        is_sample=context.is_sample,
    )
    page.sample_asked.connect(context.requests.sample_wanted)
    return page


SPEC = PageSpec(
    "metrics",
    QT_TRANSLATE_NOOP("PageSpec", "Metrics"),
    "chart-line",
    "week",
    build,
    shortcut="Ctrl+3",
    routes=("metric",),
    commands=(NEW_ITEM, *METRIC_COMMANDS),
    help_topic="few-metrics",
)
