"""The layout of the brag sheet page: choices beside the document, or one of them where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from arcareer_ui.commands import native_keys
from arcareer_ui.pages.brag_sheet.names import NamesCard
from arcareer_ui.pages.brag_sheet.options import OwnerCard, PeriodCard, SectionsCard, TemplateCard
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.icon import Icon
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.page_preview import PagePreview, PreviewDesk
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.segment import Segment

STACKED_BELOW = 860
OPTIONS_WIDTH = 376
OPTIONS, PREVIEW = "options", "preview"


class BragSheetView(QWidget):
    """Header, options, and the desk with the document."""

    def __init__(self) -> None:
        super().__init__()
        self.copy_button = Button(self.tr("Copy text"), icon="copy", tip=native_keys("Ctrl+Shift+C"))
        self.save_button = Button(self.tr("Save as Word"), "primary", icon="download", tip=native_keys("Ctrl+E"))
        words = self.tr("What you see here is the document you will get.")
        self.header = PageHeader(self.tr("Brag sheet"), words, actions=(self.copy_button, self.save_button))
        self.messages = column(spacing=8)
        self.period, self.template, self.names = PeriodCard(), TemplateCard(), NamesCard()
        self.sections, self.owner = SectionsCard(), OwnerCard()
        self.side = Segment(self.tr("Show"), [(OPTIONS, self.tr("Options")), (PREVIEW, self.tr("Preview"))])
        self.preview = PagePreview(self.tr("Preview of the document"))
        self.desk = PreviewDesk(self.preview)
        self.pages = Label("", "small")
        self.check = Label("", "small")
        self._check_icon = Icon("triangle-alert", "warn", 16)
        self.review_button = Button(self.tr("Review"), "link")
        self.zoom_out = IconButton("zoom-out", self.tr("Smaller pages"))
        self.zoom_in = IconButton("zoom-in", self.tr("Larger pages"))
        self._empty_place = column()
        self._has_pages = True
        self.options = self._make_options()
        self.document = self._make_document()
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
        for card in (self.period, self.template, self.names, self.sections, self.owner):
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

    def _lay_out(self) -> None:
        layout = column(self, margins=(32, 24, 32, 20), spacing=14)
        layout.addWidget(self.header)
        layout.addLayout(self.messages)
        layout.addWidget(self.side, 0, Qt.AlignmentFlag.AlignLeading)
        self._columns = Columns(breakpoint_=STACKED_BELOW, spacing=20)
        self._columns.add(self.options, 0, OPTIONS_WIDTH)
        self._columns.add(self.document, 1)
        layout.addWidget(self._columns, 1)
        self._columns.stacked_changed.connect(self._arrange)
        self.side.chosen.connect(self._arrange)
        self._arrange()

    def _arrange(self, _: object = None) -> None:
        stacked = self._columns.stacked
        self.side.setVisible(stacked)
        self.options.setVisible(not stacked or self.side.current == OPTIONS)
        self.document.setVisible(not stacked or self.side.current == PREVIEW)
