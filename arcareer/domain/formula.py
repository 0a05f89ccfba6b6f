"""What a formula of the formula table is: its definition card, its inputs and its computation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from arcareer.domain.kpis import KpiResult, Reason


class MissingInputError(Exception):
    """An input of a formula is absent or unknown; its text is the input's name."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs of one computation by name, turned into exact values on the way out."""

    given: Mapping[str, Any]

    def number(self, name: str, default: Decimal | None = None) -> Decimal:
        """Return a number exactly as written. Raises `MissingInputError` when it is absent."""
        value = self.given.get(name)
        if value is None:
            if default is None:
                raise MissingInputError(name)
            return default
        return Decimal(str(value))

    def day(self, name: str) -> date:
        """Return a day written as ISO text. Raises `MissingInputError` when it is absent."""
        found = self.optional_day(name)
        if found is None:
            raise MissingInputError(name)
        return found

    def optional_day(self, name: str) -> date | None:
        """Return a day written as ISO text, or None."""
        value = self.given.get(name)
        if value is None or isinstance(value, date):
            return value
        return date.fromisoformat(str(value))

    def rows(self, name: str) -> tuple[Inputs, ...]:
        """Return a list of records. Raises `MissingInputError` when it is absent."""
        if self.given.get(name) is None:
            raise MissingInputError(name)
        return tuple(Inputs(row) for row in self.given[name])

    def numbers(self, name: str, *, optional: bool = False) -> tuple[Decimal, ...]:
        """Return a list of numbers. Raises `MissingInputError` when it is absent and not `optional`."""
        if self.given.get(name) is None:
            if optional:
                return ()
            raise MissingInputError(name)
        return tuple(Decimal(str(value)) for value in self.given[name])

    def amounts(self, name: str) -> Mapping[str, Decimal]:
        """Return numbers by name. Raises `MissingInputError` when they are absent."""
        if self.given.get(name) is None:
            raise MissingInputError(name)
        return {str(key): Decimal(str(value)) for key, value in self.given[name].items()}


@dataclass(frozen=True, slots=True)
class DefinitionCard:
    """What a metric means: name, variant, formula, inputs with their meaning, bases, source and what to mind."""

    metric: str
    name: str
    formula: str
    inputs: Mapping[str, str]
    unit: str
    source: str
    variant: str = ""
    days_basis: str = ""
    sales_basis: str = ""
    balance_basis: str = ""
    remark: str = ""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """A definition card and the computation it describes."""

    card: DefinitionCard
    compute: Callable[[Inputs], KpiResult]


RECEIVABLES_AT_START = "receivables at the start of the period"
RECEIVABLES_AT_END = "receivables at the end of the period"
NOT_YET_DUE = "the part of the ending receivables that is not yet due"
CREDIT_SALES = "credit sales of the period, tax and freight included"
DAYS_OF_PERIOD = "days of the period"
NET_BALANCE = "net of credits and unapplied cash; written-off items stay out"
SALES_WITH_TAX = "credit sales, tax and freight included"
SOURCE_CRF = "Credit Research Foundation, KPI definitions (crfweb.net)"
SOURCE_ECREDIT = "eCredit, formulas of credit KPIs"
SOURCE_PRACTICE = "common practice"
SOURCE_ORACLE = "Oracle banking collections, KPI list (docs.oracle.com)"
SOURCE_ARITHMETIC = "arithmetic"
