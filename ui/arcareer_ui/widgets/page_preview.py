"""A document as pages on a desk."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from arcareer_ui.theme.theme import current_theme

A4 = QSizeF(794, 1123)  # px at 96 dpi
GAP = 20
ZOOM_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)


class PagePreview(QWidget):
    """Paints a paged text document as wide as itself, white in both themes.

    Page size and margin are in px at 96 dpi. `anchor_clicked` carries the address of the link under a
    click, with which a preview can say what was hit.
    """

    anchor_clicked = Signal(str)
    changed = Signal()

    def __init__(self, name: str, page: QSizeF = A4, margin: float = 76) -> None:
        super().__init__()
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(margin)
        self._page = page
        self._margins: tuple[float, float] | None = None
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def page_count(self) -> int:
        """Return the number of pages."""
        return self._document.pageCount()

    @property
    def text(self) -> str:
        """Return the document's plain text."""
        return self._document.toPlainText()

    def set_page(self, page: QSizeF, side: float, top: float) -> None:
        """Change the paper: its size, and the margins at the sides, and at top and bottom."""
        self._page = page
        self._document.setDocumentMargin(0)
        self._margins = (side, top)

    def set_html(self, html: str, images: Mapping[str, QImage] | None = None) -> None:
        """Show an HTML document; what users typed in it must be escaped. `images` are those it names."""
        self._document.clear()
        for name, image in (images or {}).items():
            self._document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        self._document.setPageSize(self._page)
        self._document.setDefaultFont(current_theme().font())
        self._document.setHtml(html)
        if self._margins is not None:
            self._set_margins(*self._margins)
        self.setAccessibleDescription(self.text)
        self.updateGeometry()
        self.update()
        self.changed.emit()

    def _set_margins(self, side: float, top: float) -> None:
        frame = self._document.rootFrame().frameFormat()
        frame.setLeftMargin(side)
        frame.setRightMargin(side)
        frame.setTopMargin(top)
        frame.setBottomMargin(top)
        self._document.rootFrame().setFrameFormat(frame)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all pages at a width."""
        page = self._page.height() * width / self._page.width()
        return math.ceil(self.page_count * page + (self.page_count - 1) * GAP)

    def sizeHint(self) -> QSize:
        """Return a readable size."""
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest useful size."""
        return QSize(200, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that are on show."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for index in range(self.page_count):
            sheet = self._sheet(index)
            if not sheet.intersects(QRectF(event.rect())):
                continue
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("paper"))
            painter.drawRoundedRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
            self._draw_page(painter, index, sheet)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which link was clicked."""
        for index in range(self.page_count):
            sheet = self._sheet(index)
            if sheet.contains(event.position()):
                place = (event.position() - sheet.topLeft()) / self._scale + QPointF(0, index * self._page.height())
                anchor = self._document.documentLayout().anchorAt(place)
                if anchor:
                    self.anchor_clicked.emit(anchor)
                return

    @property
    def _scale(self) -> float:
        return self.width() / self._page.width()

    def _sheet(self, index: int) -> QRectF:
        height = self._page.height() * self._scale
        return QRectF(0, index * (height + GAP), self.width(), height)

    def _draw_page(self, painter: QPainter, index: int, sheet: QRectF) -> None:
        top = index * self._page.height()
        painter.save()
        painter.setClipRect(sheet)
        painter.translate(sheet.topLeft())
        painter.scale(self._scale, self._scale)
        painter.translate(0, -top)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, current_theme().colour("on_paper"))
        context.palette = palette
        context.clip = QRectF(0, top, self._page.width(), self._page.height())
        self._document.documentLayout().draw(painter, context)
        painter.restore()


class PreviewDesk(QScrollArea):
    """Lets a preview scroll; at zoom 1 its pages are as wide as the desk. `zoomed` carries the new zoom."""

    zoomed = Signal(float)

    def __init__(self, preview: PagePreview) -> None:
        super().__init__()
        self._preview = preview
        self._zoom = 1.0
        self.setObjectName("clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(preview.accessibleName())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(preview)
        preview.changed.connect(self._fit)

    @property
    def zoom(self) -> float:
        """Return the zoom."""
        return self._zoom

    def zoom_by(self, steps: int) -> None:
        """Go up or down the zoom steps."""
        nearest = min(range(len(ZOOM_STEPS)), key=lambda index: abs(ZOOM_STEPS[index] - self._zoom))
        self._zoom = ZOOM_STEPS[max(0, min(len(ZOOM_STEPS) - 1, nearest + steps))]
        self._fit()
        self.zoomed.emit(self._zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(200, round(self.viewport().width() * self._zoom))
        self._preview.resize(width, self._preview.heightForWidth(width))
