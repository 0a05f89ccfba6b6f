"""The guide's layout: shelves with their pages on one side, the page on show on the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from arcareer.services.guide import GuideShelf, GuideTopic
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.widgets.article import MARGIN, Article
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.card_list import RING, CardHeading, CardList, CardRow
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.line_edit import SearchField
from arcareer_ui.widgets.tab_order import follow_layout

STACKED_BELOW = 780
LIST_WIDTH = 340
TEXT_WIDTH = 640
LIST_ROWS = 4

Item = GuideShelf | GuideTopic


class GuideList(CardList[Item]):
    """Pages below the names of their shelves."""

    def __init__(self) -> None:
        super().__init__("", _present, lambda item: item.key)
        self.setAccessibleName(QCoreApplication.translate("GuideList", "Articles"))

    def minimumSizeHint(self) -> QSize:
        """Return the height of a few cards."""
        return QSize(200, current_theme().px(80) * LIST_ROWS)


class GuideView(QWidget):
    """Everything on the page but its header. `related_chosen` carries the id of a page."""

    related_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchField(self.tr("Search the guide"))
        self.list = GuideList()
        self.clear_button = Button(self.tr("Show all articles"), icon="x")
        self.none = EmptyState("search-x", "", action=self.clear_button)
        self.list_button = Button(self.tr("All articles"), "link", icon="arrow-left")
        self.shelf = Label("", "caption", "text3")
        self.title = Label("", "h1", wrap=True)
        self.article = Article(self.tr("Article"))
        self.action = Button("", "primary")
        self.related = FlowBox(spacing=8)
        self._related_title = Label(self.tr("Related"), "caption", "text3")
        self._is_over = False
        self._lay_out()
        self.none.hide()

    def show_items(self, items: Sequence[Item], words: str) -> None:
        """Show shelves and pages; `words` is what was searched for."""
        self.list.set_items(items)
        self.list.setVisible(bool(items))
        self.none.setVisible(not items)
        self.none.set_words(
            self.tr("No article mentions “{words}”").format(words=words), self.tr("Try another word, or see them all.")
        )

    def show_page(self, page: GuideTopic, shelf: str, related: Sequence[GuideTopic]) -> None:
        """Show a page with the pages it is related to."""
        self.shelf.setText(shelf)
        self.title.setText(page.title)
        self.article.setAccessibleName(page.title)
        self.article.set_text(page.text)
        self.action.set_label(page.action)
        buttons = [Button(one.title, "link", size="compact") for one in related]
        for one, button in zip(related, buttons, strict=True):
            button.clicked.connect(lambda _=False, key=one.key: self.related_chosen.emit(key))
        self.related.set_widgets(buttons)
        self._related_title.setVisible(bool(related))
        follow_layout(self)

    def show_over(self, *, over: bool) -> None:
        """Where there is room for one column: show the article in place of the list, or the list again."""
        self._is_over = over
        self._arrange()

    @property
    def is_narrow(self) -> bool:
        """Return whether there is room for one column only."""
        return self._columns.stacked

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the text be no wider than is readable."""
        self._page.setMaximumWidth(current_theme().px(TEXT_WIDTH) + 48)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        self._side = QWidget()
        left = column(self._side, margins=(0, 8, 0, 0), spacing=12)
        top = row(margins=(RING, 0, GUTTER + RING, 0))
        top.addWidget(self.search)
        left.addLayout(top)
        left.addWidget(self.list, 1)
        left.addWidget(self.none, 1)
        self._page = QWidget()
        right = column(self._page, margins=(0, 8, 24, 20), spacing=12)
        back = row()
        back.addWidget(self.list_button)
        back.addStretch(1)
        right.addLayout(back)
        card = Card(margins=(24 - MARGIN, 20, 12, 20), spacing=10)
        for part in (self.shelf, self.title):
            part.setContentsMargins(MARGIN, 0, 0, 0)
            card.add(part)
        card.add(self.article, 1)
        foot = row(margins=(MARGIN, 4, 0, 0))
        foot.addWidget(self.action)
        foot.addStretch(1)
        card.body.addLayout(foot)
        right.addWidget(card, 1)
        right.addWidget(self._related_title)
        right.addWidget(self.related)
        self._columns = Columns(breakpoint_=STACKED_BELOW, spacing=16)
        self._columns.add(self._side, 0, LIST_WIDTH)
        self._columns.add(self._page, 1)
        self._columns.stacked_changed.connect(lambda _: self._arrange())
        column(self).addWidget(self._columns)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self._columns.stacked
        self._side.setVisible(not (narrow and self._is_over))
        self._page.setVisible(not narrow or self._is_over)
        self.list_button.setVisible(narrow)


def _present(item: Item) -> CardRow | CardHeading:
    if isinstance(item, GuideShelf):
        return CardHeading(item.label)
    first = item.text.split("\n", 1)[0]
    return CardRow(item.title, first, spoken=item.title)
