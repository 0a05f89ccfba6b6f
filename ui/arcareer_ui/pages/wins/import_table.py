"""The candidates of an import as a table with ticks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from arcareer.services.win_import import ImportCandidate
from arcareer_ui.dates import short_date

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()

SENTENCE, DATE, THEME, NOTE = range(4)


class CandidateModel(QAbstractTableModel):
    """Every candidate is ticked at first but those that are there already. `ticked` comes when a tick changes."""

    ticked = Signal()

    def __init__(self, candidates: Sequence[ImportCandidate], themes: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._candidates = tuple(candidates)
        self._themes = themes
        self._taken = {at for at, one in enumerate(self._candidates) if not one.already_there}

    @property
    def chosen(self) -> tuple[ImportCandidate, ...]:
        """Return the ticked candidates in the file's order."""
        return tuple(self._candidates[at] for at in sorted(self._taken))

    def tick_all(self, ticked: bool) -> None:  # noqa: FBT001 - reads like a Qt setter
        """Tick every candidate, or none."""
        self._taken = set(range(len(self._candidates))) if ticked else set()
        self.dataChanged.emit(self.index(0, SENTENCE), self.index(len(self._candidates) - 1, SENTENCE))
        self.ticked.emit()

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return the number of candidates."""
        return 0 if parent.isValid() else len(self._candidates)

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Sentence"), self.tr("Date"), self.tr("Theme"), self.tr("To note"))[section]
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let the first column be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == SENTENCE else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, or its tick."""
        one = self._candidates[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == SENTENCE:
            return Qt.CheckState.Checked if index.row() in self._taken else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == SENTENCE:
            return one.candidate.raw
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(one, index.column())
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick or its removal."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._taken.add(index.row())
        else:
            self._taken.discard(index.row())
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def _words(self, one: ImportCandidate, column: int) -> str:
        if column == SENTENCE:
            return one.candidate.headline
        if column == DATE:
            return short_date(one.happened_on)
        if column == THEME:
            return self._themes.get(one.theme, "")
        notes = list(one.candidate.notes)
        if one.already_there:
            notes.insert(0, self.tr("Already in your wins"))
        elif not one.has_date:
            notes.insert(0, self.tr("No date, so today"))
        return ". ".join(notes)
