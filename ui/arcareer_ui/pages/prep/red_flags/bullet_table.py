"""The bullets of a resume as a table that can be sorted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from arcareer_ui.pages.prep.red_flags.looks import HINT, kind_of
from arcareer_ui.pages.prep.red_flags.rules import rule_of
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.table import Table

if TYPE_CHECKING:
    from arcareer.prose.scan import ScannedBullet

AnyIndex = QModelIndex | QPersistentModelIndex
NUMBER, TEXT, FLAGS, SCORE = range(4)
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
MOST_ROWS = 12
AS_WRITTEN, WEAKEST, STRONGEST, FLAGGED = "as-written", "weakest", "strongest", "flagged"
ORDERS = {
    AS_WRITTEN: (NUMBER, Qt.SortOrder.AscendingOrder),
    WEAKEST: (SCORE, Qt.SortOrder.AscendingOrder),
    STRONGEST: (SCORE, Qt.SortOrder.DescendingOrder),
    FLAGGED: (FLAGS, Qt.SortOrder.DescendingOrder),
}
WIDTHS = {NUMBER: 52, FLAGS: 250, SCORE: 96}
NARROW_FLAGS = 150


def flags_of(scanned: ScannedBullet) -> tuple[str, ...]:
    """Return the labels of what is flagged in a bullet, hints left out, each once."""
    rules = (rule_of(finding.code) for finding in scanned.report.findings if kind_of(finding) != HINT)
    return tuple(dict.fromkeys(rule.label for rule in rules if rule is not None))


class BulletModel(QAbstractTableModel):
    """Bullets in the order of the resume."""

    def __init__(self, bullets: Sequence[ScannedBullet] = ()) -> None:
        super().__init__()
        self._bullets = tuple(bullets)
        self._flags = tuple(flags_of(one) for one in self._bullets)

    @property
    def bullets(self) -> tuple[ScannedBullet, ...]:
        """Return the bullets in order."""
        return self._bullets

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of bullets."""
        return 0 if parent.isValid() else len(self._bullets)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len((NUMBER, TEXT, FLAGS, SCORE))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("No."), self.tr("Bullet"), self.tr("Flags"), self.tr("Score"))[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell as words, or as what it sorts by."""
        row, column = index.row(), index.column()
        scanned = self._bullets[row]
        score = scanned.report.card.overall
        if role == SORT_ROLE:
            return (row, scanned.bullet.text.casefold(), len(self._flags[row]), score)[column]
        if role == Qt.ItemDataRole.DisplayRole:
            flags = ", ".join(self._flags[row]) or self.tr("none")
            return (str(row + 1), scanned.bullet.text, flags, self.tr("{score} of 20").format(score=score))[column]
        if role == Qt.ItemDataRole.ForegroundRole and column == FLAGS:
            return current_theme().colour("warn" if self._flags[row] else "text3")
        if role == Qt.ItemDataRole.ToolTipRole and column in (TEXT, FLAGS):
            return self.data(index, Qt.ItemDataRole.DisplayRole)
        return None


class BulletTable(Table):
    """Shows bullets; a click on a heading sorts by it, `order` does it without a mouse.

    `picked` carries the bullet the cursor is on.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Bullets of the resume"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSortRole(SORT_ROLE)
        self._model = BulletModel()
        self._sorted.setSourceModel(self._model)
        self.setModel(self._sorted)
        self.setSortingEnabled(True)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(True)
        self.order = self._make_order()
        header.sortIndicatorChanged.connect(self._show_order)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.restyle()

    @property
    def bullets(self) -> tuple[ScannedBullet, ...]:
        """Return the bullets as they are sorted now."""
        rows = range(self._sorted.rowCount())
        return tuple(self._model.bullets[self._sorted.mapToSource(self._sorted.index(row, 0)).row()] for row in rows)

    def show_bullets(self, bullets: Sequence[ScannedBullet]) -> None:
        """Show bullets in their order and go to the first one."""
        self._model = BulletModel(bullets)
        self._sorted.setSourceModel(self._model)
        self.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)
        self._fit()
        if bullets:
            self.selectRow(0)

    def restyle(self) -> None:
        """Follow the text scale."""
        super().restyle()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the flags less room where the window is narrow."""
        super().resizeEvent(event)
        self._fit_columns()

    def _make_order(self) -> Combo:
        options = [
            (AS_WRITTEN, self.tr("As in the resume")),
            (WEAKEST, self.tr("Lowest score first")),
            (STRONGEST, self.tr("Highest score first")),
            (FLAGGED, self.tr("Most flags first")),
        ]
        combo = Combo(self.tr("Order of the bullets"), options, size="compact")
        combo.setPlaceholderText(self.tr("By a column"))
        combo.chosen.connect(lambda order: self.sortByColumn(*ORDERS[order]))
        return combo

    def _show_order(self, column: int, direction: Qt.SortOrder) -> None:
        self.order.set_current(next((name for name, order in ORDERS.items() if order == (column, direction)), ""))

    def _fit(self) -> None:
        header = self.horizontalHeader()
        rows = min(self._sorted.rowCount(), MOST_ROWS) if hasattr(self, "_sorted") else 0
        header.setFixedHeight(current_theme().px(32))
        self.setFixedHeight(header.height() + rows * self.verticalHeader().defaultSectionSize() + 2)
        self._fit_columns()

    def _fit_columns(self) -> None:
        theme = current_theme()
        for column, width in WIDTHS.items():
            room = NARROW_FLAGS if column == FLAGS and self.width() < theme.px(760) else width
            self.setColumnWidth(column, theme.px(room))

    def _tell(self, current: QModelIndex) -> None:
        row = self._sorted.mapToSource(current).row()
        if 0 <= row < len(self._model.bullets):
            self.picked.emit(self._model.bullets[row])
