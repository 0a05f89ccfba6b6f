from datetime import UTC, date, datetime
from decimal import Decimal

from arcareer.domain.checklist import (
    ChecklistArrangement,
    ChecklistClaim,
    ChecklistItem,
    ClaimState,
    arrange,
    claim_state,
)
from arcareer.domain.figures import Figure, Unit
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win

NOW = datetime(2026, 10, 16, tzinfo=UTC)


def win(*, number: bool = False, trashed: bool = False) -> Win:
    figures = (Figure(measure="collected", unit=Unit.MONEY, after=Decimal(5), currency="USD"),) if number else ()
    return Win(
        id=new_id(),
        headline="Collected a balance",
        happened_on=date(2026, 10, 1),
        logged_at=NOW,
        figures=figures,
        trashed_at=NOW if trashed else None,
    )


def claim(**fields: object) -> ChecklistClaim:
    return ChecklistClaim(id=new_id(), item_key="training", period_key="2026", **fields)  # type: ignore[arg-type]


def test_nothing_said_is_missing() -> None:
    assert claim_state(None, ()) is ClaimState.MISSING
    assert claim_state(claim(blanks=(("count", " "),)), ()) is ClaimState.MISSING


def test_a_blank_or_a_tick_without_a_win_is_only_claimed() -> None:
    assert claim_state(claim(ticked=True), ()) is ClaimState.CLAIMED
    assert claim_state(claim(blanks=(("count", "3"),)), ()) is ClaimState.CLAIMED
    assert claim_state(claim(result="3 people"), ()) is ClaimState.CLAIMED


def test_linked_wins_prove_and_a_number_proves_more() -> None:
    assert claim_state(claim(), [win()]) is ClaimState.EVIDENCED
    assert claim_state(claim(), [win(), win(number=True)]) is ClaimState.EVIDENCED_WITH_NUMBER


def test_a_win_in_the_trash_proves_nothing() -> None:
    assert claim_state(claim(ticked=True), [win(number=True, trashed=True)]) is ClaimState.CLAIMED


def items(*keys: str) -> tuple[ChecklistItem, ...]:
    return tuple(ChecklistItem(key=key, label=key.title(), group="Cash") for key in keys)


def test_the_users_order_comes_first_and_new_items_follow() -> None:
    own = ChecklistItem(key="mine", label="Mine", group="People", own=True)
    arrangement = ChecklistArrangement(id=new_id(), own_items=(own,), order=("c", "mine", "gone", "a"), hidden=("a",))
    shown = arrange(items("a", "b", "c"), arrangement)
    assert [(item.key, item.hidden) for item in shown] == [("c", False), ("mine", False), ("a", True), ("b", False)]
