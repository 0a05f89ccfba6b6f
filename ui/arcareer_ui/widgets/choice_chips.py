"""Choices as a wrapping row of chips: filters, starters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup

from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.layouts import FlowBox
from arcareer_ui.widgets.segment import Option

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChoiceChips(FlowBox):
    """One choice out of `(id, text)` options; one tab stop, arrow keys move. `chosen` carries the id."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[Option], current: str = "") -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._ids: list[str] = []
        self.setAccessibleName(name)
        self.set_options(options, current)
        self._group.idToggled.connect(self._toggled)

    @property
    def current(self) -> str:
        """Return the id of the chosen option."""
        return self._ids[self._group.checkedId()]

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids in order."""
        return tuple(self._ids)

    def set_options(self, options: Sequence[Option], current: str = "") -> None:
        """Replace the options; the first is chosen unless `current` names another."""
        blocked = self._group.blockSignals(True)
        for old in self._group.buttons():
            self._group.removeButton(old)
        self._ids = [option for option, _ in options]
        chips = [_Chip(text, self) for _, text in options]
        for index, chip in enumerate(chips):
            self._group.addButton(chip, index)
        self.set_widgets(chips)
        if self._ids:
            self.set_current(current or self._ids[0])
        self._group.blockSignals(blocked)

    def set_current(self, option: str) -> None:
        """Show another option as chosen without telling listeners."""
        blocked = self._group.blockSignals(True)
        self._group.button(self._ids.index(option)).setChecked(True)
        self._group.blockSignals(blocked)
        self._move_tab_stop()

    def step(self, by: int) -> None:
        """Choose a neighbour and put the focus on it."""
        button = self._group.button((self._group.checkedId() + by) % len(self._ids))
        button.setChecked(True)
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def _toggled(self, index: int, checked: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        if checked:
            self._move_tab_stop()
            self.chosen.emit(self._ids[index])

    def _move_tab_stop(self) -> None:
        for button in self._group.buttons():
            policy = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)


class _Chip(Button):
    def __init__(self, text: str, chips: ChoiceChips) -> None:
        super().__init__(text, "chip", checkable=True)
        self._chips = chips

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._chips.step(step)
