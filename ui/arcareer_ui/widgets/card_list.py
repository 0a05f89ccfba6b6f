"""Long lists of cards: a model over plain values, a delegate that paints, a view for the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import RADIUS_CARD, TONES
from arcareer_ui.widgets.chip import HEIGHT as CHIP_HEIGHT
from arcareer_ui.widgets.chip import ChipText, chip_width, paint_chip
from arcareer_ui.widgets.focus_ring import KEYBOARD
from arcareer_ui.widgets.styling import Restyled, Tone, is_enter

Item = TypeVar("Item")
AnyIndex = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
FETCH_ABOVE = 10_000
FETCH = 500
GAP = 8
PADDING = 16
RING = 3


class CardRow(NamedTuple):
    """What a card shows; `spoken` is the whole row as one sentence. With `icon` it gets a bubble before the text."""

    title: str
    meta: str = ""
    chips: tuple[ChipText, ...] = ()
    spoken: str = ""
    icon: str = ""
    tone: Tone = "plain"


class CardHeading(NamedTuple):
    """A line above a group of cards; it cannot be chosen."""

    title: str


class CardListModel(QAbstractListModel, Generic[Item]):
    """Items as cards. `present` makes the card of an item when it is painted; `key` tells items apart."""

    def __init__(
        self, present: Callable[[Item], CardRow | CardHeading], key: Callable[[Item], Hashable], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._present, self._key = present, key
        self._items: Sequence[Item] = ()
        self._more: Callable[[], Sequence[Item]] | None = None
        self._shown = 0
        self._cards: dict[int, CardRow | CardHeading] = {}

    @property
    def items(self) -> Sequence[Item]:
        """Return all items, shown yet or not."""
        return self._items

    def set_items(self, items: Sequence[Item], more: Callable[[], Sequence[Item]] | None = None) -> None:
        """Replace all items; above 10,000 they come into the view as it is scrolled.

        `more` is called when the end comes near and returns the items that follow, or nothing.
        """
        self.beginResetModel()
        self._items, self._more = items, more
        self._shown = len(items) if len(items) <= FETCH_ABOVE else FETCH
        self._cards.clear()
        self.endResetModel()

    def item(self, index: AnyIndex) -> Item:
        """Return the item of a row."""
        return self._items[index.row()]

    def row_of(self, key: Hashable) -> int:
        """Return the row of the item with this key, or -1; it is brought into the view."""
        for row, item in enumerate(self._items):
            if self._key(item) == key:
                while row >= self._shown:
                    self.fetchMore(QModelIndex())
                return row
        return -1

    def rows_of(self, keys: Collection[Hashable]) -> tuple[int, ...]:
        """Return the rows in the view whose items have one of these keys."""
        if not keys:
            return ()
        return tuple(row for row in range(self._shown) if self._key(self._items[row]) in keys)

    def key_at(self, row: int) -> Hashable:
        """Return the key of the item in a row."""
        return self._key(self._items[row])

    def card(self, row: int) -> CardRow | CardHeading:
        """Return what a row shows."""
        found = self._cards.get(row)
        if found is None:
            found = self._cards[row] = self._present(self._items[row])
        return found

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows shown so far."""
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Return whether there are more rows."""
        return not parent.isValid() and (self._shown < len(self._items) or self._more is not None)

    def fetchMore(self, parent: AnyIndex) -> None:
        """Show more rows."""
        if self._shown == len(self._items) and not self._get_more():
            return
        more = min(FETCH, len(self._items) - self._shown)
        self.beginInsertRows(
            QModelIndex(parent) if isinstance(parent, QModelIndex) else QModelIndex(),
            self._shown,
            self._shown + more - 1,
        )
        self._shown += more
        self.endInsertRows()

    def _get_more(self) -> bool:
        items = self._more() if self._more is not None else ()
        if not items:
            self._more = None
        self._items = (*self._items, *items)
        return bool(items)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let cards be chosen, headings not."""
        if not index.isValid() or isinstance(self.card(index.row()), CardHeading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, the sentence for screen readers, or the card."""
        if not index.isValid():
            return None
        card = self.card(index.row())
        if role == ROW_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (card.spoken or card.title) if isinstance(card, CardRow) else card.title
        return None


class CardDelegate(QStyledItemDelegate):
    """Paints cards and headings."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """Return the height of the row, with the gap below it."""
        theme = current_theme()
        if isinstance(index.data(ROW_ROLE), CardHeading):
            return QSize(100, theme.px(16) + 4 + GAP)
        return QSize(100, theme.px(21) + 7 + theme.px(CHIP_HEIGHT) + 24 + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = index.data(ROW_ROLE)
        area = QRectF(option.rect).adjusted(RING, 0, -RING, -GAP)
        if isinstance(card, CardHeading):
            self._paint_heading(painter, area, card)
        elif isinstance(card, CardRow):
            self._paint_frame(painter, area, option)
            self._paint_card(painter, area.adjusted(PADDING, 12, -PADDING, -12), card)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRectF, card: CardHeading) -> None:
        theme = current_theme()
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text3"))
        painter.drawText(area.adjusted(0, 4, 0, 0), Qt.AlignmentFlag.AlignVCenter, card.title)

    def _paint_frame(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        theme = current_theme()
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        view = option.widget
        edge = 1.0 if selected else 0.5
        painter.setPen(QPen(theme.colour("accent" if selected else "line"), 2 * edge))
        painter.setBrush(theme.colour("inset" if hovered and not selected else "surface"))
        painter.drawRoundedRect(area.adjusted(edge, edge, -edge, -edge), RADIUS_CARD, RADIUS_CARD)
        if isinstance(view, CardList) and view.by_keyboard and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("focus"), 2.25))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            reach = RING - 1.2
            painter.drawRoundedRect(area.adjusted(-reach, -reach, reach, reach), RADIUS_CARD + 2, RADIUS_CARD + 2)

    def _paint_card(self, painter: QPainter, area: QRectF, card: CardRow) -> None:
        theme = current_theme()
        left = area.left()
        if card.icon:
            left += self._paint_bubble(painter, area, card)
        line = theme.px(21)
        metrics = theme.metrics("strong")
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text"))
        title = metrics.elidedText(" ".join(card.title.split()), Qt.TextElideMode.ElideRight, area.right() - left)
        painter.drawText(QRectF(left, area.top(), area.right() - left, line), Qt.AlignmentFlag.AlignVCenter, title)
        self._paint_meta(painter, QRectF(left, area.top() + line + 7, area.right() - left, theme.px(CHIP_HEIGHT)), card)

    def _paint_meta(self, painter: QPainter, area: QRectF, card: CardRow) -> None:
        theme = current_theme()
        left = area.left()
        if card.meta:
            metrics = theme.metrics("caption")
            room = area.width() - sum(chip_width(chip.text, chip.icon) + GAP for chip in card.chips) - 2
            meta = metrics.elidedText(card.meta, Qt.TextElideMode.ElideRight, max(room, area.width() / 2))
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("text3"))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, meta)
            left += metrics.horizontalAdvance(meta) + GAP + 2
        for chip in card.chips:
            wanted, room = float(chip_width(chip.text, chip.icon)), area.right() - left
            if room < min(wanted, theme.px(40)):
                return
            width = min(wanted, room)
            paint_chip(painter, QRectF(left, area.top(), width, area.height()), chip.text, chip.tone, chip.icon)
            left += width + GAP

    def _paint_bubble(self, painter: QPainter, area: QRectF, card: CardRow) -> float:
        theme = current_theme()
        side, inner = theme.px(36), theme.px(18)
        fill, ink = TONES[card.tone]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(fill))
        painter.drawRoundedRect(QRectF(area.left(), area.top(), side, side), 10, 10)
        edge = (side - inner) / 2
        painter.drawPixmap(QPointF(area.left() + edge, area.top() + edge), theme.pixmap(card.icon, ink, 18))
        return side + 14


class CardList(Restyled, QListView, Generic[Item]):
    """A list of cards. Up and Down move; Enter or a double click opens; Del asks to remove; Shift and Ctrl select more.

    `current_changed` carries the item under the cursor or None, `opened` an item, `removal_asked` nothing: ask
    `selected_items()`.
    """

    current_changed = Signal(object)
    opened = Signal(object)
    removal_asked = Signal()

    def __init__(
        self,
        name: str,
        present: Callable[[Item], CardRow | CardHeading],
        key: Callable[[Item], Hashable],
        *,
        multiple: bool = False,
    ) -> None:
        super().__init__()
        self.by_keyboard = False
        self._model: CardListModel[Item] = CardListModel(present, key, self)
        self.setModel(self._model)
        self.setItemDelegate(CardDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(FETCH)
        modes = QListView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if multiple else modes.SingleSelection)
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.doubleClicked.connect(self._open)

    @property
    def items(self) -> Sequence[Item]:
        """Return all items."""
        return self._model.items

    @property
    def current(self) -> Item | None:
        """Return the item under the cursor."""
        index = self.currentIndex()
        return self._model.item(index) if index.isValid() else None

    def selected_items(self) -> tuple[Item, ...]:
        """Return the selected items in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._model.items[row] for row in rows)

    def set_items(self, items: Sequence[Item], more: Callable[[], Sequence[Item]] | None = None) -> None:
        """Replace the items; cursor, selection and scroll position stay where they were if they can.

        `more` is called when the end comes near and returns the items that follow, or nothing.
        """
        index = self.currentIndex()
        key = self._model.key_at(index.row()) if index.isValid() else None
        others = {self._model.key_at(row.row()) for row in self.selectionModel().selectedIndexes()} - {key}
        place = self.verticalScrollBar().value()
        selection = self.selectionModel()
        blocked = selection.blockSignals(True)
        self._model.set_items(items, more)
        kept = key is not None and self._move_to(key)
        for row in self._model.rows_of(others):
            selection.select(self._model.index(row), QItemSelectionModel.SelectionFlag.Select)
        selection.blockSignals(blocked)
        self.verticalScrollBar().setValue(place)
        if not kept and index.isValid():
            self.current_changed.emit(None)

    def choose(self, key: Hashable) -> bool:
        """Put the cursor on the item with this key and show it; returns whether it is there."""
        found = self._move_to(key)
        if found:
            self.scrollTo(self.currentIndex())
        return found

    def fetch_more(self) -> bool:
        """Show more items, as scrolling to the end would do; return False where there are no more."""
        if not self._model.canFetchMore(QModelIndex()):
            return False
        self._model.fetchMore(QModelIndex())
        return True

    def clear_current(self) -> None:
        """Take the cursor away."""
        self.selectionModel().clear()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, remove or move."""
        self.by_keyboard = True
        if is_enter(event) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.selectionModel().hasSelection():
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the ring away, as the mouse is in use."""
        self.by_keyboard = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first card when the keyboard arrives, and none otherwise; Qt alone would mark it unchosen."""
        self.by_keyboard = event.reason() in KEYBOARD
        if self.currentIndex().isValid():
            super().focusInEvent(event)
            return
        selection = self.selectionModel()
        blocked = selection.blockSignals(True)
        super().focusInEvent(event)
        selection.clearCurrentIndex()
        selection.blockSignals(blocked)
        if self.by_keyboard:
            self._to_first()

    def _to_first(self) -> None:
        for row in range(self._model.rowCount()):
            if isinstance(self._model.card(row), CardRow):
                self.setCurrentIndex(self._model.index(row))
                return

    def _move_to(self, key: Hashable) -> bool:
        row = self._model.row_of(key)
        if row < 0:
            return False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._model.index(row), flags)
        return True

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.item(index))

    def _tell_current(self, index: QModelIndex) -> None:
        self.current_changed.emit(self._model.item(index) if index.isValid() else None)
