"""The layout of the journal: list and detail side by side, or the detail over the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from arcareer_ui.pages.wins.detail import DetailView
from arcareer_ui.pages.wins.filters import FilterBar
from arcareer_ui.pages.wins.lines import Line, WinLines, key_of
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card_list import RING, CardList
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.page_body import TOP, side_margin
from arcareer_ui.widgets.page_header import PageHeader

STACKED_BELOW = 860
HEADER_STACKED_BELOW = 580  # one short button beside one line of words
LIST_SHARE, DETAIL_SHARE = 45, 55


class WinsView(QWidget):
    """Header, filters, list, and the detail of the win chosen. `widened` comes when there is room for both again."""

    widened = Signal()

    def __init__(self, lines: WinLines, filters: FilterBar, detail: DetailView) -> None:
        super().__init__()
        self.import_button = Button(self.tr("Import wins"), icon="upload")
        self.header = PageHeader(self.tr("Wins"), " ", actions=(self.import_button,), stack_below=HEADER_STACKED_BELOW)
        self.filters, self.detail = filters, detail
        self.list = CardList[Line](self.tr("Wins"), lines.present, key_of, multiple=True)
        self.empty_trash_button = Button(self.tr("Empty trash"), icon="trash-2", size="compact")
        self.restore_button = Button(self.tr("Restore"), icon="undo-2", size="compact")
        self.trash_bar = self._make_trash_bar()
        self._empty_place = column()
        self._empty: EmptyState | None = None
        self._list_side = self._make_list_side()
        self._has_detail = self._over = False
        self._lay_out()

    @property
    def stacked(self) -> bool:
        """Return whether there is room for one of list and detail only."""
        return self.width() < current_theme().px(STACKED_BELOW)

    def show_detail(self, shown: bool, *, over: bool = False) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Show the detail, or nothing beside the list; `over` puts it over the list where there is little room."""
        self._has_detail, self._over = shown, shown and over
        self._arrange()

    def show_notice(self, notice: Banner | None) -> None:
        """Put a lasting message above the list and the detail."""
        if notice is not None:
            self._notices.addWidget(notice)

    def show_empty(self, state: EmptyState | None) -> None:
        """Show an empty state in place of the list, or the list; the keyboard stays with what takes the place."""
        had_keyboard = self._has_keyboard()
        if self._empty is not None:
            self._empty_place.removeWidget(self._empty)
            self._empty.hide()
            self._empty.deleteLater()
        self._empty = state
        if state is not None:
            self._empty_place.addWidget(state)
        self.list.setVisible(state is None)
        if had_keyboard:
            heir = self.list if state is None else state.first_action or self.filters.search
            heir.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return self.list.hasFocus() or (
            self._empty is not None and focus is not None and self._empty.isAncestorOf(focus)
        )

    @property
    def empty(self) -> EmptyState | None:
        """Return the empty state on show."""
        return self._empty

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rearrange for the new width."""
        was_stacked = event.oldSize().width() < current_theme().px(STACKED_BELOW)
        super().resizeEvent(event)
        self._set_margins()
        self._arrange()
        if was_stacked and not self.stacked:
            self.widened.emit()

    def _set_margins(self) -> None:
        margin = side_margin(self)
        self._top.setContentsMargins(margin, TOP, margin, 0)
        self._line.setContentsMargins(margin - RING, 0, 0, 0)

    def _arrange(self) -> None:
        stacked = self.stacked
        self.filters.setVisible(not (stacked and self._over))
        self._list_side.setVisible(not (stacked and self._over))
        self.detail.setVisible(self._has_detail and (not stacked or self._over))
        self.detail.set_over_list(stacked)

    def _make_trash_bar(self) -> QWidget:
        bar = QWidget()
        line = row(bar, margins=(RING, 0, GUTTER + RING, 0), spacing=10)
        line.addWidget(Label(self.tr("Wins stay here for 30 days."), "small", wrap=True), 1)
        line.addWidget(self.restore_button)
        line.addWidget(self.empty_trash_button)
        bar.hide()
        return bar

    def _make_list_side(self) -> QWidget:
        side = QWidget()
        lines = column(side, margins=(0, 0, 6, 0), spacing=8)
        lines.addWidget(self.trash_bar)
        lines.addWidget(self.list, 1)
        lines.addLayout(self._empty_place)
        return side

    def _lay_out(self) -> None:
        layout = column(self, spacing=14)
        self._top = top = column(spacing=14)
        top.addWidget(self.header)
        top.addWidget(self.filters)
        self._notices = column()
        top.addLayout(self._notices)
        layout.addLayout(top)
        self._line = line = row()
        line.addWidget(self._list_side, LIST_SHARE)
        line.addWidget(self.detail, DETAIL_SHARE)
        layout.addLayout(line, 1)
