"""Makes a paged text document out of HTML, a step at a time where it is long."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import (
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
)

from arcareer_ui.theme.theme import current_theme

A4 = QSizeF(794, 1123)  # px at 96 dpi
AT_ONCE = 120_000  # characters of HTML that are turned into pages without a pause
STEP = 15_000

Drawing = Callable[[QPainter, QRectF], None]


class PagedText(NamedTuple):
    """A document as pieces of HTML; what users typed in it must be escaped.

    `style` is a style sheet for all pieces, `drawings` draw the pictures the pieces name, `side` and `top` are margins.
    Sizes are px at 96 dpi.
    """

    pieces: Sequence[str]
    style: str = ""
    drawings: Mapping[str, Drawing] = MappingProxyType({})
    page: QSizeF = A4
    side: float = 76
    top: float = 76


class PageFiller(QObject):
    """Fills one document at a time. `filled` carries it when all its pages are laid out."""

    filled = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._text = PagedText(())
        self._document: QTextDocument | None = None
        self._steps: deque[str] = deque()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)

    @property
    def is_busy(self) -> bool:
        """Return whether a document is not full yet."""
        return self._document is not None

    def fill(self, text: PagedText) -> None:
        """Begin a document and drop one that is not full; a short one is full before this returns."""
        self._next.stop()
        self._text = text
        self._document = None
        self._steps = deque(_steps(text))
        self._step()

    def _step(self) -> None:
        html = self._steps.popleft() if self._steps else _whole(self._text.style, ())
        if self._document is None:
            self._document = _begin(self._text, html, self)
        else:
            _append(self._document, html)
        self._document.pageCount()  # lays out what was added; all of it in the end would take too long
        if self._steps:
            self._next.start()
            return
        document, self._document = self._document, None
        self.filled.emit(document)


class _Drawings(QPyTextObject):
    """Draws the pictures of a document as lines and letters, sharp at every zoom."""

    def __init__(self, drawings: Mapping[str, Drawing], parent: QObject) -> None:
        super().__init__(parent)
        self._drawings = drawings

    def intrinsicSize(self, _doc: QTextDocument, _place: int, picture: QTextFormat) -> QSizeF:
        """Return the size the HTML gives."""
        image = picture.toImageFormat()
        return QSizeF(image.width(), image.height())

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _doc: QTextDocument, _place: int, picture: QTextFormat
    ) -> None:
        """Draw one picture."""
        drawing = self._drawings.get(picture.toImageFormat().name())
        if drawing is not None:
            painter.save()
            drawing(painter, QRectF(rect))
            painter.restore()


def _begin(text: PagedText, html: str, parent: QObject) -> QTextDocument:
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(current_theme().font())
    document.setDocumentMargin(0)
    document.setPageSize(text.page)
    drawings = _Drawings(text.drawings, document)
    document.documentLayout().registerHandler(QTextFormat.ObjectTypes.ImageObject.value, drawings)
    document.setHtml(html)
    frame = document.rootFrame().frameFormat()
    for set_margin in (frame.setLeftMargin, frame.setRightMargin):
        set_margin(text.side)
    for set_margin in (frame.setTopMargin, frame.setBottomMargin):
        set_margin(text.top)
    document.rootFrame().setFrameFormat(frame)
    return document


def _steps(text: PagedText) -> Iterator[str]:
    limit = AT_ONCE if sum(map(len, text.pieces)) <= AT_ONCE else STEP
    batch: list[str] = []
    for piece in text.pieces:
        batch.append(piece)
        if sum(map(len, batch)) >= limit:
            yield _whole(text.style, batch)
            batch = []
    if batch:
        yield _whole(text.style, batch)


def _whole(style: str, pieces: Sequence[str]) -> str:
    return f"<html><head><style>{style}</style></head><body>{''.join(pieces)}</body></html>"


def _append(document: QTextDocument, html: str) -> None:
    """Put HTML at the end so that the document is the same as if it had been there from the start.

    A paragraph, or a list after a list, would join the block before it and gets a block of its own first. A document
    that begins with a table has an empty block before it, which goes.
    """
    part = QTextDocument()
    part.setHtml(html)
    first = part.begin()
    end = QTextCursor(document)
    end.movePosition(QTextCursor.MoveOperation.End)
    place = end.position()
    is_list, is_table = first.textList() is not None, _opens_table(first)
    if is_list and end.currentList() is not None:
        end.insertBlock()
    elif not is_list and not is_table:
        end.insertBlock(first.blockFormat(), first.charFormat())
    end.insertFragment(QTextDocumentFragment(part))
    if is_table:
        end.setPosition(place)
        end.deleteChar()


def _opens_table(block: QTextBlock) -> bool:
    following = block.next()
    return not block.text() and following.isValid() and QTextCursor(following).currentTable() is not None
