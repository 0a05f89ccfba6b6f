"""Which ways into a sentence to offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from arcareer.content.models import Starter

SHOWN = 5


def choose_starters(
    starters: Sequence[Starter], coverage: Mapping[str, int], turn: int = 0, shown: int = SHOWN
) -> tuple[Starter, ...]:
    """Return at most `shown` starters, the themes with the fewest wins first.

    `coverage` counts wins by theme; a theme that is not in it has none. Every theme gives one starter before any gives
    a second, and another one each `turn`; themes with as many wins keep the order of `starters`.
    """
    by_theme: dict[str, list[Starter]] = {}
    for starter in starters:
        by_theme.setdefault(starter.theme, []).append(starter)
    themes = sorted(by_theme, key=lambda theme: coverage.get(theme, 0))
    rounds = max((len(group) for group in by_theme.values()), default=0)
    chosen = [
        group[(turn + step) % len(group)]
        for step in range(rounds)
        for theme in themes
        if step < len(group := by_theme[theme])
    ]
    return tuple(chosen[:shown])
