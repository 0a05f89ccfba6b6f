"""The rows of the palette, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from arcareer_ui.shell.palette_entries import PaletteEntry, PaletteGroup
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import RADIUS_CONTROL

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
ROW = 37
HEADING = 30
EDGE = 12


Row = PaletteEntry | str


def matched_spans(query: str, text: str) -> list[tuple[int, int]]:
    """Return the parts of the text that the words of the query hit, as sorted (start, end) without overlap."""
    low = text.casefold()
    if len(low) != len(text):
        return []  # case folding moved the letters, so positions would lie
    spans: list[tuple[int, int]] = []
    for part in query.casefold().split():
        at = _find_word_start(low, part)
        if at >= 0:
            spans.append((at, at + len(part)))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _find_word_start(text: str, part: str) -> int:
    at = text.find(part)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(part, at + 1)
    return at


class PaletteModel(QAbstractListModel):
    """Headings and entries in one list; headings cannot be chosen."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self.query = ""

    def show(self, groups: Sequence[PaletteGroup], query: str) -> None:
        """Replace what is offered; groups without entries are left out."""
        self.beginResetModel()
        self.query = query
        self._rows = []
        for group in groups:
            if group.entries:
                self._rows += [group.title, *group.entries]
        self.endResetModel()

    def entry(self, row: int) -> PaletteEntry | None:
        """Return the entry of a row; None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else ""
        return found if isinstance(found, PaletteEntry) else None

    def entries(self) -> tuple[PaletteEntry, ...]:
        """Return all entries."""
        return tuple(row for row in self._rows if isinstance(row, PaletteEntry))

    def neighbour(self, row: int, step: int) -> int:
        """Return the next entry's row in a direction, going round; -1 when there is none."""
        count = len(self._rows)
        for distance in range(1, count + 1):
            at = (row + step * distance) % count
            if self.entry(at) is not None:
                return at
        return -1

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let entries be chosen."""
        if not index.isValid() or self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words, what is read aloud, or the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row if isinstance(row, str) else ", ".join(part for part in (row.title, row.hint) if part)
        return None


class PaletteDelegate(QStyledItemDelegate):
    """Paints headings and entries; what matched is bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """Return the height of a row."""
        heading = isinstance(index.data(ROW_ROLE), str)
        return QSize(100, current_theme().px(HEADING if heading else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(ROW_ROLE)
        area = QRectF(option.rect)
        theme = current_theme()
        if isinstance(row, str):
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("text3"))
            low = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading
            painter.drawText(area.adjusted(EDGE, 0, -EDGE, -4), low, row)
        elif isinstance(row, PaletteEntry):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            model = index.model()
            query = model.query if isinstance(model, PaletteModel) else ""
            self._paint_entry(painter, area, row, query, chosen=chosen)
        painter.restore()

    def _paint_entry(self, painter: QPainter, area: QRectF, entry: PaletteEntry, query: str, *, chosen: bool) -> None:
        theme = current_theme()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("inset"))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        side = theme.px(18)
        corner = QPointF(area.left() + EDGE, area.center().y() - side / 2)
        painter.drawPixmap(corner, theme.pixmap(entry.icon, "accent" if chosen else "text2", 18))
        right = area.right() - EDGE
        if entry.hint:
            metrics = theme.metrics("caption", tabular=True)
            width = metrics.horizontalAdvance(entry.hint)
            painter.setFont(theme.font("caption", tabular=True))
            painter.setPen(theme.colour("text3"))
            place = QRectF(right - width, area.top(), width + 1, area.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, entry.hint)
            right -= width + EDGE
        left = corner.x() + side + EDGE
        _paint_matched(painter, QRectF(left, area.top(), right - left, area.height()), entry.title, query)


def _paint_matched(painter: QPainter, area: QRectF, text: str, query: str) -> None:
    theme = current_theme()
    plain, bold = theme.metrics("body"), theme.metrics("strong")
    shown = plain.elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, area.width() * 0.97)
    painter.setPen(theme.colour("text"))
    left, done = area.left(), 0
    pieces: list[tuple[str, bool]] = []
    for start, end in matched_spans(query, shown):
        pieces += [(shown[done:start], False), (shown[start:end], True)]
        done = end
    pieces.append((shown[done:], False))
    for piece, hit in pieces:
        painter.setFont(theme.font("strong" if hit else "body"))
        painter.drawText(QRectF(left, area.top(), area.width(), area.height()), Qt.AlignmentFlag.AlignVCenter, piece)
        left += (bold if hit else plain).horizontalAdvance(piece)
