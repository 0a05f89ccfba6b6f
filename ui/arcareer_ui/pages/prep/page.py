"""The Prep studio: its tabs, and what they ask of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer_ui.acts import Acts
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.prep.checklist import ChecklistTab
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from arcareer.services.checklist import ChecklistService
    from arcareer.services.journal import JournalService
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

VALUE_CHECKLIST = "value-checklist"


class PrepPage(Page):
    """Tabs of tools. Routes: `prep/<tab>` and `prep/value-checklist/<item>`."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {EntityKind.WIN, EntityKind.CHECKLIST_CLAIM, EntityKind.CHECKLIST_ARRANGEMENT}
    )

    def __init__(
        self,
        *,
        checklist: ChecklistService,
        journal: JournalService,
        content: ContentLibrary,
        undo: UndoController,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        acts = Acts(undo, self)
        acts.refused.connect(self._tell)
        self.checklist = ChecklistTab(
            checklist=checklist, journal=journal, content=content, acts=acts, state=state, clock=clock
        )
        self.checklist.open_win.connect(lambda win: self.open_route.emit(f"win/{win}"))
        self.checklist.announced.connect(self.announced)
        self.checklist.told.connect(self._tell_done)
        self.tabs = Tabs(self.tr("Prep studio tools"))
        self.tabs.add(VALUE_CHECKLIST, self.tr("Value checklist"), lambda: self.checklist)
        layout = column(self, margins=(32, 22, 0, 0), spacing=8)
        layout.addWidget(PageHeader(self.tr("Prep studio")))
        layout.addWidget(self.tabs, 1)
        self.tabs.changed.connect(lambda tab: self.place_changed.emit(f"prep/{tab}"))

    def activated(self, route: Route) -> None:
        """Show the tab, and the item, a route names."""
        tab = route.args[0] if route.args else self.tabs.current
        if tab in self.tabs.ids:
            self.tabs.set_current(tab)
        if tab == VALUE_CHECKLIST and len(route.args) > 1:
            self.checklist.open_item(route.args[1])

    def refresh(self, changes: ChangeSet | None) -> None:  # noqa: ARG002 - the board is small
        """Read the checklist again."""
        self.checklist.refresh()

    def flush(self) -> None:
        """Store what is typed."""
        self.checklist.flush()

    def first_focus(self) -> QWidget | None:
        """Start on the item on show."""
        return self.checklist.first_focus

    def regions(self) -> Sequence[QWidget]:
        """Groups, then the item."""
        return (self.checklist.board, self.checklist.panel)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Move items, add one, go to a tab."""
        tabs = {f"tab-{number}": partial(self.tabs.set_current, tab) for number, tab in enumerate(self.tabs.ids, 1)}
        return {
            **tabs,
            "move-up": partial(self.checklist.move_item, -1),
            "move-down": partial(self.checklist.move_item, 1),
            "new-item": self.checklist.add_own,
        }

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))

    def _tell_done(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, undoable=True))
