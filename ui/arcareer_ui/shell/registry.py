"""What follows from the table of pages: route heads and commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from arcareer_ui.commands import WINDOW_COMMANDS, CommandSpec
from arcareer_ui.page import PageSpec

GO = "go-"
GUIDE = "guide"


def page_title(spec: PageSpec) -> str:
    """Return a page's title in the user's language."""
    return QCoreApplication.translate("PageSpec", spec.title)


def route_heads(specs: Sequence[PageSpec]) -> dict[str, str]:
    """Return the page id for every route head; two pages may not claim one (`ValueError`)."""
    heads: dict[str, str] = {}
    for spec in specs:
        for head in (spec.id, *spec.routes):
            if head in heads:
                raise ValueError(f"{head} leads to {heads[head]} and {spec.id}")
            heads[head] = spec.id
    return heads


def all_commands(specs: Sequence[PageSpec]) -> tuple[CommandSpec, ...]:
    """Return the commands of the window, one for going to each page, and those pages take part in."""
    places = tuple(
        CommandSpec(
            GO + spec.id, page_title(spec), spec.icon, (spec.shortcut,) if spec.shortcut else (), in_palette=False
        )
        for spec in specs
    )
    theirs = tuple(command for spec in specs for command in spec.commands)
    return (*WINDOW_COMMANDS, *places, *theirs)
