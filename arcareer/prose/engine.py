"""The checker: all rules over one line or a longer text, with muting by rule and by text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from arcareer.prose.evidence import read
from arcareer.prose.finding import Finding, Fix, Weight
from arcareer.prose.registry import registry
from arcareer.prose.rubric import Scorecard, score_reading
from arcareer.prose.rule import Subject
from arcareer.prose.text import Span, lines, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arcareer.prose.evidence import Reading
    from arcareer.prose.rule import Hit, Rule


@dataclass(frozen=True, slots=True)
class Muting:
    """What the user does not want to hear: whole rules by code, and one rule on one text ("not this one")."""

    codes: frozenset[str] = field(default_factory=frozenset)
    texts: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def silences(self, code: str, text: str) -> bool:
        """True when `code` may not speak about `text`."""
        return code in self.codes or (code, text_key(text)) in self.texts

    def with_text(self, code: str, text: str) -> Muting:
        """A copy that also keeps `code` quiet about this text."""
        return Muting(self.codes, self.texts | {(code, text_key(text))})

    def with_code(self, code: str) -> Muting:
        """A copy with the whole rule switched off."""
        return Muting(self.codes | {code}, self.texts)


NOTHING_MUTED = Muting()
_LONGEST_BULLET: Final = 400  # characters; a longer line is a paragraph


@dataclass(frozen=True, slots=True)
class LineReport:
    """One line checked: where it stands in the whole text, its findings and its score."""

    span: Span
    text: str
    findings: tuple[Finding, ...]
    card: Scorecard

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags raised, without hints, each once, in order."""
        return tuple(dict.fromkeys(finding.flag for finding in self.findings if finding.weight is Weight.FLAG))


def text_key(text: str) -> str:
    """What identifies a text for "not this one": its words, whatever marker, case or spacing."""
    return " ".join(read(text).lower.split())


def check_line(text: str, muting: Muting = NOTHING_MUTED) -> LineReport:
    """Check one bullet or sentence; spans lie on `text`."""
    report = _checked(text)
    if not muting.codes and not muting.texts:
        return report
    kept = tuple(finding for finding in report.findings if not muting.silences(finding.code, text))
    return LineReport(report.span, report.text, kept, report.card)


def check_text(text: str, muting: Muting = NOTHING_MUTED) -> tuple[LineReport, ...]:
    """Check every line of a longer text, a long paragraph sentence by sentence; spans lie on the whole text.

    What has not changed since the last call costs nothing.
    """
    return tuple(_moved(check_line(text[span.start : span.end], muting), span.start) for span in _units(text))


def _units(text: str) -> Iterator[Span]:
    for span in lines(text):
        line = text[span.start : span.end]
        if len(line) <= _LONGEST_BULLET:
            yield span
            continue
        for sentence in sentences(line):
            yield Span(span.start + sentence.start, span.start + sentence.end)


def warm_up() -> None:
    """Build every pattern now, so that the first check of the user costs nothing; safe to call on a worker thread."""
    check_line("When the sales team would not answer, all of it was late because nobody called, if only 3 of 40.")


def forget() -> None:
    """Drop the kept reports of unchanged lines; only memory and the next check's time depend on it."""
    _checked.cache_clear()


@lru_cache(maxsize=1024)
def _checked(text: str) -> LineReport:
    reading = read(text)
    card = score_reading(reading)
    findings = sorted(_findings(Subject(reading, card)), key=lambda one: (one.span.start, one.span.end, one.code))
    return LineReport(Span(0, len(text)), text, tuple(findings), card)


def _findings(subject: Subject) -> Iterator[Finding]:
    if not subject.reading.tokens:
        return
    for rule in registry():
        for hit in rule.check(subject):
            yield _finding(rule, subject.reading, hit)


def _finding(rule: Rule, reading: Reading, hit: Hit) -> Finding:
    span = reading.normal.raw_span(hit.start, hit.end)
    return Finding(
        code=rule.code,
        flag=rule.flag,
        span=span,
        words=reading.normal.raw[span.start : span.end],
        severity=rule.severity,
        weight=rule.weight,
        title=rule.title,
        why=rule.why,
        question=rule.question,
        fix=Fix(span, hit.fix) if hit.fix else None,
    )


def _moved(report: LineReport, by: int) -> LineReport:
    if not by:
        return report
    moved = tuple(_moved_finding(finding, by) for finding in report.findings)
    return LineReport(Span(report.span.start + by, report.span.end + by), report.text, moved, report.card)


def _moved_finding(finding: Finding, by: int) -> Finding:
    span = Span(finding.span.start + by, finding.span.end + by)
    fix = Fix(span, finding.fix.replacement) if finding.fix else None
    return replace(finding, span=span, fix=fix)
