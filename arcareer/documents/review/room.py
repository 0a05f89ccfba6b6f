"""How fully page one is told: from everything to the bare numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """How much of the case is told: letters of what the user did for each result, and what it means.

    `wins` stand beside each thing asked for; without any only their number is given. In a `tight` one the source of a
    result stands beside its headline, and its month is left to its card; with `in_cards` the cards hold everything.
    """

    letters: int
    wins: int
    means: bool = False
    tight: bool = False
    in_cards: bool = False


ROOMS = (
    Room(260, 2, means=True),
    Room(180, 1, means=True),
    Room(100, 1, means=True),
    Room(180, 1),
    Room(90, 1),
    Room(90, 1, tight=True),
    Room(90, 1, tight=True, in_cards=True),
    Room(0, 1, tight=True, in_cards=True),
    Room(0, 0, tight=True, in_cards=True),
)
"""From the fullest telling to the barest."""
