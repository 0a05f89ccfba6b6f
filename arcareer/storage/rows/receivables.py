"""Months, imported ledgers, decisions, risks and forecasts; `content` is the value as JSON."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from arcareer.storage.rows.base import Row, Versioned


class _Document(Versioned):
    """A value that is kept as a whole."""

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)
    content: Mapped[str] = mapped_column(sort_order=900)


class _WinDocument(_Document):
    """A value that may name a win; the win stays as long as it does."""

    @declared_attr
    @classmethod
    def win_id(cls) -> Mapped[str | None]:
        """Return the column of the win."""
        return mapped_column(ForeignKey("wins.id", ondelete="RESTRICT"), index=True)


class MetricMonthRow(_Document, Row):
    """A month of a book."""

    __tablename__ = "metric_months"

    scope: Mapped[str]
    currency: Mapped[str]
    month: Mapped[str]


class MetricSettingsRow(_Document, Row):
    """Variants, goals and what is not to be offered; there is one such row at most."""

    __tablename__ = "metric_settings"


class LedgerLayoutRow(_Document, Row):
    """How lists of one layout are read."""

    __tablename__ = "ledger_layouts"

    fingerprint: Mapped[str]


class LedgerSnapshotRow(_Document, Row):
    """A list on its day; `items` are its documents, compressed."""

    __tablename__ = "ledger_snapshots"

    ledger: Mapped[str] = mapped_column(index=True)
    as_of: Mapped[str]
    sha256: Mapped[str]
    items: Mapped[bytes] = mapped_column(sort_order=901)


class LedgerVerdictRow(_WinDocument, Row):
    """What became of a proposed win."""

    __tablename__ = "ledger_verdicts"

    ledger: Mapped[str] = mapped_column(index=True)


class CollectionDecisionRow(_WinDocument, Row):
    """A decision with its reasons."""

    __tablename__ = "collection_decisions"

    decided_on: Mapped[str]


class BoardAccountRow(_Document, Row):
    """An account of the matrix put in by hand."""

    __tablename__ = "board_accounts"


class DecisionSettingsRow(_Document, Row):
    """Thresholds, limits and weights; there is one such row at most."""

    __tablename__ = "decision_settings"


class RiskCardRow(_WinDocument, Row):
    """A scored account or risk."""

    __tablename__ = "risk_cards"


class ForecastPlanRow(_WinDocument, Row):
    """A forecast plan."""

    __tablename__ = "forecast_plans"
