"""The metrics at every size: nothing is cut off, too small, nameless or out of reach."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from arcareer.domain.figures import FigureScope
from arcareer.domain.metric_months import Book
from arcareer_ui.pages import metrics
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.metrics_desk import BOOK, LAST, fill, page, year
from tests.gui.pages.test_metrics_import import AUGUST, SEPTEMBER, importing, ledger, take
from tests.support.audit import audit_all, settle
from tests.support.builders import a_win
from tests.support.opened import Opened

LONG = (
    "Moved the second reminder from e-mail to a call before the due date for the forty largest accounts of the north. "
)


@pytest.fixture
def full(open_pages: OpenPages) -> Opened:
    """Three years of figures in two books, with goals, notes, wins and something to make a win of."""
    desk = open_pages((metrics.SPEC,))
    fill(desk, year(36))
    fill(desk, year(4, book=Book(FigureScope.COMPANY, "EUR")))
    for metric, goal in (("dso", 37), ("cei", 85), ("past_due", 15)):
        desk.app.metrics.set_goal(metric, BOOK, Decimal(goal))
    desk.app.metrics.save_note(BOOK, LAST, "dso", LONG * 2)
    desk.wins(*(a_win(LONG, happened_on=date(2026, month, 5)) for month in range(1, 10)))
    return desk


def test_the_dashboard(full: Opened) -> None:
    assert audit_all(full.window) == {}


def test_tables_and_the_form_of_a_win(full: Opened) -> None:
    view = page(full).view
    view.span.set_current("36")
    view.span.chosen.emit("36")
    for button in (view.trend.table_button, view.aging.table_button, view.insight.draft_button):
        button.click()
    settle()
    assert audit_all(full.window) == {}


def test_the_panes(full: Opened) -> None:
    page(full).open_month(BOOK, LAST)
    page(full).sheet.more_button.click()
    assert audit_all(full.window) == {}
    page(full).view.tiles.explained.emit("dso")
    assert audit_all(full.window) == {}


def test_the_sheet_of_all_figures(full: Opened) -> None:
    place = page(full).places.show_figures(BOOK)
    place.grid.paste("Month\tCredit sales\tWeather\nAug 2026\t1,500,000\tsunny\nSep 2026\tabc\train")
    assert audit_all(full.window) == {}


def test_empty(open_pages: OpenPages) -> None:
    assert audit_all(open_pages((metrics.SPEC,)).window) == {}


def test_an_import(open_pages: OpenPages, tmp_path: Path) -> None:
    desk = open_pages((metrics.SPEC,))
    importing(desk)
    assert audit_all(desk.window) == {}
    broken = (*AUGUST, ("Moss Bakery", "INV-9", "2026-08-10", "2026-09-10", "12.x"))
    importing(desk, ledger(tmp_path, "items.csv", "", broken, currency=""))
    assert audit_all(desk.window) == {}
    importing(desk, ledger(tmp_path, "items.csv", "2026-08-31", broken))
    assert audit_all(desk.window) == {}


def test_what_changed(open_pages: OpenPages, tmp_path: Path) -> None:
    desk = open_pages((metrics.SPEC,))
    page(desk).places.show_changes()
    assert audit_all(desk.window) == {}
    take(desk, ledger(tmp_path, "items.csv", "2026-08-31", AUGUST))
    take(desk, ledger(tmp_path, "items_2.csv", "2026-09-30", SEPTEMBER))
    assert audit_all(desk.window) == {}
