"""The services of the receivables evidence."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from arcareer.wiring.core import CoreServices

if TYPE_CHECKING:
    from arcareer.services.ledger_import import LedgerImportService
    from arcareer.services.ledger_wins import LedgerWinService
    from arcareer.services.metrics import MetricsService


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

        return LedgerWinService(self._library.store, self.edits, self.ledgers, self.customers, self.clock)
