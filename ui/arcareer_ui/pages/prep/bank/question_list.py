"""The questions down the side: two lines of words, and how well an answer serves each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from arcareer.domain.questions import Fit, Question
from arcareer_ui.pages.prep.bank.words import FITS, fit_words, kind_words
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import RADIUS_CARD
from arcareer_ui.widgets.card_list import ROW_ROLE, AnyIndex, CardList, CardRow

LINE, META, ICON = 21, 16, 15
PADDING, AIR, GAP = 11, 4, 8
FEWEST_ROWS = 4


class QuestionLine(NamedTuple):
    """A row: a question, and how well the best answer serves it; None while that is not known."""

    question: Question
    fit: Fit | None = None


class QuestionList(CardList[QuestionLine]):
    """The rows; `label` names a competency."""

    def __init__(self, label: Callable[[str], str]) -> None:
        super().__init__("", self._present, lambda line: line.question.key)
        self._label = label
        self.setAccessibleName(self.tr("Questions"))
        self.setItemDelegate(_LineDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_lines(self, lines: Sequence[QuestionLine]) -> None:
        """Show other rows; the cursor stays on its question."""
        self.set_items(tuple(lines))

    def minimumSizeHint(self) -> QSize:
        """Return the height of a few rows: the page scrolls where there is less room."""
        return QSize(200, row_height() * FEWEST_ROWS)

    def sizeHint(self) -> QSize:
        """Return the same height; there is more where the page has it."""
        return self.minimumSizeHint()

    def restyle(self) -> None:
        """Follow the text scale."""
        super().restyle()
        self.updateGeometry()

    def _present(self, line: QuestionLine) -> CardRow:
        question = line.question
        label = self.tr("Your own") if question.own else self._label(question.competency)
        meta = self.tr("{competency}, {kind}").format(competency=label, kind=kind_words(question.kind).lower())
        fit = fit_words(line.fit) if line.fit is not None else ""
        spoken = ". ".join(part for part in (question.text, meta, fit) if part)
        icon, colour = (FITS[line.fit].icon, FITS[line.fit].colour) if line.fit is not None else ("", "")
        return CardRow(question.text, f"{colour}/{meta}", (), spoken, icon)


def row_height() -> int:
    """Return the height of a row with the gap below it."""
    theme = current_theme()
    return 2 * theme.px(LINE) + theme.px(META) + AIR + 2 * PADDING + GAP


def two_lines(metrics: QFontMetricsF, text: str, width: float) -> tuple[str, str]:
    """Return a text broken into two lines of this width, the second shortened to fit."""
    words = text.split()
    for count in range(len(words), 0, -1):
        first = " ".join(words[:count])
        if count == 1 or metrics.horizontalAdvance(first) <= width:
            rest = metrics.elidedText(" ".join(words[count:]), Qt.TextElideMode.ElideRight, width)
            return metrics.elidedText(first, Qt.TextElideMode.ElideRight, width), rest
    return "", ""


class _LineDelegate(QStyledItemDelegate):
    """Paints the words over what they are about."""

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
        area = QRectF(option.rect).adjusted(3, 0, -3, -GAP)
        self._paint_ground(painter, area, option)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        self._paint_words(painter, area.adjusted(16, PADDING, -16, -PADDING), card, mirrored=mirrored)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        theme, view, state = current_theme(), option.widget, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = 1.0 if chosen else 0.5
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 2 * edge))
        painter.setBrush(theme.colour("inset" if hovered and not chosen else "surface"))
        painter.drawRoundedRect(area.adjusted(edge, edge, -edge, -edge), RADIUS_CARD, RADIUS_CARD)
        if isinstance(view, CardList) and view.by_keyboard and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2.25))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(-1.8, -1.8, 1.8, 1.8), RADIUS_CARD + 2, RADIUS_CARD + 2)

    def _paint_words(self, painter: QPainter, area: QRectF, card: CardRow, *, mirrored: bool) -> None:
        theme = current_theme()
        lead = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        aligned = lead | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text"))
        high = theme.px(LINE)
        first, second = two_lines(theme.metrics("body"), card.title, area.width())
        if not second:  # one line stands in the middle
            area = area.adjusted(0, high / 2, 0, -high / 2)
        painter.drawText(QRectF(area.left(), area.top(), area.width(), high), aligned, first)
        painter.drawText(QRectF(area.left(), area.top() + high, area.width(), high), aligned, second)
        colour, _, meta = card.meta.partition("/")
        line = QRectF(area.left(), area.top() + (2 if second else 1) * high + AIR, area.width(), theme.px(META))
        if card.icon:
            side = theme.px(ICON)
            at_left = line.right() - side if mirrored else line.left()
            painter.drawPixmap(QPointF(at_left, line.center().y() - side / 2), theme.pixmap(card.icon, colour, ICON))
            line = line.adjusted(0, 0, -side - 7, 0) if mirrored else line.adjusted(side + 7, 0, 0, 0)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text3"))
        metrics = theme.metrics("caption")
        painter.drawText(line, aligned, metrics.elidedText(meta, Qt.TextElideMode.ElideRight, line.width()))
