"""How findings look and what their kinds are called: an icon, an underline and words, never colour alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from arcareer_ui.widgets.lint_text import MarkTone
from arcareer_ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from arcareer.prose.finding import Finding
    from arcareer.prose.strengths import Strength

MUST_FIX, WEAKENS, SHARPER, HINT, STRONG = "must fix", "weakens", "sharper", "hint", "strong"


class Look(NamedTuple):
    """What stands for a kind of finding; `tone` colours its mark, `colour` its icon and the quoted words."""

    icon: str
    tone: MarkTone
    colour: str
    words: str


LOOKS = {
    MUST_FIX: Look("shield-alert", "danger", "danger", QT_TRANSLATE_NOOP("Severity", "Must fix")),
    WEAKENS: Look("triangle-alert", "warn", "warn", QT_TRANSLATE_NOOP("Severity", "Weakens it")),
    SHARPER: Look("pencil", "info", "info", QT_TRANSLATE_NOOP("Severity", "Could be sharper")),
    HINT: Look("lightbulb", "plain", "text3", QT_TRANSLATE_NOOP("Severity", "A hint")),
    STRONG: Look("circle-check", "accent", "accent", QT_TRANSLATE_NOOP("Severity", "Strong")),
}
LEGEND = (MUST_FIX, WEAKENS, SHARPER, STRONG)


class Key(NamedTuple):
    """What tells a finding from all others of a text while the text changes around it."""

    code: str
    words: str
    nth: int


def words_of(kind: str) -> str:
    """Return a kind in the user's language."""
    return QCoreApplication.translate("Severity", LOOKS[kind].words)


def kind_of(finding: Finding) -> str:
    """Return the kind of a finding: its severity, or a hint."""
    return HINT if finding.weight.value == "hint" else finding.severity.value


def look_of(finding: Finding) -> Look:
    """Return how a finding looks."""
    return LOOKS[kind_of(finding)]


def keyed(findings: Iterable[Finding]) -> dict[Key, Finding]:
    """Return findings under their keys, in order."""
    seen: Counter[tuple[str, str]] = Counter()
    found: dict[Key, Finding] = {}
    for finding in findings:
        twins = (finding.code, finding.words)
        found[Key(*twins, seen[twins])] = finding
        seen[twins] += 1
    return found


def quoted(words: str, most: int = 60) -> str:
    """Return words in quotation marks, in one line and shortened in the middle."""
    flat = " ".join(words.split())
    if len(flat) > most:
        flat = f"{flat[: most // 2].rstrip()}… {flat[-(most // 3) :].lstrip()}"
    return f"“{flat}”"


def praise_of(strengths: Sequence[Strength]) -> str:
    """Return what to say of the strong phrases: what they are, each kind once."""
    reasons = {
        "before and after": QT_TRANSLATE_NOOP("Praise", "a number with its before and after"),
        "dated": QT_TRANSLATE_NOOP("Praise", "a result with its date"),
        "number": QT_TRANSLATE_NOOP("Praise", "a result in numbers"),
        "lasting": QT_TRANSLATE_NOOP("Praise", "a change that lasted"),
    }
    kinds = dict.fromkeys(strength.kind.value for strength in strengths)
    named = [QCoreApplication.translate("Praise", reasons[kind]) for kind in kinds]
    count = QCoreApplication.translate("Praise", "%n strong phrase(s).", "", len(strengths))
    listed = _joined(named)
    keep = QCoreApplication.translate("Praise", "{list}: worth keeping.").format(list=listed[:1].upper() + listed[1:])
    return f"{count} {keep}"


def _joined(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    both = QCoreApplication.translate("Praise", "{some} and {last}")
    return both.format(some=", ".join(parts[:-1]), last=parts[-1])
