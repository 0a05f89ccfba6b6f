"""Everything the user can do by name: one table for shortcuts, palette and keyboard list.

A command belongs to the window or to the pages that take part in it (`PageSpec.commands`, `Page.handlers`). The same
shortcut never means two things.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from arcareer_ui.words import QT_TRANSLATE_NOOP


class CommandSpec(NamedTuple):
    """A command: its words (wrapped in `QT_TRANSLATE_NOOP("Command", ...)`), icon and shortcuts in Qt's notation.

    `place` is the route to open first when the page on show takes no part in the command.
    """

    id: str
    text: str
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    place: str = ""
    in_palette: bool = True

    @property
    def words(self) -> str:
        """Return the words in the user's language."""
        return QCoreApplication.translate("Command", self.text)

    @property
    def keys(self) -> str:
        """Return the first shortcut as this system writes it; empty for none."""
        return native_keys(self.shortcuts[0]) if self.shortcuts else ""


LOG_WIN = CommandSpec("log-win", QT_TRANSLATE_NOOP("Command", "Log a win"), "plus", ("Ctrl+N",))
FIND_ANYTHING = CommandSpec(
    "find-anything", QT_TRANSLATE_NOOP("Command", "Find anything"), "search", ("Ctrl+K", "F10"), in_palette=False
)
UNDO = CommandSpec("undo", QT_TRANSLATE_NOOP("Command", "Undo"), "undo-2", ("Ctrl+Z",))
REDO = CommandSpec("redo", QT_TRANSLATE_NOOP("Command", "Redo"), "redo-2", ("Ctrl+Y", "Ctrl+Shift+Z"))
GO_BACK = CommandSpec("go-back", QT_TRANSLATE_NOOP("Command", "Back"), "arrow-left", ("Alt+Left",))
SAVE_NOW = CommandSpec("save-now", QT_TRANSLATE_NOOP("Command", "Save now"), "save", ("Ctrl+S",))
NEXT_REGION = CommandSpec(
    "next-region", QT_TRANSLATE_NOOP("Command", "Next part of the window"), "", ("F6",), in_palette=False
)
PREVIOUS_REGION = CommandSpec(
    "previous-region", QT_TRANSLATE_NOOP("Command", "Previous part of the window"), "", ("Shift+F6",), in_palette=False
)
LARGER_TEXT = CommandSpec("larger-text", QT_TRANSLATE_NOOP("Command", "Larger text"), "zoom-in", ("Ctrl++", "Ctrl+="))
SMALLER_TEXT = CommandSpec("smaller-text", QT_TRANSLATE_NOOP("Command", "Smaller text"), "zoom-out", ("Ctrl+-",))
NORMAL_TEXT = CommandSpec("normal-text", QT_TRANSLATE_NOOP("Command", "Normal text size"), "type", ("Ctrl+0",))
KEYBOARD_LIST = CommandSpec("keyboard-list", QT_TRANSLATE_NOOP("Command", "Keyboard list"), "keyboard", ("Ctrl+/",))

WINDOW_COMMANDS = (
    LOG_WIN,
    FIND_ANYTHING,
    UNDO,
    REDO,
    GO_BACK,
    SAVE_NOW,
    NEXT_REGION,
    PREVIOUS_REGION,
    LARGER_TEXT,
    SMALLER_TEXT,
    NORMAL_TEXT,
    KEYBOARD_LIST,
)

# commands pages take part in; each keeps its meaning on every page
FIND_IN_PAGE = CommandSpec(
    "find-in-page", QT_TRANSLATE_NOOP("Command", "Search in this page"), "search", ("Ctrl+F",), in_palette=False
)
NEW_ITEM = CommandSpec(
    "new-item", QT_TRANSLATE_NOOP("Command", "New entry on this page"), "plus", ("Ctrl+Shift+N",), in_palette=False
)
COPY_TEXT = CommandSpec(
    "copy-text", QT_TRANSLATE_NOOP("Command", "Copy as text"), "copy", ("Ctrl+Shift+C",), place="brag-sheet"
)
RENAME = CommandSpec("rename", QT_TRANSLATE_NOOP("Command", "Edit"), "pencil", ("F2",), in_palette=False)
REHEARSE = CommandSpec(
    "rehearse", QT_TRANSLATE_NOOP("Command", "Rehearse an answer"), "play", ("Ctrl+R",), place="prep/star/rehearse"
)
WRITE_ANSWER = CommandSpec(
    "write-answer", QT_TRANSLATE_NOOP("Command", "Write a STAR answer"), "messages-square", place="prep/star/new"
)
MOVE_UP = CommandSpec("move-up", QT_TRANSLATE_NOOP("Command", "Move up"), "arrow-up", ("Alt+Up",), in_palette=False)
MOVE_DOWN = CommandSpec(
    "move-down", QT_TRANSLATE_NOOP("Command", "Move down"), "arrow-down", ("Alt+Down",), in_palette=False
)
NEXT_FINDING = CommandSpec(
    "next-finding", QT_TRANSLATE_NOOP("Command", "Next finding"), "chevron-down", ("F8",), in_palette=False
)
PREVIOUS_FINDING = CommandSpec(
    "previous-finding", QT_TRANSLATE_NOOP("Command", "Previous finding"), "chevron-up", ("Shift+F8",), in_palette=False
)
USE_SUGGESTION = CommandSpec(
    "use-suggestion", QT_TRANSLATE_NOOP("Command", "Use this suggestion"), "check", ("Ctrl+.",), in_palette=False
)
IGNORE_HERE = CommandSpec(
    "ignore-here", QT_TRANSLATE_NOOP("Command", "Ignore here"), "eye-off", ("Alt+I",), in_palette=False
)
CHECK_WORDING = CommandSpec("check-wording", QT_TRANSLATE_NOOP("Command", "Check the wording"), "scan-text", ("F7",))
FINDING_COMMANDS = (NEXT_FINDING, PREVIOUS_FINDING, USE_SUGGESTION, IGNORE_HERE)
ADD_MONTH = CommandSpec(
    "add-month", QT_TRANSLATE_NOOP("Command", "Add a month of figures"), "calendar-plus", place="metrics"
)
IMPORT_LEDGER = CommandSpec("import-ledger", QT_TRANSLATE_NOOP("Command", "Import a ledger"), "upload", place="metrics")
ALL_FIGURES = CommandSpec(
    "all-figures", QT_TRANSLATE_NOOP("Command", "All figures in one table"), "table-2", place="metrics"
)
LEDGER_CHANGES = CommandSpec(
    "ledger-changes", QT_TRANSLATE_NOOP("Command", "What changed between two imports"), "split", place="metrics"
)
METRIC_COMMANDS = (ADD_MONTH, IMPORT_LEDGER, ALL_FIGURES, LEDGER_CHANGES)
TAB_COMMANDS = tuple(
    CommandSpec(f"tab-{number}", text, "", (f"Alt+{number}",), in_palette=False)
    for number, text in enumerate(
        (
            QT_TRANSLATE_NOOP("Command", "First tab"),
            QT_TRANSLATE_NOOP("Command", "Second tab"),
            QT_TRANSLATE_NOOP("Command", "Third tab"),
            QT_TRANSLATE_NOOP("Command", "Fourth tab"),
            QT_TRANSLATE_NOOP("Command", "Fifth tab"),
            QT_TRANSLATE_NOOP("Command", "Sixth tab"),
        ),
        start=1,
    )
)


class CommandTable(QObject):
    """The commands of a window as actions. `triggered` carries the id of the one called."""

    triggered = Signal(str)

    def __init__(self, specs: Iterable[CommandSpec], window: QWidget) -> None:
        """Take the commands; the same one may come twice, two with one id or shortcut may not (`ValueError`)."""
        super().__init__(window)
        self._specs: dict[str, CommandSpec] = {}
        self._actions: dict[str, QAction] = {}
        taken: dict[str, str] = {}
        for spec in specs:
            known = self._specs.get(spec.id)
            if known is not None and known != spec:
                raise ValueError(f"two commands are called {spec.id}")
            if known is None:
                self._claim(spec, taken)
                self._add(spec, window)

    @property
    def specs(self) -> tuple[CommandSpec, ...]:
        """Return all commands in order."""
        return tuple(self._specs.values())

    def action(self, command: str) -> QAction:
        """Return the action of a command."""
        return self._actions[command]

    def set_enabled(self, enabled: Iterable[str]) -> None:
        """Let exactly these commands be called; keys of the others go to whatever has the focus."""
        wanted = set(enabled)
        for command, action in self._actions.items():
            action.setEnabled(command in wanted)

    def is_enabled(self, command: str) -> bool:
        """Return whether a command can be called now."""
        return self._actions[command].isEnabled()

    def _claim(self, spec: CommandSpec, taken: dict[str, str]) -> None:
        for keys in spec.shortcuts:
            owner = taken.setdefault(_sequence(keys).toString(), spec.id)
            if owner != spec.id:
                raise ValueError(f"{keys} means {owner} and {spec.id}")

    def _add(self, spec: CommandSpec, window: QWidget) -> None:
        action = QAction(spec.words, self)
        action.setObjectName(spec.id)
        action.setShortcuts([_sequence(keys) for keys in spec.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(self._tell)
        window.addAction(action)
        self._specs[spec.id] = spec
        self._actions[spec.id] = action

    def _tell(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.triggered.emit(action.objectName())


def native_keys(shortcut: str) -> str:
    """Return a shortcut as this system writes it."""
    return _sequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def _sequence(shortcut: str) -> QKeySequence:
    """Return the keys; read as the user's language writes them, Qt would translate the name of every key there is."""
    return QKeySequence(shortcut, QKeySequence.SequenceFormat.PortableText)
