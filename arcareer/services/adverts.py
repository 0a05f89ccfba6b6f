"""What a job advert asks for, by the words that stand in it: never a score, for nobody publishes how such are made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from arcareer.content.capture_models import WordFamily
from arcareer.domain.answers import Answer
from arcareer.domain.questions import Fit
from arcareer.services.suggestion import Heard, ThemeSuggester

_STRONG: Final = 3
_PLAIN_WORDS: Final = 3
"""So many different plain words ask for a competency where no strong one does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvertAsk:
    """A competency an advert asks for: its words as they stand there, and where; the answers that show it.

    `fit` is strong with an answer that is ready, workable with a draft, else a gap.
    """

    competency: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    answers: tuple[Answer, ...]
    fit: Fit


@dataclass(frozen=True, slots=True)
class Asked:
    """A competency with the words of the advert that ask for it, each once, and every place they stand."""

    competency: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


class AdvertReader:
    """Reads adverts with the words adverts use; what speaks for a competency in wins counts as a plain word here."""

    def __init__(self, families: Iterable[WordFamily], of_wins: Iterable[WordFamily] = ()) -> None:
        more = {family.id: family.strong for family in of_wins}
        joined = (replace(one, plain=(*one.plain, *more.get(one.id, ()))) for one in families)
        self._suggester = ThemeSuggester((), tuple(joined))

    def asked(self, advert: str) -> tuple[Asked, ...]:
        """Return the competencies the advert asks for, the one most words speak for first."""
        heard: dict[str, list[Heard]] = {}
        for hit in self._suggester.heard(advert):
            heard.setdefault(hit.family, []).append(hit)
        loud = {family: _loudness(advert, hits) for family, hits in heard.items()}
        asked = [family for family, hits in heard.items() if _is_asked(advert, hits)]
        return tuple(_asked(advert, family, heard[family]) for family in sorted(asked, key=lambda one: -loud[one]))


def _words(advert: str, hits: Sequence[Heard], weight: int | None = None) -> tuple[str, ...]:
    kept = (advert[hit.start : hit.end] for hit in hits if weight in (None, hit.weight))
    return tuple({word.casefold(): word for word in kept}.values())


def _loudness(advert: str, hits: Sequence[Heard]) -> int:
    strong = len(_words(advert, hits, _STRONG))
    return _STRONG * strong + len(_words(advert, hits)) - strong


def _is_asked(advert: str, hits: Sequence[Heard]) -> bool:
    return bool(_words(advert, hits, _STRONG)) or len(_words(advert, hits)) >= _PLAIN_WORDS


def _asked(advert: str, family: str, hits: Sequence[Heard]) -> Asked:
    strong = _words(advert, hits, _STRONG)
    words = (*strong, *(word for word in _words(advert, hits) if word not in strong))
    return Asked(family, words, tuple((hit.start, hit.end) for hit in hits))
