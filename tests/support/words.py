"""The services of messages, playbooks, plans and reviews on a library of a test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from arcareer.content.library import ContentLibrary
from arcareer.domain.messages import LedgerFact
from arcareer.domain.plans import Plan, Reading
from arcareer.domain.playbook_runs import PlaybookRun
from arcareer.domain.reviews import Review
from arcareer.services.guide import GuideService
from arcareer.services.plans import PlanService
from arcareer.services.playbooks import PlaybookService
from arcareer.services.reviews import ReviewService
from arcareer.services.scripts import ScriptService
from tests.support.builders import Library


@dataclass
class Words:
    """The services, and what they work on. `facts` is what imported ledgers know, by customer."""

    library: Library
    facts: dict[UUID, Mapping[LedgerFact, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        store, edits, clock = self.library.store, self.library.edits, self.library.clock
        content = ContentLibrary()
        self.content = content
        self.scripts = ScriptService(
            store,
            edits,
            self.library.customers,
            content=content,
            clock=clock,
            facts=lambda one: self.facts.get(one, {}),
        )
        self.playbooks = PlaybookService(store, edits, self.library.journal, content, clock)
        self.plans = PlanService(store, edits, self.library.journal, content, clock)
        self.reviews = ReviewService(store, edits, self.library.journal, content, clock)
        self.guide = GuideService(content)

    def a_run(self, playbook: str = "scope-dispute", **fields: Any) -> PlaybookRun:
        """Start a run of a playbook."""
        found = self.playbooks.get(playbook)
        assert found is not None
        run = self.playbooks.start(found, **fields).after
        assert isinstance(run, PlaybookRun)
        return run

    def a_plan(self, starter: str = "cut-one-overdue-bucket") -> Plan:
        """Begin a plan from a starter."""
        found = next(one for one in self.content.plan_starters if one.id == starter)
        plan = self.plans.start_from(found).after
        assert isinstance(plan, Plan)
        return plan

    def a_running_plan(self, baseline: int = 40, starts_on: date = date(2026, 9, 1)) -> Plan:
        """Start a plan on a measured baseline."""
        plan = self.a_plan()
        measured = Reading(value=Decimal(baseline), on=date(2026, 8, 31), source="Aging of 31 August")
        saved = self.plans.save(plan, replace(plan, baseline=measured)).after
        assert isinstance(saved, Plan)
        started = self.plans.start(saved, starts_on).after
        assert isinstance(started, Plan)
        return started

    def a_review(self, on: date = date(2026, 12, 10)) -> Review:
        """Add a review."""
        group = self.reviews.add(on, "Annual review")
        review = self.reviews.get(group.edits[0].entity_id)
        assert review is not None
        return review
