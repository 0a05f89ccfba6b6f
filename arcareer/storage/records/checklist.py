"""The checklist as rows: keys of the content catalogue stand together in one column, linked wins in a table."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from arcareer.domain.changes import EntityKind
from arcareer.domain.checklist import ChecklistArrangement, ChecklistClaim, ChecklistItem
from arcareer.storage.records.shape import Parts, Rows, Shape, numbered
from arcareer.storage.stored import Record, id_text, packed, pairs, words

_ITEM_TEXTS = ("key", "label", "group", "why")
_ITEM_LISTS = ("blanks", "good_proof")


def _claim_to_rows(claim: ChecklistClaim) -> Rows:
    root: Record = {
        "id": id_text(claim.id),
        "item_key": claim.item_key,
        "period_key": claim.period_key,
        "blanks": packed(claim.blanks),
        "result": claim.result,
        "ticked": int(claim.ticked),
    }
    links: list[Record] = [{"win_id": id_text(win)} for win in claim.wins]
    return Rows(root, {"claim_wins": numbered({"claim_id": root["id"]}, links)})


def _claim_from_rows(root: Record, parts: Parts) -> ChecklistClaim:
    return ChecklistClaim(
        id=UUID(root["id"]),
        item_key=root["item_key"],
        period_key=root["period_key"],
        blanks=pairs(root["blanks"]),
        result=root["result"],
        ticked=bool(root["ticked"]),
        wins=tuple(UUID(row["win_id"]) for row in parts["claim_wins"]),
    )


def _arrangement_to_rows(arrangement: ChecklistArrangement) -> Rows:
    root: Record = {
        "id": id_text(arrangement.id),
        "own_items": packed(_own_item(item) for item in arrangement.own_items),
        "item_order": packed(arrangement.order),
        "hidden": packed(arrangement.hidden),
    }
    return Rows(root, {})


def _arrangement_from_rows(root: Record, _parts: Parts) -> ChecklistArrangement:
    return ChecklistArrangement(
        id=UUID(root["id"]),
        own_items=tuple(_own_item_from(item) for item in json.loads(root["own_items"])),
        order=words(root["item_order"]),
        hidden=words(root["hidden"]),
    )


def _own_item(item: ChecklistItem) -> dict[str, object]:
    return {name: getattr(item, name) for name in (*_ITEM_TEXTS, *_ITEM_LISTS)}


def _own_item_from(content: dict[str, Any]) -> ChecklistItem:
    lists: dict[str, Any] = {name: tuple(content[name]) for name in _ITEM_LISTS}
    return ChecklistItem(own=True, **{name: content[name] for name in _ITEM_TEXTS}, **lists)


CLAIMS: Shape[ChecklistClaim] = Shape(
    kind=EntityKind.CHECKLIST_CLAIM,
    table="checklist_claims",
    to_rows=_claim_to_rows,
    from_rows=_claim_from_rows,
    parts=("claim_wins",),
    owner="claim_id",
)
ARRANGEMENTS: Shape[ChecklistArrangement] = Shape(
    kind=EntityKind.CHECKLIST_ARRANGEMENT,
    table="checklist_arrangements",
    to_rows=_arrangement_to_rows,
    from_rows=_arrangement_from_rows,
)
