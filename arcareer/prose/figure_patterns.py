"""The patterns of the figure tagger. Built on first use; every repetition is bounded."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from arcareer.prose.patterns import expand, rule_file

_ONES: Final = r"one|two|three|four|five|six|seven|eight|nine"
_SMALL: Final = (
    r"zero|nil|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    rf"|(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|nine?ty)(?:[- ](?:{_ONES})(?![a-z]))?|{_ONES}"
)
_BIG: Final = r"hundred|thousand|million|billion|dozen|lakh|lac|crore"
_WORDS: Final = (
    rf"(?:(?:{_SMALL})(?:[ -](?:and )?(?:{_BIG}|{_SMALL})(?![a-z])){{0,6}}"
    rf"|an? (?:{_BIG})(?:[ -](?:and )?(?:{_BIG}|{_SMALL})(?![a-z])){{0,5}}|{_BIG})(?![a-z])"
)
_DIGITS: Final = r"(?:\d{1,3}(?:[ ']\d{3}){1,4}(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,15}(?:[.,]\d{1,6}){0,5}|\.\d{1,4})"
_PERIODS: Final = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|mths?|quarters?|years?|yrs?)"
)
_DEGREES: Final = (
    r"(?:more|fewer|less|extra|additional|full|whole|working|business|calendar|consecutive|straight|average"
    r"|mean|person)"
)


@cache
def currencies() -> dict[str, str]:
    """Every written form of a currency, in lower case, with its ISO 4217 code."""
    names: dict[str, list[str]] = rule_file("currencies")["names"]
    return {form: code for code, forms in names.items() for form in forms}


def _alternatives(without: str) -> str:
    left_out = rule_file("currencies")[without]
    names = [name for name in currencies() if name not in left_out]
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


@cache
def atom() -> re.Pattern[str]:
    """One number with what belongs to it: currency, scale, unit."""
    return re.compile(
        rf"(?<![\w.])(?:(?P<before>{_alternatives('after_only')})\s?(?=[-\d.,]))?(?P<sign>[-+](?=[\d.]))?"
        rf"(?:(?P<digits>{_DIGITS})|(?P<words>{_WORDS}))"
        r"(?P<more>\s?\+)?"
        r"(?:\s?-?(?P<scale>(?:thousand|million|billion|lakh|crore|hundred)s?|mio|mill?|bil|tsd|thou|ths|mm|mn|bn|k|m|b|cr)"
        r"\.?(?!\w))?(?P<plus>\s?\+(?!\d))?"
        rf"(?:\s?(?P<after>{_alternatives('before_only')})(?![\w$]))?"
        r"(?:\s?-?(?P<unit>%|percentage[- ]points?|per ?cents?|pct\.?|p\.?p\.?(?:ts?)?(?![a-z])|ppts?|basis points|bps"
        rf"|points?|pts|(?:{_DEGREES} ){{0,2}}{_PERIODS}(?![\w-])"
        r"|-(?:minute|hour|day|week|month|year)(?![a-z])|(?:minute|hour|day|week|month|year)(?=-)"
        r"|[x\u00d7](?!\w)|-?fold|times(?! zone)))?"
    )


@cache
def special() -> re.Pattern[str]:
    """Numbers, and words with a number in them, whose kind their own shape decides; the group names the kind."""
    data = rule_file("figure-kinds")
    macros = {**data["macros"], "words": _WORDS}
    kinds = [(kind["name"], "|".join(kind["patterns"])) for kind in data["kinds"]]
    return re.compile("|".join(f"(?P<{name}>{expand(pattern, macros)})" for name, pattern in kinds))


@cache
def place() -> re.Pattern[str]:
    """Where a special can start: at a word or a sign."""
    return re.compile(r"[^\W_]+|_+|[^\w\s]")


@cache
def counted() -> re.Pattern[str]:
    """The words after a count, from which the counted noun is read."""
    return re.compile(r"[\s-]{1,2}(?P<words>(?:[a-z&'/][\w&'/-]{0,24}\.?(?:,? |$|(?=[,.;:)]))){1,6})")


@cache
def per() -> re.Pattern[str]:
    """The period of a rate, a few words after its number."""
    return re.compile(
        r"(?: (?!(?:in|within|for|over|during|after|before|by|through|inside|to|than|under|first|into|at|on|from|with)"
        r"\s)"
        r"[\w'/&-]{1,20}){0,4}?"
        r"(?:(?: (?:a|an|per|each|every) |\s?/\s?)"
        r"(?P<unit>minute|hour|shift|day|night|week|month|quarter|year|annum|cycle|fte|collector)(?!\w)"
        r"| (?P<adverb>hourly|daily|nightly|weekly|monthly|quarterly|annually|yearly|p\.a\.)(?!\w)"
        r"|/(?P<short>day|week|wk|month|mo|yr|year|hr)(?!\w))"
    )
