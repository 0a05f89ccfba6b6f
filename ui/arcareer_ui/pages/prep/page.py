"""The Prep studio: its tabs, and what they ask of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer_ui.acts import Acts
from arcareer_ui.commands import FINDING_COMMANDS
from arcareer_ui.page import Page, Route
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from arcareer_ui.pages.prep.checklist.tab import ChecklistTab
    from arcareer_ui.pages.prep.red_flags.tab import RedFlagsTab
    from arcareer_ui.pages.prep.reframe.tab import ReframeTab
    from arcareer_ui.pages.prep.rubric.tab import RubricTab
    from arcareer_ui.pages.prep.star.tab import StarTab
    from arcareer_ui.pages.prep.tool import Tool
    from arcareer_ui.undo import UndoController

VALUE_CHECKLIST, RED_FLAGS, BULLET_RUBRIC = "value-checklist", "red-flags", "bullet-rubric"
WEAKNESS_REFRAME = "weakness-reframe"
STAR_ANSWERS = "star"
HEADS = {"bullet": BULLET_RUBRIC, "answer": STAR_ANSWERS}
STACK_BELOW = 500  # the title is short
ACTS = ("move-up", "move-down", "new-item", "rename", "rehearse", *(command.id for command in FINDING_COMMANDS))


class PrepPage(Page):
    """Tabs of tools. Routes: `prep/<tab>` with what the tab is to show behind it, `bullet/<id>`, `answer/<id>`."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {
            EntityKind.WIN,
            EntityKind.CHECKLIST_CLAIM,
            EntityKind.CHECKLIST_ARRANGEMENT,
            EntityKind.BULLET,
            EntityKind.WRITING_CHECKS,
            EntityKind.ANSWER,
            EntityKind.OWN_QUESTION,
            EntityKind.REHEARSAL,
            EntityKind.INTERVIEW,
            EntityKind.OCCASION,
            EntityKind.CUSTOMER,
        }
    )

    def __init__(
        self,
        *,
        undo: UndoController,
        checklist: Callable[[Acts], ChecklistTab],
        star: Callable[[Acts], StarTab],
        reframe: Callable[[Acts], ReframeTab],
        red_flags: Callable[[Acts], RedFlagsTab],
        rubric: Callable[[Acts], RubricTab],
    ) -> None:
        super().__init__()
        acts = Acts(undo, self)
        acts.refused.connect(self._tell)
        self._tools: dict[str, Tool] = {}
        self._header_side = row(margins=(0, 0, 32, 0))
        self.tabs = Tabs(self.tr("Prep studio tools"))
        title = self.tr("Value checklist")
        self.tabs.add(VALUE_CHECKLIST, title, lambda: self._adopt(VALUE_CHECKLIST, checklist(acts)))
        self.tabs.add(STAR_ANSWERS, self.tr("STAR answers"), lambda: self._adopt(STAR_ANSWERS, star(acts)))
        self.tabs.add(
            WEAKNESS_REFRAME, self.tr("Weakness reframe"), lambda: self._adopt(WEAKNESS_REFRAME, reframe(acts))
        )
        self.tabs.add(RED_FLAGS, self.tr("Red flags"), lambda: self._adopt(RED_FLAGS, red_flags(acts)))
        self.tabs.add(BULLET_RUBRIC, self.tr("Bullet rubric"), lambda: self._adopt(BULLET_RUBRIC, rubric(acts)))
        side = QWidget()
        side.setLayout(self._header_side)
        layout = column(self, margins=(32, 22, 0, 0), spacing=8)
        layout.addWidget(PageHeader(self.tr("Prep studio"), actions=(side,), stack_below=STACK_BELOW))
        layout.addWidget(self.tabs, 1)
        self.tabs.changed.connect(self._arrive)

    def activated(self, route: Route) -> None:
        """Show the tab, and what of it, a route names."""
        args = (HEADS[route.head], *route.args) if route.head in HEADS else route.args
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
        """Move items, add one, go through findings, go to a tab."""
        tabs = {f"tab-{number}": partial(self.tabs.set_current, tab) for number, tab in enumerate(self.tabs.ids, 1)}
        return {**tabs, **{act: partial(self._act, act) for act in ACTS}}

    @property
    def place_title(self) -> str:
        """Return what is on show by name."""
        tool = self.tool(self.tabs.current)
        return tool.place_title if tool is not None else ""

    def _act(self, act: str) -> None:
        tool = self.tool(self.tabs.current)
        if tool is not None and act in tool.handlers:
            tool.handlers[act]()

    def _adopt(self, tab: str, tool: Tool) -> Tool:
        self._tools[tab] = tool
        self._header_side.addWidget(tool.header)
        tool.open_route.connect(self.open_route)
        tool.place_changed.connect(self.place_changed)
        tool.announced.connect(self.announced)
        tool.save_reported.connect(self.save_reported)
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
            self.place_changed.emit(shown.place)

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))

    def _tell_done(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, undoable=True))
