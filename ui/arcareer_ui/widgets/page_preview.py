"""A document as pages on a desk."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
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
from arcareer_ui.widgets.page_filler import A4, PagedText, PageFiller

GAP = 20
ZOOM_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)


class PagePreview(QWidget):
    """Paints a paged text document as wide as itself, white in both themes.

    Page size and margin are in px at 96 dpi. `changed` comes when a document is on show with all its pages.
    `anchor_clicked` carries the address of the link under a click, with which a preview can say what was hit.
    """

    anchor_clicked = Signal(str)
    changed = Signal()

    def __init__(self, name: str, page: QSizeF = A4, margin: float = 76) -> None:
        super().__init__()
        self._document = QTextDocument(self)
        self._page, self._margin = page, margin
        self._filler = PageFiller(self)
        self._filler.filled.connect(self._put)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
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

    @property
    def is_filling(self) -> bool:
        """Return whether the pages on show are not yet those asked for last."""
        return self._filler.is_busy

    def set_html(self, html: str) -> None:
        """Show an HTML document; what users typed in it must be escaped."""
        self.show_text(PagedText((html,), page=self._page, side=self._margin, top=self._margin))

    def show_text(self, text: PagedText) -> None:
        """Show a document: at once, or a moment later where it is long; until then the one before stays."""
        self._page = text.page
        self._filler.fill(text)

    def page_at(self, y: float) -> int:
        """Return the number of the page at a height, counted from 1."""
        height = self._page.height() * self._scale + GAP
        return max(1, min(self.page_count, int(y // height) + 1))

    def _put(self, document: QTextDocument) -> None:
        self._document.deleteLater()
        self._document = document
        self.setAccessibleDescription(self.text)
        self.updateGeometry()
        self.update()
        self.changed.emit()

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
        anchor = self._anchor_at(event.position())
        if anchor:
            self.anchor_clicked.emit(anchor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        over = bool(self._anchor_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _anchor_at(self, position: QPointF) -> str:
        index = self.page_at(position.y()) - 1
        sheet = self._sheet(index)
        if not sheet.contains(position):
            return ""
        place = (position - sheet.topLeft()) / self._scale + QPointF(0, index * self._page.height())
        return self._document.documentLayout().anchorAt(place)

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
    """Lets a preview scroll; at zoom 1 its pages are as wide as the desk.

    `zoomed` carries the new zoom; `paged` comes when another page may be on show, or when there are more or fewer.
    """

    zoomed = Signal(float)
    paged = Signal()

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
        self.verticalScrollBar().valueChanged.connect(self.paged)

    @property
    def page(self) -> int:
        """Return the number of the page on show, counted from 1: the one that fills most of the desk's upper half."""
        return self._preview.page_at(self.verticalScrollBar().value() + self.viewport().height() / 3)

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
        self.paged.emit()
