"""The tables as SQLAlchemy knows them; rows never leave storage. `BY_TABLE` finds the class of a table."""

from arcareer.storage.rows import (
    agenda,
    answers,
    bullets,
    checklist,
    customers,
    interviews,
    library,
    printing,
    receivables,
    wins,
    words,
    writing,
)
from arcareer.storage.rows.base import Row

__all__ = [
    "BY_TABLE",
    "Row",
    "agenda",
    "answers",
    "bullets",
    "checklist",
    "customers",
    "interviews",
    "library",
    "printing",
    "receivables",
    "wins",
    "words",
    "writing",
]

BY_TABLE: dict[str, type[Row]] = {mapper.class_.__tablename__: mapper.class_ for mapper in Row.registry.mappers}
