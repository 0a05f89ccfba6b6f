"""The safety of the data: folders, backups and what they bring back, the check, the trash, the sample."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from arcareer.domain.evidence import EvidenceFile
from arcareer.domain.journal import Win, WinQuery
from arcareer.domain.safekeeping import BackupReason
from arcareer_ui.pages import settings, this_week, wins
from arcareer_ui.pages.settings.data import DataTab
from arcareer_ui.pages.settings.page import SettingsPage
from arcareer_ui.pages.this_week.page import ThisWeekPage
from arcareer_ui.pages.wins.page import WinsPage
from arcareer_ui.widgets.button import Button
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit_all, settle
from tests.support.builders import a_win
from tests.support.opened import Opened
from tests.support.tasks import HeldTasks
from tests.support.vault import change_file

SPECS = (settings.SPEC, wins.SPEC, this_week.SPEC)


@pytest.fixture
def empty(open_pages: OpenPages) -> Opened:
    return show(open_pages(SPECS))


@pytest.fixture
def opened(empty: Opened) -> Opened:
    """Two wins, and a backup of them."""
    empty.wins(a_win("First"), a_win("Second"))
    empty.app.backups.back_up()
    return show(empty)


def show(opened: Opened) -> Opened:
    opened.window.router.go("settings/data")
    settle()
    return opened


def tab(opened: Opened) -> DataTab:
    page = opened.page
    assert isinstance(page, SettingsPage)
    found = page.tabs.content("data")
    assert isinstance(found, DataTab)
    return found


def press(parent: QWidget, name: str) -> None:
    found = [
        one
        for one in parent.findChildren(QAbstractButton)
        if one.isVisible() and name in {one.accessibleName(), one.label if isinstance(one, Button) else ""}
    ]
    assert len(found) == 1
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    settle()


def toast(opened: Opened) -> str:
    shown = opened.window.toasts.toast
    return shown.accessibleName() if shown is not None else ""


def headlines(opened: Opened) -> set[str]:
    return {one.headline for one in opened.app.journal.find(WinQuery())}


def reasons(opened: Opened) -> list[BackupReason]:
    return [info.reason for info in tab(opened).backups.list.items]


def remove_for_good(opened: Opened, headline: str) -> None:
    found = next(one.id for one in opened.app.journal.find(WinQuery()) if one.headline == headline)
    opened.app.journal.move_to_trash((found,))
    opened.app.journal.empty_trash()
    settle()


def test_the_folder_is_shown_and_opens(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    press(tab(opened), "Open the folder")
    assert [Path(url.toLocalFile()) for url in asked] == [opened.app.paths.folder]


def test_another_folder_is_asked_of_the_application(opened: Opened, tmp_path: Path) -> None:
    wanted: list[object] = []
    opened.requests.folder_wanted.connect(wanted.append)
    press(tab(opened), "Use another folder")
    assert wanted == []
    opened.dialogs.path = tmp_path / "other"
    press(tab(opened), "Use another folder")
    assert wanted == [tmp_path / "other"]


def test_without_backups_the_card_says_so(empty: Opened) -> None:
    card = tab(empty).backups
    assert card.empty.isVisible()
    assert not card.restore_button.isVisible()
    assert card.state.text().startswith("No backup yet.")


def test_backups_are_listed_with_their_day_wins_and_reason(opened: Opened) -> None:
    card = tab(opened).backups
    model = card.list.model()
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == (
        "16 Oct 2026, 16:20, 2 wins, you asked for it"
    )
    assert card.state.text() == "Last good backup: 16 Oct 2026, 16:20. 1 backup kept."


def test_backing_up_now_is_told_and_the_new_one_is_chosen(opened: Opened) -> None:
    opened.clock.advance(timedelta(hours=1))
    opened.wins(a_win("Third"))
    press(tab(opened), "Back up now")
    card = tab(opened).backups
    assert toast(opened).startswith("Backed up and checked: 3 wins")
    assert len(card.list.items) == 2
    assert card.list.current is not None
    assert card.list.current.wins == 3


def test_backing_up_shows_that_it_works_and_leaves_the_window_usable(open_pages: OpenPages) -> None:
    tasks = HeldTasks()
    opened = show(open_pages(SPECS, tasks=tasks))
    tasks.run()
    press(tab(opened), "Back up now")
    assert not tab(opened).backups.now_button.isEnabled()
    tasks.run()
    settle()
    assert tab(opened).backups.now_button.isEnabled()
    assert BackupReason.ASKED in reasons(opened)


def test_missing_wins_come_back_and_undo_takes_them_away_again(opened: Opened) -> None:
    remove_for_good(opened, "First")
    assert headlines(opened) == {"Second"}
    press(tab(opened), "Bring back missing wins")
    assert headlines(opened) == {"First", "Second"}
    assert toast(opened).startswith("Brought back: 1 win")
    opened.session.undo.undo()
    settle()
    assert headlines(opened) == {"Second"}


def test_nothing_missing_is_said(opened: Opened) -> None:
    press(tab(opened), "Bring back missing wins")
    assert toast(opened).startswith("That backup holds no win that is missing.")
    assert opened.session.undo.stack.count() == 0


def test_replacing_everything_asks_first(opened: Opened) -> None:
    opened.wins(a_win("Third"))
    press(tab(opened), "Replace everything with it")
    assert opened.dialogs.asked == ["Replace everything with the backup of 16 Oct 2026, 16:20?"]
    assert headlines(opened) == {"First", "Second", "Third"}


@pytest.fixture
def restored(opened: Opened) -> Opened:
    """A library gone back to its backup, after every page had been visited and a change made that could be undone."""
    for place in ("this-week", "wins", "settings/you", "settings/customers"):
        opened.window.router.go(place)
        settle()
    third = a_win("Third", happened_on=opened.clock.today())
    opened.wins(third)
    opened.window.router.go(f"win/{third.id}")
    settle()
    wins_page = opened.page
    assert isinstance(wins_page, WinsPage)
    wins_page.desk.change("Change theme", theme="cash")
    edit = opened.app.customers.add("Harlow Dental")
    opened.session.undo.record(edit, "Add customer")
    show(opened)
    opened.dialogs.sure = True
    tab(opened).backups.list.choose(tab(opened).backups.list.items[-1].sequence)
    press(tab(opened), "Replace everything with it")
    return opened


def test_after_going_back_every_page_shows_the_restored_library(restored: Opened) -> None:
    assert headlines(restored) == {"First", "Second"}
    assert toast(restored).startswith("Your library is as it was on 16 Oct 2026, 16:20.")
    restored.window.router.go("wins")
    settle()
    wins_page = restored.page
    assert isinstance(wins_page, WinsPage)
    shown = [getattr(line, "headline", "") for line in wins_page.view.list.items]
    assert {line for line in shown if line} == {"First", "Second"}
    assert wins_page.desk.value is not None
    assert wins_page.desk.value.headline in {"First", "Second"}
    restored.window.router.go("this-week")
    settle()
    home = restored.page
    assert isinstance(home, ThisWeekPage)
    assert "Third" not in [row.win.headline for row in home.view.logged.rows]
    restored.window.router.go("settings/customers")
    settle()
    assert restored.app.customers.all() == ()
    page = restored.page
    assert isinstance(page, SettingsPage)
    customers = page.tabs.content("customers")
    assert customers is not None
    assert customers.list.items == ()  # type: ignore[attr-defined]


def test_after_going_back_there_is_nothing_to_undo(restored: Opened) -> None:
    assert restored.session.undo.stack.count() == 0
    assert not restored.session.undo.stack.canUndo()


def test_what_was_there_before_going_back_is_backed_up(restored: Opened) -> None:
    assert reasons(restored)[0] is BackupReason.BEFORE_RESTORE
    tab(restored).backups.list.choose(tab(restored).backups.list.items[0].sequence)
    press(tab(restored), "Bring back missing wins")
    assert headlines(restored) == {"First", "Second", "Third"}


def test_backups_are_kept_until_the_user_says_that_all_is_right(restored: Opened) -> None:
    card = tab(restored).backups
    assert [banner.title for banner in card.banners] == ["Older backups are kept for now"]
    press(card, "What I have now is right")
    assert card.banners == []
    assert not restored.app.backups.state().rotation_paused


def test_a_restored_library_takes_new_changes(restored: Opened) -> None:
    restored.window.router.go("wins")
    settle()
    wins_page = restored.page
    assert isinstance(wins_page, WinsPage)
    box = wins_page.view.detail.texts["action"]
    box.setFocus()
    QTest.keyClicks(box, "I called")
    wins_page.flush()
    assert wins_page.desk.value is not None
    stored = restored.app.journal.get(wins_page.desk.value.id)
    assert isinstance(stored, Win)
    assert stored.action == "I called"


def test_a_backup_that_is_damaged_is_refused_and_nothing_changes(opened: Opened) -> None:
    opened.wins(a_win("Third"))
    (info,) = opened.app.backups.all()
    info.path.write_bytes(b"not a backup")
    opened.dialogs.sure = True
    press(tab(opened), "Replace everything with it")
    assert headlines(opened) == {"First", "Second", "Third"}
    assert toast(opened) != ""


def test_a_second_folder_gets_backups_at_once_until_it_is_given_up(opened: Opened, tmp_path: Path) -> None:
    second = tmp_path / "usb"
    second.mkdir()
    opened.dialogs.path = second
    press(tab(opened), "Choose a folder")
    assert tab(opened).second.place.text() == str(second)
    assert opened.preferences.current.backup_folder == str(second)
    assert toast(opened).startswith("Every backup from now on goes to usb too")
    opened.wins(a_win("Third"))
    press(tab(opened), "Back up now")
    there = len(list(second.iterdir()))
    assert there > 0
    press(tab(opened), "Stop using it")
    assert opened.preferences.current.backup_folder == ""
    opened.wins(a_win("Fourth"))
    press(tab(opened), "Back up now")
    assert len(list(second.iterdir())) == there
    assert not tab(opened).second.stop_button.isVisible()


def test_a_second_folder_that_is_not_there_is_told(opened: Opened, tmp_path: Path) -> None:
    gone = tmp_path / "usb"
    gone.write_text("a file where the drive should be")
    opened.dialogs.path = gone
    press(tab(opened), "Choose a folder")
    opened.wins(a_win("Third"))
    press(tab(opened), "Back up now")
    assert "second backup folder" in tab(opened).backups.banners[0].accessibleName()


def test_a_check_of_sound_data_says_so(opened: Opened) -> None:
    press(tab(opened), "Check now")
    card = tab(opened).check
    assert card.words.text() == "2 wins, 0 evidence files, all intact."
    assert not card.mend_button.isVisible()
    assert toast(opened).startswith("2 wins, 0 evidence files, all intact.")


def test_a_missing_evidence_file_is_found_and_brought_back(opened: Opened, tmp_path: Path) -> None:
    proof = tmp_path / "advice.pdf"
    proof.write_bytes(b"paid in full")
    win = opened.app.journal.get(opened.app.journal.find(WinQuery())[0].id)
    assert win is not None
    opened.app.evidence.attach(win, proof)
    opened.app.backups.back_up()
    stored = opened.app.journal.get(win.id)
    assert stored is not None
    (file,) = stored.evidence
    assert isinstance(file, EvidenceFile)
    place = opened.app.evidence.path_of(file)
    assert place is not None
    place.unlink()
    press(tab(opened), "Check now")
    card = tab(opened).check
    assert "1 part damaged or missing" in card.words.text()
    assert "1 evidence file missing" in card.named.text()
    press(card, "Bring back what backups hold")
    assert place.read_bytes() == b"paid in full"
    assert card.words.text().endswith("all intact.")
    assert not card.mend_button.isVisible()


def test_a_damaged_win_is_named_and_brought_back(opened: Opened, open_pages: OpenPages) -> None:
    opened.close()
    change_file(opened.app.paths.database, "UPDATE wins SET headline = 'Harmed' WHERE headline = 'First'")
    again = show(open_pages(SPECS))
    press(tab(again), "Check now")
    card = tab(again).check
    assert "damaged" in card.words.text()
    assert "a backup holds it" in card.named.text()
    press(card, "Bring back what backups hold")
    assert headlines(again) == {"First", "Second"}
    assert card.words.text().endswith("all intact.")


def test_a_damaged_win_no_backup_holds_can_be_kept_as_it_is(opened: Opened, open_pages: OpenPages) -> None:
    opened.wins(a_win("Never backed up"))
    opened.close()
    backups = opened.app.paths.backups
    for file in backups.rglob("*"):
        if file.is_file():
            file.unlink()
    change_file(opened.app.paths.database, "UPDATE wins SET headline = 'Harmed' WHERE headline = 'Never backed up'")
    again = show(open_pages(SPECS))
    press(tab(again), "Check now")
    card = tab(again).check
    if card.mend_button.isVisible():
        press(card, "Bring back what backups hold")
    press(card, "Keep the rest as it is")
    assert card.words.text().endswith("all intact.")
    assert "Harmed" in headlines(again)


def test_the_trash_is_a_click_away(opened: Opened) -> None:
    press(tab(opened), "Open the trash")
    shown = opened.page
    assert isinstance(shown, WinsPage)
    assert shown.view.filters.in_trash


def test_sample_data_is_asked_of_the_application(opened: Opened) -> None:
    asked: list[str] = []
    opened.requests.sample_wanted.connect(lambda: asked.append("sample"))
    press(tab(opened), "See it with sample data")
    assert asked == ["sample"]


def test_ones_own_data_is_asked_of_the_application(open_pages: OpenPages) -> None:
    opened = show(open_pages(SPECS, is_sample=True))
    asked: list[str] = []
    opened.requests.own_wanted.connect(lambda: asked.append("own"))
    tab(opened).sample_button.click()
    assert asked == ["own"]


@pytest.mark.parametrize("place", ["you", "look", "data", "about"])
def test_nothing_is_cut_off_or_out_of_reach(restored: Opened, place: str) -> None:
    restored.window.router.go(f"settings/{place}")
    restored.window.toasts.close()  # it lies over the page, so its place does not matter to the order within
    settle()
    assert audit_all(restored.window) == {}


def test_nothing_is_cut_off_without_backups(empty: Opened) -> None:
    assert audit_all(empty.window) == {}
