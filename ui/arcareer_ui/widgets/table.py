"""Plain tables: previews of an import, figures behind a chart."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.check_box import paint_tick
from arcareer_ui.widgets.styling import Restyled

TICK = 18


class Table(Restyled, QTableView):
    """A table view in the kit's look; Tab leaves it, arrow keys move in it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.verticalHeader().setDefaultSectionSize(current_theme().px(36))


class TickDelegate(QStyledItemDelegate):
    """Draws the ticks of a column as the kit does; a click anywhere in the cell or Space turns one over."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Let the tick stand where an icon would."""
        super().initStyleOption(option, index)
        state = _tick_of(index)
        if state is None:
            return
        features = QStyleOptionViewItem.ViewItemFeature
        option.features = option.features & ~features.HasCheckIndicator | features.HasDecoration
        side = current_theme().px(TICK)
        option.decorationSize = QSize(side + 4, side)
        option.icon = QIcon(_tick(side, state))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Turn the tick over."""
        state = _tick_of(index)
        pressed = isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Select}
        if state is None or not (pressed or event.type() == QEvent.Type.MouseButtonRelease):
            return False
        turned = Qt.CheckState.Unchecked if state == Qt.CheckState.Checked else Qt.CheckState.Checked
        return model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)


def _tick_of(index: QModelIndex | QPersistentModelIndex) -> Qt.CheckState | None:
    value = index.data(Qt.ItemDataRole.CheckStateRole)
    return None if value is None else Qt.CheckState(value)


def _tick(side: int, state: Qt.CheckState) -> QPixmap:
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap(QSize(side + 4, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_tick(painter, QRectF(1, 1, side - 2, side - 2), state, enabled=True)
    painter.end()
    return pixmap
