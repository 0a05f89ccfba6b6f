"""Which page was on show last, and where in each page the user was."""

from __future__ import annotations

from arcareer_ui.page import Route
from arcareer_ui.window_state import WindowState

LAST_PAGE = "window/page"


class PlaceMemory:
    """Remembers pages, tabs and modes over restarts; never single objects, which may be gone by then."""

    def __init__(self, state: WindowState) -> None:
        self._state = state

    @property
    def last(self) -> str:
        """Return the route of the place left last; empty before the first."""
        page = self._state.text(LAST_PAGE)
        return self.of(page) if page else ""

    def of(self, page_id: str) -> str:
        """Return the route at which a page was left."""
        return self._state.text(f"place/{page_id}", page_id)

    def note(self, page_id: str, route: str) -> None:
        """Remember that the user is here."""
        self._state.remember(LAST_PAGE, page_id)
        if Route.parse(route).head == page_id:
            self._state.remember(f"place/{page_id}", route)
