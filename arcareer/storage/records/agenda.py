"""Dates to prepare for, weeks away and the owner of the library as rows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from arcareer.domain.agenda import AwayWeek, Occasion, OccasionKind, Owner
from arcareer.domain.changes import EntityKind
from arcareer.storage.records.shape import Parts, Rows, Shape
from arcareer.storage.stored import Record, date_text, id_text

_OWNER_TEXTS = ("name", "title", "employer", "purpose")


def _occasion_to_rows(occasion: Occasion) -> Rows:
    root: Record = {
        "id": id_text(occasion.id),
        "kind": occasion.kind.value,
        "title": occasion.title,
        "happens_on": date_text(occasion.happens_on),
    }
    return Rows(root, {})


def occasion_from(root: Record) -> Occasion:
    """Return the occasion that was kept as this row."""
    return Occasion(
        id=UUID(root["id"]),
        kind=OccasionKind(root["kind"]),
        title=root["title"],
        happens_on=date.fromisoformat(root["happens_on"]),
    )


def _occasion_from_rows(root: Record, _parts: Parts) -> Occasion:
    return occasion_from(root)


def _away_week_to_rows(week: AwayWeek) -> Rows:
    return Rows({"id": id_text(week.id), "monday": date_text(week.monday)}, {})


def _away_week_from_rows(root: Record, _parts: Parts) -> AwayWeek:
    return AwayWeek(id=UUID(root["id"]), monday=date.fromisoformat(root["monday"]))


def _owner_to_rows(owner: Owner) -> Rows:
    return Rows({"id": id_text(owner.id), **{name: getattr(owner, name) for name in _OWNER_TEXTS}}, {})


def _owner_from_rows(root: Record, _parts: Parts) -> Owner:
    return Owner(id=UUID(root["id"]), **{name: root[name] for name in _OWNER_TEXTS})


OCCASIONS: Shape[Occasion] = Shape(
    kind=EntityKind.OCCASION, table="occasions", to_rows=_occasion_to_rows, from_rows=_occasion_from_rows
)
AWAY_WEEKS: Shape[AwayWeek] = Shape(
    kind=EntityKind.AWAY_WEEK, table="away_weeks", to_rows=_away_week_to_rows, from_rows=_away_week_from_rows
)
OWNERS: Shape[Owner] = Shape(kind=EntityKind.OWNER, table="owners", to_rows=_owner_to_rows, from_rows=_owner_from_rows)
