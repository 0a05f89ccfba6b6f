"""Text as a document prints it: the user's own, with a mark where an alias stands for a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from arcareer.documents.claims import Claim


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `customer` is set where an alias stands for that customer's name.

    `doubtful` says that the replaced words may have been ordinary ones, `own` that the words are the document's and
    not the user's, `claim` what stands behind them where they hold a number.
    """

    text: str
    customer: UUID | None = None
    doubtful: bool = False
    own: bool = False
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """What the user typed, as it is printed; `str()` gives the plain words."""

    pieces: tuple[Piece, ...] = ()

    def __str__(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def __bool__(self) -> bool:
        return bool(self.pieces)

    @property
    def hidden(self) -> tuple[Piece, ...]:
        """Return the pieces in which an alias stands for a name."""
        return tuple(piece for piece in self.pieces if piece.customer is not None)


NOTHING = Text()


def own(text: str, claim: Claim | None = None) -> Text:
    """Return words of the document itself, which need no hiding."""
    return Text((Piece(text, own=True, claim=claim),)) if text else Text()


def joined(parts: Iterable[Text], separator: str = "") -> Text:
    """Return all parts as one text, with `separator` between them."""
    pieces: list[Piece] = []
    for part in parts:
        if pieces and separator and part:
            pieces.append(Piece(separator, own=True))
        pieces.extend(part.pieces)
    return Text(tuple(pieces))
