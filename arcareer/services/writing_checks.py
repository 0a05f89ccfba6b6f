"""The writing checks: what is looked for in which kind of text, and what the user does not want to hear."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.checks import (
    CheckAs,
    IgnoredFinding,
    IgnoredPhrase,
    WritingChecks,
    fingerprint,
    heard,
    plain_words,
)
from arcareer.services.editing import EditService
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.prose.engine import LineReport
    from arcareer.prose.finding import Finding

_PHRASE_LIMIT: Final = 120
_NOTHING: Final = WritingChecks()


@dataclass(frozen=True, slots=True)
class TextCheck:
    """A text after the checks: each line that holds words with its score, and every finding to be shown, in order.

    All spans lie on the text as it was given. `silenced` counts what the user does not want to hear.
    """

    kind: CheckAs
    lines: tuple[LineReport, ...]
    silenced: int

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return the findings of all lines in the order of the text."""
        return tuple(finding for line in self.lines for finding in line.findings)

    @property
    def flags(self) -> tuple[str, ...]:
        """Return the flags raised, hints left out, each once."""
        return tuple(dict.fromkeys(flag for line in self.lines for flag in line.flags))


class IgnoredHow(StrEnum):
    """What was switched off."""

    RULE = "rule"
    PHRASE = "phrase"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Ignored:
    """One thing the checks leave alone; `words` are empty for a whole rule, `fingerprint` for all but `HERE`."""

    how: IgnoredHow
    code: str
    title: str
    words: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """A rule as settings list it."""

    code: str
    label: str
    title: str
    severity: str
    is_on: bool


class WritingCheckService:
    """Checks texts with what the user switched off left out. `check` and its like may run in any thread."""

    def __init__(self, store: Store, edits: EditService) -> None:
        self._store = store
        self._edits = edits

    def current(self) -> WritingChecks:
        """Return everything that is switched off."""
        return self._store.glance.writing_checks() or _NOTHING

    def check(self, text: str, kind: CheckAs = CheckAs.BULLET) -> TextCheck:
        """Return the findings in a text of a kind: every line of it is judged, and what was ignored stays out."""
        from arcareer.prose.engine import check_text  # noqa: PLC0415 - the engines load on first use
        from arcareer.prose.scopes import in_scope  # noqa: PLC0415

        scoped = in_scope(check_text(text), kind.value)
        checks = self.current()
        lines = tuple(_heard(checks, line) for line in scoped)
        silenced = sum(len(line.findings) for line in scoped) - sum(len(line.findings) for line in lines)
        return TextCheck(kind, lines, silenced)

    def check_bullets(self, texts: Iterable[str]) -> tuple[LineReport, ...]:
        """Return the findings and the score of each bullet; what was ignored stays out."""
        from arcareer.prose.engine import check_line  # noqa: PLC0415 - the engines load on first use

        return self.heard(check_line(text) for text in texts)

    def heard(self, lines: Iterable[LineReport]) -> tuple[LineReport, ...]:
        """Return lines that were checked already without what the user does not want to hear."""
        checks = self.current()
        return tuple(_heard(checks, line) for line in lines)

    def rules(self) -> tuple[RuleChoice, ...]:
        """Return every rule, and whether it is on."""
        from arcareer.prose.registry import registry  # noqa: PLC0415 - the engines load on first use

        off = self.current().rules_off
        return tuple(
            RuleChoice(rule.code, rule.label, rule.title, rule.severity.value, rule.code not in off)
            for rule in registry()
        )

    def ignored(self) -> tuple[Ignored, ...]:
        """Return everything that is switched off: rules, then phrases, then single findings, the latest first."""
        checks = self.current()
        return (
            *(Ignored(IgnoredHow.RULE, code, _title(code)) for code in reversed(checks.rules_off)),
            *(
                Ignored(IgnoredHow.PHRASE, one.code, _title(one.code), one.phrase)
                for one in reversed(checks.ignored_phrases)
            ),
            *(
                Ignored(IgnoredHow.HERE, one.code, _title(one.code), one.words, one.fingerprint)
                for one in reversed(checks.ignored)
            ),
        )

    def ignore_here(self, text: str, finding: Finding) -> Edit:
        """Leave one finding alone in its text: its rule flags the same words in the same sentence no more."""
        mark = fingerprint(finding.words, _around(text, finding))
        one = IgnoredFinding(finding.code, mark, _shortened(finding.words))
        return self._change(
            "Ignore finding", lambda old: replace(old, ignored=tuple(dict.fromkeys((*old.ignored, one))))
        )

    def ignore_phrase(self, finding: Finding) -> Edit:
        """Never flag these words by this rule again, in any text."""
        one = IgnoredPhrase(finding.code, " ".join(finding.words.split()))
        return self._change(
            "Never flag phrase",
            lambda old: replace(old, ignored_phrases=tuple(dict.fromkeys((*old.ignored_phrases, one)))),
        )

    def turn_rule_off(self, code: str) -> Edit:
        """Switch a whole rule off."""
        return self._change(
            "Turn rule off", lambda old: replace(old, rules_off=tuple(dict.fromkeys((*old.rules_off, code))))
        )

    def turn_rule_on(self, code: str) -> Edit:
        """Switch a rule on again."""
        return self._change(
            "Turn rule on", lambda old: replace(old, rules_off=tuple(one for one in old.rules_off if one != code))
        )

    def listen_again(self, ignored: Ignored) -> Edit:
        """Take back one thing that was switched off."""
        if ignored.how is IgnoredHow.RULE:
            return self.turn_rule_on(ignored.code)
        if ignored.how is IgnoredHow.PHRASE:
            words = plain_words(ignored.words)
            return self._change(
                "Flag phrase again",
                lambda old: replace(
                    old,
                    ignored_phrases=tuple(
                        one
                        for one in old.ignored_phrases
                        if (one.code, plain_words(one.phrase)) != (ignored.code, words)
                    ),
                ),
            )
        return self._change(
            "Show finding again",
            lambda old: replace(
                old,
                ignored=tuple(
                    one for one in old.ignored if (one.code, one.fingerprint) != (ignored.code, ignored.fingerprint)
                ),
            ),
        )

    def _change(self, label: str, change: Callable[[WritingChecks], WritingChecks]) -> Edit:
        before = self._store.glance.writing_checks()
        return self._edits.put(label, EntityKind.WRITING_CHECKS, before, change(before or _NOTHING))


def _heard(checks: WritingChecks, line: LineReport) -> LineReport:
    kept = heard(checks, line.findings, lambda finding: _sentence(line, finding))
    return line if kept == line.findings else replace(line, findings=kept)


def _around(text: str, finding: Finding) -> str:
    """Return the sentences of a text that hold a finding."""
    from arcareer.prose.engine import check_text  # noqa: PLC0415 - the engines load on first use

    before = [line for line in check_text(text) if line.span.start <= finding.span.start]
    return _sentence(before[-1], finding) if before else text


def _sentence(line: LineReport, finding: Finding) -> str:
    """Return the sentences of a line that a finding touches."""
    from arcareer.prose.text import sentences  # noqa: PLC0415 - the engines load on first use

    start, end = finding.span.start - line.span.start, finding.span.end - line.span.start
    touched = [one for one in sentences(line.text) if one.start < end and start < one.end]
    return line.text[touched[0].start : touched[-1].end] if touched else line.text


def _title(code: str) -> str:
    from arcareer.prose.registry import registry  # noqa: PLC0415 - the engines load on first use

    rule = registry().get(code)
    return rule.title if rule is not None else ""


def _shortened(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _PHRASE_LIMIT else f"{flat[: _PHRASE_LIMIT - 1]}…"
