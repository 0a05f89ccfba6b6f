from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card_list import CardHeading, CardList, CardListModel, CardRow
from arcareer_ui.widgets.chip import ChipText
from tests.gui.widgets.conftest import Place
from tests.support.audit import settle


@dataclass(frozen=True)
class Entry:
    id: int
    title: str
    heading: bool = False


def present(entry: Entry) -> CardRow | CardHeading:
    if entry.heading:
        return CardHeading(entry.title)
    spoken = f"{entry.title}, 15 October, cash in"
    return CardRow(entry.title, "Thu 15 Oct", (ChipText("Cash in"), ChipText("$12,480", "accent")), spoken)


def key(entry: Entry) -> int:
    return entry.id


ENTRIES = (
    Entry(-1, "This week", heading=True),
    Entry(1, "Cleared the backlog"),
    Entry(2, "Stopped a duplicate credit note"),
    Entry(-2, "Last week", heading=True),
    Entry(3, "Wrote the guide to short payments"),
)


@pytest.fixture
def cards(place: Place) -> CardList[Entry]:
    cards: CardList[Entry] = CardList("Wins", present, key, multiple=True)
    cards.set_items(ENTRIES)
    place(cards)
    return cards


def test_model_keeps_qts_rules(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    model: CardListModel[Entry] = CardListModel(present, key, owner)
    model.set_items(ENTRIES)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_arrows_step_over_headings_and_tell_the_item(cards: CardList[Entry]) -> None:
    told: list[int | None] = []
    cards.current_changed.connect(lambda entry: told.append(entry.id if entry else None))
    cards.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        QTest.keyClick(cards, Qt.Key.Key_Down)
    assert told == [1, 2, 3]


def test_enter_opens_and_delete_asks_to_remove(cards: CardList[Entry], qtbot: QtBot) -> None:
    cards.choose(2)
    with qtbot.waitSignal(cards.opened) as opened:
        QTest.keyClick(cards, Qt.Key.Key_Return)
    assert opened.args == [ENTRIES[2]]
    QTest.keyClick(cards, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(cards.removal_asked):
        QTest.keyClick(cards, Qt.Key.Key_Delete)
    assert [entry.id for entry in cards.selected_items()] == [2, 3]


def test_new_items_keep_the_cursor_where_it_was(cards: CardList[Entry]) -> None:
    cards.choose(3)
    told: list[object] = []
    cards.current_changed.connect(told.append)
    cards.set_items((Entry(9, "Just logged"), *ENTRIES))
    assert cards.current == ENTRIES[4]
    assert [entry.id for entry in cards.selected_items()] == [3]
    assert told == []


def test_cursor_goes_when_its_item_goes(cards: CardList[Entry]) -> None:
    cards.choose(1)
    told: list[object] = []
    cards.current_changed.connect(told.append)
    cards.set_items(ENTRIES[2:])
    assert cards.current is None
    assert told == [None]


def test_keyboard_arrives_on_the_first_card_and_the_window_on_none(place: Place) -> None:
    button = Button("Before")
    cards: CardList[Entry] = CardList("Wins", present, key)
    cards.set_items(ENTRIES)
    place(button, cards)
    cards.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert cards.current is None
    button.setFocus()
    cards.setFocus(Qt.FocusReason.TabFocusReason)
    assert cards.selected_items() == (ENTRIES[1],)


def test_unknown_item_cannot_be_chosen(cards: CardList[Entry]) -> None:
    assert not cards.choose(42)
    assert cards.choose(3)


def test_rows_are_read_aloud_as_sentences(cards: CardList[Entry]) -> None:
    index = cards.model().index(1, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Cleared the backlog, 15 October, cash in"
    interface = QAccessible.queryAccessibleInterface(cards)
    assert interface.role() == QAccessible.Role.List


def test_many_rows_come_as_they_are_needed(place: Place) -> None:
    cards: CardList[Entry] = CardList("Wins", present, key)
    place(cards)
    cards.set_items(tuple(Entry(number, f"Win {number}") for number in range(20_000)))
    assert cards.model().rowCount() < 1_000
    assert cards.choose(15_000)
    assert cards.current is not None
    assert cards.current.id == 15_000


def test_scroll_position_survives_new_items(place: Place) -> None:
    cards: CardList[Entry] = CardList("Wins", present, key)
    place(cards)
    entries = tuple(Entry(number, f"Win {number}") for number in range(100))
    cards.set_items(entries)
    settle()
    cards.verticalScrollBar().setValue(700)
    cards.set_items(entries)
    settle()
    assert cards.verticalScrollBar().value() == 700


def test_keyboard_cursor_looks_different_from_a_clicked_row(cards: CardList[Entry]) -> None:
    QTest.keyClick(cards, Qt.Key.Key_Down)
    settle()
    ringed = cards.grab().toImage()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=cards.visualRect(cards.currentIndex()).center())
    QTest.mouseMove(cards.viewport(), QPoint(1, 1))
    settle()
    assert cards.grab().toImage() != ringed


def test_rows_grow_with_the_text(cards: CardList[Entry], theme: Theme, qapp: QApplication) -> None:
    before = cards.visualRect(cards.model().index(1, 0)).height()
    theme.apply(qapp, "light", 1.5)
    settle()
    assert cards.visualRect(cards.model().index(1, 0)).height() > before
    assert isinstance(cards, QListView)


def test_a_selection_outlives_new_items(qtbot: QtBot, cards: CardList[Entry]) -> None:
    cards.setFocus()
    cards.choose(1)
    QTest.keyClick(cards, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [entry.id for entry in cards.selected_items()] == [1, 2]
    cards.set_items((ENTRIES[0], Entry(4, "New"), *ENTRIES[1:]))
    assert [entry.id for entry in cards.selected_items()] == [1, 2]
    assert cards.current is not None
    assert cards.current.id == 2
    cards.set_items((ENTRIES[0], *ENTRIES[2:]))
    assert [entry.id for entry in cards.selected_items()] == [2]


def test_short_chips_are_drawn_at_large_text(qtbot: QtBot, theme: Theme, place: Place) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 1.5)
    cards: CardList[Entry] = CardList("Wins", lambda _: CardRow("Warned early", "Fri", (ChipText("OK"),)), key)
    cards.set_items(ENTRIES[1:2])
    place(cards)
    with_chip = cards.grab().toImage()
    bare: CardList[Entry] = CardList("Wins", lambda _: CardRow("Warned early", "Fri"), key)
    bare.set_items(ENTRIES[1:2])
    place(bare)
    assert with_chip != bare.grab().toImage()
