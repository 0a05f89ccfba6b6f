"""What two lists of one ledger propose, and that nothing is proposed twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from arcareer.domain.figures import FigureScope
from arcareer.domain.ledger_changes import ChangeKind
from arcareer.errors import FieldProblem, UserError
from tests.support.builders import Library
from tests.support.receivables_commands import AUGUST, LEDGER, SEPTEMBER, aging, take_list

OCTOBER = aging(("Harlow Foods", "2", "2026-09-04", "100"), ("Nimbus", "3", "2026-09-10", "90"))


@pytest.fixture
def ledger(library: Library) -> Library:
    take_list(library, AUGUST, date(2026, 8, 31))
    take_list(library, SEPTEMBER, date(2026, 9, 30))
    return library


def kinds(library: Library) -> list[tuple[ChangeKind, Decimal]]:
    return [(one.change.kind, one.change.amount) for one in library.ledger_wins.candidates(LEDGER)]


def test_one_list_proposes_nothing(library: Library) -> None:
    take_list(library, AUGUST, date(2026, 8, 31))
    assert library.ledger_wins.candidates(LEDGER) == ()


def test_two_lists_propose_what_was_settled_paid_in_part_and_is_newly_late(ledger: Library) -> None:
    assert kinds(ledger) == [
        (ChangeKind.SETTLED, Decimal(1000)),
        (ChangeKind.PART_PAID, Decimal(500)),
        (ChangeKind.NEWLY_LATE, Decimal(300)),
        (ChangeKind.NEWLY_LATE, Decimal(90)),
    ]


def test_taking_one_makes_a_win_with_figure_source_and_customer_and_it_is_gone(ledger: Library) -> None:
    first, *rest = ledger.ledger_wins.candidates(LEDGER)
    win = ledger.ledger_wins.approve([first], "Called their owner twice", FigureScope.PORTFOLIO).edits[0]
    kept = ledger.journal.get(win.entity_id)
    assert kept is not None
    (figure,) = kept.figures
    assert kept.headline == "Called their owner twice: $1,000 settled by Harlow Foods (invoice 1)"
    assert (figure.after, figure.currency, figure.scope) == (Decimal(1000), "USD", FigureScope.PORTFOLIO)
    assert "31 August 2026" in figure.source
    assert kept.customers == (ledger.customers.all()[0].id,)
    assert [one.key for one in ledger.ledger_wins.candidates(LEDGER)] == [one.key for one in rest]


def test_dismissed_changes_stay_away_after_the_lists_come_in_again(ledger: Library) -> None:
    ledger.ledger_wins.dismiss(ledger.ledger_wins.candidates(LEDGER))
    for head in ledger.ledgers.snapshots():
        ledger.ledgers.remove(head.id)
    take_list(ledger, AUGUST, date(2026, 8, 31))
    take_list(ledger, SEPTEMBER, date(2026, 9, 30))
    assert ledger.ledger_wins.candidates(LEDGER) == ()


def test_a_third_list_is_compared_with_the_one_before_it(ledger: Library) -> None:
    ledger.ledger_wins.dismiss(ledger.ledger_wins.candidates(LEDGER))
    take_list(ledger, OCTOBER, date(2026, 10, 15))
    assert kinds(ledger) == [(ChangeKind.PART_PAID, Decimal(200))]


def test_undoing_a_win_proposes_the_change_again(ledger: Library) -> None:
    before = ledger.ledger_wins.candidates(LEDGER)
    change = ledger.ledger_wins.approve(before[:1], "", FigureScope.MINE)
    ledger.edits.apply(change.inverse())
    assert ledger.ledger_wins.candidates(LEDGER) == before


def test_one_win_tells_of_one_customer_and_one_kind(ledger: Library) -> None:
    with pytest.raises(UserError, match="one customer"):
        ledger.ledger_wins.draft(ledger.ledger_wins.candidates(LEDGER)[:2], "", FigureScope.MINE)
    with pytest.raises(UserError, match="at least one"):
        ledger.ledger_wins.draft((), "", FigureScope.MINE)


def test_several_invoices_of_a_customer_add_up_in_one_win(library: Library) -> None:
    take_list(library, AUGUST, date(2026, 8, 31))
    take_list(library, aging(("Nimbus", "3", "2026-12-10", "90")), date(2026, 9, 30))
    draft = library.ledger_wins.draft(library.ledger_wins.candidates(LEDGER), "", FigureScope.MINE)
    assert draft.headline == "$1,800 settled by Harlow Foods (2 invoices)"
    assert draft.action == ""


def test_a_win_removed_for_good_leaves_the_verdict(ledger: Library) -> None:
    first = ledger.ledger_wins.candidates(LEDGER)[:1]
    win = ledger.ledger_wins.approve(first, "", FigureScope.MINE).edits[0].after
    assert win is not None
    ledger.journal.move_to_trash([win.id])
    assert ledger.journal.empty_trash() == 1
    assert first[0].key not in {one.key for one in ledger.ledger_wins.candidates(LEDGER)}


def test_words_too_long_for_a_win_change_nothing(ledger: Library) -> None:
    before = ledger.ledger_wins.candidates(LEDGER)
    with pytest.raises(FieldProblem):
        ledger.ledger_wins.approve(before[:1], "x" * 600, FigureScope.MINE)
    assert ledger.ledger_wins.candidates(LEDGER) == before
