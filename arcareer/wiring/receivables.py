"""The services of the receivables evidence."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from arcareer.wiring.core import CoreServices

if TYPE_CHECKING:
    from arcareer.services.accounts import AccountReader
    from arcareer.services.decisions import DecisionService
    from arcareer.services.forecast_plans import ForecastPlanService
    from arcareer.services.ledger_forecasts import LedgerForecastService
    from arcareer.services.ledger_import import LedgerImportService
    from arcareer.services.ledger_wins import LedgerWinService
    from arcareer.services.metrics import MetricsService
    from arcareer.services.risks import RiskService


class ReceivablesServices(CoreServices):
    """Months, ledgers, decisions, risks and forecasts."""

    @cached_property
    def metrics(self) -> MetricsService:
        """Return the metrics month by month."""
        from arcareer.services.metrics import MetricsService  # noqa: PLC0415 - the first page does without

        return MetricsService(self._library.store, self.edits, self.journal, self.content, self.clock)

    @cached_property
    def ledgers(self) -> LedgerImportService:
        """Return imported ledgers."""
        from arcareer.services.ledger_import import LedgerImportService  # noqa: PLC0415 - seldom needed

        return LedgerImportService(self._library.store, self.edits, self.customers, self.clock)

    @cached_property
    def ledger_wins(self) -> LedgerWinService:
        """Return what proposes wins from two lists of a ledger."""
        from arcareer.services.ledger_wins import LedgerWinService  # noqa: PLC0415 - seldom needed

        return LedgerWinService(
            self._library.store, self.edits, self.ledgers, self.customers, journal=self.journal, clock=self.clock
        )

    @cached_property
    def accounts(self) -> AccountReader:
        """Return what reads accounts from imported lists."""
        from arcareer.services.accounts import AccountReader  # noqa: PLC0415 - the first page does without

        return AccountReader(self.ledgers)

    @cached_property
    def decisions(self) -> DecisionService:
        """Return decisions about overdue accounts."""
        from arcareer.services.decisions import DecisionService  # noqa: PLC0415 - the first page does without

        return DecisionService(self._library.store, self.edits, self.accounts, self.clock)

    @cached_property
    def risks(self) -> RiskService:
        """Return risk cards."""
        from arcareer.services.risks import RiskService  # noqa: PLC0415 - the first page does without

        return RiskService(self._library.store, self.edits, self.accounts, self.clock)

    @cached_property
    def forecasts(self) -> ForecastPlanService:
        """Return forecast accuracy plans."""
        from arcareer.services.forecast_plans import ForecastPlanService  # noqa: PLC0415 - the first page does without

        return ForecastPlanService(self._library.store, self.edits, self.ledgers, self.clock)

    @cached_property
    def ledger_forecasts(self) -> LedgerForecastService:
        """Return forecasts from ledgers and months."""
        from arcareer.services.ledger_forecasts import LedgerForecastService  # noqa: PLC0415 - seldom needed

        return LedgerForecastService(self._library.store, self.ledgers)
