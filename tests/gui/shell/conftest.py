"""A window with small pages, as real as the app's own but without a library."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from arcareer.domain.changes import Change, ChangeSet, EntityKind
from arcareer_ui.bus import ChangeBus
from arcareer_ui.capture.panel import CapturePanel
from arcareer_ui.commands import FIND_IN_PAGE, CommandSpec
from arcareer_ui.page import Page, PageSpec, Route
from arcareer_ui.shell.main_window import MainWindow
from arcareer_ui.shell.palette_entries import PaletteEntry, PaletteGroup
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.theme.theme import Theme
from arcareer_ui.undo import UndoController
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.page_header import PageHeader
from arcareer_ui.window_state import WindowState
from tests.support.audit import settle
from tests.support.dialogs import FakeDialogs

SAVE_AS_WORD = CommandSpec("save-as-word", "Save as Word", "download", ("Ctrl+E",), place="brag")


class SmallPage(Page):
    """A page with a field, a text and a button, that writes down what happens to it."""

    shows = frozenset({EntityKind.WIN})

    def __init__(self, title: str, commands: Sequence[CommandSpec] = ()) -> None:
        super().__init__()
        self.events: list[str] = []
        self.commands = commands
        self.line, self.box = LineEdit(f"{title} line"), GrowText(f"{title} box")
        layout = column(self, margins=(32, 24, 20, 24), spacing=16)
        layout.addWidget(PageHeader(title, "A line about it.", actions=(Button("Do it", "primary"),)))
        layout.addWidget(self.line)
        layout.addWidget(self.box)
        layout.addStretch(1)

    def activated(self, route: Route) -> None:
        self.events.append(f"activated {route}")

    def refresh(self, changes: ChangeSet | None) -> None:
        self.events.append("refreshed" if changes else "caught up")

    def flush(self) -> None:
        self.events.append("flushed")

    def first_focus(self) -> QWidget:
        return self.line

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        return {spec.id: lambda name=spec.id: self.events.append(name) for spec in self.commands}  # type: ignore[misc]


def spec(id_: str, title: str, section: Any, shortcut: str = "", *commands: CommandSpec, routes: Any = ()) -> PageSpec:
    icons = {
        "week": "calendar-check",
        "wins": "trophy",
        "prep": "pen-line",
        "brag": "file-text",
        "settings": "settings",
    }
    return PageSpec(
        id_,
        title,
        icons[id_],
        section,
        lambda _: SmallPage(title, commands),
        shortcut,
        routes=routes,
        commands=commands,
    )


class SmallPanel(CapturePanel):
    """A panel with a field and no services: what is typed stands in for the win."""

    def __init__(self) -> None:
        QWidget.__init__(self)
        self.field = LineEdit("What went well?")
        self.flushed = 0
        column(self).addWidget(self.field)
        self.field.returnPressed.connect(lambda: self.saved.emit(self.field.text(), False))

    def begin(self, text: str = "") -> None:
        self.field.setFocus()
        if text:
            self.field.setText(text)

    def flush(self) -> None:
        self.flushed += 1


SPECS = (
    spec("week", "This week", "week", "Ctrl+1"),
    spec("wins", "Wins & more", "week", "Ctrl+2", FIND_IN_PAGE, routes=("win",)),
    spec("prep", "Prep studio", "prepare", "Ctrl+4"),
    spec("brag", "Brag sheet", "deliver", "Ctrl+7", SAVE_AS_WORD),
    spec("settings", "Settings", "foot", "Ctrl+,"),
)


@dataclass
class Desk:
    """A window with everything a test wants to reach."""

    window: MainWindow
    undo: UndoController
    bus: ChangeBus
    dialogs: FakeDialogs
    state: WindowState
    built: list[str]
    applied: list[Change] = field(default_factory=list)

    @property
    def panel(self) -> SmallPanel:
        panel = self.window.capture.content
        assert isinstance(panel, SmallPanel)
        return panel

    def page(self) -> SmallPage:
        page = self.window.pages.current
        assert isinstance(page, SmallPage)
        return page

    def go(self, route: str) -> SmallPage:
        assert self.window.router.go(route)
        settle()
        return self.page()


def find_wins(query: str) -> Sequence[PaletteGroup]:
    titles = ("Agreed a plan with Northgate Freight", "Northgate moved to 30-day terms", "Cleared the Harlow backlog")
    hits = (title for title in titles if query.casefold() in title.casefold())
    return [PaletteGroup("Wins", tuple(PaletteEntry(title, "trophy", "16 Oct", "win/1") for title in hits))]


MakeDesk = Callable[[], Desk]


def _save(window: QWidget) -> None:
    """Leave nothing unsaved, so that the window closes without a question."""
    if isinstance(window, MainWindow):
        window.report_save(SaveReport(SaveState.SAVED))


@pytest.fixture
def make_desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> MakeDesk:
    """Open windows on the same remembered state."""
    desks: list[Desk] = []

    def make() -> Desk:
        applied: list[Change] = []
        built: list[str] = []
        undo, bus, dialogs = UndoController(applied.append), ChangeBus(), FakeDialogs()
        state = WindowState(tmp_path / "window.ini")

        def build(page: PageSpec) -> Page:
            built.append(page.id)
            return page.build(None)

        window = MainWindow(
            SPECS,
            build,
            undo=undo,
            bus=bus,
            state=state,
            dialogs=dialogs,
            capture=SmallPanel,
            providers=lambda: (find_wins,),
        )
        desk = Desk(window, undo, bus, dialogs, state, built, applied)
        desks.append(desk)
        qtbot.addWidget(window, before_close_func=_save)
        window.start()
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        settle()
        return desk

    return make


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """One window at 1280 x 800, on its first page."""
    return make_desk()
