"""Mending slips of grammar where only one repair is possible; nothing is added that the writer did not say."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from arcareer.prose.lexicons import lexicon, verb_forms
from arcareer.prose.patterns import rule_file

_PAST: Final = re.compile(r"(?P<lead>.*\s)(?P<verb>\w+)$", re.IGNORECASE | re.DOTALL)


@cache
def _mends() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Repairs in their order: what the slip looks like, and what stands in its place."""
    return tuple((re.compile(slip, re.IGNORECASE), mended) for slip, mended in rule_file("slips")["mends"])


@cache
def _plain_forms() -> dict[str, str]:
    """Past forms of the trade's verbs with their plain form, and the other way round for plain forms."""
    return {form: verb for verb in lexicon("actions")["concrete"] for form in verb_forms([verb]) if form.endswith("ed")}


@cache
def _past_forms() -> dict[str, str]:
    return {verb: form for form, verb in _plain_forms().items()}


def mended(words: str) -> str:
    """The words of a slip put right; empty where more than one repair would do."""
    for slip, instead in _mends():
        repaired, count = slip.subn(instead, words, count=1)
        if count:
            return repaired
    return _with_right_tense(words)


def _with_right_tense(words: str) -> str:
    """ "has reduce" and "to reduced": the auxiliary says which form must follow."""
    match = _PAST.match(words)
    if match is None:
        return ""
    auxiliary, verb = match["lead"].split()[0].lower(), match["verb"].lower()
    if auxiliary in ("has", "have", "had"):
        return match["lead"] + _past_forms().get(verb, "") if verb in _past_forms() else ""
    if auxiliary in ("to", "did", "does", "do", "don't", "didn't", "doesn't"):
        return match["lead"] + _plain_forms()[verb] if verb in _plain_forms() else ""
    return ""
