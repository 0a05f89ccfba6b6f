"""Patterns kept as data in `resources/rules`: macros and word lists are filled in, then compiled on first use."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from arcareer.prose.lexicons import lexicon, verb_forms
from arcareer.resources import resource_root

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MACRO: Final = re.compile(r"<<([a-z_-]+)(?:\.([a-z_]+)(\*?))?>>")


@cache
def rule_file(name: str) -> dict[str, Any]:
    """One TOML file of `resources/rules`; raises FileNotFoundError for an unknown name."""
    import tomllib  # noqa: PLC0415 - only when text is first judged

    with (resource_root() / "rules" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _list_pattern(name: str, key: str, *, verbs: bool) -> str:
    words: Iterable[str] = verb_forms(lexicon(name)[key]) if verbs else lexicon(name)[key]
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", "[ -]") for word in ordered)


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """Fill `<<macro>>`, `<<lexicon.list>>` and `<<lexicon.list*>>` (all verb forms); KeyError names an unknown one."""

    def fill(match: re.Match[str]) -> str:
        name, key, star = match.groups()
        if key is None:
            return expand(macros[name], macros)
        return _list_pattern(name, key, verbs=star == "*")

    return _MACRO.sub(fill, pattern)


@cache
def compiled(file: str, name: str) -> re.Pattern[str]:
    """The alternatives listed under `[patterns] name` of a rule file, as one pattern."""
    data = rule_file(file)
    shared = rule_file(data["macros_from"]["file"]).get("macros", {}) if "macros_from" in data else {}
    macros: dict[str, str] = {**shared, **data.get("macros", {})}
    return re.compile(_joined([expand(pattern, macros) for pattern in data["patterns"][name]]))


_WORD_START: Final = r"(?<!\w)"


def _joined(alternatives: list[str]) -> str:
    """One pattern of all; the check for the start of a word is made once a place, not once an alternative."""
    at_words = [one for one in alternatives if one.startswith(_WORD_START)]
    others = [one for one in alternatives if one not in at_words]
    if len(at_words) < 2:
        return "|".join(alternatives)
    shared = "|".join(one.removeprefix(_WORD_START) for one in at_words)
    return "|".join([rf"{_WORD_START}(?:{shared})", *others])
