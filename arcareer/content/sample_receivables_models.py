"""The records of the sample year's receivables. Annotations are read at run time, so they stay real types here."""

from dataclasses import dataclass
from decimal import Decimal

from arcareer.domain.decisions import Outcome
from arcareer.domain.risk_cards import RiskState


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleMonth:
    """A month: sales, the DSO it ended with, the shares of the five bands in percent, and what else was counted."""

    sales: Decimal
    dso: Decimal
    bands: tuple[Decimal, ...]
    credits: Decimal
    write_offs: Decimal
    disputes_opened: Decimal
    disputes_closed: Decimal
    dispute_days: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCause:
    """A cause of disputes in the last months."""

    cause: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleInvoice:
    """An invoice of the two lists; `due` in days before the later one, what was open in each, 0 for not listed."""

    customer: str
    number: str
    due: int
    amount: Decimal
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleFactor:
    """The value of a risk factor."""

    factor: str
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAccount:
    """A risk card of an account: the known factors, and what is done about it."""

    customer: str
    values: tuple[SampleFactor, ...]
    mitigation: str
    owner: str
    exposure: Decimal
    state: RiskState = RiskState.OPEN
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDecision:
    """A decision about an account, `days_ago`."""

    customer: str
    days_ago: int
    days_past_due: int
    open_amount: Decimal
    debt_admitted: bool
    decided: str
    reason: str
    revisit_in: int
    outcome: Outcome = Outcome.OPEN
    outcome_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleForecast:
    """A month of the forecast: what came, what was forecast, and what the old way would have said."""

    actual: Decimal
    forecast: Decimal
    naive: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleReceivables:
    """The content of sample_receivables.toml; months stand oldest first and end with the last whole one."""

    currency: str
    goal_dso: Decimal
    ledger: str
    months: tuple[SampleMonth, ...]
    causes: tuple[SampleCause, ...]
    invoices: tuple[SampleInvoice, ...]
    accounts: tuple[SampleAccount, ...]
    decisions: tuple[SampleDecision, ...]
    history: tuple[Decimal, ...]
    forecast: tuple[SampleForecast, ...]
    drivers: str
    refinement: str
