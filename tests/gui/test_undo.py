from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from arcareer.domain.changes import Change, Edit, EditGroup, EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from arcareer.errors import StaleEdit
from arcareer_ui.undo import Typing, UndoController


class Shelf:
    """Keeps wins in memory and refuses edits that start from something else than what it keeps."""

    def __init__(self) -> None:
        self.wins: dict[UUID, object] = {}

    def apply(self, change: Change) -> None:
        for edit in change.edits:
            if self.wins.get(edit.entity_id) != edit.before:
                raise StaleEdit("This win was changed meanwhile.")
            if edit.after is None:
                del self.wins[edit.entity_id]
            else:
                self.wins[edit.entity_id] = edit.after


def a_win(headline: str) -> Win:
    return Win(
        id=new_id(),
        headline=headline,
        happened_on=date(2026, 10, 16),
        logged_at=datetime(2026, 10, 16, tzinfo=UTC),
    )


def make(
    shelf: Shelf, undo: UndoController, before: Win | None, after: Win | None, typing: Typing | None = None
) -> None:
    edit = Edit("Edit win", EntityKind.WIN, before, after)
    shelf.apply(edit)
    undo.record(edit, edit.label, typing)


def test_undo_and_redo_restore_the_very_same_values(qapp: object) -> None:
    shelf = Shelf()
    undo = UndoController(shelf.apply)
    first = a_win("Collected a balance")
    second = replace(first, headline="Collected two balances")
    make(shelf, undo, None, first)
    make(shelf, undo, first, second)
    undo.undo()
    assert shelf.wins == {first.id: first}
    undo.undo()
    assert shelf.wins == {}
    undo.redo()
    undo.redo()
    assert shelf.wins == {first.id: second}


def test_typing_in_one_session_is_one_step(qapp: object) -> None:
    shelf = Shelf()
    undo = UndoController(shelf.apply)
    win = a_win("C")
    make(shelf, undo, None, win)
    session = Typing("headline")
    for text in ("Co", "Col", "Coll"):
        later = replace(win, headline=text)
        make(shelf, undo, shelf.wins[win.id], later, session)  # type: ignore[arg-type]
    assert undo.stack.count() == 2
    undo.undo()
    assert shelf.wins == {win.id: win}


def test_another_session_is_another_step(qapp: object) -> None:
    shelf = Shelf()
    undo = UndoController(shelf.apply)
    win = a_win("A")
    make(shelf, undo, None, win)
    second, third = replace(win, headline="B"), replace(win, headline="C")
    make(shelf, undo, win, second, Typing("one"))
    make(shelf, undo, second, third, Typing("two"))
    undo.undo()
    assert shelf.wins == {win.id: second}


def test_a_stale_step_changes_nothing_and_is_reported(qapp: object) -> None:
    shelf = Shelf()
    undo = UndoController(shelf.apply)
    told: list[Exception] = []
    undone: list[str] = []
    undo.refused.connect(told.append)
    undo.undone.connect(undone.append)
    win = a_win("A")
    make(shelf, undo, None, win)
    elsewhere = replace(win, headline="Changed elsewhere")
    shelf.wins[win.id] = elsewhere
    undo.undo()
    assert shelf.wins == {win.id: elsewhere}
    assert isinstance(told[0], StaleEdit)
    assert undone == []
    assert not undo.stack.canUndo()


def test_a_group_is_taken_back_whole(qapp: object) -> None:
    shelf = Shelf()
    undo = UndoController(shelf.apply)
    wins = (a_win("A"), a_win("B"))
    group = EditGroup("Import 2 wins", tuple(Edit("Log win", EntityKind.WIN, None, win) for win in wins))
    shelf.apply(group)
    undo.record(group, group.label)
    assert undo.stack.undoText() == "Import 2 wins"
    undo.undo()
    assert shelf.wins == {}


def test_each_step_tells_what_it_stored(qapp: object) -> None:
    shelf = Shelf()
    undo = UndoController(shelf.apply)
    told: list[Change] = []
    undo.stepped.connect(told.append)
    win = a_win("Collected a balance")
    make(shelf, undo, None, win)
    undo.undo()
    undo.redo()
    undo.undo()
    undo.undo()
    assert [change.edits[0].after for change in told] == [None, win, None]


def test_typing_that_ends_where_it_began_leaves_no_step(qapp: object) -> None:
    shelf = Shelf()
    undo = UndoController(shelf.apply)
    first = a_win("Collected a balance")
    second = replace(first, headline="Collected two balances")
    make(shelf, undo, None, first)
    make(shelf, undo, first, second, Typing("headline"))
    make(shelf, undo, second, first, Typing("headline"))
    assert undo.stack.count() == 1
    undo.undo()
    assert shelf.wins == {}
