"""Months, imported ledgers, decisions, risks and forecasts as rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from arcareer.domain.changes import EntityKind
from arcareer.domain.decisions import BoardAccount, CollectionDecision, DecisionSettings
from arcareer.domain.forecast_plans import ForecastPlan
from arcareer.domain.ledger_snapshots import LedgerLayout, LedgerSnapshot, LedgerVerdict, SnapshotHead
from arcareer.domain.metric_months import MetricMonth
from arcareer.domain.metric_settings import MetricSettings
from arcareer.domain.risk_cards import RiskCard
from arcareer.storage.records.documents import document
from arcareer.storage.records.packing import packed_value, unpacked_value
from arcareer.storage.records.shape import Parts, Rows, Shape
from arcareer.storage.stored import Record, date_text, id_text

HEAD_COLUMNS: Final = ("id", "content")


def head_from(root: Record) -> SnapshotHead:
    """Return what a list is, without its documents."""
    return unpacked_value(SnapshotHead, root["content"], id=UUID(root["id"]))


def _snapshot_to_rows(snapshot: LedgerSnapshot) -> Rows:
    root: Record = {
        "id": id_text(snapshot.id),
        "ledger": snapshot.ledger,
        "as_of": date_text(snapshot.as_of),
        "sha256": snapshot.sha256,
        "content": packed_value(snapshot, ("id", "items")),
        "items": snapshot.items,
    }
    return Rows(root, {})


def _snapshot_from_rows(root: Record, _parts: Parts) -> LedgerSnapshot:
    return unpacked_value(LedgerSnapshot, root["content"], id=UUID(root["id"]), items=root["items"])


LEDGER_SNAPSHOTS: Shape[LedgerSnapshot] = Shape(
    kind=EntityKind.LEDGER_SNAPSHOT,
    table="ledger_snapshots",
    to_rows=_snapshot_to_rows,
    from_rows=_snapshot_from_rows,
)
_BOOK_COLUMNS: Mapping[str, Callable[[MetricMonth], str]] = {
    "scope": lambda month: month.book.scope,
    "currency": lambda month: month.book.currency,
    "month": lambda month: str(month.month),
}
METRIC_MONTHS = document(EntityKind.METRIC_MONTH, "metric_months", MetricMonth, _BOOK_COLUMNS)
DOCUMENTS: tuple[Shape[Any], ...] = (
    document(EntityKind.METRIC_SETTINGS, "metric_settings", MetricSettings),
    document(
        EntityKind.LEDGER_LAYOUT, "ledger_layouts", LedgerLayout, {"fingerprint": lambda layout: layout.fingerprint}
    ),
    document(EntityKind.BOARD_ACCOUNT, "board_accounts", BoardAccount),
    document(EntityKind.DECISION_SETTINGS, "decision_settings", DecisionSettings),
)
"""What is kept as a whole and names no win."""

WIN_DOCUMENTS: tuple[Shape[Any], ...] = (
    document(
        EntityKind.LEDGER_VERDICT,
        "ledger_verdicts",
        LedgerVerdict,
        {"ledger": lambda verdict: verdict.ledger},
        names_win=True,
    ),
    document(
        EntityKind.COLLECTION_DECISION,
        "collection_decisions",
        CollectionDecision,
        {"decided_on": lambda decision: date_text(decision.decided_on)},
        names_win=True,
    ),
    document(EntityKind.RISK_CARD, "risk_cards", RiskCard, names_win=True),
    document(EntityKind.FORECAST_PLAN, "forecast_plans", ForecastPlan, names_win=True),
)
"""What is kept as a whole and may name a win."""
