"""What is claimed on the checklist, and the wins linked as proof."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from arcareer.domain.checklist import ChecklistClaim
from arcareer.storage.records.checklist import CLAIMS
from arcareer.storage.repositories.repository import Repository, Touch
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

    def proven_by(self, win: UUID) -> tuple[ChecklistClaim, ...]:
        """Return the claims, of any period, that the win is linked to."""
        query = select(ClaimWinRow.claim_id).where(ClaimWinRow.win_id == id_text(win)).distinct()
        return self.get_many(UUID(key) for key in self._session.scalars(query))

    def unlink(self, wins: Collection[UUID]) -> None:
        """Take the wins out of every claim."""
        for win in wins:
            for claim in self.proven_by(win):
                self.put(replace(claim, wins=tuple(linked for linked in claim.wins if linked not in wins)))
