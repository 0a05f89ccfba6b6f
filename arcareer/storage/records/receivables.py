"""Months, imported ledgers, decisions, risks and forecasts as rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar, cast
from uuid import UUID

from arcareer.domain.changes import Aggregate, EntityKind
from arcareer.domain.decisions import BoardAccount, CollectionDecision, DecisionSettings
from arcareer.domain.forecast_plans import ForecastPlan
from arcareer.domain.ledger_snapshots import LedgerLayout, LedgerSnapshot, LedgerVerdict, SnapshotHead
from arcareer.domain.metric_months import MetricMonth
from arcareer.domain.metric_settings import MetricSettings
from arcareer.domain.risk_cards import RiskCard
from arcareer.storage.records.packing import packed_value, unpacked_value
from arcareer.storage.records.shape import Parts, Rows, Shape
from arcareer.storage.stored import Record, date_text, id_text

A = TypeVar("A", bound=Aggregate)
HEAD_COLUMNS: Final = ("id", "content")
_NO_COLUMNS: Mapping[str, Callable[[Any], str]] = {}


def _document(
    kind: EntityKind,
    table: str,
    value_type: type[A],
    columns: Mapping[str, Callable[[Any], str]] = _NO_COLUMNS,
    *,
    names_win: bool = False,
) -> Shape[A]:
    """Return how a value is kept as JSON in `content`, with `columns` beside it to find it by, and its win if any."""
    apart = ("id", "win") if names_win else ("id",)

    def to_rows(value: A) -> Rows:
        root: Record = {"id": id_text(value.id), "content": packed_value(value, apart)}
        root |= {name: column(value) for name, column in columns.items()}
        if names_win:
            win = cast("Any", value).win
            root["win_id"] = None if win is None else id_text(win)
        return Rows(root, {})

    def from_rows(root: Record, _parts: Parts) -> A:
        beside: dict[str, Any] = {"id": UUID(root["id"])}
        if names_win:
            beside["win"] = None if root["win_id"] is None else UUID(root["win_id"])
        return unpacked_value(value_type, root["content"], **beside)

    return Shape(kind=kind, table=table, to_rows=to_rows, from_rows=from_rows)


def head_from(root: Record) -> SnapshotHead:
    """Return what a list is, without its documents."""
    return unpacked_value(SnapshotHead, root["content"], id=UUID(root["id"]))


def _snapshot_to_rows(snapshot: LedgerSnapshot) -> Rows:
    head = snapshot.head
    root: Record = {
        "id": id_text(head.id),
        "ledger": head.ledger,
        "as_of": date_text(head.as_of),
        "sha256": head.sha256,
        "content": packed_value(head, ("id",)),
        "items": snapshot.items,
    }
    return Rows(root, {})


def _snapshot_from_rows(root: Record, _parts: Parts) -> LedgerSnapshot:
    return LedgerSnapshot(head=head_from(root), items=root["items"])


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
METRIC_MONTHS = _document(EntityKind.METRIC_MONTH, "metric_months", MetricMonth, _BOOK_COLUMNS)
DOCUMENTS: tuple[Shape[Any], ...] = (
    _document(EntityKind.METRIC_SETTINGS, "metric_settings", MetricSettings),
    _document(
        EntityKind.LEDGER_LAYOUT, "ledger_layouts", LedgerLayout, {"fingerprint": lambda layout: layout.fingerprint}
    ),
    _document(EntityKind.BOARD_ACCOUNT, "board_accounts", BoardAccount),
    _document(EntityKind.DECISION_SETTINGS, "decision_settings", DecisionSettings),
)
"""What is kept as a whole and names no win."""

WIN_DOCUMENTS: tuple[Shape[Any], ...] = (
    _document(
        EntityKind.LEDGER_VERDICT,
        "ledger_verdicts",
        LedgerVerdict,
        {"ledger": lambda verdict: verdict.ledger},
        names_win=True,
    ),
    _document(
        EntityKind.COLLECTION_DECISION,
        "collection_decisions",
        CollectionDecision,
        {"decided_on": lambda decision: date_text(decision.decided_on)},
        names_win=True,
    ),
    _document(EntityKind.RISK_CARD, "risk_cards", RiskCard, names_win=True),
    _document(EntityKind.FORECAST_PLAN, "forecast_plans", ForecastPlan, names_win=True),
)
"""What is kept as a whole and may name a win."""
