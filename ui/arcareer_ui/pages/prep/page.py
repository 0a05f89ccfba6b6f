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
from arcareer_ui.commands import FINDING_COMMANDS
from arcareer_ui.page import Page, Route
from arcareer_ui.pages.prep.checklist import ChecklistTab
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from arcareer.services.checklist import ChecklistService
    from arcareer.services.journal import JournalService
    from arcareer_ui.pages.prep.red_flags.tab import RedFlagsTab
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

VALUE_CHECKLIST, RED_FLAGS = "value-checklist", "red-flags"
FINDING_ACTS = tuple(command.id for command in FINDING_COMMANDS)


class PrepPage(Page):
    """Tabs of tools. Routes: `prep/<tab>`, `prep/value-checklist/<item>` and `prep/red-flags/<what>/<id>`."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {
            EntityKind.WIN,
            EntityKind.CHECKLIST_CLAIM,
            EntityKind.CHECKLIST_ARRANGEMENT,
            EntityKind.BULLET,
            EntityKind.WRITING_CHECKS,
        }
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
        red_flags: Callable[[Acts], RedFlagsTab],
    ) -> None:
        super().__init__()
        acts = Acts(undo, self)
        acts.refused.connect(self._tell)
        self.red_flags: RedFlagsTab | None = None
        self._make_red_flags = partial(red_flags, acts)
        self._header_side = row(margins=(0, 0, 32, 0))
        self.checklist = ChecklistTab(
            checklist=checklist, journal=journal, content=content, acts=acts, state=state, clock=clock
        )
        self.checklist.open_win.connect(lambda win: self.open_route.emit(f"win/{win}"))
        self.checklist.announced.connect(self.announced)
        self.checklist.told.connect(self._tell_done)
        self.tabs = Tabs(self.tr("Prep studio tools"))
        self.tabs.add(VALUE_CHECKLIST, self.tr("Value checklist"), lambda: self.checklist)
        self.tabs.add(RED_FLAGS, self.tr("Red flags"), self._build_red_flags)
        side = QWidget()
        side.setLayout(self._header_side)
        layout = column(self, margins=(32, 22, 0, 0), spacing=8)
        layout.addWidget(PageHeader(self.tr("Prep studio"), actions=(side,)))
        layout.addWidget(self.tabs, 1)
        self.tabs.changed.connect(self._arrive)

    def activated(self, route: Route) -> None:
        """Show the tab, and the item, a route names."""
        tab = route.args[0] if route.args else self.tabs.current
        if tab in self.tabs.ids:
            self.tabs.set_current(tab)
        if tab == VALUE_CHECKLIST and len(route.args) > 1:
            self.checklist.open_item(route.args[1])
        if tab == RED_FLAGS and self.red_flags is not None:
            self.red_flags.open(route.args[1:])

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read again what is shown."""
        self.checklist.refresh()
        if self.red_flags is not None:
            self.red_flags.refresh(changes)

    def flush(self) -> None:
        """Store what is typed."""
        self.checklist.flush()
        if self.red_flags is not None:
            self.red_flags.flush()

    def first_focus(self) -> QWidget | None:
        """Start where the tab on show wants to."""
        flags = self._shown_flags()
        return flags.first_focus if flags is not None else self.checklist.first_focus

    def regions(self) -> Sequence[QWidget]:
        """The parts of the tab on show."""
        flags = self._shown_flags()
        return flags.regions if flags is not None else (self.checklist.board, self.checklist.panel)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Move items, add one, go to a tab."""
        tabs = {f"tab-{number}": partial(self.tabs.set_current, tab) for number, tab in enumerate(self.tabs.ids, 1)}
        return {
            **tabs,
            "move-up": partial(self.checklist.move_item, -1),
            "move-down": partial(self.checklist.move_item, 1),
            "new-item": self.checklist.add_own,
            **{name: partial(self._flags_act, name) for name in FINDING_ACTS},
        }

    def _build_red_flags(self) -> QWidget:
        flags = self.red_flags = self._make_red_flags()
        self._header_side.addWidget(flags.header)
        flags.open_route.connect(self.open_route)
        flags.place_changed.connect(self.place_changed)
        flags.announced.connect(self.announced)
        flags.save_reported.connect(self.save_reported)
        flags.told.connect(self._tell_done)
        flags.noted.connect(self._tell)
        return flags

    def _shown_flags(self) -> RedFlagsTab | None:
        return self.red_flags if self.tabs.current == RED_FLAGS else None

    def _flags_act(self, command: str) -> None:
        flags = self._shown_flags()
        if flags is not None:
            flags.handlers[command]()

    def _arrive(self, tab: str) -> None:
        flags = self._shown_flags()
        if self.red_flags is not None:
            self.red_flags.show_header(shown=flags is not None)
        self.place_changed.emit(flags.place if flags is not None else f"prep/{tab}")

    def _tell(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, icon="info"))

    def _tell_done(self, text: str) -> None:
        self.toasted.emit(ToastRequest(text, undoable=True))
