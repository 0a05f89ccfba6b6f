"""What the newest list tells of accounts, read once for each list."""

from __future__ import annotations

from uuid import UUID

from arcareer.domain.account_facts import AccountFacts, account_facts
from arcareer.domain.ledger_snapshots import SnapshotHead
from arcareer.services.ledger_import import LedgerImportService


class AccountReader:
    """Reads the accounts of lists; the last one read is remembered, because a list never changes."""

    def __init__(self, ledgers: LedgerImportService) -> None:
        self._ledgers = ledgers
        self._last: tuple[UUID, tuple[AccountFacts, ...]] | None = None

    def head(self, snapshot: UUID | None = None) -> SnapshotHead | None:
        """Return a list, the newest where none is named; None where there is no such list."""
        heads = self._ledgers.snapshots()
        return next((head for head in heads if snapshot in (None, head.id)), None)

    def is_read(self, head: SnapshotHead) -> bool:
        """Return whether the accounts of a list are at hand, so that asking for them costs nothing."""
        return self._last is not None and self._last[0] == head.id

    def facts(self, head: SnapshotHead) -> tuple[AccountFacts, ...]:
        """Return the accounts of a list; slow for a large one the first time."""
        if self._last is None or self._last[0] != head.id:
            self._last = (head.id, account_facts(self._ledgers.items(head.id), head.as_of))
        return self._last[1]
