"""What is claimed on the checklist, and the wins linked as proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from arcareer.domain.checklist import ChecklistClaim
from arcareer.storage.records.checklist import CLAIMS
from arcareer.storage.repositories.repository import Repository, Touch, batches
from arcareer.storage.rows.checklist import ChecklistClaimRow, ClaimWinRow
from arcareer.storage.stored import id_text


class ClaimRepository(Repository[ChecklistClaim]):
    """Keeps what is claimed for items of the checklist."""

    def __init__(self, session: Session, touch: Touch) -> None:
        super().__init__(session, CLAIMS, touch)

    def of_period(self, period_key: str) -> tuple[ChecklistClaim, ...]:
        """Return everything claimed in a review period."""
        return self.get_many(self._ids(ChecklistClaimRow.period_key == period_key))

    def of_item(self, item_key: str) -> tuple[ChecklistClaim, ...]:
        """Return everything claimed for an item, in any period."""
        return self.get_many(self._ids(ChecklistClaimRow.item_key == item_key))

    def proven_by(self, *wins: UUID) -> tuple[ChecklistClaim, ...]:
        """Return the claims, of any period, that one of the wins is linked to."""
        query = select(ClaimWinRow.claim_id).where(ClaimWinRow.win_id.in_([id_text(win) for win in wins])).distinct()
        return self.get_many(UUID(key) for key in self._session.scalars(query))

    def unlink(self, wins: Sequence[UUID]) -> None:
        """Take the wins out of every claim."""
        for some in batches(wins):
            gone = frozenset(some)
            claims = self.proven_by(*gone)
            self.put_all([replace(claim, wins=tuple(win for win in claim.wins if win not in gone)) for claim in claims])
