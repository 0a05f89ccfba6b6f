"""Messages, calls, playbooks, plans and the guide in the palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from arcareer_ui.shell.palette_entries import PaletteEntry, PaletteGroup

if TYPE_CHECKING:
    from arcareer.services.customers import CustomerService
    from arcareer.services.guide import GuideService
    from arcareer.services.plans import PlanService
    from arcareer.services.playbooks import PlaybookService
    from arcareer.services.scripts import ScriptService

MOST = 3
FEWEST_LETTERS = 3


class ScriptFinder:
    """Finds messages and call scripts, one typing mistake forgiven."""

    def __init__(self, scripts: Callable[[], ScriptService]) -> None:
        self._scripts = scripts

    def __call__(self, query: str) -> Sequence[PaletteGroup]:
        """Return one group of messages and one of calls, nothing while fewer than three letters are typed."""
        if len(query) < FEWEST_LETTERS:
            return ()
        scripts = self._scripts()
        messages = tuple(
            PaletteEntry(one.title, "mail", route=f"script/{one.key}") for one in scripts.find(query, MOST)
        )
        calls = tuple(PaletteEntry(one.title, "phone", route=f"call/{one.id}") for one in scripts.calls(query)[:MOST])
        return (
            PaletteGroup(QCoreApplication.translate("ScriptFinder", "E-mail scripts"), messages),
            PaletteGroup(QCoreApplication.translate("ScriptFinder", "Call scripts"), calls),
        )


class CustomerFinder:
    """Finds customers to write to, one typing mistake forgiven."""

    def __init__(self, customers: Callable[[], CustomerService]) -> None:
        self._customers = customers

    def __call__(self, query: str) -> Sequence[PaletteGroup]:
        """Return one group of customers, nothing while fewer than three letters are typed."""
        if len(query) < FEWEST_LETTERS:
            return ()
        words = QCoreApplication.translate("CustomerFinder", "Write to {customer}")
        entries = tuple(
            PaletteEntry(words.format(customer=one.name), "mail", route=f"scripts/e-mail-scripts/for/{one.id}")
            for one in self._customers().find(query, MOST)
        )
        return (PaletteGroup(QCoreApplication.translate("CustomerFinder", "Customers"), entries),)


class PlaybookFinder:
    """Finds playbooks for situations, one typing mistake forgiven."""

    def __init__(self, playbooks: Callable[[], PlaybookService]) -> None:
        self._playbooks = playbooks

    def __call__(self, query: str) -> Sequence[PaletteGroup]:
        """Return one group of playbooks, nothing while fewer than three letters are typed."""
        if len(query) < FEWEST_LETTERS:
            return ()
        found = self._playbooks().all(query)[:MOST]
        entries = tuple(PaletteEntry(one.title, "workflow", route=f"playbook/{one.id}") for one in found)
        return (PaletteGroup(QCoreApplication.translate("PlaybookFinder", "Scenarios"), entries),)


class PlanFinder:
    """Finds the user's 30-day plans, one typing mistake forgiven."""

    def __init__(self, plans: Callable[[], PlanService]) -> None:
        self._plans = plans

    def __call__(self, query: str) -> Sequence[PaletteGroup]:
        """Return one group of plans, nothing while fewer than three letters are typed."""
        if len(query) < FEWEST_LETTERS:
            return ()
        found = self._plans().find(query, MOST)
        entries = tuple(PaletteEntry(one.title, "flag", route=f"plan/{one.id}") for one in found)
        return (PaletteGroup(QCoreApplication.translate("PlanFinder", "30-day plans"), entries),)


class GuideFinder:
    """Finds articles of the guide and rules of the checker, one typing mistake forgiven."""

    def __init__(self, guide: Callable[[], GuideService]) -> None:
        self._guide = guide

    def __call__(self, query: str) -> Sequence[PaletteGroup]:
        """Return one group of pages, nothing while fewer than three letters are typed."""
        if len(query) < FEWEST_LETTERS:
            return ()
        found = self._guide().find(query, MOST)
        entries = tuple(PaletteEntry(one.title, "book-open", route=f"guide/{one.key}") for one in found)
        return (PaletteGroup(QCoreApplication.translate("GuideFinder", "Guide"), entries),)
