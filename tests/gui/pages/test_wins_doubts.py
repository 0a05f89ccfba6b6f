"""What a reader would ask about the figures of a win stands quietly below them, once typing has paused."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from arcareer.domain.figures import Unit
from arcareer_ui.pages import wins
from arcareer_ui.pages.wins.figures import FiguresEditor
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.wins_desk import FRIDAY, detail, editors, show, type_in, undo
from tests.support.builders import a_figure, a_win
from tests.support.opened import Opened

DSO = a_figure(29, 41, measure="DSO", unit=Unit.DAYS, currency="")
BOLD = a_win("Chased late payers; best possible DSO is 32", happened_on=FRIDAY, figures=(DSO,))
PLAIN = a_win("Cleared the backlog", happened_on=FRIDAY, figures=(a_figure(12_480),))


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    desk = open_pages((wins.SPEC,))
    desk.wins(BOLD, PLAIN)
    show(desk, PLAIN.id)
    return desk


def editor(opened: Opened) -> FiguresEditor:
    return editors(opened).figures


def test_what_cannot_be_is_said_below_the_figures_and_goes_with_the_win(opened: Opened, qtbot: QtBot) -> None:
    show(opened, BOLD.id)
    qtbot.waitUntil(lambda: "not to 29" in editor(opened).doubts, timeout=6_000)
    show(opened, PLAIN.id)
    assert editor(opened).doubts == ""


def test_it_follows_what_is_typed_and_what_is_undone(opened: Opened, qtbot: QtBot) -> None:
    type_in(detail(opened).headline, " and cut disputes by 130%")
    typed = QApplication.focusWidget()
    qtbot.waitUntil(lambda: "130%" in editor(opened).doubts, timeout=6_000)
    assert QApplication.focusWidget() is typed
    detail(opened).theme.setFocus()
    undo(opened)
    qtbot.waitUntil(lambda: editor(opened).doubts == "", timeout=6_000)
