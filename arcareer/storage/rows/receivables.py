"""Months, imported ledgers, decisions, risks and forecasts; `content` is the value as JSON."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from arcareer.storage.rows.base import Row
from arcareer.storage.rows.documents import Document, WinDocument


class MetricMonthRow(Document, Row):
    """A month of a book."""

    __tablename__ = "metric_months"

    scope: Mapped[str]
    currency: Mapped[str]
    month: Mapped[str]


class MetricSettingsRow(Document, Row):
    """Variants, goals and what is not to be offered; there is one such row at most."""

    __tablename__ = "metric_settings"


class LedgerLayoutRow(Document, Row):
    """How lists of one layout are read."""

    __tablename__ = "ledger_layouts"

    fingerprint: Mapped[str]


class LedgerSnapshotRow(Document, Row):
    """A list on its day; `items` are its documents, compressed."""

    __tablename__ = "ledger_snapshots"

    ledger: Mapped[str] = mapped_column(index=True)
    as_of: Mapped[str]
    sha256: Mapped[str]
    items: Mapped[bytes] = mapped_column(sort_order=901)


class LedgerVerdictRow(WinDocument, Row):
    """What became of a proposed win."""

    __tablename__ = "ledger_verdicts"

    ledger: Mapped[str] = mapped_column(index=True)


class CollectionDecisionRow(WinDocument, Row):
    """A decision with its reasons."""

    __tablename__ = "collection_decisions"

    decided_on: Mapped[str]


class BoardAccountRow(Document, Row):
    """An account of the matrix put in by hand."""

    __tablename__ = "board_accounts"


class DecisionSettingsRow(Document, Row):
    """Thresholds, limits and weights; there is one such row at most."""

    __tablename__ = "decision_settings"


class RiskCardRow(WinDocument, Row):
    """A scored account or risk."""

    __tablename__ = "risk_cards"


class ForecastPlanRow(WinDocument, Row):
    """A forecast plan."""

    __tablename__ = "forecast_plans"
