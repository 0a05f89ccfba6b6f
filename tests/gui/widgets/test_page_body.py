import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from arcareer_ui.shell.regions import tab_stops
from arcareer_ui.theme.theme import Theme
from arcareer_ui.theme.tokens import CONTENT_WIDTH, PAGE_MARGIN, PAGE_MARGIN_COMPACT
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.layouts import Columns, FlowBox
from arcareer_ui.widgets.page_body import PageBody
from arcareer_ui.widgets.tab_order import follow_layout
from tests.support.audit import settle


@pytest.fixture
def body(qtbot: QtBot, theme: Theme) -> PageBody:
    page = PageBody()
    qtbot.addWidget(page)
    page.resize(1280, 400)
    page.show()
    return page


def labels(page: QWidget) -> list[str]:
    return [stop.label for stop in tab_stops(page) if isinstance(stop, Button)]


def test_margins_follow_the_width_of_the_window(body: PageBody) -> None:
    part = Card()
    body.column.addWidget(part)
    settle()
    assert part.x() == PAGE_MARGIN
    body.resize(1024, 400)
    settle()
    assert part.x() == PAGE_MARGIN_COMPACT


def test_content_is_never_wider_than_is_readable(body: PageBody) -> None:
    part = Card()
    body.column.addWidget(part)
    body.resize(1920, 400)
    settle()
    assert part.width() == CONTENT_WIDTH


def test_a_part_far_down_is_brought_into_view(body: PageBody) -> None:
    for _ in range(40):
        body.column.addWidget(Button("Row"))
    last = Button("Last")
    body.column.addWidget(last)
    body.reveal(last)
    settle()
    assert not last.visibleRegion().isEmpty()


def test_tab_goes_through_parts_added_later_as_they_are_read(body: PageBody) -> None:
    first, last = Button("1"), Button("6")
    columns = Columns()
    inner = row()
    inner.addWidget(Button("4"))
    later = FlowBox(Button("5"))
    left = column()
    left.addWidget(Button("3"))
    left.addLayout(inner)
    columns.add(left)
    columns.add(later)
    for part in (first, columns, last):
        body.column.addWidget(part)
    body.column.insertWidget(1, Button("2"))
    settle()
    assert labels(body) != ["1", "2", "3", "4", "5", "6"]
    follow_layout(body)
    assert labels(body) == ["1", "2", "3", "4", "5", "6"]
    inner.insertWidget(0, Button("3b"))
    later.add(Button("5b"))
    settle()
    follow_layout(body)
    assert labels(body) == ["1", "2", "3", "3b", "4", "5", "5b", "6"]
