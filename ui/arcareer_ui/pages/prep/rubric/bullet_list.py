"""All bullets as rows: score, a small bar, the text, and what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from arcareer_ui.pages.prep.rubric.bands import MOST, is_low
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import RADIUS_CONTROL
from arcareer_ui.widgets.card_list import ROW_ROLE, AnyIndex, CardList, CardRow
from arcareer_ui.widgets.chip import HEIGHT as CHIP_HEIGHT
from arcareer_ui.widgets.chip import ChipText, chip_width, paint_chip

LINE, PADDING = 21, 13
SCORE_WIDTH, BAR_WIDTH, BAR_HEIGHT = 36, 64, 6
GAP = 12
MOST_ROWS = 8


class BulletLine(NamedTuple):
    """A row: `score` is None while it is not known yet."""

    id: UUID
    text: str
    score: int | None = None
    needs_result: bool = False
    in_brag_sheet: bool = False


class BulletList(CardList[BulletLine]):
    """The rows: higher than usual where there is room, but never higher than they are many."""

    def __init__(self) -> None:
        super().__init__("", self._present, lambda line: line.id)
        self.setAccessibleName(self.tr("All bullets"))
        self.setItemDelegate(_LineDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_lines(self, lines: Sequence[BulletLine]) -> None:
        """Show other rows; the cursor stays on its bullet."""
        self.set_items(tuple(lines))
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of the rows, but of no more than are usually seen at once."""
        return QSize(240, self._height_of(MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: the page scrolls where there is less room."""
        return QSize(200, self._height_of(MOST_ROWS))

    def restyle(self) -> None:
        """Follow the text scale."""
        super().restyle()
        self._fit()

    def _fit(self) -> None:
        self.setMaximumHeight(self._height_of(len(self.items)))
        self.updateGeometry()

    def _height_of(self, most: int) -> int:
        return row_height() * max(1, min(most, len(self.items))) + 2

    def _present(self, line: BulletLine) -> CardRow:
        score = "" if line.score is None else str(line.score)
        chips = (ChipText(self.tr("Needs a result"), "warn"),) if line.needs_result else ()
        if line.in_brag_sheet:
            chips = (*chips, ChipText("", "accent", "file-check-2"))
        said = self.tr("{score} of 20").format(score=score) if score else ""
        needs = self.tr("Needs a result") if line.needs_result else ""
        sheet = self.tr("On the brag sheet") if line.in_brag_sheet else ""
        spoken = ". ".join(part for part in (said, line.text, needs, sheet) if part)
        return CardRow(line.text, score, chips, spoken)


def row_height() -> int:
    """Return the height of a row."""
    return current_theme().px(LINE) + 2 * PADDING


class _LineDelegate(QStyledItemDelegate):
    """Paints a row; the score stands in the card's meta text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """Return the size of a row."""
        return QSize(100, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        card = index.data(ROW_ROLE)
        if not isinstance(card, CardRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        self._paint_ground(painter, area, option)
        model = index.model()
        if index.row() < model.rowCount() - 1:
            painter.setPen(QPen(current_theme().colour("line"), 1))
            foot = area.bottom() - 0.5
            painter.drawLine(QPointF(area.left(), foot), QPointF(area.right(), foot))
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_row(painter, _Side(area, mirrored=mirrored), card, chosen=chosen)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        theme = current_theme()
        inner = area.adjusted(1.5, 3, -1.5, -3)
        view = option.widget
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("inset"))
            painter.drawRoundedRect(inner, RADIUS_CONTROL, RADIUS_CONTROL)
        if isinstance(view, CardList) and view.by_keyboard and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2.25))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_row(self, painter: QPainter, side: _Side, card: CardRow, *, chosen: bool) -> None:
        theme = current_theme()
        score = int(card.meta) if card.meta else None
        low = score is not None and is_low(score)
        middle = Qt.AlignmentFlag.AlignVCenter | side.lead
        painter.setFont(theme.font("strong", tabular=True))
        painter.setPen(theme.colour("warn" if low else "text"))
        painter.drawText(side.take(theme.px(SCORE_WIDTH)), middle, card.meta or "–")
        self._paint_bar(painter, side.take(theme.px(BAR_WIDTH)), score, low=low, mirrored=side.mirrored)
        side.take(GAP)
        for chip in reversed(card.chips):
            self._paint_chip(painter, side, chip)
        font = "strong" if chosen else "body"
        painter.setFont(theme.font(font))
        painter.setPen(theme.colour("text"))
        place = side.rest()
        text = theme.metrics(font).elidedText(" ".join(card.title.split()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, middle, text)

    def _paint_bar(self, painter: QPainter, area: QRectF, score: int | None, *, low: bool, mirrored: bool) -> None:
        theme = current_theme()
        bar = QRectF(area.left(), area.center().y() - BAR_HEIGHT / 2, area.width(), BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("press"))
        painter.drawRoundedRect(bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        if score:
            length = max(BAR_HEIGHT, bar.width() * score / MOST)
            left = bar.right() - length if mirrored else bar.left()
            painter.setBrush(theme.colour("warn" if low else "accent"))
            painter.drawRoundedRect(QRectF(left, bar.top(), length, BAR_HEIGHT), BAR_HEIGHT / 2, BAR_HEIGHT / 2)

    def _paint_chip(self, painter: QPainter, side: _Side, chip: ChipText) -> None:
        theme = current_theme()
        width = chip_width(chip.text, chip.icon)
        if width > side.rest().width() * 0.6:
            return  # the words of the bullet matter more; the row is read aloud with the chip
        area = side.take_end(width)
        high = theme.px(CHIP_HEIGHT)
        painter.save()
        place = QRectF(area.left(), area.center().y() - high / 2, width, high)
        paint_chip(painter, place, chip.text, chip.tone, chip.icon)
        painter.restore()
        side.take_end(GAP)


class _Side:
    """The room of a row, taken from its start and from its end in reading direction."""

    def __init__(self, area: QRectF, *, mirrored: bool) -> None:
        self._area, self.mirrored = QRectF(area.adjusted(4, 0, -8, 0)), mirrored
        self.lead = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft

    def rest(self) -> QRectF:
        """Return what is left."""
        return QRectF(self._area)

    def take(self, width: float) -> QRectF:
        """Take room at the start."""
        return self._cut(width, left=not self.mirrored)

    def take_end(self, width: float) -> QRectF:
        """Take room at the end."""
        return self._cut(width, left=self.mirrored)

    def _cut(self, width: float, *, left: bool) -> QRectF:
        area = self._area
        at = area.left() if left else area.right() - width
        taken = QRectF(at, area.top(), width, area.height())
        self._area = area.adjusted(width, 0, 0, 0) if left else area.adjusted(0, 0, -width, 0)
        return taken
