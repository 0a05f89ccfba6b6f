"""The services of messages, playbooks, plans, reviews and the guide."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from arcareer.wiring.receivables import ReceivablesServices

if TYPE_CHECKING:
    from arcareer.services.guide import GuideService
    from arcareer.services.plans import PlanService
    from arcareer.services.playbooks import PlaybookService
    from arcareer.services.reviews import ReviewService
    from arcareer.services.scripts import ScriptService
    from arcareer.services.under_way import UnderWayService


class WordServices(ReceivablesServices):
    """Words to send, plans to keep, know-how."""

    @cached_property
    def scripts(self) -> ScriptService:
        """Return the messages for customers and colleagues."""
        from arcareer.services.ledger_facts import LedgerFactService  # noqa: PLC0415 - the first page does without
        from arcareer.services.scripts import ScriptService  # noqa: PLC0415

        facts = LedgerFactService(self.ledgers, self.customers)
        store, edits = self._library.store, self.edits
        return ScriptService(store, edits, self.customers, content=self.content, clock=self.clock, facts=facts.of)

    @cached_property
    def playbooks(self) -> PlaybookService:
        """Return the playbooks and their runs."""
        from arcareer.services.playbooks import PlaybookService  # noqa: PLC0415 - the first page does without

        return PlaybookService(self._library.store, self.edits, self.journal, self.content, self.clock)

    @cached_property
    def plans(self) -> PlanService:
        """Return the 30-day plans."""
        from arcareer.services.plans import PlanService  # noqa: PLC0415 - the first page does without

        return PlanService(self._library.store, self.edits, self.journal, self.content, self.clock)

    @cached_property
    def reviews(self) -> ReviewService:
        """Return the reviews with their goals and scores."""
        from arcareer.services.reviews import ReviewService  # noqa: PLC0415 - the first page does without

        return ReviewService(self._library.store, self.edits, self.journal, self.content, self.clock)

    @cached_property
    def under_way(self) -> UnderWayService:
        """Return what is going on besides wins."""
        from arcareer.services.under_way import UnderWayService  # noqa: PLC0415 - the first picture does without

        return UnderWayService(self._library.store, self.plans, self.playbooks, self.reviews, self.clock)

    @cached_property
    def guide(self) -> GuideService:
        """Return the guide."""
        from arcareer.services.guide import GuideService  # noqa: PLC0415 - the first page does without

        return GuideService(self.content)
