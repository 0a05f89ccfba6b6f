"""The commands of everything about receivables, for the registry of what can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from hypothesis import assume
from hypothesis import strategies as st

from arcareer.domain.changes import Change
from arcareer.domain.decisions import CollectionDecision, FactorWeight, Outcome
from arcareer.domain.escalation import Situation
from arcareer.domain.figures import FigureScope
from arcareer.domain.forecast_plans import ForecastPlan, PeriodAmount, PeriodKind
from arcareer.domain.history import Month
from arcareer.domain.metric_months import Book, MetricMonth, Part, PartValue, empty_month, with_parts
from arcareer.domain.priorities import Thresholds
from arcareer.domain.risk_cards import FactorValue, RiskCard, RiskKind, RiskState
from arcareer.domain.risks import DEFAULT_FACTORS
from arcareer.domain.win_lists import WinQuery
from arcareer.ledgers.reading import ReadingChoices
from arcareer.services.decisions import DecisionService
from arcareer.services.forecast_plans import ForecastPlanService
from arcareer.services.ledger_import import CustomerNaming, LedgerImportService
from arcareer.services.ledger_wins import Candidate, LedgerWinService
from arcareer.services.metrics import MetricsService
from arcareer.services.risks import RiskService
from tests.support import values
from tests.support.builders import Library

SERVICES = (MetricsService, LedgerImportService, LedgerWinService, DecisionService, RiskService, ForecastPlanService)
BOOK = Book(FigureScope.PORTFOLIO, "USD")
LEDGER = "Open items"
T = TypeVar("T")
amounts = st.decimals(0, 10**6, places=2, allow_nan=False, allow_infinity=False)
months = st.builds(Month, st.integers(2020, 2025), st.integers(1, 12))


def _one(data: st.DataObject, things: Sequence[T]) -> T:
    assume(things)
    return data.draw(st.sampled_from(things))


def aging(*rows: tuple[str, str, str, str]) -> str:
    """Return an aging list as pasted cells: customer, invoice, due date and what is open."""
    head = "Customer\tInvoice No\tInvoice date\tDue date\tAmount\tOpen balance\tCurrency\n"
    lines = (f"{name}\t{number}\t2026-07-01\t{due}\t1000\t{opened}\tUSD\n" for name, number, due, opened in rows)
    return head + "".join(lines)


AUGUST = aging(("Harlow Foods", "1", "2026-08-31", "1000"), ("Harlow Foods", "2", "2026-09-04", "800"))
SEPTEMBER = aging(("Harlow Foods", "2", "2026-09-04", "300"), ("Nimbus", "3", "2026-09-10", "90"))


def take_list(library: Library, text: str, as_of: date, naming: CustomerNaming = CustomerNaming.KEEP) -> Change:
    """Import pasted cells into the ledger all commands work on."""
    preview = library.ledgers.read(text, ReadingChoices(as_of=as_of), library.ledgers.known_layouts())
    return library.ledgers.take(preview, ledger=LEDGER, scope=FigureScope.PORTFOLIO, naming=naming)


def take(library: Library, data: st.DataObject) -> Change:
    opened = data.draw(st.integers(1, 999))
    text = aging(("Castell", "7", "2026-09-01", str(opened)), ("Newcomer", "8", "2026-10-01", "5"))
    return take_list(
        library, text, date(2026, 9, data.draw(st.integers(28, 30))), data.draw(st.sampled_from(CustomerNaming))
    )


def a_month(library: Library, data: st.DataObject) -> MetricMonth:
    return _one(data, library.metrics.months(BOOK))


def put_month(library: Library, data: st.DataObject) -> Change:
    parts = data.draw(st.dictionaries(st.sampled_from(Part), amounts, max_size=4))
    month = library.metrics.month(BOOK, data.draw(months))
    return library.metrics.put_month(with_parts(month, *(PartValue(part, value) for part, value in parts.items())))


def take_months(library: Library, data: st.DataObject) -> Change:
    text = f"Month\tSales\tCollections\n{data.draw(months)}\t{data.draw(amounts)}\t5\n2026-02\t7\t8\n"
    return library.metrics.take_paste(library.metrics.read_paste(text, BOOK, "sheet"))


def candidates(library: Library, data: st.DataObject) -> list[Candidate]:
    return [_one(data, library.ledger_wins.candidates(LEDGER))]


def a_decision(library: Library, data: st.DataObject) -> CollectionDecision:
    return _one(data, library.decisions.decisions())


def save_settings(library: Library, data: st.DataObject) -> Change:
    thresholds = Thresholds(high_risk_from=data.draw(amounts), high_value_from=data.draw(st.none() | amounts))
    return library.decisions.save_settings(replace(library.decisions.settings(), thresholds=thresholds))


def decide_to_escalate(library: Library, data: st.DataObject) -> Change:
    situation = Situation(days_past_due=data.draw(st.integers(0, 200)), open_amount=data.draw(amounts))
    advice = library.decisions.advise(situation)
    return library.decisions.decide_to_escalate("Harlow Foods", situation, advice, "call", data.draw(values.texts))


def a_card(library: Library, data: st.DataObject) -> RiskCard:
    return _one(data, library.risks.ranked()).card


def some_values(data: st.DataObject) -> tuple[FactorValue, ...]:
    factors = data.draw(st.sets(st.sampled_from([factor.id for factor in DEFAULT_FACTORS])))
    return tuple(FactorValue(factor, data.draw(amounts)) for factor in sorted(factors))


def set_weights(library: Library, data: st.DataObject) -> Change:
    first = data.draw(st.integers(0, 100))
    weights = (FactorWeight("own", Decimal(first), "Own"), FactorWeight("limit_use_pct", Decimal(100 - first)))
    return library.risks.set_weights(weights)


def a_plan(library: Library, data: st.DataObject) -> ForecastPlan:
    return _one(data, library.forecasts.plans())


def a_frozen_plan(library: Library, data: st.DataObject) -> ForecastPlan:
    return _one(data, [plan for plan in library.forecasts.plans() if plan.rounds])


def freeze(library: Library, data: st.DataObject) -> Change:
    period = f"W{data.draw(st.integers(100, 10**9))}"
    amount = data.draw(amounts)
    return library.forecasts.freeze(a_plan(library, data), [PeriodAmount(period, amount)], [amount], "naive_last")


def add_actual(library: Library, data: st.DataObject) -> Change:
    plan = a_frozen_plan(library, data)
    return library.forecasts.add_actual(plan, plan.rounds[-1].frozen.amounts[0][0], data.draw(amounts))


def a_win(library: Library, data: st.DataObject) -> UUID | None:
    wins: list[UUID | None] = [win.id for win in library.journal.find(WinQuery())]
    return data.draw(st.sampled_from([None, *wins]))


def settle_improvement(library: Library, data: st.DataObject) -> Change:
    return library.metrics.settle(_one(data, library.metrics.board(BOOK, until=Month(2026, 2)).improvements))


COMMANDS: dict[str, Callable[[Library, st.DataObject], Change]] = {
    "MetricsService.put_month": put_month,
    "MetricsService.remove_month": lambda library, data: library.metrics.remove_month(a_month(library, data)),
    "MetricsService.save_note": lambda library, data: library.metrics.save_note(
        BOOK, data.draw(months), "dso", data.draw(values.texts)
    ),
    "MetricsService.set_goal": lambda library, data: library.metrics.set_goal(
        "dso", BOOK, data.draw(st.none() | amounts)
    ),
    "MetricsService.set_variant": lambda library, data: library.metrics.set_variant(
        "dso", data.draw(st.sampled_from(["dso_simple", "dso_countback"]))
    ),
    "MetricsService.settle": settle_improvement,
    "MetricsService.take_paste": take_months,
    "LedgerImportService.take": take,
    "LedgerImportService.remove": lambda library, data: library.ledgers.remove(
        _one(data, library.ledgers.snapshots()).id
    ),
    "LedgerImportService.forget_layout": lambda library, data: library.ledgers.forget_layout(
        _one(data, list(library.ledgers.known_layouts().values()))
    ),
    "LedgerWinService.approve": lambda library, data: library.ledger_wins.approve(
        candidates(library, data), data.draw(values.keys), FigureScope.MINE
    ),
    "LedgerWinService.dismiss": lambda library, data: library.ledger_wins.dismiss(candidates(library, data)),
    "DecisionService.save_settings": save_settings,
    "DecisionService.put_account": lambda library, data: library.decisions.put_account(
        data.draw(st.sampled_from(["Nimbus", "Castell"])),
        "USD",
        data.draw(amounts),
        data.draw(st.none() | st.just(Decimal(60))),
    ),
    "DecisionService.remove_account": lambda library, data: library.decisions.remove_account(
        _one(data, [one.entry.by_hand for one in library.decisions.board().placed if one.entry.by_hand])
    ),
    "DecisionService.take_paste": lambda library, data: library.decisions.take_paste(
        library.decisions.read_paste(f"Nimbus\t{data.draw(amounts)}\t40\nNew\t5\n", "USD")
    ),
    "DecisionService.decide_on_matrix": lambda library, data: library.decisions.decide_on_matrix(
        _one(data, library.decisions.board().placed), "plan", data.draw(values.texts)
    ),
    "DecisionService.decide_to_escalate": decide_to_escalate,
    "DecisionService.save": lambda library, data: library.decisions.save(
        before := a_decision(library, data), replace(before, told=data.draw(values.texts))
    ),
    "DecisionService.revisit": lambda library, data: library.decisions.revisit(
        a_decision(library, data), data.draw(st.sampled_from(Outcome)), data.draw(values.texts)
    ),
    "DecisionService.remove": lambda library, data: library.decisions.remove(a_decision(library, data)),
    "DecisionService.link_win": lambda library, data: library.decisions.link_win(
        a_decision(library, data), a_win(library, data)
    ),
    "RiskService.set_weights": set_weights,
    "RiskService.reset_weights": lambda library, data: library.risks.reset_weights(),
    "RiskService.add": lambda library, data: library.risks.add(
        data.draw(st.sampled_from(RiskKind)), "Harlow Foods", some_values(data)
    ),
    "RiskService.save": lambda library, data: library.risks.save(
        before := a_card(library, data), replace(before, values=some_values(data), owner=data.draw(values.texts))
    ),
    "RiskService.remove": lambda library, data: library.risks.remove(a_card(library, data)),
    "RiskService.settle": lambda library, data: library.risks.settle(
        a_card(library, data), data.draw(st.sampled_from(RiskState)), data.draw(values.texts)
    ),
    "RiskService.link_win": lambda library, data: library.risks.link_win(a_card(library, data), a_win(library, data)),
    "ForecastPlanService.add": lambda library, data: library.forecasts.add(
        "Cash", "USD", data.draw(st.sampled_from(PeriodKind))
    ),
    "ForecastPlanService.save": lambda library, data: library.forecasts.save(
        before := a_plan(library, data), replace(before, drivers=data.draw(values.texts))
    ),
    "ForecastPlanService.remove": lambda library, data: library.forecasts.remove(a_plan(library, data)),
    "ForecastPlanService.set_history": lambda library, data: library.forecasts.set_history(
        a_plan(library, data), [PeriodAmount("2026-01", data.draw(amounts))], "bank"
    ),
    "ForecastPlanService.freeze": freeze,
    "ForecastPlanService.add_actual": add_actual,
    "ForecastPlanService.add_note": lambda library, data: library.forecasts.add_note(
        plan := a_frozen_plan(library, data), plan.rounds[-1].frozen.amounts[0][0], data.draw(values.texts)
    ),
    "ForecastPlanService.set_refinement": lambda library, data: library.forecasts.set_refinement(
        a_frozen_plan(library, data), data.draw(values.texts)
    ),
    "ForecastPlanService.add_told": lambda library, data: library.forecasts.add_told(
        a_plan(library, data), date(2026, 9, 1), "Lead", data.draw(values.texts)
    ),
    "ForecastPlanService.link_win": lambda library, data: library.forecasts.link_win(
        a_plan(library, data), a_win(library, data)
    ),
}


def furnish(library: Library) -> None:
    """Put months, two lists with a verdict, decisions, a risk and a frozen forecast into the library."""
    for number, sales in ((1, 900), (2, 1200)):
        month = empty_month(BOOK, Month(2026, number))
        parts = (PartValue(Part.CREDIT_SALES, Decimal(sales)), PartValue(Part.ENDING_AR, Decimal(1500)))
        library.metrics.put_month(with_parts(month, *parts))
    library.metrics.set_goal("dso", BOOK, Decimal(35))
    take_list(library, AUGUST, date(2026, 8, 31))
    take_list(library, SEPTEMBER, date(2026, 9, 30))
    first, *_ = library.ledger_wins.candidates(LEDGER)
    library.ledger_wins.approve([first], "Called twice", FigureScope.MINE)
    library.decisions.put_account("Nimbus", "USD", Decimal(9000), Decimal(70))
    library.decisions.decide_on_matrix(library.decisions.board().placed[0], "A plan", "They answer")
    library.decisions.save_settings(replace(library.decisions.settings(), holidays=(date(2026, 12, 25),)))
    library.risks.add(RiskKind.ACCOUNT, "Harlow Foods", (FactorValue("limit_use_pct", Decimal(95)),))
    plan = library.forecasts.add("Weekly cash", "USD").after
    assert isinstance(plan, ForecastPlan)
    library.forecasts.freeze(plan, [PeriodAmount("W40", Decimal(100))], [Decimal(90)], "naive_last")
