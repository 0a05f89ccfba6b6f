"""One reading of a text, shared by every engine: words, figures, terms of the trade, filler, particulars."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from arcareer.prose.figure_kinds import FigureKind, FigureMention
from arcareer.prose.figures import tag_normal
from arcareer.prose.lexicons import lexicon, verb_forms
from arcareer.prose.patterns import compiled
from arcareer.prose.phrases import PhraseHit, PhraseSet, Token, tokens
from arcareer.prose.text import NormalText, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDINGS: Final = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", ""))
_SOFT_ENDINGS: Final = (  # judgements, doings and abstractions, not things
    *(
        "ly",
        "ier",
        "iest",
        "less",
        "ful",
        "ous",
        "ive",
        "ible",
        "able",
        "ness",
        "ed",
        "ing",
        "ings",
        "ship",
        "ity",
        "ities",
    ),
    *("ology", "ologies", "ment", "ments", "ance", "ence", "ism", "tion", "tions", "sion", "sions", "cy", "ize", "ise"),
)
_LEADING: Final = frozenset(
    {"in", "a", "an", "the", "with", "on", "by", "of", "all", "and", "very", "most", "as", "for", "my"}
)
MAX_LENGTH: Final = 900  # a longer "line" is judged by its first part


@cache
def stem(word: str) -> str:
    """A crude stem, the same for both spellings: "prioritizing" and "prioritise" meet."""
    base = word.removesuffix("'s").removesuffix("'")
    for ending, instead in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= 3 and not base.endswith("ss"):
            base = base[: -len(ending)] + instead
            break
    base = base.replace("iz", "is").replace("yz", "ys")
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "sl":
        base = base[:-1]
    return base.removesuffix("e")


@cache
def common_stems() -> frozenset[str]:
    """Stems of the words any clerk of the trade writes."""
    words = (*lexicon("common")["words"][0].split(), *lexicon("signals")["manner"])
    return frozenset(stem(word) for word in words)


@cache
def everyday_stems() -> frozenset[str]:
    """Stems of everyday English words and of all verbs of action."""
    words = (*lexicon("common")["everyday"][0].split(), *verb_forms(lexicon("actions")["concrete"]))
    return frozenset(stem(word) for word in words)


@cache
def _terms() -> PhraseSet:
    return PhraseSet(lexicon("terms").lists)


@cache
def _filler() -> PhraseSet:
    return PhraseSet({"filler": lexicon("filler")["quality"]})


@cache
def _trouble() -> frozenset[str]:
    return frozenset(lexicon("signals")["trouble"])


@dataclass(frozen=True, eq=False)
class Reading:
    """What one line of text holds. All positions are in `normal.text`."""

    normal: NormalText

    @property
    def text(self) -> str:
        """The normalised text."""
        return self.normal.text

    @property
    def lower(self) -> str:
        """The normalised text in lower case."""
        return self.normal.lower

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words."""
        return tokens(self.lower)

    @cached_property
    def figures(self) -> tuple[FigureMention, ...]:
        """Every number and what it is."""
        return tag_normal(self.normal)

    @cached_property
    def metrics(self) -> tuple[FigureMention, ...]:
        """The figures that measure something."""
        return tuple(figure for figure in self.figures if figure.is_metric and not figure.is_trivial)

    @cached_property
    def outcomes(self) -> tuple[FigureMention, ...]:
        """The figures that measure a result."""
        return tuple(figure for figure in self.metrics if figure.is_outcome)

    @cached_property
    def placeholders(self) -> tuple[FigureMention, ...]:
        """Blanks of a template that were never filled."""
        return tuple(figure for figure in self.figures if figure.kind is FigureKind.PLACEHOLDER)

    @cached_property
    def terms(self) -> tuple[PhraseHit, ...]:
        """Terms of the trade, labelled by concept ("core_disputes")."""
        return tuple(hit for hit in _terms().find(self.tokens) if not self._is_everyday(hit))

    def _is_everyday(self, hit: PhraseHit) -> bool:
        """ "collected data" is no collections work, and "aging" is a word of every day."""
        if hit.label != "core_collections" or not hit.phrase.startswith("collect"):
            return False
        rest = self.lower[hit.end : hit.end + 28]
        return compiled("particulars", "everyday_object").match(rest) is not None

    def concepts(self, kind: str) -> tuple[str, ...]:
        """Distinct concepts of one kind ("core", "kpi", "system", "generic"), in order."""
        return tuple(dict.fromkeys(hit.label for hit in self.terms if hit.label.startswith(f"{kind}_")))

    @cached_property
    def filler(self) -> tuple[PhraseHit, ...]:
        """Filler phrases."""
        return tuple(_filler().find(self.tokens))

    @cached_property
    def plain(self) -> str:
        """The lower-case text without filler and the small words that lead up to it."""
        pieces: list[str] = []
        end = 0
        for hit in self.filler:
            first = hit.first
            while first > 0 and self.tokens[first - 1].word in _LEADING and self.tokens[first - 1].start >= end:
                first -= 1
            pieces.append(self.lower[end : self.tokens[first].start])
            end = hit.end
        return "".join([*pieces, self.lower[end:]])

    @cached_property
    def word_count(self) -> int:
        """Words, not counting filler."""
        return len(tokens(self.plain))

    @cached_property
    def rare(self) -> tuple[Token, ...]:
        """Words that neither every clerk nor everyday English uses: they make a line particular."""
        first = self.tokens[0] if self.tokens else None
        return tuple(
            token
            for token in self.uncommon
            if stem(token.word) not in everyday_stems() and not (token is first or self._is_soft(token))
        )

    @cached_property
    def uncommon(self) -> tuple[Token, ...]:
        """Words that not every clerk of the trade writes, everyday English included."""
        return tuple(self._uncommon())

    def _uncommon(self) -> Iterator[Token]:
        known = common_stems()
        skipped = {index for hit in (*self.filler, *self.terms) for index in range(hit.first, hit.last)}
        spans = [figure.span for figure in self.figures]
        for index, token in enumerate(self.tokens):
            if index in skipped or len(token.word) < 3 or not token.word[0].isalpha():
                continue
            if (
                token.word.endswith("ly")
                or token.word in _trouble()
                or stem(token.word) in known
                or any(span.start <= token.start < span.end for span in spans)
            ):
                continue
            yield token

    def _is_soft(self, token: Token) -> bool:
        """A word that names no thing; a proper name is always a thing."""
        if self.text[token.start].isupper():
            return False
        compared = token.word.endswith("er") and stem(token.word.removesuffix("er")) in everyday_stems()
        return compared or token.word.endswith(_SOFT_ENDINGS)

    def search(self, file: str, name: str) -> re.Match[str] | None:
        """First match of a pattern of a rule file in the lower-case text."""
        return compiled(file, name).search(self.lower)

    def piece(self, start: int, end: int) -> str:
        """The words at a place, for quoting."""
        return self.text[start:end].strip()


@lru_cache(maxsize=512)
def read(raw: str) -> Reading:
    """Read one line; results are kept for the last few hundred lines, so that live checks repeat no work."""
    return Reading(normalise(raw[:MAX_LENGTH]))
