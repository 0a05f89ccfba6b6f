"""Planning tools: which account first, how risky, escalate or plan, and a forecast that is proven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer_ui.commands import NEW_ITEM, TAB_COMMANDS
from arcareer_ui.context import UiContext
from arcareer_ui.page import Page, PageSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from arcareer_ui.acts import Acts
    from arcareer_ui.pages.planning.follow_up.tab import FollowUpTab
    from arcareer_ui.pages.planning.forecast.tab import ForecastTab
    from arcareer_ui.pages.planning.matrix.tab import MatrixTab
    from arcareer_ui.pages.planning.plans.tab import PlansTab
    from arcareer_ui.pages.planning.risk.tab import RiskTab


def build(context: UiContext) -> Page:
    """Return the page with the parts it names."""
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - pages are loaded on their first visit

    from arcareer.domain.periods import half_of  # noqa: PLC0415 - see above
    from arcareer_ui.pages.planning.page import PlanningPage  # noqa: PLC0415 - see above

    app = context.app

    def matrix(acts: Acts) -> MatrixTab:
        from arcareer_ui.pages.planning.matrix.tab import MatrixTab  # noqa: PLC0415 - tabs are too

        return MatrixTab(
            decisions=app.decisions,
            journal=lambda: app.journal,
            drafts=app.drafts,
            accounts=app.accounts,
            acts=acts,
            tasks=context.tasks,
            clock=app.clock,
        )

    def risk(acts: Acts) -> RiskTab:
        from arcareer_ui.pages.planning.risk.tab import RiskTab  # noqa: PLC0415 - tabs are too

        return RiskTab(risks=app.risks, journal=lambda: app.journal, undo=context.undo, acts=acts, clock=app.clock)

    def follow_up(acts: Acts) -> FollowUpTab:
        from arcareer_ui.pages.planning.follow_up.tab import FollowUpTab  # noqa: PLC0415 - tabs are too

        return FollowUpTab(
            decisions=app.decisions, drafts=app.drafts, dialogs=context.dialogs, acts=acts, clock=app.clock
        )

    def open_items() -> dict[str, str]:
        board = app.checklist.board(half_of(app.clock.today()))
        lines = (line for group in board.groups for line in group.lines)
        return {line.item.key: line.item.label for line in lines if not line.wins}

    def currency() -> str:
        system = QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        return context.preferences.current.currency or system

    def plans(acts: Acts) -> PlansTab:
        from arcareer_ui.pages.planning.plans.tab import PlansTab  # noqa: PLC0415 - tabs are too

        return PlansTab(
            plans=app.plans,
            journal=lambda: app.journal,
            open_items=open_items,
            drafts=app.drafts,
            undo=context.undo,
            acts=acts,
            dialogs=context.dialogs,
            clock=app.clock,
            currency=currency,
        )

    def forecast(acts: Acts) -> ForecastTab:
        from arcareer_ui.pages.planning.forecast.tab import ForecastTab  # noqa: PLC0415 - tabs are too

        return ForecastTab(
            forecasts=app.forecasts,
            ledgers=lambda: app.ledgers,
            journal=lambda: app.journal,
            undo=context.undo,
            acts=acts,
            tasks=context.tasks,
            clock=app.clock,
            currency=currency,
        )

    return PlanningPage(
        undo=context.undo, matrix=matrix, risk=risk, follow_up=follow_up, plans=plans, forecast=forecast
    )


SPEC = PageSpec(
    "planning",
    QT_TRANSLATE_NOOP("PageSpec", "Planning tools"),
    "clipboard-list",
    "prepare",
    build,
    shortcut="Ctrl+6",
    commands=(*TAB_COMMANDS, NEW_ITEM),
    routes=("plan",),
    help_topic="prioritising",
)
