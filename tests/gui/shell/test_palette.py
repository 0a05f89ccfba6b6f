import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from arcareer_ui.shell.palette import Palette
from arcareer_ui.shell.palette_entries import PaletteEntry, PaletteGroup, matches
from arcareer_ui.shell.palette_model import PaletteModel, matched_spans
from arcareer_ui.theme.theme import Theme
from tests.gui.shell.conftest import Desk
from tests.support.audit import clipped, nameless, overflowing, settle

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def palette(desk: Desk) -> Palette:
    QTest.keyClick(desk.page().line, Qt.Key.Key_K, CTRL)
    settle()
    return desk.window.overlays.palette


def titles(palette: Palette) -> list[str]:
    return [entry.title for entry in palette.entries]


def look_for(palette: Palette, text: str) -> list[str]:
    QTest.keyClicks(palette.field, text)
    palette.look()
    return titles(palette)


def test_empty_palette_offers_last_places_places_and_every_action(desk: Desk) -> None:
    for route in ("wins", "prep", "win/42", "brag"):
        desk.go(route)
    QTest.keyClick(desk.page().line, Qt.Key.Key_F10)
    offered = desk.window.overlays.palette.entries
    assert [entry.title for entry in offered[:4]] == ["Wins & more", "Prep studio", "Wins & more", "This week"]
    shown = {(entry.title, entry.hint) for entry in offered}
    assert {("Brag sheet", "Ctrl+7"), ("Settings", "Ctrl+,")} <= shown
    for command in desk.window.commands.specs:
        if command.in_palette:
            assert (desk.window.commands.action(command.id).text(), command.keys) in shown


def test_results_of_providers_come_first_and_log_is_always_offered(palette: Palette) -> None:
    found = look_for(palette, "north")
    assert found[:2] == ["Agreed a plan with Northgate Freight", "Northgate moved to 30-day terms"]
    assert "Log a win about “north”" in found
    assert palette.chosen is not None
    assert palette.chosen.title == found[0]


def test_nothing_found_still_offers_to_log(palette: Palette) -> None:
    assert look_for(palette, "zzz") == ["Log a win about “zzz”"]


def test_actions_and_places_are_found_by_the_starts_of_words(palette: Palette) -> None:
    found = look_for(palette, "save w")
    assert "Save as Word" in found
    palette.field.clear()
    assert "Brag sheet" in look_for(palette, "sheet")


def test_enter_takes_the_first_and_arrows_move(desk: Desk, palette: Palette) -> None:
    look_for(palette, "north")
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.chosen is not None
    assert palette.chosen.title == "Northgate moved to 30-day terms"
    assert palette.field.accessibleDescription() == "Northgate moved to 30-day terms, 16 Oct"
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.chosen.title == "Log a win about “north”"
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert desk.page().events[-1] == "activated win/1"


def test_enter_right_after_typing_searches_first(desk: Desk, palette: Palette) -> None:
    QTest.keyClicks(palette.field, "harlow")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.page().events[-1] == "activated win/1"


def test_log_about_opens_capture_with_the_words(desk: Desk, palette: Palette) -> None:
    look_for(palette, "zzz")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.window.capture.isVisible()
    assert desk.panel.field.text() == "zzz"
    desk.window.capture.dismiss()


def test_action_of_another_page_is_done_there(desk: Desk, palette: Palette) -> None:
    look_for(palette, "save as word")
    while palette.chosen is not None and palette.chosen.title != "Save as Word":
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.page().events[-1] == "save-as-word"


def test_escape_gives_the_keyboard_back(desk: Desk) -> None:
    box = desk.page().box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_K, CTRL)
    settle()
    palette = desk.window.overlays.palette
    assert palette.field.hasFocus()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert box.hasFocus()


def test_tab_stays_in_the_palette_and_keys_do_not_leak(desk: Desk, palette: Palette) -> None:
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or palette, Qt.Key.Key_Tab)
    assert palette.isAncestorOf(QApplication.focusWidget() or desk.window)


def test_click_beside_closes(palette: Palette) -> None:
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.isVisible()


def test_palette_fits_small_windows_and_large_text(desk: Desk, theme: Theme, qapp: QApplication) -> None:
    theme.apply(qapp, "dark", 1.25)
    desk.window.resize(1024, 640)
    palette = desk.window.overlays.palette
    palette.open()
    settle()
    assert clipped(palette) + overflowing(desk.window) + nameless(palette) == []
    assert palette.panel.geometry().bottom() < palette.height()
    palette.dismiss()


def test_model_keeps_qts_rules(qtmodeltester: ModelTester, theme: Theme) -> None:
    model = PaletteModel()
    groups = [PaletteGroup("Wins", (PaletteEntry("One", "trophy"),)), PaletteGroup("None", ())]
    model.show(groups, "o")
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.rowCount() == 2


@pytest.mark.parametrize(
    ("query", "text", "spans"),
    [
        ("north", "Agreed with Northgate", [(12, 17)]),
        ("gate", "Agreed with Northgate", []),
        ("plan north", "Plan with Northgate", [(0, 4), (10, 15)]),
        ("no north", "Northgate", [(0, 5)]),
        ("müll", "Wir haben Müller", [(10, 14)]),
        ("x", "Straße STRASSE", []),
        ("", "Northgate", []),
    ],
)
def test_bold_parts_are_starts_of_words(query: str, text: str, spans: list[tuple[int, int]]) -> None:
    assert matched_spans(query, text) == spans


def test_every_word_must_begin_a_word() -> None:
    assert matches("w sa", "Save as Word")
    assert not matches("ave", "Save as Word")
