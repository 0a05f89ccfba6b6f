from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from arcareer.domain.changes import Change, Edit, EditGroup, EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from arcareer.errors import StaleEdit
from arcareer.progress import Progress
from arcareer_ui.undo import LONG_STEP, Background, LongStep, Typing, UndoController
from tests.support.tasks import HeldTasks


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


def make_many(shelf: Shelf, undo: UndoController) -> EditGroup:
    wins = [a_win(f"Collected balance {number}") for number in range(LONG_STEP)]
    group = EditGroup("Import wins", tuple(Edit("Log win", EntityKind.WIN, None, win) for win in wins))
    shelf.apply(group)
    undo.record(group, group.label)
    return group


@pytest.fixture
def long_steps(qapp: object) -> tuple[Shelf, HeldTasks, UndoController]:
    """Return a shelf whose long steps wait until the test lets them run."""
    shelf, tasks = Shelf(), HeldTasks()

    def apply(change: Change, report: Progress) -> None:
        report(0, len(change.edits))
        shelf.apply(change)

    return shelf, tasks, UndoController(shelf.apply, background=Background(tasks, apply))


def test_a_long_step_is_stored_in_the_background(long_steps: tuple[Shelf, HeldTasks, UndoController]) -> None:
    shelf, tasks, undo = long_steps
    told: list[str] = []
    began: list[LongStep] = []
    undo.undone.connect(told.append)
    undo.redone.connect(told.append)
    undo.began.connect(began.append)
    make_many(shelf, undo)
    everything = dict(shelf.wins)
    undo.undo()
    assert shelf.wins == everything
    assert told == []
    tasks.run()
    assert shelf.wins == {}
    assert told == ["Import wins"]
    undo.redo()
    assert shelf.wins == {}
    tasks.run()
    assert shelf.wins == everything
    assert told == ["Import wins", "Import wins"]
    assert [(step.label, step.is_back) for step in began] == [("Import wins", True), ("Import wins", False)]


def test_a_short_step_is_stored_at_once(long_steps: tuple[Shelf, HeldTasks, UndoController]) -> None:
    shelf, _, undo = long_steps
    make(shelf, undo, None, a_win("Collected a balance"))
    undo.undo()
    assert shelf.wins == {}


def test_no_step_begins_while_a_long_one_is_under_way(long_steps: tuple[Shelf, HeldTasks, UndoController]) -> None:
    shelf, tasks, undo = long_steps
    first = a_win("Collected a balance")
    make(shelf, undo, None, first)
    make_many(shelf, undo)
    undo.undo()
    undo.undo()
    undo.redo()
    assert len(tasks.waiting) == 1
    tasks.run()
    assert shelf.wins == {first.id: first}
    assert undo.stack.index() == 1


def test_a_long_step_among_several_keeps_their_order(long_steps: tuple[Shelf, HeldTasks, UndoController]) -> None:
    shelf, tasks, undo = long_steps
    make(shelf, undo, None, a_win("Collected a balance"))
    kept = dict(shelf.wins)
    make(shelf, undo, None, a_win("Collected another"))
    make_many(shelf, undo)
    undo.undo(2)
    tasks.run()
    assert shelf.wins == kept


def test_what_is_recorded_meanwhile_is_the_next_to_be_taken_back(
    long_steps: tuple[Shelf, HeldTasks, UndoController],
) -> None:
    shelf, tasks, undo = long_steps
    make_many(shelf, undo)
    undo.undo()
    make(shelf, undo, None, late := a_win("Typed meanwhile"))
    tasks.run()
    assert shelf.wins == {late.id: late}
    undo.undo()
    assert shelf.wins == {}
    assert not undo.stack.canUndo()


def test_a_long_step_that_is_refused_is_reported(long_steps: tuple[Shelf, HeldTasks, UndoController]) -> None:
    shelf, tasks, undo = long_steps
    told: list[Exception] = []
    undone: list[str] = []
    undo.refused.connect(told.append)
    undo.undone.connect(undone.append)
    group = make_many(shelf, undo)
    shelf.wins[group.edits[0].entity_id] = a_win("Changed elsewhere")
    undo.undo()
    tasks.run()
    assert [type(error) for error in told] == [StaleEdit]
    assert undone == []
    assert not undo.stack.canUndo()


def test_a_long_step_that_is_cancelled_can_be_taken_later(long_steps: tuple[Shelf, HeldTasks, UndoController]) -> None:
    shelf, tasks, undo = long_steps
    stopped: list[str] = []
    undo.stopped.connect(stopped.append)
    make_many(shelf, undo)
    everything = dict(shelf.wins)
    undo.undo()
    tasks.waiting[0].cancel()
    tasks.run()
    assert stopped == ["Import wins"]
    assert shelf.wins == everything
    undo.undo()
    tasks.run()
    assert shelf.wins == {}


def test_a_long_step_that_ends_after_everything_was_forgotten_is_not_told(
    long_steps: tuple[Shelf, HeldTasks, UndoController],
) -> None:
    shelf, tasks, undo = long_steps
    told: list[object] = []
    for signal in (undo.undone, undo.stepped, undo.refused, undo.stopped):
        signal.connect(told.append)
    make_many(shelf, undo)
    undo.undo()
    undo.forget()
    make(shelf, undo, None, a_win("In another library"))
    tasks.run()
    assert told == []
    assert undo.stack.count() == 1
    assert undo.stack.canUndo()
