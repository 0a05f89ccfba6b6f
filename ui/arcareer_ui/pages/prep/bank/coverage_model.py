"""The coverage matrix as a table: a row for each competency, a column for each answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from arcareer.domain.questions import Fit
from arcareer_ui.pages.prep.bank.words import FITS
from arcareer_ui.theme.theme import current_theme

if TYPE_CHECKING:
    from arcareer.domain.answers import Answer
    from arcareer.services.coverage import CoverageMatrix

AnyIndex = QModelIndex | QPersistentModelIndex
FIRST_COLUMNS = 2
ICON = 16


class CoverageModel(QAbstractTableModel):
    """Competency, how many answers that are ready show it, then the answers; `name` says what an answer is called."""

    def __init__(self, name: Callable[[Answer], str], parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._matrix: CoverageMatrix | None = None

    def show(self, matrix: CoverageMatrix) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self._matrix = matrix
        self.endResetModel()

    def answer(self, index: AnyIndex) -> Answer | None:
        """Return the answer of a column, None for the first columns."""
        if self._matrix is None or index.column() < FIRST_COLUMNS:
            return None
        return self._matrix.answers[index.column() - FIRST_COLUMNS]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of competencies."""
        return 0 if parent.isValid() or self._matrix is None else len(self._matrix.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of columns."""
        return 0 if parent.isValid() or self._matrix is None else FIRST_COLUMNS + len(self._matrix.answers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal or self._matrix is None:
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if section < FIRST_COLUMNS:
            return (self.tr("Competency"), self.tr("Ready"))[section]
        return self._name(self._matrix.answers[section - FIRST_COLUMNS])

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell: words, its sign, and the sentence for screen readers."""
        if self._matrix is None or not index.isValid():
            return None
        line = self._matrix.rows[index.row()]
        if index.column() < FIRST_COLUMNS:
            words = (line.competency.label, str(line.strong))[index.column()]
            if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1:
                return current_theme().colour("text" if line.strong else "text3")
            return words if role == Qt.ItemDataRole.DisplayRole else None
        cell = line.cells[index.column() - FIRST_COLUMNS]
        return self._cell(index, line.competency.label, cell, role)

    def _cell(self, index: AnyIndex, competency: str, cell: Fit | None, role: int) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            answer = self.answer(index)
            name = self._name(answer) if answer is not None else ""
            return self.tr("{competency}, {answer}: {state}").format(
                competency=competency, answer=name, state=self._words(cell)
            )
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return QIcon(current_theme().pixmap(FITS[cell].icon, FITS[cell].colour, ICON))
        return self._words(cell) if role == Qt.ItemDataRole.DisplayRole else None

    def _words(self, cell: Fit | None) -> str:
        if cell is None:
            return self.tr("not shown")
        return self.tr("Ready") if cell is Fit.STRONG else self.tr("Draft")
