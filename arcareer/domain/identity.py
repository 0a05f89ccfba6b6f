"""Identifiers are ours, made before saving, so that undo and merging keep them."""

from __future__ import annotations

from typing import Final
from uuid import UUID, uuid4, uuid5

_NAMESPACE: Final = UUID("86ca4a54-a21a-5fc1-bb7b-79424520d0cc")


def new_id() -> UUID:
    """Return a fresh random identifier."""
    return uuid4()


def named_id(*parts: str) -> UUID:
    """Return the identifier that belongs to these words: the same words give the same identifier."""
    return uuid5(_NAMESPACE, "\x1f".join(parts))
