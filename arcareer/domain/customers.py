"""Customers: a name, other spellings of it, and the alias that stands for it outside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A customer of the user's employer. `alias` is printed where names are hidden."""

    id: UUID
    name: str
    alias: str
    spellings: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the name and every other spelling."""
        return (self.name, *self.spellings)


def next_alias(taken: Iterable[str]) -> str:
    """Return the first free alias of Customer A … Customer Z, Customer AA …"""
    used = set(taken)
    number = 0
    while (alias := f"Customer {_letters(number)}") in used:
        number += 1
    return alias


def _letters(number: int) -> str:
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
