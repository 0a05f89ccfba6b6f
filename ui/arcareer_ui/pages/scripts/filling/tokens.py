"""Messages as tinted tokens: blanks filled in one tint, open ones in another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from arcareer.domain.messages import MessageBlank, MessagePiece
from arcareer_ui.widgets.token_text import Token


def tokens_of(pieces: Iterable[MessagePiece], blanks: Sequence[MessageBlank]) -> tuple[Token, ...]:
    """Return the pieces of a message as they are shown; an open blank stands there by its label."""
    labels = {blank.id: blank.label for blank in blanks}
    tokens = tuple(_token(piece, labels.get(piece.blank, piece.blank)) for piece in pieces)
    return (*tokens[:-1], *(last._replace(text=last.text.rstrip()) for last in tokens[-1:]))


def _token(piece: MessagePiece, label: str) -> Token:
    if not piece.blank:
        return Token(piece.text)
    if piece.is_open:
        return Token(label.lower(), "warn")
    return Token(piece.text, "accent")
