"""Evidence of a win: files copied in the background, links, and what is said when a copy is missing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from arcareer.domain.evidence import EvidenceFile
from arcareer_ui.pages import wins
from arcareer_ui.pages.wins.proof import EvidenceEditor
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.label import Label
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.wins_desk import FRIDAY, button, editors, page, press, show, stored, toast, type_in, undo
from tests.support.audit import settle
from tests.support.builders import a_win
from tests.support.opened import Opened
from tests.support.tasks import HeldTasks

WIN = a_win("Cleared the backlog", happened_on=FRIDAY)
OTHER = a_win("Stopped a duplicate credit note", happened_on=FRIDAY)


def fill(desk: Opened) -> Opened:
    desk.wins(WIN, OTHER)
    show(desk, WIN.id)
    return desk


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    return fill(open_pages((wins.SPEC,)))


@pytest.fixture
def advice(tmp_path: Path) -> Path:
    file = tmp_path / "remittance.pdf"
    file.write_bytes(b"paid in full" * 100)
    return file


def editor(opened: Opened) -> EvidenceEditor:
    return editors(opened).proof


def titles(opened: Opened) -> list[str]:
    return [one.title for one in stored(opened, WIN.id).evidence]


def said(parent: QWidget) -> list[str]:
    return [label.text() for label in parent.findChildren(Label) if label.isVisible()]


def attach(opened: Opened, path: Path) -> EvidenceFile:
    opened.dialogs.path = path
    press(editor(opened), "Add a file")
    file = stored(opened, WIN.id).evidence[-1]
    assert isinstance(file, EvidenceFile)
    return file


def add_link(opened: Opened, target: str) -> None:
    type_in(editor(opened).link, target)
    QTest.keyClick(editor(opened).link, Qt.Key.Key_Return)
    settle()


def test_a_file_is_copied_into_the_library_and_shown(opened: Opened, advice: Path) -> None:
    file = attach(opened, advice)
    place = opened.app.evidence.path_of(file)
    assert place is not None
    assert place.read_bytes() == advice.read_bytes()
    assert "remittance.pdf" in said(editor(opened))
    assert any("kB" in text or "KiB" in text for text in said(editor(opened)))
    undo(opened)
    assert titles(opened) == []
    assert "remittance.pdf" not in said(editor(opened))


def test_changing_ones_mind_adds_nothing(opened: Opened) -> None:
    press(editor(opened), "Add a file")
    assert opened.dialogs.asked == ["Choose a file that proves this win"]
    assert titles(opened) == []


def test_the_same_file_twice_is_said(opened: Opened, advice: Path) -> None:
    attach(opened, advice)
    press(editor(opened), "Add a file")
    assert titles(opened) == ["remittance.pdf"]
    assert toast(opened).startswith("This win has that file already.")


def test_a_file_that_cannot_be_read_is_said(opened: Opened, tmp_path: Path) -> None:
    opened.dialogs.path = tmp_path / "gone.pdf"
    press(editor(opened), "Add a file")
    assert "gone.pdf" in toast(opened)
    assert titles(opened) == []
    assert button(editor(opened), "Add a file").isEnabled()


def test_a_copy_shows_its_progress_and_can_be_cancelled(open_pages: OpenPages, advice: Path) -> None:
    tasks = HeldTasks()
    opened = fill(open_pages((wins.SPEC,), tasks=tasks))
    tasks.run()
    opened.dialogs.path = advice
    press(editor(opened), "Add a file")
    assert editor(opened).progress is not None
    assert not editor(opened).add_button.isEnabled()
    assert "Copying remittance.pdf into your library" in said(editor(opened))
    press(editor(opened), "Cancel")
    tasks.run()
    settle()
    assert titles(opened) == []
    assert editor(opened).progress is None
    assert editor(opened).add_button.isEnabled()
    assert toast(opened).startswith("Stopped. Nothing was added.")


def test_a_copy_belongs_to_the_win_it_was_started_for(open_pages: OpenPages, advice: Path) -> None:
    tasks = HeldTasks()
    opened = fill(open_pages((wins.SPEC,), tasks=tasks))
    tasks.run()
    opened.dialogs.path = advice
    press(editor(opened), "Add a file")
    show(opened, OTHER.id)
    tasks.run()
    settle()
    assert titles(opened) == ["remittance.pdf"]
    assert stored(opened, OTHER.id).evidence == ()
    assert page(opened).desk.value == OTHER
    undo(opened)
    assert titles(opened) == []


def test_text_typed_meanwhile_is_kept(opened: Opened, advice: Path) -> None:
    type_in(page(opened).view.detail.texts["action"], "I called")
    attach(opened, advice)
    assert stored(opened, WIN.id).action == "I called"
    assert titles(opened) == ["remittance.pdf"]


@pytest.mark.parametrize("target", ["https://portal.example/ticket/7", "TICKET-4711", "S:/AR/2026/thanks.msg"])
def test_a_link_is_added_with_enter_and_removed_again(opened: Opened, target: str) -> None:
    add_link(opened, target)
    assert titles(opened) == [target]
    assert editor(opened).link.text() == ""
    press(editor(opened), f"Remove {target}")
    assert titles(opened) == []
    undo(opened)
    assert titles(opened) == [target]
    undo(opened)
    assert titles(opened) == []


def test_a_web_address_opens_and_anything_else_is_copied(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    add_link(opened, "https://portal.example/ticket/7")
    add_link(opened, "TICKET-4711")
    press(editor(opened), "Open https://portal.example/ticket/7")
    assert [url.toString() for url in asked] == ["https://portal.example/ticket/7"]
    press(editor(opened), "Copy TICKET-4711")
    assert QGuiApplication.clipboard().text() == "TICKET-4711"
    assert len(asked) == 1


def test_a_missing_copy_is_marked_and_told_when_it_is_wanted(opened: Opened, advice: Path, tmp_path: Path) -> None:
    file = attach(opened, advice)
    place = opened.app.evidence.path_of(file)
    assert place is not None
    place.unlink()
    show(opened, OTHER.id)
    show(opened, WIN.id)
    assert "The copy is missing" in [chip.text for chip in editor(opened).findChildren(Chip)]
    opened.dialogs.path = tmp_path / "copy.pdf"
    press(editor(opened), "Save a copy of remittance.pdf")
    assert "is missing" in toast(opened)


def test_a_copy_is_saved_where_the_user_chose(opened: Opened, advice: Path, tmp_path: Path) -> None:
    attach(opened, advice)
    opened.dialogs.path = tmp_path / "for the review.pdf"
    press(editor(opened), "Save a copy of remittance.pdf")
    assert opened.dialogs.offered[-1].name == "remittance.pdf"
    assert opened.dialogs.path.read_bytes() == advice.read_bytes()
    assert toast(opened).startswith("Copy saved as for the review.pdf")
