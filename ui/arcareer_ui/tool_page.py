"""A page of tools, a tab each: what they ask of the window, and what the window asks of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtWidgets import QWidget

from arcareer_ui.acts import Acts
from arcareer_ui.page import Page, Route
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.styling import Restyled
from arcareer_ui.widgets.tab_order import in_turn
from arcareer_ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from arcareer.domain.changes import ChangeSet
    from arcareer_ui.tool import Tool
    from arcareer_ui.undo import UndoController

STACK_BELOW = 500  # the titles are short
SEGMENT_HEIGHT = 35


class ToolTab(NamedTuple):
    """A tab before it is visited: `build` makes its tool, which is given what does acts and has them undone.

    `help_topic` is the guide's article on it.
    """

    id: str
    title: str
    build: Callable[[Acts], Tool]
    help_topic: str = ""


class ToolPage(Page):
    """Tabs of tools. Routes: `<page>/<tab>` with what the tab is to show behind it, and the heads of `heads`.

    `heads` are further heads and what answers them, a tab or a part of one as `<tab>/<part>`; `acts` the commands that
    go to the tab on show.
    """

    heads: ClassVar[Mapping[str, str]] = {}
    acts: ClassVar[tuple[str, ...]] = ()

    def __init__(self, title: str, name: str, tabs: Sequence[ToolTab], undo: UndoController) -> None:
        super().__init__()
        acts = Acts(undo, self)
        acts.refused.connect(self._tell)
        self._tools: dict[str, Tool] = {}
        self._topics = {tab.id: tab.help_topic for tab in tabs}
        self._header_side = row(margins=(0, 0, 32, 0))
        self.tabs = Tabs(name)
        for tab in tabs:
            self.tabs.add(tab.id, tab.title, partial(self._adopt, tab, acts))
        side = _HeaderSide()
        side.setLayout(self._header_side)
        layout = column(self, margins=(32, 22, 0, 0), spacing=8)
        layout.addWidget(PageHeader(title, actions=(side,), stack_below=STACK_BELOW))
        layout.addWidget(self.tabs, 1)
        self.tabs.changed.connect(self._arrive)

    def activated(self, route: Route) -> None:
        """Show the tab, and what of it, a route names."""
        args = (*self.heads[route.head].split("/"), *route.args) if route.head in self.heads else route.args
        tab = args[0] if args else self.tabs.current
        if tab in self.tabs.ids:
            self.tabs.set_current(tab)
        tool = self.tool(tab)
        if tool is not None:
            tool.open(args[1:])

    def tool(self, tab: str) -> Tool | None:
        """Return a tab that was visited already."""
        return self._tools.get(tab)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what is shown."""
        for tool in self._tools.values():
            tool.refresh(changes)

    def flush(self) -> None:
        """Store what is typed."""
        for tool in self._tools.values():
            tool.flush()

    def first_focus(self) -> QWidget | None:
        """Start where the tab on show wants to."""
        tool = self.tool(self.tabs.current)
        return tool.first_focus if tool is not None else None

    def regions(self) -> Sequence[QWidget]:
        """The parts of the tab on show."""
        tool = self.tool(self.tabs.current)
        return tool.regions if tool is not None else (self,)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Go to a tab, and let the tab on show do what else is asked."""
        tabs = {f"tab-{number}": partial(self.tabs.set_current, tab) for number, tab in enumerate(self.tabs.ids, 1)}
        return {**tabs, **{act: partial(self._act, act) for act in self.acts}}

    @property
    def place_title(self) -> str:
        """Return what is on show by name."""
        tool = self.tool(self.tabs.current)
        return tool.place_title if tool is not None else ""

    @property
    def help_topic(self) -> str:
        """Return the article on the tab on show."""
        return self._topics[self.tabs.current]

    def _act(self, act: str) -> None:
        tool = self.tool(self.tabs.current)
        if tool is not None and act in tool.handlers:
            tool.handlers[act]()

    def _adopt(self, tab: ToolTab, acts: Acts) -> Tool:
        tool = tab.build(acts)
        self._tools[tab.id] = tool
        self._header_side.addWidget(tool.header)
        tool.open_route.connect(self.open_route)
        tool.place_changed.connect(self.place_changed)
        tool.place_made.connect(self.place_made)
        tool.announced.connect(self.announced)
        tool.save_reported.connect(self.save_reported)
        tool.toasted.connect(self.toasted)
        tool.told.connect(self._tell_done)
        tool.noted.connect(self._tell)
        return tool

    def _arrive(self, tab: str) -> None:
        for name, tool in self._tools.items():
            tool.show_header(shown=name == tab)
            if name != tab:
                tool.flush()
        shown = self.tool(tab)
        if shown is not None:
            in_turn(shown.header, self.tabs)
            self.place_changed.emit(shown.place)

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))

    def _tell_done(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, undoable=True))


class _HeaderSide(Restyled, QWidget):
    """The room beside the title, as high as a segment, so that tabs stay where they are where a tool needs none."""

    def __init__(self) -> None:
        super().__init__()
        self.restyle()

    def restyle(self) -> None:
        """Follow the text scale."""
        self.setMinimumHeight(round(current_theme().px(SEGMENT_HEIGHT)))
