"""The guide: articles and the rules of the checker, found by words and by place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from arcareer.content.library import ContentLibrary
from arcareer.services.matching import folded_words
from arcareer.services.near_words import closeness

RULES: Final = "rules"
"""The shelf of the checker's rules, which are read from the checker's own source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideTopic:
    """A page of the guide: an article, or a rule of the checker. `route` is empty where a page leads nowhere."""

    key: str
    group: str
    title: str
    text: str
    action: str = ""
    route: str = ""
    related: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GuideShelf:
    """A shelf with its pages. `key` is the id of a group of articles, or `RULES`."""

    key: str
    label: str
    icon: str
    pages: tuple[GuideTopic, ...]


class GuideService:
    """Reads the guide; nothing here changes."""

    def __init__(self, content: ContentLibrary) -> None:
        self._content = content

    @cached_property
    def shelves(self) -> tuple[GuideShelf, ...]:
        """Return the shelves in display order, the rules of the checker last."""
        guide = self._content.guide
        shelves = [
            GuideShelf(
                group.id,
                group.label,
                group.icon,
                tuple(page for page in self._articles if page.group == group.id),
            )
            for group in guide.groups
        ]
        return (*shelves, GuideShelf(RULES, "Red flags explained", "flag", self._rules))

    @cached_property
    def pages(self) -> tuple[GuideTopic, ...]:
        """Return every page in display order."""
        return tuple(page for shelf in self.shelves for page in shelf.pages)

    def page(self, key: str) -> GuideTopic | None:
        """Return a page by its id."""
        return next((page for page in self.pages if page.key == key), None)

    def find(self, text: str, limit: int = 50) -> tuple[GuideTopic, ...]:
        """Return the pages with every word of `text`, one typing mistake forgiven; those with it in the title first."""
        wanted = folded_words(text)
        if not wanted:
            return ()
        ranked: list[tuple[int, int, int, GuideTopic]] = []
        for page in self.pages:
            title = closeness(wanted, folded_words(" ".join((page.title, *page.words))))
            anywhere = closeness(wanted, folded_words(" ".join((page.title, *page.words, page.text))))
            if anywhere:
                ranked.append((-title, -anywhere, len(ranked), page))
        return tuple(page for _, _, _, page in sorted(ranked, key=lambda one: one[:3]))[:limit]

    @cached_property
    def _articles(self) -> tuple[GuideTopic, ...]:
        return tuple(
            GuideTopic(
                key=one.id,
                group=one.group,
                title=one.title,
                text=one.text.strip(),
                action=one.action,
                route=one.route,
                related=one.related,
                words=one.words,
            )
            for one in self._content.guide.articles
            if not one.retired
        )

    @cached_property
    def _rules(self) -> tuple[GuideTopic, ...]:
        from arcareer.services.guide_rules import rule_pages  # noqa: PLC0415 - loads the checker's rules

        return rule_pages()
