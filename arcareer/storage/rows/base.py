"""What all tables have in common: names of constraints, the checksum of a row, and the version of what a user edits."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer, LargeBinary, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column


class Row(DeclarativeBase):
    """A row of any table; every attribute is what SQLite stores, conversions live in `storage.records`."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {str: Text, int: Integer, bytes: LargeBinary}  # noqa: RUF012 - SQLAlchemy reads it as it is


class Summed:
    """A row that carries the checksum of its content, written by the session just before it writes the row."""

    row_sum: Mapped[bytes] = mapped_column(sort_order=1000)


class Versioned(Summed):
    """A row a user edits: a stale write finds another version and is refused."""

    version: Mapped[int] = mapped_column(sort_order=999)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version, "version_id_generator": False}
