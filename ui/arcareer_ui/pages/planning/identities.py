"""Identities as they stand in routes."""

from __future__ import annotations

from uuid import UUID


def identity_in(text: str) -> UUID | None:
    """Return the identity a route names, or None where it names none."""
    try:
        return UUID(text)
    except ValueError:
        return None
