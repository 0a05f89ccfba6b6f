"""Messages with named blanks: what is sent to customers and colleagues, and how blanks are filled.

The content loader reads the annotations of these values at run time, so they stay real types.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class MessageBlankKind(StrEnum):
    """What a blank of a message asks for, and so how its field looks."""

    TEXT = "text"
    MONEY = "money"
    DATE = "date"
    DAYS = "days"
    COUNT = "count"
    PERCENT = "percent"
    INVOICES = "invoices"
    PERSON = "person"
    CUSTOMER = "customer"


class LedgerFact(StrEnum):
    """What an imported ledger knows of a customer that can fill a blank."""

    CUSTOMER = "customer"
    OVERDUE_INVOICES = "overdue-invoices"
    OVERDUE_COUNT = "overdue-count"
    OVERDUE_AMOUNT = "overdue-amount"
    OPEN_AMOUNT = "open-amount"
    OLDEST_DUE_DATE = "oldest-due-date"
    OLDEST_DAYS_LATE = "oldest-days-late"


class Tone(StrEnum):
    """How a message speaks."""

    FRIENDLY = "friendly"
    FIRM = "firm"
    FINAL = "final"


class ScriptStage(StrEnum):
    """When a message is sent, in the order of a receivable's life."""

    BEFORE_DUE = "before-due"
    DAYS_1_15 = "1-15"
    DAYS_16_30 = "16-30"
    DAYS_31_60 = "31-60"
    OVER_60 = "over-60"
    DISPUTE = "dispute"
    TERMS = "terms"
    INSIDE = "inside"
    ROUTINE = "routine"


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageBlank:
    """A named blank. A `remembered` one keeps its last value for the next message; `ledger` can fill it otherwise."""

    id: str
    kind: MessageBlankKind
    label: str
    hint: str
    sample: str
    remembered: bool = False
    ledger: LedgerFact | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A subject and a text, both with blanks written `{name}`."""

    subject: str
    text: str


class MessagePiece(NamedTuple):
    """A stretch of a message: words, or the name of a blank in `blank` with what fills it in `text`."""

    text: str
    blank: str = ""

    @property
    def is_open(self) -> bool:
        """Return whether this is a blank that nothing fills yet."""
        return bool(self.blank) and not self.text.strip()


_BLANK = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def blanks_in(text: str) -> tuple[str, ...]:
    """Return the names of the blanks of a text, each once, in the order they first stand in it."""
    return tuple(dict.fromkeys(_BLANK.findall(text)))


def pieces_of(text: str, values: Mapping[str, str]) -> tuple[MessagePiece, ...]:
    """Return a text in pieces, its blanks filled with `values`, which are never read for blanks themselves."""
    return tuple(_pieces(text, values))


def _pieces(text: str, values: Mapping[str, str]) -> Iterator[MessagePiece]:
    at = 0
    for blank in _BLANK.finditer(text):
        if blank.start() > at:
            yield MessagePiece(text[at : blank.start()])
        yield MessagePiece(values.get(blank[1], ""), blank[1])
        at = blank.end()
    if at < len(text):
        yield MessagePiece(text[at:])
