"""Which findings count in which kind of text: a bullet, an interview answer, a self-review, an e-mail."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arcareer.prose.patterns import rule_file

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from arcareer.prose.engine import LineReport


def in_scope(lines: Sequence[LineReport], kind: str) -> tuple[LineReport, ...]:
    """Return the lines of a text with the findings that count in its kind; KeyError for an unknown kind.

    A rule that judges the text as a whole is heard once, and only where every line gives it reason to speak.
    """
    scope = rule_file("scopes")[kind]
    silent = {*scope["off"], *_answered(lines, scope["whole"])}
    kept: list[LineReport] = []
    for line in lines:
        findings = tuple(finding for finding in line.findings if finding.code not in silent)
        kept.append(line if len(findings) == len(line.findings) else replace(line, findings=findings))
        silent |= {finding.code for finding in findings} & {*scope["whole"]}
    return tuple(kept)


def _answered(lines: Sequence[LineReport], whole: Collection[str]) -> set[str]:
    """Return the rules about the whole text that at least one line has an answer to."""
    spoken = [{finding.code for finding in line.findings} for line in lines]
    return {code for code in whole if not all(code in codes for codes in spoken)}
