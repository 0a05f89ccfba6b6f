"""Text on its way out of the app: customers' names give way to aliases while the user wants them hidden."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcareer.services.disclosures import DisclosureService
    from arcareer.services.document_choices import DocumentChoiceService


class CopyService:
    """Makes texts ready for the clipboard; what it needs is asked for when the first text is copied."""

    def __init__(
        self, choices: Callable[[], DocumentChoiceService], disclosures: Callable[[], DisclosureService]
    ) -> None:
        self._choices = choices
        self._disclosures = disclosures

    def outward(self, text: str) -> str:
        """Return a text as it may be copied: without what breaks elsewhere, with aliases where names are hidden."""
        return self._disclosures().of(self._choices().choices().level).hide(text)
