"""What the palette offers. Providers and pages build these without loading the palette itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from arcareer_ui.commands import native_keys
from arcareer_ui.page import PageSpec
from arcareer_ui.shell.registry import page_title


class PaletteEntry(NamedTuple):
    """A line of the palette: it opens a route, or runs something."""

    title: str
    icon: str
    hint: str = ""
    route: str = ""
    run: Callable[[], None] | None = None


class PaletteGroup(NamedTuple):
    """Entries of one kind under a heading."""

    title: str
    entries: tuple[PaletteEntry, ...]


PaletteProvider = Callable[[str], Sequence[PaletteGroup]]


def matches(query: str, text: str) -> bool:
    """Return whether every word of the query begins a word of the text."""
    words = text.casefold().split()
    return all(any(word.startswith(part) for word in words) for part in query.casefold().split())


def palette_places(specs: Sequence[PageSpec]) -> tuple[PaletteEntry, ...]:
    """Return the pages as the palette lists them."""
    return tuple(
        PaletteEntry(page_title(spec), spec.icon, native_keys(spec.shortcut) if spec.shortcut else "", route=spec.id)
        for spec in specs
    )
