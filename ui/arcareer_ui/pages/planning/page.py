"""The Planning tools: decisions about accounts, risks, reminders and forecasts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from arcareer.domain.changes import EntityKind
from arcareer_ui.acts import Acts
from arcareer_ui.tool_page import ToolPage, ToolTab

if TYPE_CHECKING:
    from arcareer_ui.pages.planning.matrix.tab import MatrixTab
    from arcareer_ui.undo import UndoController

DECISION_MATRIX = "decision-matrix"


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
        }
    )
    acts = ("new-item",)

    def __init__(self, *, undo: UndoController, matrix: Callable[[Acts], MatrixTab]) -> None:
        tabs = (ToolTab(DECISION_MATRIX, self.tr("Decision matrix"), matrix, "prioritising"),)
        super().__init__(self.tr("Planning tools"), self.tr("Planning tools"), tabs, undo)
