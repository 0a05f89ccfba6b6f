import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from arcareer_ui import commands
from arcareer_ui.commands import LOG_WIN, TAB_COMMANDS, WINDOW_COMMANDS, CommandSpec, CommandTable
from arcareer_ui.shell.registry import all_commands, route_heads
from arcareer_ui.theme.theme import Theme
from tests.gui.shell.conftest import SPECS

EVERY = [value for value in vars(commands).values() if isinstance(value, CommandSpec)] + list(TAB_COMMANDS)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_no_shortcut_means_two_things(window: QWidget) -> None:
    table = CommandTable((*WINDOW_COMMANDS, *EVERY), window)
    keys = [keys.toString() for spec in table.specs for keys in table.action(spec.id).shortcuts()]
    assert len(keys) == len(set(keys))
    assert all(keys)


@pytest.mark.parametrize("spec", EVERY, ids=lambda spec: spec.id)
def test_single_letters_are_no_shortcuts(spec: CommandSpec) -> None:
    for keys in spec.shortcuts:
        pressed = QKeySequence(keys)
        assert pressed.count() == 1
        assert "+" in keys or keys.startswith("F")


def test_two_commands_may_not_share_an_id_or_a_shortcut(window: QWidget) -> None:
    with pytest.raises(ValueError, match="log-win"):
        CommandTable((LOG_WIN, CommandSpec("log-win", "Another")), window)
    with pytest.raises(ValueError, match=r"Ctrl\+N"):
        CommandTable((LOG_WIN, CommandSpec("another", "Another", shortcuts=("Ctrl+N",))), window)


def test_two_pages_may_share_a_command(window: QWidget) -> None:
    table = CommandTable((*WINDOW_COMMANDS, LOG_WIN), window)
    assert [spec.id for spec in table.specs].count("log-win") == 1


def test_table_tells_which_command_was_called(window: QWidget) -> None:
    table = CommandTable(WINDOW_COMMANDS, window)
    told: list[str] = []
    table.triggered.connect(told.append)
    table.action("save-now").trigger()
    table.set_enabled({"undo"})
    table.action("save-now").trigger()
    table.action("undo").trigger()
    assert told == ["save-now", "undo"]


def test_every_page_can_be_gone_to_and_is_there_once(qapp: object) -> None:
    specs = {spec.id for spec in all_commands(SPECS)}
    assert {"go-week", "go-wins", "go-prep", "go-brag", "go-settings", "save-as-word"} <= specs
    assert route_heads(SPECS)["win"] == "wins"
    with pytest.raises(ValueError, match="wins"):
        route_heads((SPECS[1], SPECS[1]))
