"""Customers: a name, other spellings of it, and the alias that stands for it outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
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
    return next(free_aliases(taken))


def free_aliases(taken: Iterable[str]) -> Iterator[str]:
    """Yield the free aliases of Customer A … Customer Z, Customer AA …, without end."""
    used = set(taken)
    names = (f"Customer {_letters(number)}" for number in count())
    return (alias for alias in names if alias not in used)


def _letters(number: int) -> str:
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
