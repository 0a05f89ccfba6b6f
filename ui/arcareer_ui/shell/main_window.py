"""The window: rail, pages, and what lies over them. It wires parts together and decides nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from arcareer_ui.bus import ChangeBus
from arcareer_ui.commands import CommandTable
from arcareer_ui.dialogs import Dialogs
from arcareer_ui.page import Page, PageSpec, Route
from arcareer_ui.shell.banner_slot import BannerSlot
from arcareer_ui.shell.closing import ask_before_closing
from arcareer_ui.shell.overlays import Overlays
from arcareer_ui.shell.page_host import PageHost
from arcareer_ui.shell.place_memory import PlaceMemory
from arcareer_ui.shell.rail import BRAND, Rail
from arcareer_ui.shell.regions import go_to_next, put_before
from arcareer_ui.shell.registry import GO, GUIDE, all_commands, page_title, route_heads
from arcareer_ui.shell.router import Router
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.shell.stepping import Stepper
from arcareer_ui.shell.toasts import ToastHost
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import RAIL_COMPACT_BELOW
from arcareer_ui.undo import UndoController
from arcareer_ui.widgets.announcer import Announcer
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.window_state import MINIMUM_SIZE, WindowState

if TYPE_CHECKING:
    from arcareer_ui.shell.palette_entries import PaletteProvider
    from arcareer_ui.shell.quick_capture import BuildPanel, QuickCapture


class MainWindow(QMainWindow):
    """The app's window.

    `win_captured` carries a win logged elsewhere and whether to open its details; `text_size_asked` -1, 0 or 1;
    `closing` comes once, when the window really closes; `save_reported` carries each `SaveReport`.
    """

    win_captured = Signal(object, bool)
    text_size_asked = Signal(int)
    closing = Signal()
    save_reported = Signal(object)

    def __init__(
        self,
        specs: Sequence[PageSpec],
        build: Callable[[PageSpec], Page],
        *,
        undo: UndoController,
        bus: ChangeBus,
        state: WindowState,
        dialogs: Dialogs,
        capture: BuildPanel,
        providers: Callable[[], Sequence[PaletteProvider]] = tuple,
    ) -> None:
        """Put the window together; `build`, `capture` and `providers` make their parts when these are first wanted."""
        super().__init__()
        self._specs = {spec.id: spec for spec in specs}
        self._state, self._dialogs, self._places = state, dialogs, PlaceMemory(state)
        self._may_close = self._has_closed = False
        self.setWindowTitle(BRAND)
        self.setMinimumSize(MINIMUM_SIZE)
        self.pages = PageHost(specs, build)
        self.banners = BannerSlot()
        self.rail = Rail(specs)
        self._lay_out()
        self.router = Router(route_heads(specs), self)
        self.commands = CommandTable(all_commands(specs), self)
        self.toasts = ToastHost(self._content)
        self.announcer = Announcer(self)
        self.overlays = Overlays(
            self,
            self.commands,
            specs=specs,
            recent=self.router.recent,
            providers=providers,
            build_panel=capture,
            log_here=self.pages.log_here,
        )
        self._stepper = Stepper(undo, self.commands, self.pages.flush)
        undo.stack.indexChanged.connect(self.toasts.note_change)
        self._handlers = self._own_handlers()
        self._connect(bus)

    @property
    def capture(self) -> QuickCapture:
        """Return what logs a win from anywhere."""
        return self.overlays.capture

    def start(self) -> None:
        """Take the remembered size and open the last place, or the first page; show the window after this."""
        self._state.restore_window(self)
        if not self.router.go(self._places.last):
            self.router.go(next(iter(self._specs)))

    def report_save(self, report: SaveReport) -> None:
        """Show a step of saving at the foot of the rail."""
        self.rail.status.report(report)
        self.save_reported.emit(report)

    def _lay_out(self) -> None:
        root = QWidget()
        root.setObjectName("canvas")
        root.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._content = QWidget()
        body = column(self._content)
        body.addWidget(self.banners)
        body.addWidget(self.pages, 1)
        line = row(root)
        line.addWidget(self._content, 1)  # first in tab order: the page is read before the rail
        line.insertWidget(0, self.rail)
        self.setCentralWidget(root)

    def _connect(self, bus: ChangeBus) -> None:
        bus.changed.connect(self.pages.hear)
        self.pages.built.connect(self._adopt)
        self.router.arrived.connect(self._arrive)
        self.commands.triggered.connect(self._call)
        self.rail.chosen.connect(self._choose_place)
        self.rail.log_asked.connect(partial(self._call, "log-win"))
        self.rail.find_asked.connect(partial(self._call, "find-anything"))
        self.rail.status.warned.connect(self.announcer.warn)
        self.overlays.route_chosen.connect(self.router.go)
        self.overlays.command_chosen.connect(self._call)
        self.overlays.announced.connect(self.announcer.say)
        self.overlays.win_captured.connect(self.win_captured)
        self.overlays.keyboard_lost.connect(self._give_keyboard)
        self.toasts.undo_asked.connect(self._stepper.take_back)
        self.toasts.shown.connect(lambda toast: put_before(self.rail.first_stop(), toast.stops))
        self.toasts.announced.connect(self.announcer.say)

    def _own_handlers(self) -> dict[str, Callable[[], None]]:
        handlers: dict[str, Callable[[], None]] = {
            "log-win": self.overlays.log,
            "find-anything": self.overlays.find,
            "undo": self._stepper.back,
            "redo": self._stepper.forth,
            "go-back": self.router.back,
            "save-now": self._save_now,
            "next-region": partial(self._next_region, 1),
            "previous-region": partial(self._next_region, -1),
            "larger-text": partial(self.text_size_asked.emit, 1),
            "smaller-text": partial(self.text_size_asked.emit, -1),
            "normal-text": partial(self.text_size_asked.emit, 0),
            "keyboard-list": self.overlays.show_keys,
        }
        return handlers | {GO + page_id: partial(self._choose_place, page_id) for page_id in self._specs}

    def _adopt(self, page: Page) -> None:
        page.open_route.connect(self.router.go)
        page.place_changed.connect(self._note_place)
        page.place_made.connect(self.router.settle_at)
        page.toasted.connect(self.toasts.show)
        page.announced.connect(self.announcer.say)
        page.save_reported.connect(self.report_save)

    def _choose_place(self, page_id: str) -> None:
        if page_id != self.pages.current_id:
            topic = self.pages.help_topic if page_id == GUIDE else ""
            self.router.go(f"{GUIDE}/{topic}" if topic else self._places.of(page_id))

    def _arrive(self, page_id: str, route: Route) -> None:
        self.pages.visit(page_id, route)
        self.rail.set_current(page_id)
        self._note_place(self.router.asked)
        self._enable_commands()
        if not self.rail.is_stepping:
            self._give_keyboard()

    def _give_keyboard(self) -> None:
        """Let the keyboard start in the page on show."""
        focus = self.pages.current.first_focus() if self.pages.current is not None else None
        if focus is not None:
            QTimer.singleShot(0, focus, partial(focus.setFocus, Qt.FocusReason.OtherFocusReason))

    def _note_place(self, route: str) -> None:
        page = self.pages.current
        spec = self._specs[self.pages.current_id]
        self.router.note(route)
        self.router.name_current((page.place_title if page is not None else "") or page_title(spec))
        self._places.note(spec.id, route)

    def _enable_commands(self) -> None:
        page = self.pages.current
        theirs = set(page.handlers()) if page is not None else set()
        elsewhere = {spec.id for spec in self.commands.specs if spec.place}
        self.commands.set_enabled(theirs | elsewhere | set(self._handlers))

    def _call(self, command: str) -> None:
        page = self.pages.current
        handler = page.handlers().get(command) if page is not None else None
        if handler is None and command not in self._handlers:
            place = next((spec.place for spec in self.commands.specs if spec.id == command), "")
            if place and self.router.go(place) and self.pages.current is not None:
                handler = self.pages.current.handlers().get(command)
        handler = handler or self._handlers.get(command)
        if handler is not None:
            handler()

    def _save_now(self) -> None:
        self.pages.flush()
        self.announcer.say(self.rail.status.text)

    def _next_region(self, step: int) -> None:
        page = self.pages.current
        parts = [self.rail, self.banners, *(page.regions() if page is not None else ())]
        toast = self.toasts.toast
        go_to_next([*parts, toast] if toast is not None else parts, step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail when there is little room."""
        super().resizeEvent(event)
        compact = self.width() < RAIL_COMPACT_BELOW * current_theme().scale
        if compact != self.rail.compact:
            self.rail.set_compact(compact)

    def changeEvent(self, event: QEvent) -> None:
        """Write what is typed when the window loses the keyboard; fold the rail with the text scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow() and not self._has_closed:
            self.pages.flush()
        elif event.type() == QEvent.Type.StyleChange:
            self.rail.set_compact(self.width() < RAIL_COMPACT_BELOW * current_theme().scale)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write everything; ask first if that could not be done."""
        self.pages.flush()
        if self.rail.status.state is SaveState.NOT_SAVED and not self._may_close:
            event.ignore()
            ask_before_closing(self._dialogs, self._close_anyway)
            return
        self._state.save_window(self)
        self._state.write()
        self.closing.emit()
        self._has_closed = True
        super().closeEvent(event)

    def _close_anyway(self, sure: bool) -> None:  # noqa: FBT001 - the shape of the answer
        if sure:
            self._may_close = True
            QTimer.singleShot(0, self, self.close)  # Qt takes no close while it is closing
