"""Decisions and risks: placed with a reason, kept with what was known, revisited when the outcome is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from arcareer.domain.changes import Edit
from arcareer.domain.decisions import CollectionDecision, DecisionSettings, FactorWeight, Outcome
from arcareer.domain.escalation import Action, Limits, Situation
from arcareer.domain.priorities import Cell, Thresholds
from arcareer.domain.risk_cards import FactorValue, RiskCard, RiskKind, RiskState
from arcareer.domain.risks import Band
from arcareer.errors import FieldProblem
from tests.support.builders import Library
from tests.support.receivables_commands import aging, take_list

LIST = aging(
    ("Harlow Foods", "1", "2026-05-31", "6000"),
    ("Nimbus", "2", "2026-09-25", "3000"),
    ("Castell", "3", "2026-10-25", "500"),
)
FACTORS = ("avg_days_late_12m", "over_60_share_pct", "external_signal", "limit_use_pct")


def values(*numbers: int) -> tuple[FactorValue, ...]:
    return tuple(FactorValue(factor, Decimal(number)) for factor, number in zip(FACTORS, numbers, strict=True))


def a_decision(edit: Edit) -> CollectionDecision:
    assert isinstance(edit.after, CollectionDecision)
    return edit.after


def a_card(edit: Edit) -> RiskCard:
    assert isinstance(edit.after, RiskCard)
    return edit.after


@pytest.fixture
def ledger(library: Library) -> Library:
    take_list(library, LIST, date(2026, 9, 30))
    return library


def test_accounts_without_a_known_risk_stand_apart(ledger: Library) -> None:
    board = ledger.decisions.board()
    assert board.placed == ()
    assert [one.account for one in board.unscored] == ["Harlow Foods", "Nimbus", "Castell"]
    assert board.unscored[0].facts[1].value == "122 days past due"


def test_every_account_is_placed_with_its_reason(ledger: Library) -> None:
    for account, risk in (("Harlow Foods", 72), ("Nimbus", 20), ("Castell", 90)):
        ledger.decisions.put_account(account, "USD", None, Decimal(risk))
    placed = {one.entry.account: one for one in ledger.decisions.board().placed}
    assert {name: one.placement.cell for name, one in placed.items()} == {
        "Harlow Foods": Cell.HIGH_RISK_HIGH_VALUE,
        "Nimbus": Cell.LOW_RISK_HIGH_VALUE,
        "Castell": Cell.HIGH_RISK_LOW_VALUE,
    }
    assert placed["Harlow Foods"].reason == (
        "Risk 72 (typed by hand) is at or above 50. "
        "$6,000 open is among the largest balances that together make 80% of what is open."
    )
    assert ledger.decisions.board().cells[Cell.HIGH_RISK_HIGH_VALUE].balance == Decimal(6000)


def test_thresholds_move_accounts_and_are_kept(ledger: Library) -> None:
    ledger.decisions.put_account("Nimbus", "USD", None, Decimal(45))
    thresholds = Thresholds(high_risk_from=Decimal(40), high_value_from=Decimal(5000))
    ledger.decisions.save_settings(replace(ledger.decisions.settings(), thresholds=thresholds))
    (nimbus,) = ledger.decisions.board().placed
    assert nimbus.placement.cell is Cell.HIGH_RISK_LOW_VALUE
    assert "below $5,000" in nimbus.reason


def test_currencies_are_never_placed_together(ledger: Library) -> None:
    ledger.decisions.put_account("Berlin Bau", "EUR", Decimal(10**6), Decimal(10))
    board = ledger.decisions.board("EUR")
    assert board.currencies == ("EUR", "USD")
    assert [one.entry.account for one in board.placed] == ["Berlin Bau"]
    assert ledger.decisions.board("USD").unscored != ()


def test_a_risk_card_of_the_account_gives_the_score(ledger: Library) -> None:
    ledger.risks.add(RiskKind.ACCOUNT, "nimbus", values(20, 10, 2, 95))
    (nimbus,) = ledger.decisions.board().placed
    assert nimbus.entry.account == "Nimbus"
    assert nimbus.entry.score is not None
    assert "of 100 weight known" in nimbus.reason


def test_pasted_accounts_come_in_and_what_is_amiss_is_told(library: Library) -> None:
    pasted = library.decisions.read_paste("Account\tOpen\tRisk\nA\t1.000,50\t55\nB\t2.000,00\nC\t5\t140\n", "EUR")
    assert [one.account for one in pasted.accounts] == ["A", "B"]
    assert [line.line for line in pasted.left_out] == [1, 4]
    library.decisions.take_paste(pasted)
    board = library.decisions.board()
    assert ([one.entry.open_balance for one in board.placed], board.unscored[0].account) == ([Decimal("1000.50")], "B")


@pytest.mark.parametrize(("account", "risk"), [(" ", 5), ("A", 101), ("A", -1)])
def test_an_account_needs_a_name_and_a_score_within_bounds(library: Library, account: str, risk: int) -> None:
    with pytest.raises(FieldProblem):
        library.decisions.put_account(account, "USD", Decimal(1), Decimal(risk))


def test_a_decision_keeps_what_was_known_when_settings_change_later(ledger: Library) -> None:
    ledger.decisions.put_account("Nimbus", "USD", None, Decimal(20))
    (nimbus,) = ledger.decisions.board().placed
    decision = a_decision(ledger.decisions.decide_on_matrix(nimbus, "Call a week early", "They pay by run"))
    ledger.decisions.save_settings(DecisionSettings(thresholds=Thresholds(high_risk_from=Decimal(10))))
    (kept,) = ledger.decisions.decisions("NIMBUS")
    assert kept == decision
    assert (kept.advised, kept.open_amount, kept.reason) == ("low_risk_high_value", Decimal(3000), "They pay by run")


def test_escalate_or_plan_follows_the_users_limits(library: Library) -> None:
    situation = Situation(days_past_due=50, open_amount=Decimal(900), responded=True)
    assert library.decisions.advise(situation).action is Action.CADENCE
    library.decisions.save_settings(DecisionSettings(limits=Limits(credit_manager_after_days=45)))
    advice = library.decisions.advise(situation)
    assert advice.action is Action.CREDIT_MANAGER
    decision = a_decision(library.decisions.decide_to_escalate("Nimbus", situation, advice, "To Ana", "Third time"))
    assert ("Days past due", "50") in [(fact.name, fact.value) for fact in decision.facts]
    assert "Cost of pursuing" not in {fact.name for fact in decision.facts}
    with pytest.raises(FieldProblem):
        library.decisions.decide_to_escalate(" ", situation, advice, "", "")


def test_a_decision_comes_up_again_until_its_outcome_is_known(library: Library) -> None:
    situation = Situation(days_past_due=50, open_amount=Decimal(900))
    advice = library.decisions.advise(situation)
    later = library.decisions.decide_to_escalate("B", situation, advice, "x", "", revisit_on=date(2026, 10, 14))
    library.decisions.decide_to_escalate("A", situation, advice, "x", "", revisit_on=date(2026, 10, 2))
    library.decisions.decide_to_escalate("C", situation, advice, "x", "", revisit_on=date(2026, 10, 20))
    assert [one.account for one in library.decisions.due(date(2026, 10, 16))] == ["A", "B"]
    library.decisions.revisit(a_decision(later), Outcome.WORKED, "Paid in full", Decimal(900))
    assert [one.account for one in library.decisions.due(date(2026, 10, 16))] == ["A"]


def test_a_win_from_a_decision_holds_only_what_the_user_entered(library: Library) -> None:
    situation = Situation(days_past_due=50, open_amount=Decimal(900))
    made = library.decisions.decide_to_escalate(
        "Nimbus", situation, library.decisions.advise(situation), "Plan in three parts", "Cause is gone", currency="USD"
    )
    without = library.decisions.draft_win(a_decision(made))
    assert (without.headline, without.figures, without.outcome) == ("Plan in three parts", (), "")
    settled = a_decision(library.decisions.revisit(a_decision(made), Outcome.WORKED, "Paid all", Decimal(900)))
    draft = library.decisions.draft_win(settled)
    assert (draft.headline, draft.outcome) == ("Paid all", "Paid all")
    assert [(one.after, one.currency) for one in draft.figures] == [(Decimal(900), "USD")]


def test_the_ladder_moves_past_weekends_and_own_holidays(library: Library) -> None:
    library.decisions.save_settings(DecisionSettings(holidays=(date(2026, 10, 5),)))
    steps = {step.rung.step: step.day for step in library.decisions.ladder(date(2026, 10, 2), done=["courtesy note"])}
    assert "courtesy note" not in steps
    assert steps["first reminder"] == date(2026, 10, 6)
    following = library.decisions.next_step(date(2026, 10, 2), date(2026, 10, 8))
    assert following is not None
    assert following.rung.step == "second reminder"
    calendar = library.decisions.ladder_calendar("INV 7; Harlow", date(2026, 10, 2))
    assert calendar.count("BEGIN:VEVENT") == 7
    assert "SUMMARY:INV 7\\; Harlow: call" in calendar
    assert max(len(line.encode()) for line in calendar.split("\r\n")) <= 75


def test_risks_are_ranked_with_their_trend(library: Library) -> None:
    high = a_card(library.risks.add(RiskKind.ACCOUNT, "Nimbus", values(20, 40, 2, 95)))
    library.risks.add(RiskKind.ACCOUNT, "Castell", values(0, 0, 0, 10))
    library.risks.add(RiskKind.RISK, "New system", values(0, 0, 0, 10)[:1])
    assert [one.card.subject for one in library.risks.ranked()] == ["Nimbus", "Castell", "New system"]
    assert [one.score.band for one in library.risks.ranked()] == [Band.HIGH, Band.LOW, None]
    library.clock.advance(timedelta(days=30))
    after = a_card(library.risks.save(high, replace(high, values=values(0, 0, 0, 95))))
    assert [one.score for one in after.scores][1] < after.scores[0].score  # type: ignore[operator]
    settled = a_card(library.risks.settle(after, RiskState.MITIGATED, "They pay by debit now"))
    assert [one.card.subject for one in library.risks.ranked()][-1] == "Nimbus"
    assert library.risks.draft_win(settled).headline == "They pay by debit now"


def test_weights_are_a_hundred_or_nothing_changes(library: Library) -> None:
    with pytest.raises(FieldProblem, match="10 too few"):
        library.risks.set_weights([FactorWeight("limit_use_pct", Decimal(90))])
    with pytest.raises(FieldProblem):
        library.risks.set_weights([FactorWeight("a", Decimal(150), "A"), FactorWeight("b", Decimal(-50), "B")])
    assert len(library.risks.factors()) == 8
    library.risks.set_weights([FactorWeight("limit_use_pct", Decimal(60)), FactorWeight("own", Decimal(40), "Strikes")])
    score = library.risks.score([FactorValue("limit_use_pct", Decimal(95)), FactorValue("own", Decimal(60))])
    assert score.score == Decimal(75) * 60 / 100 + Decimal(75) * 40 / 100
    library.risks.reset_weights()
    assert len(library.risks.factors()) == 8


def test_the_newest_list_suggests_what_it_knows_of_an_account(ledger: Library) -> None:
    found = {one.factor: one.value for one in ledger.risks.suggested("harlow foods", "USD")}
    assert found == {"over_60_share_pct": Decimal(100)}
    assert ledger.risks.suggested("Nobody") == ()


def test_where_band_and_matrix_disagree_is_said(library: Library) -> None:
    library.risks.add(RiskKind.ACCOUNT, "Nimbus", values(20, 10, 0, 95))
    (nimbus,) = library.risks.ranked()
    assert nimbus.score.score is not None
    assert 50 <= nimbus.score.score < 60
    assert "high risk" in nimbus.differs
    assert "medium" in nimbus.differs
