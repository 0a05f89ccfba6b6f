"""Text as a document prints it: the user's own, with a mark where an alias stands for a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from arcareer.documents.claims import Claim


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that may be a customer's name or an ordinary one, hidden until the user says which.

    `word` is as it was typed, in the typed `sentence`; `alias` stands there instead. `hidden_sentence` is the sentence
    as it is printed, where that was asked for.
    """

    customer: UUID
    alias: str
    word: str
    sentence: str
    hidden_sentence: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `customer` is set where an alias stands for that customer's name.

    `doubt` is set where the replaced word may have been an ordinary one; `own` says that the words are the document's
    and not the user's, `instead` that they stand inside of the user's in place of something that may not be printed,
    `claim` what stands behind them where they hold a number.
    """

    text: str
    customer: UUID | None = None
    doubt: Doubt | None = None
    own: bool = False
    claim: Claim | None = None
    instead: bool = False

    @property
    def doubtful(self) -> bool:
        """Return whether the replaced word may have been an ordinary one."""
        return self.doubt is not None


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
