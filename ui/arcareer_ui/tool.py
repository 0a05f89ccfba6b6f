"""What a tab of a page of tools is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.changes import ChangeSet


class Tool(QWidget):
    """A tab. `told` carries what was done and can be undone, `noted` what is only said, `toasted` a `ToastRequest`
    where there is more to it.

    `place_made` carries the route of what the route asked for has just made: the way back leads there.
    `header` belongs beside the page's title while the tab is on show.
    """

    open_route = Signal(str)
    place_changed = Signal(str)
    place_made = Signal(str)
    announced = Signal(str)
    told = Signal(str)
    noted = Signal(str)
    toasted = Signal(object)
    save_reported = Signal(object)

    header: QWidget

    def open(self, args: Sequence[str]) -> None:
        """Show what a route names after the tab."""
        raise NotImplementedError

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere; None where several changes have piled up."""
        raise NotImplementedError

    def flush(self) -> None:
        """Keep what is typed."""
        raise NotImplementedError

    def show_header(self, *, shown: bool) -> None:
        """Show what belongs beside the page's title, while the tab is on show."""
        self.header.setVisible(shown)

    @property
    def first_focus(self) -> QWidget | None:
        """Return where the keyboard starts."""
        raise NotImplementedError

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        raise NotImplementedError

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the tab does for commands."""
        raise NotImplementedError

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        raise NotImplementedError

    @property
    def place_title(self) -> str:
        """Return what is on show by name; empty for the page's title."""
        return ""
