"""Text on its way out of the app: customers' names give way to aliases while the user wants them hidden."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcareer.services.brag_sheets import BragSheetService
    from arcareer.services.customers import CustomerService


class CopyService:
    """Makes texts ready for the clipboard."""

    def __init__(self, customers: CustomerService, brag_sheets: Callable[[], BragSheetService]) -> None:
        self._customers = customers
        self._brag_sheets = brag_sheets

    def outward(self, text: str) -> str:
        """Return a text as it may be copied: without what breaks elsewhere, with aliases where names are hidden."""
        from arcareer.documents.disclosure import Disclosure  # noqa: PLC0415 - seldom needed

        return Disclosure.of(self._brag_sheets().choices().level, self._customers.all()).hide(text)
