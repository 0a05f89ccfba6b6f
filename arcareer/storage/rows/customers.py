"""Customers and the other ways to write their names."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from arcareer.storage.rows.base import Row, Summed, Versioned


class CustomerRow(Versioned, Row):
    """A customer and the alias that stands for it outside."""

    __tablename__ = "customers"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    alias: Mapped[str]


class CustomerSpellingRow(Summed, Row):
    """Another spelling of a customer's name."""

    __tablename__ = "customer_spellings"

    customer_id: Mapped[str] = mapped_column(ForeignKey("customers.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    spelling: Mapped[str]
