"""A ledger on its way in, and the wins that two of them propose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import FigureScope
from arcareer.domain.history import Month
from arcareer.domain.journal import WinQuery
from arcareer.domain.metric_months import Book, Part
from arcareer_ui.pages import metrics, wins
from arcareer_ui.pages.metrics.candidates_place import CandidatesPlace
from arcareer_ui.pages.metrics.import_place import ImportPlace
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.progress import InlineProgress
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.metrics_desk import BOOK, page, redo, toast, undo
from tests.support.audit import settle
from tests.support.opened import Opened
from tests.support.tasks import HeldTasks

CTRL = Qt.KeyboardModifier.ControlModifier
Line = tuple[str, str, str, str, str]
AUGUST: tuple[Line, ...] = (
    ("Harlow Dental", "INV-1", "2026-06-10", "2026-07-10", "1000"),
    ("Harlow Dental", "INV-2", "2026-07-10", "2026-08-10", "2000"),
    ("Moss Bakery", "INV-3", "2026-08-10", "2026-09-10", "500"),
)
SEPTEMBER: tuple[Line, ...] = (
    ("Harlow Dental", "INV-2", "2026-07-10", "2026-08-10", "800"),
    ("Moss Bakery", "INV-3", "2026-08-10", "2026-09-10", "500"),
)


def ledger(folder: Path, name: str, as_of: str, lines: Sequence[Line], *, currency: str = "USD") -> Path:
    path = folder / name
    head = f"Open items\nAs of {as_of}\n\n" if as_of else ""
    columns = "Customer,Document Number,Document Date,Due Date,Open Amount,Phone"
    rows = [",".join((*line, "555-1")) for line in lines]
    if currency:
        columns += ",Currency"
        rows = [f"{row},{currency}" for row in rows]
    path.write_text(head + "\n".join((columns, *rows)) + "\n")
    return path


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    return open_pages((metrics.SPEC, wins.SPEC))


def importing(opened: Opened, path: Path | None = None) -> ImportPlace:
    place = page(opened).places.show_import(path)
    settle()
    return place


def take(opened: Opened, path: Path) -> None:
    QTest.mouseClick(importing(opened, path).view.import_button, Qt.MouseButton.LeftButton)
    settle()


def both(opened: Opened, folder: Path) -> CandidatesPlace:
    take(opened, ledger(folder, "items.csv", "2026-08-31", AUGUST))
    take(opened, ledger(folder, "items_2.csv", "2026-09-30", SEPTEMBER))
    place = page(opened).places.changes
    assert place is not None
    assert page(opened).places.current is place
    return place


def place_shown(opened: Opened) -> QWidget:
    shown = page(opened).places.current
    assert shown is not None
    return shown


def message(place: ImportPlace) -> str:
    shown = place.view.message
    assert isinstance(shown, Banner)
    return shown.accessibleName()


def test_a_file_is_chosen_looked_at_and_taken_in_one_step(opened: Opened, tmp_path: Path) -> None:
    opened.dialogs.path = ledger(tmp_path, "items.csv", "2026-08-31", AUGUST)
    QTest.mouseClick(page(opened).view.empty_import, Qt.MouseButton.LeftButton)
    place = page(opened).places.importing
    assert place is not None
    QTest.mouseClick(place.view.start.choose_button, Qt.MouseButton.LeftButton)
    settle()
    assert place.preview is not None
    assert place.preview.as_of == date(2026, 8, 31)
    assert place.preview.row_total == 7
    assert "3 documents found" in opened.announced
    assert opened.app.ledgers.snapshots() == ()
    QTest.mouseClick(place.view.import_button, Qt.MouseButton.LeftButton)
    settle()
    assert len(opened.app.ledgers.snapshots()) == 1
    assert opened.app.metrics.month(BOOK, Month(2026, 8)).value(Part.ENDING_AR) == 3500
    assert "items.csv imported" in toast(opened)
    assert page(opened).places.current is None
    undo(opened)
    assert opened.app.ledgers.snapshots() == ()
    assert opened.app.metrics.books() == ()
    redo(opened)
    assert len(opened.app.ledgers.snapshots()) == 1


def test_a_file_may_be_dropped_on_the_page(opened: Opened, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(ledger(tmp_path, "items.csv", "2026-08-31", AUGUST)))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page(opened).view.dropEvent(event)
    settle()
    place = page(opened).places.importing
    assert place is not None
    assert place.preview is not None
    place.dropEvent(event)
    place.view.start.dropEvent(event)
    settle()
    assert place.view.import_button.isEnabled()


def test_cells_are_pasted_with_the_keyboard(opened: Opened) -> None:
    place = importing(opened)
    QGuiApplication.clipboard().setText("")
    QTest.keyClick(place, Qt.Key.Key_V, CTRL)
    assert "nothing to paste" in message(place)
    lines = ("\t".join(line) for line in AUGUST)
    columns = "Customer\tDocument Number\tDocument Date\tDue Date\tOpen Amount"
    QGuiApplication.clipboard().setText("\n".join((columns, *lines)))
    QTest.keyClick(place, Qt.Key.Key_V, CTRL)
    settle()
    assert place.preview is not None
    assert place.preview.totals[0].documents == 3


def test_day_and_currency_are_asked_and_never_assumed(opened: Opened, tmp_path: Path) -> None:
    place = importing(opened, ledger(tmp_path, "items.csv", "", AUGUST, currency=""))
    questions = place.view.questions
    assert questions.isVisible()
    assert not place.view.import_button.isEnabled()
    assert not questions.read_button.isEnabled()
    questions.as_of.set_value(date(2026, 8, 31))
    questions.as_of.picked.emit(date(2026, 8, 31))
    questions.currency.set_current("EUR")
    questions.currency.chosen.emit("EUR")
    QTest.mouseClick(questions.read_button, Qt.MouseButton.LeftButton)
    settle()
    assert not questions.isVisible()
    assert place.view.import_button.isEnabled()
    QTest.mouseClick(place.view.import_button, Qt.MouseButton.LeftButton)
    settle()
    assert opened.app.metrics.books() == (Book(FigureScope.PORTFOLIO, "EUR"),)


def test_a_column_can_be_said_and_is_remembered(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text(
        "As of 2026-08-31\n\nCustomer,Document Number,Due Date,Zork,Currency\n"
        "Harlow,INV-1,2026-07-10,1000,USD\nMoss,INV-2,2026-07-11,250,USD\n"
    )
    place = importing(opened, path)
    mapping = place.view.mapping
    combo = mapping._combos["Zork"]
    combo.set_current("open_amount")
    combo.chosen.emit("open_amount")
    assert mapping.read_button.isVisible()
    QTest.mouseClick(mapping.read_button, Qt.MouseButton.LeftButton)
    settle()
    assert place.preview is not None
    assert place.preview.totals[0].open_amount == 1250
    QTest.mouseClick(place.view.import_button, Qt.MouseButton.LeftButton)
    settle()
    next_path = tmp_path / "odd2.csv"
    next_path.write_text(path.read_text().replace("2026-08-31", "2026-09-30").replace("250", "50"))
    place = importing(opened, next_path)
    assert place.preview is not None
    assert place.preview.used_known_layout
    assert not place.view.mapping._grid.isVisible()
    assert place.view.import_button.isEnabled()


def test_rows_left_out_are_listed_with_their_reason(opened: Opened, tmp_path: Path) -> None:
    broken = (*AUGUST, ("Moss Bakery", "INV-9", "2026-08-10", "2026-09-10", "12.x"))
    place = importing(opened, ledger(tmp_path, "items.csv", "2026-08-31", broken))
    table = place.view.rows.table
    assert table.isVisible()
    assert table.model().rowCount() == 1
    assert "12.x" in str(table.model().index(0, 1).data())
    assert place.preview is not None
    assert place.preview.dropped_columns == ("Phone",)


def test_the_same_file_again_changes_nothing_and_says_so(opened: Opened, tmp_path: Path) -> None:
    path = ledger(tmp_path, "items.csv", "2026-08-31", AUGUST)
    take(opened, path)
    place = importing(opened, path)
    assert "here already" in message(place)
    assert not place.view.import_button.isEnabled()


def test_a_file_that_is_no_ledger_is_told_and_nothing_changes(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    place = importing(opened, path)
    assert isinstance(place.view.message, Banner)
    assert not place.view.import_button.isEnabled()
    prose = tmp_path / "letter.txt"
    prose.write_text("Dear Ann\n\nThank you for the call.\n")
    place = importing(opened, prose)
    assert isinstance(place.view.message, Banner)
    assert opened.app.ledgers.snapshots() == ()


def test_reading_can_be_cancelled_and_nothing_changed(open_pages: OpenPages, tmp_path: Path) -> None:
    tasks = HeldTasks()
    opened = open_pages((metrics.SPEC,), tasks=tasks)
    place = importing(opened, ledger(tmp_path, "items.csv", "2026-08-31", AUGUST))
    progress = place.view.message
    assert isinstance(progress, InlineProgress)
    progress.cancelled.emit()
    tasks.run()
    settle()
    assert "stopped" in message(place)
    assert place.preview is None
    place.read(ledger(tmp_path, "items.csv", "2026-08-31", AUGUST))
    tasks.run()
    settle()
    QTest.mouseClick(place.view.import_button, Qt.MouseButton.LeftButton)
    shown = place.view.message
    assert isinstance(shown, InlineProgress)
    shown.cancelled.emit()
    tasks.run()
    settle()
    assert "Nothing was imported" in message(place)
    assert opened.app.ledgers.snapshots() == ()
    assert place.view.import_button.isEnabled()


def test_two_lists_propose_wins_with_what_the_user_did(opened: Opened, tmp_path: Path) -> None:
    place = both(opened, tmp_path)
    assert [one.change.doc_number for one in place.found] == ["INV-1", "INV-2", "INV-3"]
    assert place.chosen[0].change.doc_number == "INV-1"
    QTest.keyClicks(place.card.did, "Called their controller")
    QTest.mouseClick(place.card.save_button, Qt.MouseButton.LeftButton)
    settle()
    (found,) = opened.app.journal.find(WinQuery())
    assert found.headline.startswith("Called their controller: $1,000")
    assert place.card.did.text == ""
    assert [one.change.doc_number for one in place.found] == ["INV-2", "INV-3"]
    assert place.chosen[0].change.doc_number == "INV-2"
    undo(opened)
    assert opened.app.journal.find(WinQuery()) == ()
    assert len(place.found) == 3


def test_a_proposal_is_put_away_with_del_and_never_comes_back_by_itself(opened: Opened, tmp_path: Path) -> None:
    place = both(opened, tmp_path)
    place.list.setFocus()
    QTest.keyClick(place.list, Qt.Key.Key_Delete)
    settle()
    assert len(place.found) == 2
    assert "1 change put away" in toast(opened)
    place.left.emit()
    page(opened).view.menu.chosen.emit("changes")
    settle()
    assert len(place.found) == 2
    undo(opened)
    assert len(place.found) == 3


def test_changes_of_several_customers_are_no_one_win(opened: Opened, tmp_path: Path) -> None:
    place = both(opened, tmp_path)
    place.list.selectAll()
    settle()
    assert len(place.chosen) == 3
    QTest.mouseClick(place.card.save_button, Qt.MouseButton.LeftButton)
    settle()
    assert opened.app.journal.find(WinQuery()) == ()
    assert "one customer" in place.card._message.text


def test_without_two_lists_it_says_what_is_needed(opened: Opened, tmp_path: Path) -> None:
    page(opened).view.menu.chosen.emit("changes")
    settle()
    place = page(opened).places.changes
    assert place is not None
    assert place.empty.title == "Two lists of one ledger show what changed"
    QTest.mouseClick(place.import_button, Qt.MouseButton.LeftButton)
    assert isinstance(page(opened).places.current, ImportPlace)
    QTest.keyClick(place_shown(opened), Qt.Key.Key_Escape)
    assert page(opened).places.current is None


@pytest.mark.parametrize("name", ["figures", "changes", "import"])
def test_places_have_routes(opened: Opened, name: str) -> None:
    opened.window.router.go("wins")
    opened.window.router.go(f"metrics/{name}")
    settle()
    assert page(opened).places.current is not None


def test_a_list_is_removed_and_comes_back(opened: Opened, tmp_path: Path) -> None:
    place = both(opened, tmp_path)
    (newest, _) = opened.app.ledgers.snapshots()
    place.lists.removal_asked.emit(newest)
    settle()
    assert len(opened.app.ledgers.snapshots()) == 1
    assert place.found == ()
    assert place.empty.isVisible()
    assert "List of 30 Sep 2026 removed" in toast(opened)
    undo(opened)
    assert len(opened.app.ledgers.snapshots()) == 2
    assert len(place.found) == 3


def test_progress_is_said_at_quarters(opened: Opened) -> None:
    place = importing(opened)
    spoken: list[str] = []
    place.announced.connect(spoken.append)
    for done in (0, 10, 26, 30, 51, 80, 99, 100):
        place._tell_progress(done, 100, "")
    assert spoken == ["25 % done", "50 % done", "75 % done"]
    place._tell_progress(1, 0, "")
    assert len(spoken) == 3
