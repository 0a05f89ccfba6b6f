"""The Planning tools: decisions about accounts, risks, reminders and forecasts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from arcareer.domain.changes import EntityKind
from arcareer_ui.acts import Acts
from arcareer_ui.tool_page import ToolPage, ToolTab

if TYPE_CHECKING:
    from arcareer_ui.pages.planning.follow_up.tab import FollowUpTab
    from arcareer_ui.pages.planning.forecast.tab import ForecastTab
    from arcareer_ui.pages.planning.matrix.tab import MatrixTab
    from arcareer_ui.pages.planning.plans.tab import PlansTab
    from arcareer_ui.pages.planning.risk.tab import RiskTab
    from arcareer_ui.undo import UndoController

DECISION_MATRIX, RISK_SCORECARD = "decision-matrix", "risk-scorecard"
FOLLOW_UP, PLANS, FORECAST_ACCURACY = "follow-up", "30-day-plans", "forecast-accuracy"


class PlanningPage(ToolPage):
    """Routes are those of the tabs, with what they are to show behind them."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {
            EntityKind.WIN,
            EntityKind.LEDGER_SNAPSHOT,
            EntityKind.COLLECTION_DECISION,
            EntityKind.BOARD_ACCOUNT,
            EntityKind.DECISION_SETTINGS,
            EntityKind.RISK_CARD,
            EntityKind.FORECAST_PLAN,
            EntityKind.PLAN,
            EntityKind.CHECKLIST_CLAIM,
            EntityKind.CHECKLIST_ARRANGEMENT,
        }
    )
    heads: ClassVar[Mapping[str, str]] = {"plan": PLANS}
    acts = ("new-item",)

    def __init__(
        self,
        *,
        undo: UndoController,
        matrix: Callable[[Acts], MatrixTab],
        risk: Callable[[Acts], RiskTab],
        follow_up: Callable[[Acts], FollowUpTab],
        plans: Callable[[Acts], PlansTab],
        forecast: Callable[[Acts], ForecastTab],
    ) -> None:
        tabs = (
            ToolTab(DECISION_MATRIX, self.tr("Decision matrix"), matrix, "prioritising"),
            ToolTab(RISK_SCORECARD, self.tr("Risk scorecard"), risk, "risk-signs"),
            ToolTab(FOLLOW_UP, self.tr("Follow-up"), follow_up, "follow-up-ladder"),
            ToolTab(PLANS, self.tr("30-day plans"), plans, "initiative"),
            ToolTab(FORECAST_ACCURACY, self.tr("Forecast accuracy"), forecast, "forecast-accuracy"),
        )
        super().__init__(self.tr("Planning tools"), self.tr("Planning tools"), tabs, undo)
