"""Takes a history from the payments of an imported ledger, in the background."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from arcareer.domain.forecast_plans import ForecastPlan
from arcareer_ui.dates import short_date
from arcareer_ui.pages.planning.forecast.history_card import HistoryCard
from arcareer_ui.tasks import Task, TaskRunner

if TYPE_CHECKING:
    from arcareer.services.forecast_plans import ForecastPlanService
    from arcareer.services.ledger_import import LedgerImportService


class LedgerHistory(QObject):
    """Offers the lists in the card. `found` carries amounts and the name of their source, `noted` words."""

    found = Signal(object, str)
    noted = Signal(str)

    def __init__(
        self,
        card: HistoryCard,
        forecasts: ForecastPlanService,
        ledgers: Callable[[], LedgerImportService],
        tasks: TaskRunner,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._card, self._forecasts, self._ledgers, self._tasks = card, forecasts, ledgers, tasks
        self._plan: ForecastPlan | None = None
        self._task: Task | None = None
        self._asked: tuple[UUID, str] | None = None
        self._names: dict[str, str] = {}
        card.ledger_asked.connect(self._ask)
        self.offer()

    def show_plan(self, plan: ForecastPlan) -> None:
        """Take histories for this plan from now on."""
        self._plan = plan

    def offer(self) -> None:
        """Offer the lists that tell their past."""
        heads = [one for one in self._ledgers().snapshots() if one.is_full_history]
        self._names = {str(one.id): f"{one.file_name}, {short_date(one.as_of)}" for one in heads}
        self._card.show_ledgers(tuple(self._names.items()))

    def _ask(self, key: str) -> None:
        plan = self._plan
        if plan is None or not key or self._task is not None:
            return
        read = self._forecasts.history_from_ledger
        task = Task(lambda _progress: read(UUID(key), plan.currency, plan.period_kind))
        self._task, self._asked = task, (plan.id, key)
        self._card.ledger_button.set_loading(True)
        task.succeeded.connect(self._take)
        task.failed.connect(self._tell)
        task.finished.connect(self._end)
        self._tasks.start(task)

    def _take(self, amounts: object) -> None:
        plan, key = self._asked or (None, "")
        if self._plan is None or self._plan.id != plan:
            return
        if amounts:
            self.found.emit(amounts, self._names.get(key, ""))
        else:
            self.noted.emit(self.tr("This list tells no payments in the plan's currency. Nothing was changed."))

    def _tell(self, problem: Exception) -> None:
        self.noted.emit(str(problem))

    def _end(self) -> None:
        self._task = None
        self._card.ledger_button.set_loading(False)
