"""The guide: articles found, read, and acted on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from arcareer.services.guide import GuideShelf, GuideTopic
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.guide.view import GuideView
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from arcareer.services.guide import GuideService


class GuidePage(Page):
    """Routes: `guide` and `guide/<id of a page>`."""

    def __init__(self, *, guide: GuideService) -> None:
        super().__init__()
        self._guide = guide
        self._shown: GuideTopic | None = None
        self.view = GuideView()
        layout = column(self, margins=(32, 22, 0, 0), spacing=8)
        layout.addWidget(PageHeader(self.tr("Guide"), self.tr("Short answers, each with a place to act on it.")))
        layout.addWidget(self.view, 1)
        view = self.view
        view.search.searched.connect(self._search)
        view.clear_button.clicked.connect(self._show_all)
        view.list.current_changed.connect(self._choose)
        view.list.opened.connect(lambda _: self._enter())
        view.list.clicked.connect(lambda _: view.show_over(over=True))
        view.list_button.clicked.connect(self._back_to_list)
        view.related_chosen.connect(self._open)
        view.action.clicked.connect(self._act)
        self._show_list("")
        self._open(guide.pages[0].key)
        view.show_over(over=False)

    def activated(self, route: Route) -> None:
        """Show the article a route names."""
        if route.args:
            self.view.search.set_text("")
            self._show_list("")
            if self._guide.page(route.args[0]) is None:
                self.toasted.emit(ToastRequest(self.tr("That article is no longer there."), icon="info"))
            else:
                self._open(route.args[0])

    def first_focus(self) -> QWidget | None:
        """Start in the article where it covers the list, else in the search."""
        return self.view.article if self.view.article.isVisible() and self.view.is_narrow else self.view.search

    def regions(self) -> Sequence[QWidget]:
        """Return the list and the article."""
        return (self.view.list, self.view.article)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Search."""
        return {"find-in-page": self._focus_search}

    @property
    def place_title(self) -> str:
        """Return the article on show."""
        return self._shown.title if self._shown is not None else ""

    def _search(self, words: str) -> None:
        self._show_list(words)
        pages = [item for item in self.view.list.items if isinstance(item, GuideTopic)]
        if pages and words.strip():
            self.view.list.choose(pages[0].key)
            self._show(pages[0])
        self.announced.emit(self.tr("%n article(s)", "", len(pages)))

    def _show_list(self, words: str) -> None:
        items: list[GuideShelf | GuideTopic] = []
        if words.strip():
            items.extend(self._guide.find(words))
        else:
            for shelf in self._guide.shelves:
                items.extend((shelf, *shelf.pages))
        self.view.show_items(items, words.strip())

    def _show_all(self) -> None:
        self.view.search.set_text("")
        self._show_list("")
        self._focus_search()

    def _choose(self, item: GuideShelf | GuideTopic | None) -> None:
        if isinstance(item, GuideTopic):
            self._show(item)

    def _open(self, key: str) -> None:
        page = self._guide.page(key)
        if page is None:
            return
        if not self.view.list.choose(key):
            self.view.search.set_text("")
            self._show_list("")
            self.view.list.choose(key)
        self._show(page)
        self.view.show_over(over=True)

    def _show(self, page: GuideTopic) -> None:
        if page == self._shown:
            return
        self._shown = page
        related = [one for key in page.related if (one := self._guide.page(key)) is not None]
        shelf = next(shelf.label for shelf in self._guide.shelves if shelf.key == page.group)
        self.view.show_page(page, shelf, related)
        self.place_changed.emit(f"guide/{page.key}")

    def _enter(self) -> None:
        self.view.show_over(over=True)
        self.view.article.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back_to_list(self) -> None:
        self.view.show_over(over=False)
        self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _act(self) -> None:
        if self._shown is not None:
            self.open_route.emit(self._shown.route)

    def _focus_search(self) -> None:
        self.view.show_over(over=False)
        self.view.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.search.selectAll()
