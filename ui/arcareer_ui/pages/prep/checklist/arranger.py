"""What the user does to the list itself: move, hide, name, add and remove items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from arcareer.domain.changes import Change
from arcareer.domain.checklist import ChecklistGroup, ChecklistItem

if TYPE_CHECKING:
    from arcareer.services.checklist import ChecklistService

Do = Callable[[Callable[[], Change], str], bool]


class Arranger(QObject):
    """Does it by `do(act, label)`. `told` carries what was done and can be undone, `announced` what is only said."""

    told = Signal(str)
    announced = Signal(str)

    def __init__(self, checklist: ChecklistService, do: Do, parent: QObject) -> None:
        super().__init__(parent)
        self._checklist, self._do = checklist, do

    def move(self, key: str, step: int, groups: Sequence[ChecklistGroup]) -> bool:
        """Move an item past its neighbour in its group; return whether it moved.

        What changes its place is the one behind, so that the groups stay where they are.
        """
        group = next((one for one in groups if any(line.item.key == key for line in one.lines)), None)
        if group is None:
            return False
        keys = [line.item.key for line in group.lines]
        at, to = keys.index(key), keys.index(key) + step
        if not 0 <= to < len(keys):
            self.announced.emit(self.tr("It stands at the end of its group already"))
            return False
        order = [item.key for item in self._checklist.items()]
        act = partial(self._checklist.move, keys[max(at, to)], order.index(keys[min(at, to)]))
        if not self._do(act, self.tr("Move checklist item")):
            return False
        words = self.tr("{at} of {total} in {group}")
        self.announced.emit(words.format(at=to + 1, total=len(keys), group=group.label))
        return True

    def hide(self, item: ChecklistItem | None) -> None:
        """Hide an item; what is claimed for it is kept."""
        if item and self._do(partial(self._checklist.hide, item.key), self.tr("Hide checklist item")):
            self.told.emit(self.tr("“{item}” is hidden").format(item=item.label))

    def show(self, item: ChecklistItem) -> bool:
        """Show a hidden item again; return whether that worked."""
        done = self._do(partial(self._checklist.show, item.key), self.tr("Show checklist item"))
        if done:
            self.told.emit(self.tr("“{item}” is back").format(item=item.label))
        return done

    def rename(self, key: str, name: str) -> None:
        """Give an item of the user's own another name."""
        self._do(partial(self._checklist.rename_item, key, name), self.tr("Rename checklist item"))

    def add(self, name: str, group: str) -> str:
        """Add an item of the user's own and return its key; nothing where that did not work."""
        before = {item.key for item in self._checklist.items()}
        if not self._do(partial(self._checklist.add_item, name, group), self.tr("Add checklist item")):
            return ""
        self.told.emit(self.tr("“{item}” is on your list").format(item=name))
        return next(item.key for item in self._checklist.items() if item.key not in before)

    def remove(self, item: ChecklistItem | None) -> None:
        """Remove an item of the user's own with what was claimed for it."""
        if item and self._do(partial(self._checklist.remove_item, item.key), self.tr("Remove checklist item")):
            self.told.emit(self.tr("“{item}” is removed").format(item=item.label))
