"""Any month, list, decision, risk and forecast, drawn from the fields they are made of."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

from hypothesis import strategies as st

from arcareer.domain.changes import EntityKind
from arcareer.domain.decisions import DECISION_SETTINGS_ID, BoardAccount, CollectionDecision, DecisionSettings
from arcareer.domain.forecast_plans import ForecastPlan
from arcareer.domain.ledger_snapshots import LedgerLayout, LedgerSnapshot, LedgerVerdict
from arcareer.domain.metric_months import MetricMonth
from arcareer.domain.metric_settings import METRIC_SETTINGS_ID, MetricSettings
from arcareer.domain.risk_cards import RiskCard
from tests.support.values import days, ids, instants, numbers, texts, tuples

_BASIC: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    Decimal: numbers,
    date: days,
    datetime: instants,
    UUID: ids,
    int: st.integers(-(10**6), 10**6),
    bool: st.booleans(),
    bytes: st.binary(max_size=40),
}


def any_of(kind: type, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw any value of a data class; `given` fields come from their own strategies."""
    hints = get_type_hints(kind)
    drawn = {field.name: _drawn(hints[field.name]) for field in fields(kind) if field.name not in given}
    return st.builds(kind, **drawn, **given)


def _drawn(hint: Any) -> st.SearchStrategy[Any]:
    if hint in _BASIC:
        return _BASIC[hint]
    if get_origin(hint) is UnionType:
        inner = next(part for part in get_args(hint) if part is not NoneType)
        return st.none() | _drawn(inner)
    if get_origin(hint) is tuple:
        parts = get_args(hint)
        if parts[-1] is Ellipsis:
            return tuples(_drawn(parts[0]), max_size=1)
        return st.tuples(*map(_drawn, parts))
    return st.sampled_from(hint) if issubclass(hint, Enum) else any_of(hint)


_NO_WIN = st.none()

ANY: dict[EntityKind, st.SearchStrategy[Any]] = {
    EntityKind.METRIC_MONTH: any_of(MetricMonth),
    EntityKind.METRIC_SETTINGS: any_of(MetricSettings, id=st.just(METRIC_SETTINGS_ID)),
    EntityKind.LEDGER_LAYOUT: any_of(LedgerLayout),
    EntityKind.LEDGER_SNAPSHOT: any_of(LedgerSnapshot),
    EntityKind.LEDGER_VERDICT: any_of(LedgerVerdict, win=_NO_WIN),
    EntityKind.COLLECTION_DECISION: any_of(CollectionDecision, win=_NO_WIN),
    EntityKind.BOARD_ACCOUNT: any_of(BoardAccount),
    EntityKind.DECISION_SETTINGS: any_of(DecisionSettings, id=st.just(DECISION_SETTINGS_ID)),
    EntityKind.RISK_CARD: any_of(RiskCard, win=_NO_WIN),
    EntityKind.FORECAST_PLAN: any_of(ForecastPlan, win=_NO_WIN),
}
"""Any value of each kind that refers to nothing else."""
