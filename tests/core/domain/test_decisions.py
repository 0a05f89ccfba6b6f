"""The decision aids: worked cases through the command line, and what always holds."""

from __future__ import annotations

import io
import json
import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcareer.cli import decide
from arcareer.domain.cadence import DEFAULT_LADDER, plan_steps
from arcareer.domain.escalation import Action, Situation, advise
from arcareer.domain.priorities import Account, Cell, Thresholds, place_accounts
from arcareer.domain.risks import DEFAULT_FACTORS, check_weights, score_risk

CASES_FILE = Path(__file__).resolve().parents[4] / "shared" / "domain" / "decision_cases.json"
CASES = json.loads(CASES_FILE.read_text("utf-8"))["cases"] if CASES_FILE.exists() else []


@pytest.mark.skipif(not CASES, reason="the shared decision cases are not beside this checkout")
def test_all_worked_cases_through_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(json.dumps(case) for case in CASES)))
    assert decide.run(None) == 0  # type: ignore[arg-type]
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    for case, answer in zip(CASES, answers, strict=True):
        assert answer == {"id": case["id"], **case["expect"]}


def test_an_unknown_aid_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert decide.answer({"aid": "horoscope"}) == {"status": "unknown_aid"}
    assert capsys.readouterr().out == ""


def test_the_shipped_weights_make_a_whole() -> None:
    assert check_weights(DEFAULT_FACTORS) == 0
    assert check_weights(DEFAULT_FACTORS[1:]) == -25


@given(st.dictionaries(st.sampled_from([f.id for f in DEFAULT_FACTORS]), st.none() | st.integers(-50, 400)))
def test_a_risk_score_is_the_sum_of_its_shares(values: dict[str, int | None]) -> None:
    known = {name: None if value is None else Decimal(value) for name, value in values.items()}
    score = score_risk(known)
    assert score.known_weight == sum(f.weight for f in DEFAULT_FACTORS if known.get(f.id) is not None)
    if score.score is None:
        assert score.known_weight < 60
        assert not score.is_high_for_matrix
    else:
        assert 0 <= score.score <= 100
        assert abs(sum(share.contribution for share in score.shares) - score.score) < Decimal("1e-20")


@given(
    st.lists(st.tuples(st.integers(-100, 1000), st.integers(0, 100)), min_size=1, max_size=20),
)
def test_high_value_is_the_smallest_set_that_reaches_the_share(rows: list[tuple[int, int]]) -> None:
    accounts = [Account(f"C{number:02d}", Decimal(b), Decimal(r)) for number, (b, r) in enumerate(rows)]
    placements = place_accounts(accounts)
    total = sum(max(balance, 0) for balance, _ in rows)
    high = [placement.account.open_balance for placement in placements if placement.is_high_value]
    if total:
        assert sum(high) * 100 >= total * 80
        assert (sum(high) - min(high)) * 100 < total * 80
    else:
        assert not high
    assert all((p.account.risk_score >= 50) == p.is_high_risk for p in placements)


def test_an_amount_of_the_user_wins_over_the_share() -> None:
    accounts = [Account("A", Decimal(10), Decimal(60)), Account("B", Decimal(5), Decimal(0))]
    cells = {p.account.id: p.cell for p in place_accounts(accounts, Thresholds(high_value_from=Decimal(100)))}
    assert cells == {"A": Cell.HIGH_RISK_LOW_VALUE, "B": Cell.LOW_RISK_LOW_VALUE}


@pytest.mark.parametrize(
    ("situation", "rule", "action"),
    [
        ({"days_past_due": 95, "open_amount": 900, "pursuit_cost": 500}, "R6", Action.AGENCY_OR_LEGAL),
        ({"days_past_due": 90, "open_amount": 900}, "R6", Action.CREDIT_MANAGER),
        ({"days_past_due": 60, "open_amount": 900, "responded": True}, "R7", Action.CADENCE),
        ({"days_past_due": 31, "open_amount": 900, "responded": False}, "R6", Action.LEAD),
        ({"days_past_due": 31, "open_amount": 900}, "R7", Action.CADENCE),
        ({"days_past_due": 0, "open_amount": 900, "insurer_deadline_days": 10}, "R2", Action.CREDIT_MANAGER),
        ({"days_past_due": 0, "open_amount": 900, "insurer_deadline_days": 11}, "R7", Action.CADENCE),
        ({"days_past_due": 99, "open_amount": 9, "disputed_amount": 1}, "R3", Action.DISPUTE_ROUTE),
        ({"days_past_due": 99, "open_amount": 9, "broken_promises_6m": 2}, "R5", Action.LEAD),
    ],
)
def test_the_first_rule_that_fits_decides(situation: dict[str, object], rule: str, action: Action) -> None:
    amounts = {"open_amount", "disputed_amount", "pursuit_cost"}
    given_values = {name: Decimal(str(v)) if name in amounts else v for name, v in situation.items()}
    advice = advise(Situation(**given_values))  # type: ignore[arg-type]
    assert (advice.rule, advice.action) == (rule, action)
    assert advice.reason


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.sets(st.integers(-10, 100), max_size=20))
def test_no_step_falls_on_a_day_off(due: date, off: set[int]) -> None:
    holidays = {due + timedelta(days=days) for days in off}
    steps = plan_steps(due, holidays=holidays)
    assert len(steps) == len(DEFAULT_LADDER)
    for step in steps:
        assert step.day.weekday() < 5
        assert step.day not in holidays
        assert step.day >= due + timedelta(days=step.rung.offset_days)
