"""Any sequence of edits and undos leads back to an equal library."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from arcareer.domain.changes import Aggregate, Change, ChangeSet, Edit, EditGroup, EntityKind
from arcareer.domain.identity import new_id
from arcareer.domain.interviews import AskedQuestion
from arcareer.errors import StaleEdit, UserError
from arcareer.storage.checksums import damaged_rows, miscounts
from arcareer.storage.stored import storable
from tests.support import values
from tests.support.builders import Library, a_customer, a_library, a_win
from tests.support.contents import Contents, contents


def test_group_is_all_or_nothing(library: Library) -> None:
    win, customer, missing = a_win(), a_customer(), a_win()
    library.add(win)
    group = EditGroup(
        "Several",
        (
            Edit("Add customer", EntityKind.CUSTOMER, None, customer),
            Edit("Edit win", EntityKind.WIN, win, replace(win, customers=(customer.id,))),
            Edit("Edit win", EntityKind.WIN, missing, replace(missing, outcome="Paid")),
        ),
    )
    with pytest.raises(StaleEdit) as told:
        library.edits.apply(group)
    assert (told.value.stored, told.value.wanted) == (None, replace(missing, outcome="Paid"))
    assert library.journal.get(win.id) == win
    assert library.customers.all() == ()


def test_group_is_one_commit_and_one_change_set(library: Library) -> None:
    customer = a_customer()
    win = a_win(customers=(customer.id,))
    group = EditGroup("Several", (Edit("", EntityKind.CUSTOMER, None, customer), Edit("", EntityKind.WIN, None, win)))
    touched = frozenset({(EntityKind.CUSTOMER, customer.id), (EntityKind.WIN, win.id)})
    assert library.edits.apply(group) == ChangeSet(touched)
    assert library.edits.apply(group.inverse()) == ChangeSet(touched)
    assert library.published == [ChangeSet(touched)] * 2


def test_group_may_change_one_aggregate_twice(library: Library) -> None:
    win = a_win()
    steps = [None, win, replace(win, outcome="P"), replace(win, outcome="Paid"), None, win]
    group = EditGroup("Steps", tuple(Edit("", EntityKind.WIN, *pair) for pair in pairwise(steps)))
    library.edits.apply(group)
    assert library.journal.get(win.id) == win
    library.edits.apply(group.inverse())
    assert library.journal.get(win.id) is None


def test_change_that_changes_nothing_commits_nothing(library: Library) -> None:
    win = a_win()
    library.add(win)
    library.published.clear()
    assert library.edits.apply(Edit("Edit win", EntityKind.WIN, win, win)) == ChangeSet(frozenset())
    assert library.edits.apply(EditGroup("Nothing", ())) == ChangeSet(frozenset())
    assert library.published == []


def test_change_that_changes_nothing_still_drops_its_draft(library: Library) -> None:
    library.drafts.keep("win", "text")
    library.edits.apply(EditGroup("Nothing", ()), draft_key="win")
    assert library.drafts.find("win") is None


def test_edit_with_text_the_database_cannot_hold_is_undone_all_the_same(library: Library) -> None:
    win = a_win("broken \ud800 paste\0")
    edit = Edit("Log win", EntityKind.WIN, None, win)
    library.edits.apply(edit)
    further = Edit("Edit win", EntityKind.WIN, win, replace(win, outcome="Paid"))
    library.edits.apply(further)
    library.edits.apply(further.inverse())
    assert library.journal.get(win.id) == storable(win)
    library.edits.apply(edit.inverse())
    assert library.journal.get(win.id) is None


def test_undo_of_a_delete_brings_back_the_same_identity_and_links(library: Library) -> None:
    customer = library.customers.get(library.customers.add("Harlow Foods").entity_id)
    assert customer is not None
    win = a_win(customers=(customer.id,))
    library.add(win)
    before = contents(library.store)
    removed = library.customers.remove(customer)
    assert library.journal.get(win.id) == replace(win, customers=())
    library.edits.apply(removed.inverse())
    assert contents(library.store) == before


class EditHistory(RuleBasedStateMachine):
    """Edits of every kind, undone and redone in any order the undo stack allows."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.library = a_library(Path(self.folder.name))
        self.before: list[Contents] = []
        self.done: list[Change] = []
        self.undone: list[tuple[Change, Contents]] = []

    def teardown(self) -> None:
        self.library.close()
        self.folder.cleanup()

    @rule(kind=st.sampled_from(list(values.ANY)), data=st.data())
    def edit(self, kind: EntityKind, data: st.DataObject) -> None:
        """Create, replace or remove an aggregate."""
        stored = self._stored(kind)
        before = data.draw(st.sampled_from([None, *stored]))
        after = data.draw(values.ANY[kind] if before is None else st.none() | values.ANY[kind])
        if after is not None and before is not None:
            after = replace(after, id=before.id)
        if before is None and after in stored:
            return
        self._apply(Edit("Edit", kind, before, after))

    @rule(data=st.data())
    def link(self, data: st.DataObject) -> None:
        """Log a win about customers that are there, link it to a claim, and write a bullet about it."""
        customers = [customer.id for customer in self._stored(EntityKind.CUSTOMER)]
        win = data.draw(values.wins(*customers))
        claim = replace(data.draw(values.ANY[EntityKind.CHECKLIST_CLAIM]), id=new_id(), wins=(win.id,))
        bullet = replace(data.draw(values.ANY[EntityKind.BULLET]), id=new_id(), win=win.id)
        made = ((EntityKind.WIN, win), (EntityKind.CHECKLIST_CLAIM, claim), (EntityKind.BULLET, bullet))
        self._apply(EditGroup("Link", tuple(Edit("", kind, None, value) for kind, value in made)))

    @rule(data=st.data())
    def prepare(self, data: st.DataObject) -> None:
        """Tell an answer of a win that is there, rehearse it, give it in an interview and put it on a crib."""
        wins = [None, *(win.id for win in self._stored(EntityKind.WIN))]
        answer = replace(data.draw(values.ANY[EntityKind.ANSWER]), id=new_id(), win=data.draw(st.sampled_from(wins)))
        take = replace(data.draw(values.ANY[EntityKind.REHEARSAL]), id=new_id(), answer=answer.id)
        details = replace(data.draw(values.ANY[EntityKind.INTERVIEW]), id=new_id())
        details = replace(details, asked=(*details.asked, AskedQuestion(answer=answer.id)))
        crib = replace(data.draw(values.ANY[EntityKind.CRIB]), id=details.id, answers=(answer.id,))
        made = (
            (EntityKind.ANSWER, answer),
            (EntityKind.REHEARSAL, take),
            *values.ground(details),
            (EntityKind.INTERVIEW, details),
            (EntityKind.CRIB, crib),
        )
        self._apply(EditGroup("Prepare", tuple(Edit("", kind, None, value) for kind, value in made)))

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        """Take the last change back: the library is what it was before it."""
        change, after = self.done.pop(), contents(self.library.store)
        self.library.edits.apply(change.inverse())
        self.undone.append((change, after))
        assert contents(self.library.store) == self.before.pop()

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        """Make the last undone change again: the library is what it was after it."""
        change, after = self.undone.pop()
        self.before.append(contents(self.library.store))
        self.library.edits.apply(change)
        self.done.append(change)
        assert contents(self.library.store) == after

    @invariant()
    def sound(self) -> None:
        """Every row has its sum, every table its count, every reference its target, and the index is right."""
        connection = self.library.store.connection
        assert damaged_rows(connection) == ()
        assert miscounts(connection) == ()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for index in ("win_fts", "bullet_fts"):
            connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")

    def _apply(self, change: Change) -> None:
        before = contents(self.library.store)
        try:
            self.library.edits.apply(change)
        except UserError:  # a customer or a win that something still points to
            assert contents(self.library.store) == before
        else:
            self.before.append(before)
            self.done.append(change)
            self.undone.clear()

    def _stored(self, kind: EntityKind) -> tuple[Aggregate, ...]:
        with self.library.store.read() as unit:
            return tuple(unit.repository(kind).all())


EditHistory.TestCase.settings = settings(
    max_examples=settings().max_examples // 5, stateful_step_count=15, deadline=None
)
TestEditHistory = EditHistory.TestCase
