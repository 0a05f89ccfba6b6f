"""The wins page at every size: nothing is cut off, too small, nameless or out of reach."""

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from arcareer.domain.figures import Basis, FigureScope, Unit
from arcareer.domain.periods import year_of
from arcareer_ui.pages import wins
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.wins_desk import FRIDAY, detail, editors, page, show
from tests.support.audit import audit_all, settle
from tests.support.builders import a_figure, a_win
from tests.support.bulk import fill, many_wins
from tests.support.opened import Opened

LONG = "Agreed a written plan in three parts with the new finance lead after two years of short payments. " * 3
WIN = a_win(
    "Cleared the backlog: nine invoices, one call, and a promise that was kept to the day by the new lead",
    happened_on=FRIDAY - timedelta(days=1),
    theme="cash",
    situation=LONG,
    action=LONG,
    outcome=LONG,
    proof="Remittance of 15 October; thank-you e-mail from their finance manager",
    colleagues=("Ann Lindqvist", "Bo Andersen"),
    figures=(
        a_figure(12_480, source="Bank receipt of 15 October", scope=FigureScope.PORTFOLIO, basis=Basis.ESTIMATED),
        a_figure(9, measure="invoices of the old account", unit=Unit.COUNT, currency=""),
    ),
)


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    """A page with many wins, one of which has everything a win can have."""
    desk = open_pages((wins.SPEC,))
    fill(desk.app.edits._store.connection, many_wins(600, last=FRIDAY - timedelta(days=2)))
    desk.wins(WIN)
    desk.app.customers.add("Harlow Dental of the Northern Counties", alias="a regional dental group")
    (customer,) = desk.app.customers.all()
    desk.app.journal.save(WIN, replace(WIN, customers=(customer.id,)))
    desk.app.checklist.link(desk.app.content.checklist[0].key, year_of(FRIDAY), (WIN.id,))
    settle()
    show(desk, WIN.id)
    return desk


def test_list_and_detail(opened: Opened) -> None:
    assert audit_all(opened.window) == {}


def test_detail_with_everything_open(opened: Opened, tmp_path: Path) -> None:
    proof = tmp_path / "remittance advice of 15 October with a very long name indeed.pdf"
    proof.write_bytes(b"paid")
    opened.app.evidence.attach(page(opened).desk.value, proof)  # type: ignore[arg-type]
    opened.app.evidence.add_link(page(opened).desk.value, "", "https://portal.example/ticket/4711")  # type: ignore[arg-type]
    settle()
    for row in editors(opened).figures.rows:
        row.set_open(True)
    detail(opened).history_button.click()
    editors(opened).figures.line.setText("a better mood")
    editors(opened).figures._add()
    detail(opened).headline.setPlainText("word " * 120)
    page(opened).flush()
    page(opened).view.show_detail(True, over=True)
    assert audit_all(opened.window) == {}


def test_the_trash(opened: Opened) -> None:
    opened.app.journal.move_to_trash((WIN.id,))
    opened.window.router.go("wins/trash")
    settle()
    assert audit_all(opened.window) == {}


@pytest.mark.parametrize("words", ["", "harbour"])
def test_nothing_there(open_pages: OpenPages, words: str) -> None:
    opened = open_pages((wins.SPEC,))
    page(opened).view.filters.search.set_text(words)
    page(opened).view.filters.span.set_current("custom")
    page(opened).view.filters.span.chosen.emit("custom")
    assert audit_all(opened.window) == {}


def test_an_import(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "wins of the last two years with a very long name.csv"
    rows = [("2026-03-06", f"{LONG} {number}", "Cash in", f"A Customer Called {number}") for number in range(30)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((("Date", "Win", "Theme", "Customer"), *rows))
    opened.dialogs.path = path
    page(opened).intake.choose_file()
    settle()
    assert audit_all(opened.window) == {}
