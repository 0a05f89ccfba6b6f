"""Where the user is, was, and wants to go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from arcareer_ui.page import Route

HISTORY = 50


class Place(NamedTuple):
    """A visited route and what it is called."""

    route: str
    title: str


class Router(QObject):
    """Turns routes into pages and keeps the way back. `arrived` carries the page id and the route."""

    arrived = Signal(str, object)

    def __init__(self, pages: Mapping[str, str], parent: QObject | None = None) -> None:
        """Take the page id for every route head."""
        super().__init__(parent)
        self._pages = dict(pages)
        self._history: list[str] = []
        self._titles: dict[str, str] = {}
        self._asked = ""

    @property
    def current(self) -> str:
        """Return the present route; empty before the first."""
        return self._history[-1] if self._history else ""

    @property
    def asked(self) -> str:
        """Return the route gone to last, or the one that took its place."""
        return self._asked

    @property
    def can_go_back(self) -> bool:
        """Return whether there is somewhere to go back to."""
        return len(self._history) > 1

    def leads_somewhere(self, route: str) -> bool:
        """Return whether a page answers this route."""
        return Route.parse(route).head in self._pages

    def go(self, route: str) -> bool:
        """Go to a route; returns False when no page answers it."""
        if not self.leads_somewhere(route):
            return False
        self.note(route)
        self._arrive(route)
        return True

    def note(self, route: str) -> None:
        """Remember that the user is at a route now, without going there."""
        if route != self.current:
            self._history.append(route)
            del self._history[:-HISTORY]

    def settle_at(self, route: str) -> None:
        """Remember this route in place of the last one gone to, which made something and must not do so again."""
        if self._asked in self._history:
            last = len(self._history) - 1 - self._history[::-1].index(self._asked)
            del self._history[last:]
        self._asked = route
        self.note(route)

    def back(self) -> None:
        """Return to the place before this one."""
        if self.can_go_back:
            self._history.pop()
            self._arrive(self.current)

    def name_current(self, title: str) -> None:
        """Say what the present place is called."""
        self._titles[self.current] = title

    def recent(self, most: int) -> tuple[Place, ...]:
        """Return the last different places before this one, latest first."""
        seen = dict.fromkeys(reversed(self._history[:-1]))
        seen.pop(self.current, None)
        return tuple(Place(route, self._titles.get(route, route)) for route in list(seen)[:most])

    def _arrive(self, text: str) -> None:
        self._asked = text
        route = Route.parse(text)
        self.arrived.emit(self._pages[route.head], route)
