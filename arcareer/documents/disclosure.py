"""Who may read a document, and therefore what stands in it instead of a customer's name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from arcareer.documents.claims import Claim
from arcareer.documents.text import Piece, Text
from arcareer.documents.text_cleaning import clean
from arcareer.domain.customers import Customer
from arcareer.domain.documents import DisclosureLevel
from arcareer.domain.names import NameHit, NameMatcher


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What may be in a document. Below INTERNAL every customer is printed as the alias; amounts stay at HR_FILE."""

    level: DisclosureLevel
    matcher: NameMatcher = field(compare=False)
    aliases: Mapping[UUID, str]

    def __post_init__(self) -> None:
        if self.level is DisclosureLevel.OUTSIDE:
            raise ValueError("amounts cannot be banded yet, so nothing can be written for outside readers")

    @classmethod
    def of(cls, level: DisclosureLevel, customers: Iterable[Customer]) -> Disclosure:
        """Return the disclosure at `level` for these customers."""
        known = tuple(customers)
        matcher = NameMatcher({customer.id: customer.names for customer in known})
        return cls(level, matcher, {customer.id: clean(customer.alias) for customer in known})

    @property
    def hides_names(self) -> bool:
        """Return whether aliases stand for customers' names."""
        return self.level is not DisclosureLevel.INTERNAL

    def text(self, typed: str, claim: Claim | None = None) -> Text:
        """Return what the user typed as it may be printed: cleaned, with aliases for names where they are hidden."""
        cleaned = clean(typed).strip()
        pieces: list[Piece] = []
        end = 0
        for hit in self.names_in(cleaned):
            pieces.append(Piece(cleaned[end : hit.start], claim=claim))
            pieces.append(Piece(self.aliases[hit.id], hit.id, hit.doubtful))
            end = hit.end
        pieces.append(Piece(cleaned[end:], claim=claim))
        return Text(tuple(piece for piece in pieces if piece.text))

    def hide(self, text: str) -> str:
        """Return the text as it may be printed, as plain words."""
        return str(self.text(text))

    def names_in(self, text: str) -> tuple[NameHit, ...]:
        """Return where names that must not be printed stand in the text; nothing where names may be shown."""
        return self.matcher.find(text) if self.hides_names and text else ()
