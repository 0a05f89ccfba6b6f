"""Find anything: go, find and do from one field."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from arcareer_ui.commands import LOG_WIN, CommandTable
from arcareer_ui.shell.overlay import TOP, Overlay
from arcareer_ui.shell.palette_entries import PaletteEntry, PaletteGroup, PaletteProvider, matches
from arcareer_ui.shell.palette_model import ROW, PaletteDelegate, PaletteModel
from arcareer_ui.shell.router import Place
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import row
from arcareer_ui.widgets.icon import Icon, KeyHint
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.rule import Rule

PAUSE_MS = 50
RECENT = 5
MOST_ROWS_HIGH = 420
FRAME = 130
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Palette(Overlay):
    """A field over the window: results of the providers, places, and every command with its shortcut.

    `route_chosen`, `command_chosen` and `log_asked` (with the text typed) carry the choice; the palette has closed.
    """

    route_chosen = Signal(str)
    command_chosen = Signal(str)
    log_asked = Signal(str)
    announced = Signal(str)

    def __init__(
        self,
        window: QWidget,
        commands: CommandTable,
        places: Sequence[PaletteEntry],
        recent: Callable[[int], Sequence[Place]],
        providers: Sequence[PaletteProvider] = (),
    ) -> None:
        super().__init__(window, self.tr("Find anything"))
        self._commands, self._places, self._recent, self._providers = commands, places, recent, providers
        self.field = LineEdit(self.tr("Find anything"), self.tr("Find, go or do"), size="overlay")
        self._model = PaletteModel(self)
        self._list = QListView()
        self._build()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.field.textChanged.connect(self._pause.start)
        self.field.installEventFilter(self)
        self._list.clicked.connect(self._choose_index)

    @property
    def entries(self) -> tuple[PaletteEntry, ...]:
        """Return what is offered now."""
        return self._model.entries()

    @property
    def chosen(self) -> PaletteEntry | None:
        """Return the entry Enter would take."""
        return self._model.entry(self._list.currentIndex().row())

    def open(self) -> None:
        """Start with an empty field and the last places."""
        self.field.clear()
        self.look()
        super().open()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Search no more while nobody looks."""
        super().hideEvent(event)
        self._pause.stop()

    def look(self) -> None:
        """Search for what is typed now."""
        self._pause.stop()
        query = self.field.text().strip()
        self._model.show(self._found(query) if query else self._at_rest(), query)
        self._go_to(self._model.neighbour(-1, 1))
        self._list.setFixedHeight(self._height())
        self.fit()
        if query:
            self.announced.emit(self.tr("%n result(s)", "", len(self.entries)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field keep the keyboard while Up, Down and Enter move in the list."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if (enter or step is not None) and self._pause.isActive():
                self.look()
            if step is not None:
                self._go_to(self._model.neighbour(self._list.currentIndex().row(), step))
                return True
            if enter:
                self._choose_index(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.body.setContentsMargins(8, 8, 8, 8)
        top = row(margins=(12, 4, 12, 8), spacing=14)
        top.addWidget(Icon("search", "text2", 20))
        top.addWidget(self.field, 1)
        top.addWidget(KeyHint(self.tr("Esc")))
        self.body.addLayout(top)
        self.body.addWidget(Rule())
        self.body.addSpacing(6)
        self._list.setModel(self._model)
        self._list.setItemDelegate(PaletteDelegate(self._list))
        self._list.setAccessibleName(self.tr("Results"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.body.addWidget(self._list)
        self.body.addSpacing(8)
        self.body.addWidget(Rule())
        foot = row(margins=(12, 10, 12, 4), spacing=6)
        for keys, words in (
            ("↑ ↓", self.tr("move")),
            (self.tr("Enter"), self.tr("open")),
            (self.tr("Esc"), self.tr("close")),
        ):
            foot.addWidget(KeyHint(keys))
            foot.addWidget(Label(words, "caption"))
            foot.addSpacing(8)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def _found(self, query: str) -> list[PaletteGroup]:
        groups = [group for provider in self._providers for group in provider(query)]
        places = tuple(place for place in self._places if matches(query, place.title))
        log = PaletteEntry(
            self.tr("Log a win about “{text}”").format(text=query),
            LOG_WIN.icon,
            LOG_WIN.keys,
            run=lambda: self.log_asked.emit(query),
        )
        do = (log, *(entry for entry in self._command_entries() if matches(query, entry.title)))
        return [*groups, PaletteGroup(self.tr("Go to"), places), PaletteGroup(self.tr("Do"), do)]

    def _at_rest(self) -> list[PaletteGroup]:
        recent = tuple(PaletteEntry(place.title, "history", route=place.route) for place in self._recent(RECENT))
        return [
            PaletteGroup(self.tr("Last places"), recent),
            PaletteGroup(self.tr("Go to"), tuple(self._places)),
            PaletteGroup(self.tr("Do"), tuple(self._command_entries())),
        ]

    def _command_entries(self) -> list[PaletteEntry]:
        wanted = [spec for spec in self._commands.specs if spec.in_palette]
        return [
            PaletteEntry(
                self._commands.action(spec.id).text(),
                spec.icon or "command",
                spec.keys,
                run=lambda command=spec.id: self.command_chosen.emit(command),  # type: ignore[misc]
            )
            for spec in wanted
            if self._commands.is_enabled(spec.id)
        ]

    def _go_to(self, at: int) -> None:
        if at < 0:
            return
        index = self._model.index(at)
        self._list.setCurrentIndex(index)
        self.field.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _height(self) -> int:
        wanted = sum(self._list.sizeHintForRow(at) for at in range(self._model.rowCount()))
        window = self.parentWidget()
        room = window.height() if window is not None else MOST_ROWS_HIGH
        theme = current_theme()
        return max(theme.px(ROW), min(wanted, theme.px(MOST_ROWS_HIGH), room - TOP - theme.px(FRAME))) + 2

    def _choose_index(self, index: QModelIndex) -> None:
        entry = self._model.entry(index.row())
        if entry is None:
            return
        self.dismiss()
        if entry.run is not None:
            entry.run()
        else:
            self.route_chosen.emit(entry.route)
