"""The desk saves what editors hold, one field at a time, through trouble of every kind."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from arcareer.domain.journal import HEADLINE_LIMIT, Win
from arcareer.errors import EnvironmentFault
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer_ui.autosave import SAVE_AFTER_MS
from arcareer_ui.desk import RETRY_MS, Desk
from arcareer_ui.undo import UndoController
from tests.support.builders import Library, a_library, a_win


def refuse() -> None:
    raise LibraryProblem(ProblemKind.DISK_FULL, "The disk is full. Your text is kept.")


class Table:
    """A desk on a real library, with editors for two fields that tests write into."""

    def __init__(self, library: Library, qtbot: QtBot) -> None:
        self.library = library
        self.undo = UndoController(library.edits.apply)
        self.editors: dict[str, str] = {}
        self.saved: list[Win] = []
        self.refused: list[str] = []
        self.faults: list[EnvironmentFault] = []
        self.conflicts: list[tuple[Win, Win | None]] = []
        self.desk: Desk[Win] = Desk(
            self.undo,
            self.undo,
            save=library.journal.save,
            fetch=library.journal.get,
            typed=lambda _: dict(self.editors),
            label="Edit win",
            retry_ms=40,
        )
        self.desk.saved.connect(self.saved.append)
        self.desk.refused.connect(lambda field, _: self.refused.append(field))
        self.desk.troubled.connect(lambda fault, _stored, _wanted: self.faults.append(fault))
        self.desk.conflict.connect(lambda mine, theirs: self.conflicts.append((mine, theirs)))

    def lay(self, win: Win) -> None:
        self.desk.put(win)
        value = self.desk.value
        assert value is not None
        self.editors = {"headline": value.headline, "action": value.action}

    def type(self, field: str, text: str) -> None:
        self.editors[field] = text
        self.desk.touch(field)

    def in_library(self, identity: UUID) -> Win:
        win = self.library.journal.get(identity)
        assert win is not None
        return win

    def change_elsewhere(self, win: Win, **fields: Any) -> None:
        now = self.in_library(win.id)
        self.library.journal.save(now, replace(now, **fields))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = a_library(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def win(library: Library) -> Win:
    one = a_win("Collected a balance")
    library.add(one)
    return one


@pytest.fixture
def table(library: Library, win: Win, qtbot: QtBot) -> Table:
    made = Table(library, qtbot)
    made.lay(win)
    return made


def test_typing_is_saved_by_itself_soon_after_the_first_key(table: Table, win: Win, qtbot: QtBot) -> None:
    assert SAVE_AFTER_MS < 400
    table.type("headline", "Collected two balances")
    assert table.in_library(win.id).headline == "Collected a balance"
    assert table.desk.value == replace(win, headline="Collected two balances")
    assert table.desk.stored == win
    qtbot.waitUntil(lambda: bool(table.saved))
    assert table.in_library(win.id) == table.desk.stored == replace(win, headline="Collected two balances")


def test_a_stretch_of_typing_is_one_step_to_undo(table: Table, win: Win) -> None:
    for text in ("Collected two", "Collected two balances", "Collected two balances today"):
        table.type("headline", text)
        table.desk.flush()
    table.desk.rest()
    table.type("headline", "Collected three")
    table.desk.rest()
    table.type("action", "I called")
    table.desk.flush()
    assert table.undo.stack.count() == 3
    table.undo.undo()
    table.undo.undo()
    assert table.in_library(win.id).headline == "Collected two balances today"
    table.undo.undo()
    assert table.in_library(win.id) == win


def test_what_is_chosen_is_a_step_of_its_own_after_what_was_typed(table: Table, win: Win) -> None:
    table.type("action", "I called")
    assert table.desk.change("Change theme", theme="cash")
    assert table.in_library(win.id) == replace(win, action="I called", theme="cash")
    assert table.undo.stack.undoText() == "Change theme"
    table.undo.undo()
    assert table.in_library(win.id) == replace(win, action="I called")


def test_a_field_that_cannot_be_kept_does_not_hold_up_the_others(table: Table, win: Win) -> None:
    table.type("action", "I called")
    table.type("headline", "x" * (HEADLINE_LIMIT + 1))
    table.desk.flush()
    assert table.refused == ["headline"]
    assert table.in_library(win.id) == replace(win, action="I called")
    assert table.desk.refused_fields == {"headline"}
    table.type("action", "I called twice")
    table.desk.flush()
    assert table.desk.refused_fields == {"headline"}
    table.type("headline", "Short again")
    table.desk.flush()
    assert table.in_library(win.id) == replace(win, action="I called twice", headline="Short again")
    assert table.desk.refused_fields == frozenset()


def test_a_choice_that_cannot_be_kept_is_refused_alone(table: Table, win: Win) -> None:
    assert not table.desk.change("Change date", happened_on=date(2030, 1, 1), theme="cash")
    assert table.refused == ["happened_on"]
    assert table.in_library(win.id) == replace(win, theme="cash")


def test_what_the_disk_does_not_take_is_tried_again(table: Table, win: Win, qtbot: QtBot) -> None:
    table.library.store.guard = refuse
    table.type("headline", "Collected two balances")
    table.desk.flush()
    assert [str(fault) for fault in table.faults] == ["The disk is full. Your text is kept."]
    assert table.desk.value == replace(win, headline="Collected two balances")
    assert table.desk.is_late
    assert table.undo.stack.count() == 0
    table.library.store.guard = lambda: None
    assert RETRY_MS == 5_000
    qtbot.waitUntil(lambda: bool(table.saved))
    assert table.in_library(win.id).headline == "Collected two balances"
    assert not table.desk.is_late
    table.undo.undo()
    assert table.in_library(win.id) == win


def test_a_late_win_keeps_its_text_while_another_is_on_the_desk(table: Table, win: Win) -> None:
    other = a_win("Another")
    table.library.add(other)
    table.library.store.guard = refuse
    table.type("headline", "Collected two balances")
    table.lay(other)
    table.type("headline", "Another, edited")
    table.desk.flush()
    table.lay(win)
    assert table.editors["headline"] == "Collected two balances"
    table.library.store.guard = lambda: None
    table.desk.flush()
    assert table.in_library(win.id).headline == "Collected two balances"
    assert table.in_library(other.id).headline == "Another, edited"


def test_changes_elsewhere_of_other_fields_are_taken_in(table: Table, win: Win) -> None:
    table.type("headline", "Collected two balances")
    table.change_elsewhere(win, theme="cash")
    assert table.desk.follow()
    assert table.desk.value == replace(win, headline="Collected two balances", theme="cash")
    table.desk.flush()
    assert table.in_library(win.id) == replace(win, headline="Collected two balances", theme="cash")
    assert table.conflicts == []


def test_a_save_that_comes_too_late_is_laid_on_top_of_what_changed(table: Table, win: Win) -> None:
    table.change_elsewhere(win, theme="cash")
    table.type("headline", "Collected two balances")
    table.desk.flush()
    assert table.in_library(win.id) == replace(win, headline="Collected two balances", theme="cash")


@pytest.mark.parametrize("keep_mine", [True, False])
def test_the_same_field_changed_twice_is_for_the_user_to_decide(table: Table, win: Win, keep_mine: bool) -> None:
    table.change_elsewhere(win, headline="Theirs")
    table.type("headline", "Mine")
    table.desk.flush()
    table.type("headline", "Mine, and more")
    table.desk.flush()
    ((mine, theirs),) = table.conflicts
    assert theirs is not None
    assert (mine.headline, theirs.headline) == ("Mine", "Theirs")
    assert table.in_library(win.id).headline == "Theirs"
    table.desk.settle(keep_mine=keep_mine)
    assert table.in_library(win.id).headline == ("Mine, and more" if keep_mine else "Theirs")


def test_a_conflict_is_asked_again_when_its_win_is_back_on_the_desk(table: Table, win: Win) -> None:
    other = a_win("Another")
    table.library.add(other)
    table.change_elsewhere(win, headline="Theirs")
    table.type("headline", "Mine")
    table.lay(other)
    assert len(table.conflicts) == 1
    table.lay(table.in_library(win.id))
    assert len(table.conflicts) == 2
    assert table.editors["headline"] == "Mine"


def test_a_win_that_is_gone_is_let_go_unless_something_was_typed_in_it(table: Table, win: Win) -> None:
    table.library.journal.move_to_trash((win.id,))
    table.library.journal.empty_trash()
    table.type("headline", "Mine")
    assert table.desk.follow()
    ((mine, theirs),) = table.conflicts
    assert (mine.headline, theirs) == ("Mine", None)
    table.desk.settle(keep_mine=False)
    assert not table.desk.follow()
    assert table.desk.value is None
