"""Identifiers are ours, made before saving, so that undo and merging keep them."""

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

_NAMESPACE = uuid5(NAMESPACE_URL, "arcareer")


def new_id() -> UUID:
    """Return a fresh random identifier."""
    return uuid4()


def named_id(*parts: str) -> UUID:
    """Return the identifier that belongs to these words: the same words give the same identifier."""
    return uuid5(_NAMESPACE, "\x1f".join(parts))
