"""The checklist: claims in a period, proven by linked wins, in the user's own order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from arcareer.domain.changes import Edit
from arcareer.domain.checklist import ChecklistLine, ClaimState
from arcareer.domain.journal import Win
from arcareer.domain.periods import Period, parse_period
from arcareer.errors import FieldProblem
from tests.support.builders import Library, a_figure, a_win
from tests.support.contents import contents

HALF = parse_period("2026-H2")
BEFORE = parse_period("2026-H1")


def lines(library: Library, period: Period = HALF) -> dict[str, ChecklistLine]:
    return {line.item.key: line for group in library.checklist.board(period).groups for line in group.lines}


def state(library: Library, key: str, period: Period = HALF) -> ClaimState:
    return lines(library, period)[key].state


def stored(library: Library, **fields: object) -> Win:
    win = a_win(**fields)  # type: ignore[arg-type]
    library.add(win)
    return win


def claim(library: Library, key: str, **fields: Any) -> Edit:
    before = library.checklist.claim(key, HALF)
    return library.checklist.save_claim(before, replace(before, **fields))


def test_untouched_board_shows_every_item_open(library: Library) -> None:
    board = library.checklist.board(HALF)
    assert [(group.label, [line.item.key for line in group.lines]) for group in board.groups] == [
        ("Cash", ["overdue-reduced", "payment-plan"]),
        ("Risk", ["risk-mitigated"]),
        ("People", ["training"]),
    ]
    assert (board.proven, board.with_story, board.open, board.total, board.hidden) == (0, 0, 4, 4, ())


def test_states_rise_with_proof(library: Library) -> None:
    number, story = stored(library, figures=(a_figure(),)), stored(library)
    key = "overdue-reduced"
    claim(library, key, blanks=(("percentage", "12"),))
    assert state(library, key) is ClaimState.CLAIMED
    library.checklist.link(key, HALF, [story.id])
    assert state(library, key) is ClaimState.EVIDENCED
    library.checklist.link(key, HALF, [number.id])
    assert state(library, key) is ClaimState.EVIDENCED_WITH_NUMBER
    board = library.checklist.board(HALF)
    assert (board.proven, board.with_story, board.open) == (1, 0, 3)
    library.journal.move_to_trash([number.id])
    assert state(library, key) is ClaimState.EVIDENCED
    library.checklist.unlink(key, HALF, [story.id])
    assert state(library, key) is ClaimState.CLAIMED
    claim(library, key, blanks=())
    assert state(library, key) is ClaimState.MISSING


def test_periods_are_apart(library: Library) -> None:
    library.checklist.set_ticked("training", HALF, ticked=True)
    assert state(library, "training") is ClaimState.CLAIMED
    assert state(library, "training", BEFORE) is ClaimState.MISSING


def test_claim_keeps_what_was_entered_in_order(library: Library) -> None:
    checklist, wins = library.checklist, [stored(library), stored(library), stored(library)]
    claim(library, "payment-plan", blanks=(("customer", "Harlow"),))
    claim(library, "payment-plan", blanks=(("customer", "Harlow Foods"), ("amount", "$5,000")))
    claim(library, "payment-plan", result="$5,000 in three parts")
    checklist.link("payment-plan", HALF, [wins[1].id, wins[0].id])
    checklist.link("payment-plan", HALF, [wins[0].id, wins[2].id])
    line = lines(library)["payment-plan"]
    assert line.claim is not None
    assert line.claim.blanks == (("customer", "Harlow Foods"), ("amount", "$5,000"))
    assert line.claim.result == "$5,000 in three parts"
    assert [win.id for win in line.wins] == [wins[1].id, wins[0].id, wins[2].id]


def test_win_says_where_it_is_used(library: Library) -> None:
    win = stored(library)
    library.checklist.link("training", HALF, [win.id])
    library.checklist.link("overdue-reduced", BEFORE, [win.id])
    assert [item.key for item in library.checklist.backed_items(win.id)] == ["overdue-reduced", "training"]
    assert library.checklist.backed_items(a_win().id) == ()


def test_own_items_join_their_group_and_can_be_renamed(library: Library) -> None:
    library.checklist.add_item("Ran the month-end call", "People")
    (own,) = (item for item in library.checklist.items() if item.own)
    assert own.key.startswith("own-")
    library.checklist.rename_item(own.key, "Led the month-end call")
    group = library.checklist.board(HALF).groups[-1]
    assert [line.item.label for line in group.lines] == ["Colleagues trained", "Led the month-end call"]
    with pytest.raises(FieldProblem):
        library.checklist.add_item("  ", "People")
    with pytest.raises(FieldProblem):
        library.checklist.rename_item(own.key, "")


def test_removed_own_item_takes_its_claims_and_undo_brings_them_back(library: Library) -> None:
    library.checklist.add_item("Mine", "People")
    own = library.checklist.items()[-1]
    win = stored(library)
    library.checklist.link(own.key, HALF, [win.id])
    library.checklist.set_ticked(own.key, BEFORE, ticked=True)
    library.checklist.hide(own.key)
    before = contents(library.store)
    change = library.checklist.remove_item(own.key)
    assert own.key not in [item.key for item in library.checklist.items()]
    assert library.checklist.backed_items(win.id) == ()
    with library.store.read() as unit:
        assert unit.claims.all() == ()
    library.edits.apply(change.inverse())
    assert contents(library.store) == before


def test_hidden_items_are_not_counted_and_keep_their_claims(library: Library) -> None:
    library.checklist.set_ticked("training", HALF, ticked=True)
    library.checklist.hide("training")
    board = library.checklist.board(HALF)
    assert board.total == 3
    assert [(line.item.key, line.state) for line in board.hidden] == [("training", ClaimState.CLAIMED)]
    library.checklist.show("training")
    assert state(library, "training") is ClaimState.CLAIMED


def test_items_move_among_all(library: Library) -> None:
    library.checklist.move("training", 0)
    assert library.checklist.items()[0].key == "training"
    assert [group.label for group in library.checklist.board(HALF).groups] == ["People", "Cash", "Risk"]
    library.checklist.move("training", 99)
    assert library.checklist.items()[-1].key == "training"


def test_ticking_what_is_ticked_is_no_commit(library: Library) -> None:
    library.checklist.set_ticked("training", HALF, ticked=True)
    commits = len(library.published)
    library.checklist.set_ticked("training", HALF, ticked=True)
    assert len(library.published) == commits
