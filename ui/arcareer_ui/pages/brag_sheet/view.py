"""The layout of the brag sheet page: choices beside the document, or one of them where there is little room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from arcareer_ui.commands import native_keys
from arcareer_ui.pages.brag_sheet.case_card import CaseCard
from arcareer_ui.pages.brag_sheet.document_card import DocumentCard
from arcareer_ui.pages.brag_sheet.names import NamesCard
from arcareer_ui.pages.brag_sheet.options import OwnerCard, PeriodCard, TemplateCard
from arcareer_ui.pages.brag_sheet.panes import CHECKS, FORM, NUMBERS, PANES, PREVIEW
from arcareer_ui.pages.brag_sheet.panes.checks import ChecksPane
from arcareer_ui.pages.brag_sheet.panes.form import FormPane
from arcareer_ui.pages.brag_sheet.panes.numbers import NumbersPane
from arcareer_ui.pages.brag_sheet.saving import MARKDOWN, PDF, TEXT
from arcareer_ui.pages.brag_sheet.sections import SectionsCard
from arcareer_ui.pages.brag_sheet.style_card import StyleCard
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.page_body import TOP, side_margin
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.page_preview import PagePreview, PreviewDesk
from arcareer_ui.widgets.scroll import LeastHeight, Scroll
from arcareer_ui.widgets.segment import Segment
from arcareer_ui.widgets.tab_order import follow_layout

STACKED_BELOW = 860
HEADER_STACKED_BELOW = 650  # three buttons beside one line of words
BOTTOM = 20
OPTIONS_WIDTH = 376
OPTIONS = "options"


class BragSheetView(QWidget):
    """Header, options, and beside them the document, its numbers, its checks or the boxes of a form.

    `pane_changed` carries what is on show beside the options, or the options themselves.
    """

    pane_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.copy_button = Button(self.tr("Copy text"), icon="copy", tip=native_keys("Ctrl+Shift+C"))
        self.save_button = Button(self.tr("Save as Word"), "primary", icon="download", tip=native_keys("Ctrl+E"))
        formats = {PDF: self.tr("Save as PDF"), MARKDOWN: self.tr("Save as Markdown"), TEXT: self.tr("Save as text")}
        entries = [MenuEntry(ending, words, "file-down") for ending, words in formats.items()]
        self.formats = MenuButton(self.tr("Other formats"), entries)
        words = self.tr("What you see here is the document you will get.")
        self.header = PageHeader(
            self.tr("Brag sheet"),
            words,
            actions=(self.copy_button, self.formats, self.save_button),
            stack_below=HEADER_STACKED_BELOW,
        )
        self.messages = column(spacing=8)
        self.what, self.case, self.period = DocumentCard(), CaseCard(), PeriodCard()
        self.names, self.sections = NamesCard(), SectionsCard()
        self.template, self.style_card, self.owner = TemplateCard(), StyleCard(), OwnerCard()
        self.numbers, self.checks, self.form = NumbersPane(), ChecksPane(), FormPane()
        sides = {
            OPTIONS: self.tr("Options"),
            PREVIEW: self.tr("Preview"),
            NUMBERS: self.tr("Numbers"),
            CHECKS: self.tr("Checks"),
            FORM: self.tr("Form boxes"),
        }
        self.side = Segment(self.tr("Show"), list(sides.items()), PREVIEW)
        self.preview = PagePreview(self.tr("Preview of the document"))
        self.desk = PreviewDesk(self.preview)
        self.pages = Label("", "small")
        self.check = Label("", "small")
        self._check_icon = Icon("triangle-alert", "warn", 16)
        self.review_button = Button(self.tr("Review"), "link")
        self.zoom_out = IconButton("zoom-out", self.tr("Smaller pages"))
        self.zoom_in = IconButton("zoom-in", self.tr("Larger pages"))
        self._empty_place = column()
        self._was_stacked: bool | None = None
        self._has_pages = True
        self.options = self._make_options()
        self.document = self._make_document()
        self._panes: Mapping[str, QWidget] = {
            PREVIEW: self.document,
            NUMBERS: self.numbers,
            CHECKS: self.checks,
            FORM: self.form,
        }
        self._lay_out()

    def show_check(self, text: str) -> None:
        """Say what could be looked at, or nothing."""
        self.check.setText(text)
        for part in (self.check, self._check_icon, self.review_button):
            part.setVisible(bool(text))

    def show_empty(self, state: QWidget | None) -> None:
        """Put something in place of the pages, or the pages."""
        while (item := self._empty_place.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if state is not None:
            self._empty_place.addWidget(state)
        self._has_pages = state is None
        for part in (self.desk, self.pages, self.zoom_out, self.zoom_in):
            part.setVisible(self._has_pages)

    def show_pages(self, *, busy: bool, cut: bool) -> None:
        """Say which page is on show, or that the pages are still being put together."""
        words = self.tr("Page {number} of the first {count}") if cut else self.tr("Page {number} of {count}")
        words = words.format(number=self.desk.page, count=self.preview.page_count)
        self.pages.setText(self.tr("Putting the pages together") if busy else words)

    def _make_options(self) -> QWidget:
        body = QWidget()
        layout = column(body, margins=(0, 0, 8, 24), spacing=14)
        about = (self.what, self.case, self.period, self.template)
        for card in (*about, self.names, self.sections, self.style_card, self.owner):
            layout.addWidget(card)
        layout.addStretch(1)
        return Scroll(body)

    def _make_document(self) -> QWidget:
        ground = QFrame()
        ground.setObjectName("desk")
        layout = column(ground, margins=(16, 8, 4, 12), spacing=8)
        top = row(spacing=8, margins=(0, 0, 12, 0))
        top.addWidget(self.pages)
        top.addStretch(1)
        top.addWidget(self._check_icon)
        top.addWidget(self.check)
        top.addWidget(self.review_button)
        top.addWidget(self.zoom_out)
        top.addWidget(self.zoom_in)
        layout.addLayout(top)
        layout.addLayout(self._empty_place)
        layout.addWidget(self.desk, 1)
        self.zoom_out.clicked.connect(lambda: self.desk.zoom_by(-1))
        self.zoom_in.clicked.connect(lambda: self.desk.zoom_by(1))
        return ground

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the margins for the new width."""
        margin = side_margin(self)
        self._body.setContentsMargins(margin, TOP, margin - GUTTER, BOTTOM)
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        body = LeastHeight()
        self._body = layout = column(body, spacing=14)
        column(self).addWidget(Scroll(body))
        layout.addWidget(self.header)
        layout.addLayout(self.messages)
        self._side_line = QWidget()
        line = row(self._side_line)
        line.addStretch(1)
        line.addWidget(self.side)
        self._top = column()
        layout.addLayout(self._top)
        self._columns = _Panes(breakpoint_=STACKED_BELOW, spacing=20)
        self._columns.add(self.options, 0, OPTIONS_WIDTH)
        self.right = QWidget()
        self._beside = column(self.right, spacing=14)
        self._beside.addWidget(self._side_line)
        for pane in self._panes.values():
            self._beside.addWidget(pane)
        self._columns.add(self.right, 1)
        layout.addWidget(self._columns, 1)
        self._columns.stacked_changed.connect(self._arrange)
        self.side.chosen.connect(self._arrange)
        self._arrange()

    def show_pane(self, pane: str) -> None:
        """Show another pane beside the options."""
        self.side.set_current(pane)
        self._arrange()

    @property
    def pane(self) -> str:
        """Return the pane on show, or the options where they take its place."""
        return self.side.current

    def _arrange(self, _: object = None) -> None:
        stacked = self._columns.stacked
        (self._top if stacked else self._beside).insertWidget(0, self._side_line)
        self.side.set_offered((OPTIONS, *PANES) if stacked else PANES)
        if self._was_stacked is not stacked:  # what most people want first where there is room for one of both
            self._was_stacked = stacked
            first = {PREVIEW: OPTIONS} if stacked else {OPTIONS: PREVIEW}
            self.side.set_current(first.get(self.side.current, self.side.current))
            follow_layout(self)
        self.options.setVisible(not stacked or self.side.current == OPTIONS)
        self.right.setVisible(not stacked or self.side.current != OPTIONS)
        focus = QApplication.focusWidget()
        for name, pane in self._panes.items():
            if focus is not None and self.side.current != name and pane.isAncestorOf(focus):
                self.side.setFocus(Qt.FocusReason.OtherFocusReason)
            pane.setVisible(self.side.current == name)
        self.pane_changed.emit(self.side.current)


class _Panes(Columns):
    """The columns of the page: each scrolls by itself, so none needs the height of all the words it holds."""

    LEAST = 240

    def hasHeightForWidth(self) -> bool:
        """Ask for the least height only."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return room for a few lines of the document, px at 100 % text."""
        return super().minimumSizeHint().expandedTo(QSize(0, current_theme().px(self.LEAST)))
