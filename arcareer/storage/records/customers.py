"""Customers as rows: the other spellings have a table of their own."""

from __future__ import annotations

from uuid import UUID

from arcareer.domain.changes import EntityKind
from arcareer.domain.customers import Customer
from arcareer.storage.records.shape import Parts, Rows, Shape, numbered
from arcareer.storage.stored import Record, id_text


def _to_rows(customer: Customer) -> Rows:
    root: Record = {"id": id_text(customer.id), "name": customer.name, "alias": customer.alias}
    spellings: list[Record] = [{"spelling": spelling} for spelling in customer.spellings]
    return Rows(root, {"customer_spellings": numbered({"customer_id": root["id"]}, spellings)})


def _from_rows(root: Record, parts: Parts) -> Customer:
    return Customer(
        id=UUID(root["id"]),
        name=root["name"],
        alias=root["alias"],
        spellings=tuple(row["spelling"] for row in parts["customer_spellings"]),
    )


CUSTOMERS: Shape[Customer] = Shape(
    kind=EntityKind.CUSTOMER,
    table="customers",
    to_rows=_to_rows,
    from_rows=_from_rows,
    parts=("customer_spellings",),
    owner="customer_id",
)
