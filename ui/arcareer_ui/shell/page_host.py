"""The pages, one on show, each built on its first visit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from arcareer.domain.changes import ChangeSet
from arcareer_ui.page import Page, PageSpec, Route


class PageHost(QStackedWidget):
    """Builds pages when they are first visited and tells those that exist about changes. `built` carries a page."""

    built = Signal(object)

    def __init__(self, specs: Sequence[PageSpec], build: Callable[[PageSpec], Page]) -> None:
        super().__init__()
        self._specs = {spec.id: spec for spec in specs}
        self._build = build
        self._pages: dict[str, Page] = {}
        self._current = ""

    @property
    def current(self) -> Page | None:
        """Return the page on show."""
        return self._pages.get(self._current)

    @property
    def current_id(self) -> str:
        """Return the id of the page on show."""
        return self._current

    @property
    def help_topic(self) -> str:
        """Return the guide's article on what is on show; empty for none."""
        return self.current.help_topic or self._specs[self._current].help_topic if self.current is not None else ""

    @property
    def pages(self) -> tuple[Page, ...]:
        """Return the pages built so far."""
        return tuple(self._pages.values())

    def visit(self, page_id: str, route: Route) -> Page:
        """Put a page on show for a route; the page left is asked to write what it holds."""
        leaving = self.current
        if leaving is not None and page_id != self._current:
            leaving.flush()
        page = self._pages.get(page_id) or self._make(page_id)
        self._current = page_id
        self.setCurrentWidget(page)
        page.activated(route)
        return page

    def hear(self, changes: ChangeSet) -> None:
        """Tell the pages what a commit touched."""
        for page in self.pages:
            page.hear(changes)

    def log_here(self, text: str) -> bool:
        """Let the page on show take a win to log; return whether it does that."""
        return self.current is not None and self.current.log_here(text)

    def flush(self) -> None:
        """Ask the page on show to write what it holds."""
        if self.current is not None:
            self.current.flush()

    def _make(self, page_id: str) -> Page:
        page = self._build(self._specs[page_id])
        self._pages[page_id] = page
        self.addWidget(page)
        self.built.emit(page)
        return page
