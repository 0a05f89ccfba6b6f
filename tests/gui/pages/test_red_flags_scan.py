from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from arcareer.domain.drafts import Draft
from arcareer.errors import UserError
from arcareer.progress import Cancelled, Progress
from arcareer_ui.pages import prep, wins
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.red_flags.bullet_table import FLAGS, NUMBER, SCORE, TEXT, flags_of
from arcareer_ui.pages.prep.red_flags.resume_part import ResumePart
from arcareer_ui.pages.prep.red_flags.scan_view import PRESENCE, SignalTile
from arcareer_ui.pages.prep.red_flags.tab import RedFlagsTab
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.item_row import ItemRow
from arcareer_ui.widgets.label import Label
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit, audit_all, settle
from tests.support.builders import a_win
from tests.support.opened import Opened

RESUME = """MAYA HOLT
Accounts Receivable Coordinator

EXPERIENCE
Northgate Tools, AR Coordinator, 2021 - present
• Responsible for collections and various reports
• Cut DSO from 52 to 44 days in two quarters by calling every account over $20,000 before its due date
• Posted daily cash in SAP and reconciled the control account at month end
• Agreed a payment plan with a builder in trouble and secured $64,000 over five months
• Sales never told us about new terms so balances went up

EDUCATION
BTEC Business, 2017
"""
BULLETS = [line.removeprefix("• ") for line in RESUME.splitlines() if line.startswith("•")]


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    session = open_pages((prep.SPEC, wins.SPEC))
    session.window.router.go("prep/red-flags/scan")
    settle()
    return session


def part_of(opened: Opened) -> ResumePart:
    tab = cast("PrepPage", opened.page).tool("red-flags")
    assert isinstance(tab, RedFlagsTab)
    assert tab.scan is not None
    return tab.scan


def scan(opened: Opened, text: str = RESUME) -> ResumePart:
    part = part_of(opened)
    part.scan_pasted(text)
    settle()
    return part


def words_on(part: ResumePart) -> str:
    return "\n".join(label.text() for label in part.findChildren(Label) if label.isVisible())


def test_it_asks_for_a_resume_and_says_that_nothing_is_kept(opened: Opened) -> None:
    part = part_of(opened)
    assert part.start.isVisible()
    assert "nothing of the file is kept" in words_on(part)


def test_a_file_is_read_and_shown(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "resume.txt"
    path.write_text(RESUME, "utf-8")
    opened.dialogs.path = path
    part = part_of(opened)
    QTest.mouseClick(part.open_button, Qt.MouseButton.LeftButton)
    settle()
    assert part.outcome.isVisible()
    assert part.name.text() == "resume.txt"
    assert "Nothing of it is kept" in part.summary.text()
    assert [one.bullet.text for one in part.table.bullets] == BULLETS
    assert any("signals found" in text for text in opened.announced)


def test_twelve_signals_say_what_shows_them_or_what_would(opened: Opened) -> None:
    part = scan(opened)
    tiles = [tile for tile in part.findChildren(SignalTile) if tile.isVisible()]
    assert len(tiles) == 12
    assert part.result is not None
    names = [tile.accessibleName() for tile in tiles]
    for signal, name in zip(part.result.signals, names, strict=True):
        assert name.startswith(signal.label)
        assert signal.words in name
        if signal.presence.value != "found":
            assert signal.advice in words_on(part)


def test_presence_is_never_told_by_colour_alone() -> None:
    assert len({look[0] for look in PRESENCE.values()}) == len({look[2] for look in PRESENCE.values()}) == 3


def test_the_table_sorts_by_every_column(opened: Opened) -> None:
    table = scan(opened).table
    table.sortByColumn(SCORE, Qt.SortOrder.DescendingOrder)
    scores = [one.report.card.overall for one in table.bullets]
    assert scores == sorted(scores, reverse=True)
    table.sortByColumn(FLAGS, Qt.SortOrder.AscendingOrder)
    flags = [len(flags_of(one)) for one in table.bullets]
    assert flags == sorted(flags)
    table.sortByColumn(TEXT, Qt.SortOrder.AscendingOrder)
    assert [one.bullet.text for one in table.bullets] == sorted(BULLETS, key=str.casefold)
    table.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)
    assert [one.bullet.text for one in table.bullets] == BULLETS


def test_a_row_shows_its_bullet_with_findings_and_score(opened: Opened) -> None:
    part = scan(opened)
    assert part.bullet.text.text() == BULLETS[0]
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert part.bullet.text.text() == BULLETS[-1]
    finding = part.table.bullets[-1].report.findings[0]
    assert finding.question in words_on(part)


def test_a_line_becomes_a_bullet_and_that_can_be_undone(opened: Opened) -> None:
    part = scan(opened)
    QTest.mouseClick(part.bullet.keep_button, Qt.MouseButton.LeftButton)
    settle()
    assert [bullet.text for bullet in opened.app.bullets.all()] == [BULLETS[0]]
    opened.session.undo.undo()
    assert opened.app.bullets.all() == ()


def test_a_win_is_found_for_a_line_and_opened(opened: Opened) -> None:
    win = a_win("Agreed a payment plan with Palmer Builders and secured $64,000")
    opened.wins(win)
    part = scan(opened)
    part.table.selectRow(BULLETS.index(next(text for text in BULLETS if "payment plan" in text)))
    QTest.mouseClick(part.bullet.win_button, Qt.MouseButton.LeftButton)
    settle()
    lines = [line for line in part.findChildren(ItemRow) if line.isVisible()]
    assert len(lines) == 1
    QTest.mouseClick(lines[0].button, Qt.MouseButton.LeftButton)
    settle()
    assert opened.window.pages.current_id == "wins"


def test_where_no_win_fits_it_says_so(opened: Opened) -> None:
    part = scan(opened)
    QTest.mouseClick(part.bullet.win_button, Qt.MouseButton.LeftButton)
    settle()
    assert "No win of yours" in words_on(part)


def test_pasting_starts_with_what_was_copied(opened: Opened) -> None:
    QGuiApplication.clipboard().setText(RESUME)
    part = part_of(opened)
    QTest.mouseClick(part.paste_button, Qt.MouseButton.LeftButton)
    settle()
    assert part.paste_card.text.text == RESUME
    QTest.mouseClick(part.paste_card.scan_button, Qt.MouseButton.LeftButton)
    settle()
    assert [one.bullet.text for one in part.table.bullets] == BULLETS


def test_nothing_pasted_is_asked_for_again(opened: Opened) -> None:
    QGuiApplication.clipboard().clear()
    part = part_of(opened)
    QTest.mouseClick(part.paste_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(part.paste_card.scan_button, Qt.MouseButton.LeftButton)
    settle()
    assert part.paste_card.field.message
    QTest.mouseClick(part.paste_card.back_button, Qt.MouseButton.LeftButton)
    assert part.start.isVisible()


def test_a_text_without_bullets_is_no_trouble(opened: Opened) -> None:
    part = scan(opened, "Maya Holt")
    assert part.outcome.isVisible()
    assert not part.table.isVisible()
    assert audit(opened.window) == []


def test_a_file_that_cannot_be_read_is_explained(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = part_of(opened)

    def refuse(path: Path, progress: Progress) -> None:
        raise UserError("This file is protected by a password. Save it without one and open it again.")

    monkeypatch.setattr(part._scans, "read", refuse)
    part.scan_file(tmp_path / "resume.pdf")
    settle()
    banners = [banner for banner in part.findChildren(Banner) if banner.isVisible()]
    assert len(banners) == 1
    assert "protected by a password" in words_on(part)
    assert part.open_button.isEnabled()


def test_reading_can_be_stopped(opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = part_of(opened)

    def stopped(path: Path, progress: Progress) -> None:
        progress(1, 4)
        raise Cancelled

    monkeypatch.setattr(part._scans, "read", stopped)
    part.scan_file(tmp_path / "resume.pdf")
    settle()
    assert part.start.isVisible()
    assert part.result is None


def test_nothing_of_the_resume_is_kept(opened: Opened) -> None:
    part = scan(opened)
    opened.window.pages.flush()
    drafts: tuple[Draft, ...] = opened.app.drafts.all()
    assert drafts == ()
    assert opened.app.bullets.all() == ()
    QTest.mouseClick(part.again_button, Qt.MouseButton.LeftButton)
    assert part.result is None
    assert part.start.isVisible()


def test_nothing_is_cut_off_or_out_of_reach(opened: Opened) -> None:
    assert audit_all(opened.window) == {}
    part = scan(opened)
    part.bullet.show_wins(())
    assert audit_all(opened.window) == {}


def test_bullets_are_put_in_order_without_a_mouse(opened: Opened) -> None:
    part = scan(opened)
    order = part.table.order
    order.setFocus()
    QTest.keyClick(order, Qt.Key.Key_Down)
    scores = [one.report.card.overall for one in part.table.bullets]
    assert scores == sorted(scores)
    QTest.keyClick(order, Qt.Key.Key_End)
    flags = [len(flags_of(one)) for one in part.table.bullets]
    assert flags == sorted(flags, reverse=True)
    part.table.sortByColumn(TEXT, Qt.SortOrder.AscendingOrder)
    assert order.current == ""
    part.table.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)
    assert [one.bullet.text for one in part.table.bullets] == BULLETS
    assert order.currentText() == "As in the resume"


def test_the_keyboard_stays_with_the_scan(opened: Opened) -> None:
    part = part_of(opened)
    part.open_button.setFocus()
    part.ask_text()
    part.paste_card.text.set_text(RESUME)
    part.paste_card.scan_button.setFocus()
    QTest.keyClick(part.paste_card.scan_button, Qt.Key.Key_Space)
    settle()
    assert QApplication.focusWidget() is part.again_button
    QTest.keyClick(part.again_button, Qt.Key.Key_Space)
    settle()
    assert QApplication.focusWidget() is part.open_button


def test_the_keyboard_is_left_where_the_user_has_gone(opened: Opened) -> None:
    opened.window.rail.setFocus()
    before = QApplication.focusWidget()
    scan(opened)
    assert QApplication.focusWidget() is before
