"""The records of the guide. Annotations are read at run time by the loader, so they stay real types here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideGroup:
    """A shelf of the guide."""

    id: str
    label: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideArticle:
    """A short answer. `text` has paragraphs parted by blank lines, and lists whose lines begin with a hyphen.

    `action` is the words of the button that ends the article, `route` where it leads; `words` are further words a
    reader may search by.
    """

    id: str
    group: str
    title: str
    text: str
    action: str
    route: str
    related: tuple[str, ...]
    words: tuple[str, ...] = ()
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideFile:
    """All shelves and articles of the guide."""

    groups: tuple[GuideGroup, ...]
    articles: tuple[GuideArticle, ...]
