"""From the brag sheet page to a Word file: what it says, where it goes, and what stands in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from arcareer.documents.blocks import Paragraph
from arcareer.domain.documents import BragTemplate
from arcareer_ui.pages import brag_sheet, this_week
from arcareer_ui.pages.brag_sheet import saving as saving_module
from arcareer_ui.pages.brag_sheet import sheet as sheet_module
from arcareer_ui.shell.rail import NavButton
from arcareer_ui.widgets.progress import InlineProgress
from tests.gui.pages.brag_sheet_desk import banner, button, many, page, put_half_year, view
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import settle
from tests.support.opened import Opened
from tests.support.sheets import words, words_of_docx
from tests.support.tasks import HeldTasks

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SPECS = (this_week.SPEC, brag_sheet.SPEC)


@pytest.fixture
def opened(open_pages: OpenPages, tmp_path: Path) -> Opened:
    """The home page on show, six wins of the half year, a dialog that chooses a path."""
    desk = open_pages(SPECS)
    put_half_year(desk)
    desk.dialogs.path = tmp_path / "out" / "Brag sheet.docx"
    desk.dialogs.path.parent.mkdir()
    return desk


@pytest.fixture
def slow(open_pages: OpenPages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Opened, HeldTasks]:
    """The same on the page itself, with background work that waits and progress that shows at once."""
    monkeypatch.setattr(saving_module, "SHOW_PROGRESS_AFTER_MS", 0)
    runner = HeldTasks()
    desk = open_pages(SPECS, tasks=runner)
    runner.waiting.clear()
    put_half_year(desk)
    desk.dialogs.path = tmp_path / "Brag sheet.docx"
    desk.window.router.go("brag-sheet")
    settle()
    return desk, runner


class Programs(QObject):
    """Stands for the programs of the system that open files and folders."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def programs() -> object:
    taker = Programs()
    QDesktopServices.setUrlHandler("file", taker, "take")  # type: ignore[arg-type]
    yield taker
    QDesktopServices.unsetUrlHandler("file")


def path_of(opened: Opened) -> Path:
    assert opened.dialogs.path is not None
    return opened.dialogs.path


def test_three_clicks_lead_from_home_to_a_word_file(opened: Opened) -> None:
    (place,) = [one for one in opened.window.rail.findChildren(NavButton) if one.accessibleName() == "Brag sheet"]
    QTest.mouseClick(place, Qt.MouseButton.LeftButton)
    settle()
    QTest.mouseClick(view(opened).save_button, Qt.MouseButton.LeftButton)
    settle()
    assert opened.dialogs.asked == ["Save the brag sheet"]
    assert opened.dialogs.offered[0].name == "Brag sheet 2026 H2.docx"
    assert path_of(opened).read_bytes().startswith(b"PK")
    assert banner(opened).title == "Brag sheet.docx saved to out"
    assert any("Brag sheet.docx saved to out" in said for said in opened.announced)


def test_by_keyboard_it_is_one_shortcut_from_anywhere(opened: Opened) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_E, CTRL)
    settle()
    assert opened.window.pages.current_id == "brag-sheet"
    assert path_of(opened).exists()


@pytest.mark.parametrize("template", list(BragTemplate))
def test_the_file_says_word_for_word_what_the_preview_says(opened: Opened, template: BragTemplate) -> None:
    opened.window.router.go("brag-sheet")
    view(opened).template.choice.buttons[template].click()
    settle()
    view(opened).save_button.click()
    settle()
    shown = words(view(opened).preview.text.replace("\N{OBJECT REPLACEMENT CHARACTER}", " "))
    assert shown == words_of_docx(path_of(opened).read_bytes())


def test_what_is_typed_last_is_in_the_file(opened: Opened) -> None:
    opened.window.router.go("brag-sheet")
    settle()
    QTest.keyClicks(view(opened).owner.lines["name"], "Maya Torres")
    QTest.keyClick(opened.window, Qt.Key.Key_E, CTRL)
    settle()
    assert "Maya" in words_of_docx(path_of(opened).read_bytes())


def test_the_folder_is_remembered_and_offered_again(open_pages: OpenPages, opened: Opened) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_E, CTRL)
    settle()
    folder = path_of(opened).parent
    opened.close()
    again = open_pages(SPECS)
    QTest.keyClick(again.window, Qt.Key.Key_E, CTRL)
    settle()
    assert again.dialogs.offered[0].parent == folder
    again.close()
    path_of(opened).unlink()
    folder.rmdir()
    third = open_pages(SPECS)
    QTest.keyClick(third.window, Qt.Key.Key_E, CTRL)
    assert third.dialogs.offered[0].parent != folder


def test_a_changed_mind_changes_nothing(opened: Opened) -> None:
    opened.dialogs.path = None
    opened.window.router.go("brag-sheet")
    view(opened).save_button.click()
    settle()
    assert opened.dialogs.asked == ["Save the brag sheet"]
    assert page(opened)._saving.messages.shown is None
    assert view(opened).save_button.isEnabled()


def test_the_message_opens_the_file_and_its_folder(opened: Opened, programs: Programs) -> None:
    QTest.keyClick(opened.window, Qt.Key.Key_E, CTRL)
    settle()
    button("Open", opened).click()
    shown = button("Show in folder", opened)
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert programs.opened == [str(path_of(opened)), str(path_of(opened).parent)]
    (close,) = [one for one in banner(opened).findChildren(QPushButton) if one.accessibleName() == "Dismiss"]
    close.click()
    settle()
    assert page(opened)._saving.messages.shown is None


def test_without_a_program_for_it_the_place_is_told(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    QTest.keyClick(opened.window, Qt.Key.Key_E, CTRL)
    settle()
    button("Open", opened).click()
    settle()
    assert banner(opened).title == "Brag sheet.docx could not be opened"
    assert str(path_of(opened)) in banner(opened).accessibleName()


def test_a_folder_that_is_gone_is_told_and_another_can_be_chosen(opened: Opened, tmp_path: Path) -> None:
    opened.dialogs.path = tmp_path / "gone" / "Brag sheet.docx"
    QTest.keyClick(opened.window, Qt.Key.Key_E, CTRL)
    settle()
    assert banner(opened).title == "The document is not saved"
    assert view(opened).save_button.isEnabled()
    opened.dialogs.path = tmp_path / "Brag sheet.docx"
    button("Save somewhere else", opened).click()
    settle()
    assert banner(opened).title == f"Brag sheet.docx saved to {tmp_path.name}"
    assert opened.dialogs.path.exists()


def test_a_file_that_cannot_be_replaced_stays_as_it_was(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    path_of(opened).write_bytes(b"the older one")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("arcareer.documents.writer.fsops.atomic_write", refuse)
    QTest.keyClick(opened.window, Qt.Key.Key_E, CTRL)
    settle()
    assert path_of(opened).read_bytes() == b"the older one"
    assert "disk is full" in banner(opened).accessibleName().lower()
    assert view(opened).save_button.isEnabled()
    assert view(opened).preview.text


def test_the_page_says_how_far_it_is_and_cancel_leaves_the_file(slow: tuple[Opened, HeldTasks]) -> None:
    opened, runner = slow
    path_of(opened).write_bytes(b"the older one")
    view(opened).save_button.click()
    settle()
    assert not view(opened).save_button.isEnabled()
    (progress,) = view(opened).findChildren(InlineProgress)
    assert progress.isVisible()
    (cancel,) = [one for one in progress.findChildren(QPushButton) if one.text() == "Cancel"]
    cancel.setFocus()
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    runner.run()
    settle()
    assert path_of(opened).read_bytes() == b"the older one"
    assert page(opened)._saving.messages.shown is None
    assert "Stopped. Nothing was written." in opened.announced
    assert view(opened).save_button.isEnabled()
    view(opened).save_button.click()
    runner.run()
    settle()
    assert path_of(opened).read_bytes().startswith(b"PK")


def test_while_one_is_written_a_second_is_not_begun(slow: tuple[Opened, HeldTasks]) -> None:
    opened, runner = slow
    view(opened).save_button.click()
    QTest.keyClick(opened.window, Qt.Key.Key_E, CTRL)
    settle()
    assert len(runner.waiting) == 1
    assert len(opened.dialogs.asked) == 1
    runner.run()
    settle()
    assert view(opened).save_button.isEnabled()


def test_what_is_written_is_what_was_asked_for_even_if_wins_go_meanwhile(
    slow: tuple[Opened, HeldTasks],
) -> None:
    opened, runner = slow
    view(opened).save_button.click()
    opened.app.journal.move_to_trash([win.id for win in opened.app.journal.wins(page(opened).choosing.period)])
    settle()
    runner.run()
    settle()
    assert "140-day" in words_of_docx(path_of(opened).read_bytes())
    assert not view(opened).save_button.isEnabled()


def test_text_is_copied_as_the_preview_shows_it(opened: Opened) -> None:
    opened.window.router.go("brag-sheet")
    settle()
    QTest.keyClick(opened.window, Qt.Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert "Recovered a 140-day balance from Customer A" in copied
    assert "Harlow" not in copied
    assert "Copied as text, as the preview shows it" in opened.announced


def test_copying_what_was_typed_a_moment_ago(opened: Opened) -> None:
    opened.window.router.go("brag-sheet")
    settle()
    QTest.keyClicks(view(opened).owner.lines["name"], "Maya Torres")
    view(opened).copy_button.click()
    assert QGuiApplication.clipboard().text().startswith(("Maya Torres", "Brag sheet"))
    assert "Maya Torres" in QGuiApplication.clipboard().text()


def test_a_large_document_is_put_together_in_the_background(
    slow: tuple[Opened, HeldTasks],
) -> None:
    opened, runner = slow
    before = view(opened).preview.text
    opened.wins(*many(90))
    assert view(opened).pages.text() == "Putting the pages together"
    assert view(opened).preview.text == before
    runner.run()
    settle()
    assert "Collected balance number 89" in view(opened).preview.text
    assert view(opened).period.found.text().endswith("96 wins found.")
    assert view(opened).pages.text().startswith("Page 1 of")


def test_a_document_that_came_too_late_is_dropped(slow: tuple[Opened, HeldTasks]) -> None:
    opened, runner = slow
    opened.wins(*many(90))
    view(opened).template.choice.buttons[BragTemplate.PLAIN].click()
    view(opened).template.choice.buttons[BragTemplate.ONE_PAGE].click()
    settle()
    stale, _, last = runner.waiting
    last.perform()
    settle()
    assert view(opened).preview.page_count == 1
    stale.perform()
    settle()
    sheet = page(opened).sheet
    assert sheet is not None
    assert sheet.ready.printed.template is BragTemplate.ONE_PAGE
    assert view(opened).preview.page_count == 1


def test_saving_waits_for_a_document_that_is_being_put_together(slow: tuple[Opened, HeldTasks]) -> None:
    opened, runner = slow
    opened.wins(*many(90))
    view(opened).save_button.click()
    settle()
    assert opened.dialogs.asked == []
    assert not view(opened).save_button.isEnabled()
    runner.run()
    settle()
    assert opened.dialogs.asked == ["Save the brag sheet"]
    assert "number" in words_of_docx(path_of(opened).read_bytes())
    assert view(opened).save_button.isEnabled()


def test_a_document_of_very_many_wins_is_shown_in_part_and_says_so(
    open_pages: OpenPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_module, "MOST_SHOWN", 60_000)
    opened = open_pages((brag_sheet.SPEC,))
    opened.wins(*many(450))
    for _ in range(2000):
        if not (page(opened)._composer.is_busy or view(opened).preview.is_filling):
            break
        settle(1)
    assert view(opened).preview.text.rstrip().endswith("The document goes on to the last win.")
    assert view(opened).pages.text() == f"Page 1 of the first {view(opened).preview.page_count}"
    sheet = page(opened).sheet
    assert sheet is not None
    assert sum(block.opens for block in sheet.ready.printed.blocks if isinstance(block, Paragraph)) == 450
