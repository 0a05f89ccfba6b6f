"""A forecast is frozen before the actuals come, and becomes a win only where the data say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from arcareer.domain.changes import Edit
from arcareer.domain.forecast_plans import ForecastPlan, PeriodAmount, PeriodKind
from arcareer.domain.forecasting import Evidence, Method
from arcareer.errors import FieldProblem, UserError
from arcareer.ledgers.reading import ReadingChoices
from arcareer.services.ledger_forecasts import LedgerForecastService
from tests.support.builders import Library

WEEKS = [f"W{number}" for number in range(40, 48)]


def a_plan(edit: Edit) -> ForecastPlan:
    assert isinstance(edit.after, ForecastPlan)
    return edit.after


def frozen(library: Library, guess: int = 100, naive: int = 80, periods: list[str] | None = None) -> ForecastPlan:
    plan = a_plan(library.forecasts.add("Weekly cash", "USD"))
    amounts = [PeriodAmount(week, Decimal(guess)) for week in periods or WEEKS]
    return a_plan(library.forecasts.freeze(plan, amounts, [Decimal(naive)] * len(amounts), "mean_last_3"))


def with_actuals(library: Library, plan: ForecastPlan, *amounts: int) -> ForecastPlan:
    weeks = [name for name, _ in plan.rounds[-1].frozen.amounts]
    for week, amount in zip(weeks, amounts, strict=False):
        plan = a_plan(library.forecasts.add_actual(plan, week, Decimal(amount)))
    return plan


def test_a_plan_needs_a_title(library: Library) -> None:
    with pytest.raises(FieldProblem):
        library.forecasts.add(" ", "USD")


def test_history_is_pasted_in_order_of_time_with_every_line_accounted_for(library: Library) -> None:
    pasted = library.forecasts.read_history(
        "Month;Cash\nMar 2026;1.200,50\nJan 2026;900,00\nFeb 2026;\nJan 2026;1,00\n"
    )
    assert [(one.period, one.amount) for one in pasted.amounts] == [
        ("2026-01", Decimal("900.00")),
        ("2026-03", Decimal("1200.50")),
    ]
    assert [line.line for line in pasted.left_out] == [1, 4, 5]


def test_a_ledger_with_its_past_gives_the_history(library: Library) -> None:
    head = "Customer\tInvoice No\tInvoice date\tDue date\tAmount\tOpen balance\tPaid date\tCurrency\n"
    rows = (
        "H\t1\t2026-06-10\t2026-07-10\t300\t0\t2026-06-20\tUSD\nH\t2\t2026-07-05\t2026-08-04\t200\t0\t2026-08-02\tUSD\n"
    )
    found = library.ledgers.read(head + rows, ReadingChoices(as_of=date(2026, 8, 31)))
    library.ledgers.take(found, ledger="L", scope=library.ledgers.compare(found).suggested_scope)
    (snapshot,) = library.ledgers.snapshots()
    months = library.forecasts.history_from_ledger(snapshot.id, "USD", PeriodKind.MONTH)
    assert [(one.period, one.amount) for one in months] == [
        ("2026-06", Decimal(300)),
        ("2026-07", Decimal(0)),
        ("2026-08", Decimal(200)),
    ]
    weeks = library.forecasts.history_from_ledger(snapshot.id, "USD", PeriodKind.WEEK)
    assert (weeks[0].period, len(weeks), sum(one.amount for one in weeks)) == ("2026-W25", 11, Decimal(500))
    assert library.forecasts.history_from_ledger(snapshot.id, "EUR", PeriodKind.WEEK) == ()


def test_the_naive_forecast_stands_beside_every_method(library: Library) -> None:
    plan = a_plan(library.forecasts.add("Cash", "USD"))
    amounts = [PeriodAmount(f"2025-{number:02}", Decimal(100 + number)) for number in range(1, 13)]
    plan = a_plan(library.forecasts.set_history(plan, amounts, "bank"))
    assert library.forecasts.back_tests(plan)[0].method is Method.NAIVE_LAST
    proposal = library.forecasts.propose(plan, 4, Method.MEAN_LAST_3)
    assert (proposal.amounts, proposal.naive) == ((Decimal(111),) * 4, (Decimal(112),) * 4)
    short = a_plan(library.forecasts.set_history(plan, amounts[:2], "bank"))
    with pytest.raises(UserError, match="too short"):
        library.forecasts.propose(short, 4, Method.MEAN_LAST_3)


def test_what_is_frozen_cannot_be_changed(library: Library) -> None:
    plan = frozen(library)
    (made,) = plan.rounds
    assert made.is_untouched
    other = replace(made.frozen, amounts=((WEEKS[0], Decimal(1)), *made.frozen.amounts[1:]))
    for rounds in ((), (replace(made, frozen=other),), (replace(made, fingerprint=other.fingerprint, frozen=other),)):
        with pytest.raises(UserError, match="frozen"):
            library.forecasts.save(plan, replace(plan, rounds=rounds))
    with pytest.raises(UserError):
        library.forecasts.save(plan, replace(plan, log=()))
    assert library.forecasts.plans() == (plan,)
    assert a_plan(library.forecasts.save(plan, replace(plan, drivers="Payment runs on Thursdays"))).drivers


def test_what_is_known_can_no_longer_be_forecast(library: Library) -> None:
    plan = with_actuals(library, frozen(library), 90)
    with pytest.raises(UserError, match="W40"):
        library.forecasts.freeze(plan, [PeriodAmount("W40", Decimal(1))], [Decimal(1)], "x")
    past = a_plan(library.forecasts.set_history(plan, [PeriodAmount("W50", Decimal(1))], "bank"))
    with pytest.raises(UserError, match="W50"):
        library.forecasts.freeze(past, [PeriodAmount("W50", Decimal(1))], [Decimal(1)], "x")
    for amounts, naive in (
        ([], []),
        ([PeriodAmount("W60", Decimal(1))], []),
        ([PeriodAmount("W60", Decimal(1))] * 2, [1, 1]),
    ):
        with pytest.raises(UserError, match="Nothing was frozen"):
            library.forecasts.freeze(plan, amounts, [Decimal(one) for one in naive], "x")


def test_a_corrected_actual_is_logged(library: Library) -> None:
    plan = with_actuals(library, frozen(library), 90)
    plan = a_plan(library.forecasts.add_actual(plan, "W40", Decimal(95)))
    assert plan.rounds[0].amounts == {"W40": Decimal(95)}
    assert "from 90 to 95" in plan.log[-1].text
    with pytest.raises(UserError, match="W99"):
        library.forecasts.add_actual(plan, "W99", Decimal(1))


def test_below_six_periods_no_accuracy_is_claimed(library: Library) -> None:
    plan = with_actuals(library, frozen(library), 100, 101, 99)
    verdict = library.forecasts.verdict(plan)
    assert (verdict.evidence, verdict.is_proof, verdict.bias_words) == (Evidence.TOO_FEW, False, "")
    with pytest.raises(UserError, match="3 of 6 periods"):
        library.forecasts.draft_win(plan)


def test_a_forecast_that_was_closer_becomes_a_win_from_x_to_y(library: Library) -> None:
    plan = with_actuals(library, frozen(library), 100, 102, 98, 101, 99, 100)
    draft = library.forecasts.draft_win(plan, "Averaged three weeks")
    (figure,) = draft.figures
    assert draft.headline == "Averaged three weeks: forecast error (WAPE) 20% to 1%"
    assert (figure.before, figure.after, figure.period) == (Decimal(20), Decimal(1), "W40 to W45")
    assert plan.rounds[0].fingerprint[:16] in figure.source


def test_a_forecast_no_closer_than_the_naive_one_is_no_win(library: Library) -> None:
    plan = with_actuals(library, frozen(library), 80, 81, 79, 80, 82, 78)
    verdict = library.forecasts.verdict(plan)
    assert (verdict.is_proof, verdict.from_wape, verdict.to_wape) == (False, None, None)
    assert verdict.bias_words == "You run 25% high"
    with pytest.raises(UserError, match="count as equal"):
        library.forecasts.draft_win(plan)


def test_a_refined_round_is_measured_against_the_one_before(library: Library) -> None:
    first = with_actuals(library, frozen(library), *[90] * 8)
    first = a_plan(library.forecasts.set_refinement(first, "Disputes at zero"))
    later = [PeriodAmount(f"X{number}", Decimal(100)) for number in range(6)]
    second = a_plan(library.forecasts.freeze(first, later, [Decimal(80)] * 6, "mean_last_3"))
    verdict = library.forecasts.verdict(with_actuals(library, second, *[98] * 6))
    assert verdict.is_proof
    assert verdict.from_wape is not None
    assert verdict.to_wape is not None
    assert (round(verdict.from_wape, 1), round(verdict.to_wape, 1)) == (Decimal("11.1"), Decimal("2.0"))
    assert verdict.baseline == "the forecast before"


def test_notes_and_who_was_told_are_kept(library: Library) -> None:
    plan = with_actuals(library, frozen(library), 60)
    plan = a_plan(library.forecasts.add_note(plan, "W40", "One payer moved a run"))
    plan = a_plan(library.forecasts.add_told(plan, date(2026, 10, 16), "Treasury", "40 less this week"))
    (kept,) = library.forecasts.plans()
    assert kept == plan
    assert kept.rounds[0].notes[0].text == "One payer moved a run"
    proof = kept.rounds[0].proof
    assert proof is not None
    assert proof.variances[0].needs_note
    assert a_plan(library.forecasts.add_note(plan, "W40", " ")).rounds[0].notes == ()


def test_open_invoices_are_expected_by_how_late_their_customer_pays(library: Library) -> None:
    head = "Customer\tInvoice No\tInvoice date\tDue date\tAmount\tOpen balance\tPaid date\tCurrency\n"
    paid = "".join(
        f"H\t{number}\t2026-06-0{number}\t2026-07-0{number}\t10\t0\t2026-07-1{number}\tUSD\n" for number in (1, 2, 3)
    )
    text = head + paid + "H\t9\t2026-08-01\t2026-08-31\t500\t500\t\tUSD\nH\t8\t2026-05-01\t2026-05-31\t70\t70\t\tUSD\n"
    found = library.ledgers.read(text, ReadingChoices(as_of=date(2026, 8, 31)))
    library.ledgers.take(found, ledger="L", scope=library.ledgers.compare(found).suggested_scope)
    (snapshot,) = library.ledgers.snapshots()
    forecasts = LedgerForecastService(library.store, library.ledgers)
    weeks = forecasts.by_customer(snapshot.id, "USD", PeriodKind.WEEK, 3)
    assert [(one.period, one.amount) for one in weeks] == [
        ("2026-W36", Decimal(70)),
        ("2026-W37", Decimal(500)),
        ("2026-W38", Decimal(0)),
    ]
    months = forecasts.by_customer(snapshot.id, "USD", PeriodKind.MONTH, 1)
    assert [(one.period, one.amount) for one in months] == [("2026-09", Decimal(570))]
    assert forecasts.by_customer(library.forecasts.add("x", "USD").entity_id, "USD", PeriodKind.WEEK, 1) == ()
