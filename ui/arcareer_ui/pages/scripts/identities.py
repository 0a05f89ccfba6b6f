"""Identities in routes."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID


def identity_in(args: Sequence[str]) -> UUID | None:
    """Return the identity a route names first; None where it names none, or something else."""
    try:
        return UUID(args[0]) if args else None
    except ValueError:
        return None
