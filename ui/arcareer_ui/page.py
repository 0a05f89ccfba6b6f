"""What a screen of the app is, and how it is registered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from arcareer.domain.changes import ChangeSet, EntityKind
    from arcareer_ui.commands import CommandSpec

Section = Literal["week", "prepare", "deliver", "foot"]


class Route(NamedTuple):
    """An address inside the app: a head such as "wins" or "win", and what follows it."""

    head: str
    args: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Route:
        """Return the route written as `head/arg/arg`."""
        head, *args = text.split("/")
        return cls(head, tuple(args))

    def __str__(self) -> str:
        return "/".join((self.head, *self.args))


class Page(QWidget):
    """A screen. It hears of changes, shows itself for a route, and asks the shell for the rest by signals.

    `open_route` asks to go to a route; `place_changed` tells that the user moved inside the page (a tab, another
    object), for Back, and `place_made` that the route asked for has made something, which is there from now on;
    `toasted` carries a `ToastRequest`; `announced` a text for screen readers; `save_reported` a `SaveReport`.
    """

    open_route = Signal(str)
    place_changed = Signal(str)
    place_made = Signal(str)
    toasted = Signal(object)
    announced = Signal(str)
    save_reported = Signal(object)

    shows: ClassVar[frozenset[EntityKind]] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._stale = False

    def activated(self, route: Route) -> None:
        """Show what the route asks for; called on every visit, after `refresh` when something had changed."""

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read what is shown again; `changes` is None when several have piled up."""

    def flush(self) -> None:
        """Write what is typed but not yet stored: on leaving, losing the window, Ctrl+S and quit."""

    def log_here(self, text: str) -> bool:  # noqa: ARG002 - most pages have no room for it
        """Put the caret where a win is logged, with `text` started there; return False where this page cannot."""
        return False

    def first_focus(self) -> QWidget | None:
        """Return where the keyboard starts; None for the first control."""
        return None

    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through, in reading order."""
        return (self,)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what this page does for the commands it takes part in, by command id."""
        return {}

    @property
    def place_title(self) -> str:
        """Return the name of what is shown, for the list of recent places; empty for the page's title."""
        return ""

    @property
    def help_topic(self) -> str:
        """Return the guide article on what is shown; empty for the one of the whole page."""
        return ""

    def hear(self, changes: ChangeSet) -> None:
        """Take in committed changes: at once when on show, on the next visit otherwise."""
        if not changes.affects(*self.shows):
            return
        if self.isVisible():
            self.refresh(changes)
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was hidden."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh(None)


class PageSpec(NamedTuple):
    """A page's entry in the rail, the router and the palette.

    `routes` are the heads it answers besides its own id; `shortcut` is `Ctrl+1` and so on, empty for none; `commands`
    are those it takes part in; `help_topic` is the guide's article on it. `build` gets the application's `UiContext`
    and hands the page only what it needs; `preload` names the module it imports where that is worth loading in the
    background soon after the start.
    Titles are wrapped in `QT_TRANSLATE_NOOP("PageSpec", ...)`.
    """

    id: str
    title: str
    icon: str
    section: Section
    build: Callable[[Any], Page]
    shortcut: str = ""
    routes: tuple[str, ...] = ()
    commands: tuple[CommandSpec, ...] = ()
    help_topic: str = ""
    preload: str = ""
