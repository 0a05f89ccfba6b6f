"""A list of wins on its way in: looked at first, ticked, taken in one step, stopped or taken back."""

import csv
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from arcareer.domain.journal import WinQuery
from arcareer.domain.safekeeping import BackupReason
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer_ui.pages import this_week, wins
from arcareer_ui.pages.wins.import_table import DATE, NOTE, SENTENCE, THEME
from arcareer_ui.pages.wins.importing import ImportPanel
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.progress import InlineProgress
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.wins_desk import button, page, press, toast, undo
from tests.support.audit import settle
from tests.support.builders import a_win
from tests.support.opened import Opened
from tests.support.tasks import HeldTasks

ROWS = (
    ("Date", "Win", "Theme", "Notes", "Customer"),
    ("2026-03-06", "Collected $4,200 that was 80 days overdue", "Cash in", "Three calls", "Orchid Mills"),
    ("2026-03-09", "Sales thanked me for the clean hand-over", "", "", "Unheard Of Ltd"),
    ("", "Wrote the guide to short payments", "", "", ""),
)


def a_table(path: Path, rows: Iterable[Iterable[str]] = ROWS) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    desk = open_pages((wins.SPEC, this_week.SPEC))
    desk.wins(a_win("A win that was there before"))
    return desk


def panel(opened: Opened) -> ImportPanel:
    found = page(opened).intake.panel
    assert found is not None
    return found


def choose(opened: Opened, path: Path) -> None:
    opened.dialogs.path = path
    press(page(opened).view, "Import wins")


def cells(opened: Opened, column: int) -> list[str]:
    model = panel(opened).preview.table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def ticks(opened: Opened) -> list[bool]:
    model = panel(opened).preview.table.model()
    role = Qt.ItemDataRole.CheckStateRole
    return [model.index(row, SENTENCE).data(role) == Qt.CheckState.Checked for row in range(model.rowCount())]


def headlines(opened: Opened) -> list[str]:
    return [one.headline for one in opened.app.journal.find(WinQuery())]


def import_words(opened: Opened) -> str:
    return panel(opened).import_button.label


def message(opened: Opened) -> QWidget | None:
    return panel(opened).message


def test_a_file_is_looked_at_before_anything_is_taken(opened: Opened, tmp_path: Path) -> None:
    choose(opened, a_table(tmp_path / "wins.csv"))
    assert panel(opened).isVisible()
    assert not page(opened).view.isVisible()
    assert cells(opened, SENTENCE) == [row[1] for row in ROWS[1:]]
    assert cells(opened, DATE) == ["6 Mar 2026", "9 Mar 2026", "16 Oct 2026"]
    assert cells(opened, THEME)[0] == "Cash in"
    assert cells(opened, NOTE)[2] == "No date, so today"
    assert ticks(opened) == [True, True, True]
    assert import_words(opened) == "Import 3 wins"
    assert headlines(opened) == ["A win that was there before"]
    assert QApplication.focusWidget() is panel(opened).preview.table
    assert "3 wins found in the file" in opened.announced


def test_what_is_ticked_comes_in_and_one_undo_takes_it_back(opened: Opened, tmp_path: Path) -> None:
    choose(opened, a_table(tmp_path / "wins.csv"))
    press(panel(opened), "Import 3 wins")
    assert page(opened).view.isVisible()
    assert len(headlines(opened)) == 4
    assert toast(opened).startswith("3 wins imported")
    assert {one.name for one in opened.app.customers.all()} == {"Orchid Mills", "Unheard Of Ltd"}
    assert opened.session.undo.stack.count() == 1
    undo(opened)
    assert headlines(opened) == ["A win that was there before"]
    assert opened.app.customers.all() == ()


def test_ticks_are_turned_over_by_click_and_by_key(opened: Opened, tmp_path: Path) -> None:
    choose(opened, a_table(tmp_path / "wins.csv"))
    table = panel(opened).preview.table
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert ticks(opened) == [False, True, True]
    place = table.visualRect(table.model().index(1, SENTENCE)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert ticks(opened) == [False, False, True]
    assert import_words(opened) == "Import 1 win"
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert ticks(opened) == [True, False, True]
    press(panel(opened), "Tick none")
    assert ticks(opened) == [False, False, False]
    assert not panel(opened).import_button.isEnabled()
    press(panel(opened), "Tick all")
    assert import_words(opened) == "Import 3 wins"


def test_only_what_is_ticked_comes_in(opened: Opened, tmp_path: Path) -> None:
    choose(opened, a_table(tmp_path / "wins.csv"))
    QTest.keyClick(panel(opened).preview.table, Qt.Key.Key_Space)
    press(panel(opened), "Import 2 wins")
    assert "Collected $4,200 that was 80 days overdue" not in headlines(opened)
    assert len(headlines(opened)) == 3


def test_customers_of_the_file_are_added_only_when_wanted(opened: Opened, tmp_path: Path) -> None:
    choose(opened, a_table(tmp_path / "wins.csv"))
    box = panel(opened).preview.customers_box
    assert box.isChecked()
    assert "Orchid Mills" in box.accessibleName()
    QTest.keyClick(box, Qt.Key.Key_Space)
    press(panel(opened), "Import 3 wins")
    assert opened.app.customers.all() == ()
    assert len(headlines(opened)) == 4


def test_wins_that_are_there_already_are_marked_and_not_ticked(opened: Opened, tmp_path: Path) -> None:
    table = a_table(tmp_path / "wins.csv")
    choose(opened, table)
    press(panel(opened), "Import 3 wins")
    choose(opened, table)
    assert ticks(opened) == [False, False, False]
    assert all(note.startswith("Already in your wins") for note in cells(opened, NOTE))
    assert not panel(opened).import_button.isEnabled()


def test_lines_left_out_are_told_with_their_reason(opened: Opened, tmp_path: Path) -> None:
    note = tmp_path / "notes.md"
    note.write_text("# 2026\n\n- Collected $4,200 that was 80 days overdue\n- 12345\n- \n- ***\n", encoding="utf-8")
    choose(opened, note)
    preview = panel(opened).preview
    if preview.left_out_button.isVisible():
        assert not preview.left_out.isVisible()
        preview.left_out_button.click()
        settle()
        assert preview.left_out.isVisible()
        assert preview.left_out.text().startswith("Line ")
    assert cells(opened, SENTENCE)[0] == "Collected $4,200 that was 80 days overdue"


def test_a_file_without_wins_says_so(opened: Opened, tmp_path: Path) -> None:
    choose(opened, a_table(tmp_path / "empty.csv", [("Date", "Win")]))
    shown = message(opened)
    assert isinstance(shown, Banner)
    assert not panel(opened).import_button.isEnabled()
    press(panel(opened), "Back to wins")
    assert page(opened).view.isVisible()


def test_a_file_that_cannot_be_read_is_explained(opened: Opened, tmp_path: Path) -> None:
    choose(opened, tmp_path / "gone.csv")
    shown = message(opened)
    assert isinstance(shown, Banner)
    assert shown.title == "The file could not be read"
    choose_again = a_table(tmp_path / "wins.csv")
    press(panel(opened), "Back to wins")
    choose(opened, choose_again)
    assert message(opened) is None
    assert len(ticks(opened)) == 3


def test_esc_and_back_lead_to_the_journal_without_taking_anything(opened: Opened, tmp_path: Path) -> None:
    choose(opened, a_table(tmp_path / "wins.csv"))
    QTest.keyClick(panel(opened).preview.table, Qt.Key.Key_Escape)
    assert page(opened).view.isVisible()
    assert QApplication.focusWidget() is page(opened).view.list
    assert len(headlines(opened)) == 1


def test_a_route_to_a_win_leaves_the_import(opened: Opened, tmp_path: Path) -> None:
    (there,) = opened.app.journal.find(WinQuery())
    choose(opened, a_table(tmp_path / "wins.csv"))
    opened.window.router.go(f"win/{there.id}")
    settle()
    assert page(opened).view.isVisible()


@pytest.fixture
def held(open_pages: OpenPages) -> tuple[Opened, HeldTasks]:
    tasks = HeldTasks()
    desk = open_pages((wins.SPEC,), tasks=tasks)
    tasks.run()
    desk.wins(a_win("A win that was there before"))
    return desk, tasks


def test_reading_is_shown_and_can_be_cancelled(held: tuple[Opened, HeldTasks], tmp_path: Path) -> None:
    opened, tasks = held
    choose(opened, a_table(tmp_path / "wins.csv"))
    assert isinstance(message(opened), InlineProgress)
    assert not panel(opened).import_button.isEnabled()
    press(panel(opened), "Cancel")
    tasks.run()
    settle()
    assert page(opened).view.isVisible()


def test_taking_is_shown_and_a_cancel_leaves_everything_as_it_was(
    held: tuple[Opened, HeldTasks], tmp_path: Path
) -> None:
    opened, tasks = held
    choose(opened, a_table(tmp_path / "wins.csv"))
    tasks.run()
    settle()
    press(panel(opened), "Import 3 wins")
    assert isinstance(message(opened), InlineProgress)
    assert not panel(opened).import_button.isEnabled()
    assert not panel(opened).preview.isEnabled()
    press(panel(opened), "Cancel")
    tasks.run()
    settle()
    shown = message(opened)
    assert isinstance(shown, Banner)
    assert shown.title == "Stopped"
    assert headlines(opened) == ["A win that was there before"]
    assert panel(opened).isVisible()
    assert button(panel(opened), "Import 3 wins").isEnabled()
    press(panel(opened), "Import 3 wins")
    tasks.run()
    settle()
    assert len(headlines(opened)) == 4


def test_a_backup_is_made_before_an_import(opened: Opened, tmp_path: Path) -> None:
    choose(opened, a_table(tmp_path / "wins.csv"))
    press(panel(opened), "Import 3 wins")
    assert next(one.reason for one in opened.app.backups.all()) is BackupReason.BEFORE_IMPORT


def test_a_disk_that_takes_nothing_is_told_and_nothing_comes_in(opened: Opened, tmp_path: Path) -> None:
    choose(opened, a_table(tmp_path / "wins.csv"))

    def refuse() -> None:
        raise LibraryProblem(ProblemKind.DISK_FULL, "The disk is full. Nothing was saved.")

    opened.app.edits._store.guard = refuse
    press(panel(opened), "Import 3 wins")
    shown = message(opened)
    assert isinstance(shown, Banner)
    assert shown.title == "Nothing was imported"
    opened.app.edits._store.guard = lambda: None
    assert headlines(opened) == ["A win that was there before"]
    assert opened.session.undo.stack.count() == 0
    press(panel(opened), "Import 3 wins")
    assert len(headlines(opened)) == 4


def test_what_is_typed_is_saved_before_the_import_covers_it(opened: Opened, tmp_path: Path) -> None:
    page(opened).view.detail.texts["action"].setFocus()
    QTest.keyClicks(page(opened).view.detail.texts["action"], "I called")
    choose(opened, a_table(tmp_path / "wins.csv"))
    (there,) = opened.app.journal.find(WinQuery())
    win = opened.app.journal.get(there.id)
    assert win is not None
    assert win.action == "I called"
