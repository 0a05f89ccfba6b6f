"""Where a number in a document comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from arcareer.domain.figures import Basis, Figure, FigureScope, value_text

if TYPE_CHECKING:
    from arcareer.domain.bullets import Bullet
    from arcareer.domain.journal import Win
    from arcareer.domain.metric_readings import MetricReading

_FIELDS = {
    "headline": "headline",
    "situation": "situation",
    "action": "action",
    "outcome": "result",
    "proof": "proof",
    "colleagues": "people named",
    "evidence": "evidence",
    "figures": "figures",
}
BAND = "band of the amount you entered"
DIFFERENCE = "after less before"
NOTE_KEY = "record:number of a note"


class ClaimKind(StrEnum):
    """What stands behind words of a document."""

    FIGURE = "figure"
    COMPUTED = "computed"
    RECORD = "record"
    METRIC = "metric"
    TYPED = "typed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What stands behind words with a number.

    A FIGURE is one of a win; COMPUTED follows from figures by `formula`; a RECORD is a date or a count of the library
    itself; a METRIC was typed or read from a ledger month by month; TYPED is a sentence of the user's. `key` names the
    claim in the library for good, so that what the user says of it is found again. `inputs` are the numbers of the
    formula in words. `backed_by` are the wins that have to hold every number of the words; None where the words stand
    for themselves.
    """

    kind: ClaimKind
    key: str
    win: UUID | None = None
    source: str = ""
    formula: str = ""
    inputs: tuple[str, ...] = ()
    scope: FigureScope | None = None
    basis: Basis | None = None
    period: str = ""
    backed_by: tuple[UUID, ...] | None = None


def figure_claim(win: Win, figure: Figure) -> Claim:
    """Return the claim of words that print a figure of a win as it was entered."""
    return Claim(
        kind=ClaimKind.FIGURE,
        key=figure_key(win, figure),
        win=win.id,
        source=figure.source.strip(),
        scope=figure.scope,
        basis=figure.basis,
        period=figure.period.strip(),
    )


def change_claim(win: Win, figure: Figure) -> Claim:
    """Return the claim of words that say by how much a figure of a win changed; a lone value is its own claim."""
    if figure.before is None:
        return figure_claim(win, figure)
    before, after = (value_text(value, figure.unit, figure.currency) for value in (figure.before, figure.after))
    return replace(
        figure_claim(win, figure),
        kind=ClaimKind.COMPUTED,
        key=_key("change", win, figure),
        formula=DIFFERENCE,
        inputs=(f"{before} before", f"{after} after"),
    )


def typed_claim(win: Win, field: str) -> Claim:
    """Return the claim of words the user typed in a field of a win; `field` is the name of the field."""
    source = f"your words, {_FIELDS[field]} of the win"
    return Claim(kind=ClaimKind.TYPED, key=f"typed:{win.id}:{field}", win=win.id, source=source)


def kept_claim(what: str, identity: UUID, field: str = "") -> Claim:
    """Return the claim of words the user typed about something that stands for itself: a goal, a decision, a KPI card.

    `what` calls it in words: "goal".
    """
    return Claim(kind=ClaimKind.TYPED, key=f"{what}:{identity}:{field}".rstrip(":"), source=f"your words, {what}")


def said_claim(what: str, identity: UUID, backed_by: tuple[UUID, ...], field: str = "") -> Claim:
    """Return the claim of words the user typed that claim what wins must hold: a case, a closing, a gap."""
    return replace(kept_claim(what, identity, field), backed_by=backed_by)


def bullet_claim(bullet: Bullet) -> Claim:
    """Return the claim of a bullet: the win it tells of has to hold its numbers."""
    return said_claim("bullet", bullet.id, () if bullet.win is None else (bullet.win,))


def record_claim(what: str, source: str = "the library") -> Claim:
    """Return the claim of dates and counts of the library itself; `what` says in words which: "number of wins"."""
    return Claim(kind=ClaimKind.RECORD, key=f"record:{what}", source=source, formula=what)


def computed_claim(key: str, formula: str, inputs: tuple[str, ...], source: str = "") -> Claim:
    """Return the claim of a number that follows from others by a stated formula."""
    return Claim(kind=ClaimKind.COMPUTED, key=key, source=source, formula=formula, inputs=inputs)


def metric_claim(reading: MetricReading) -> Claim:
    """Return the claim of a metric of a month, with its formula and the inputs that are known."""
    book = reading.book
    return Claim(
        kind=ClaimKind.METRIC,
        key=f"metric:{reading.card.metric}:{book.scope.value}:{book.currency}:{reading.month.end:%Y-%m}",
        source=", ".join(dict.fromkeys(line.source for line in reading.inputs if line.value is not None)),
        formula=reading.card.formula,
        inputs=tuple(f"{line.meaning}: {line.value:,f}" for line in reading.inputs if line.value is not None),
        scope=book.scope,
        basis=Basis.MEASURED,
        period=f"{reading.month.end:%Y-%m}",
    )


def band_claim(claim: Claim, exact: str = "") -> Claim:
    """Return the claim of words that stand for an exact amount which must not be printed.

    `exact` is the amount as typed, for words whose numbers wins have to hold: the ledger looks it up there.
    """
    return replace(claim, kind=ClaimKind.COMPUTED, formula=BAND, inputs=(exact,) if exact else ())


def alias_claim(customer: UUID) -> Claim:
    """Return the claim of an alias, whose number is a part of the name."""
    return Claim(kind=ClaimKind.RECORD, key=f"alias:{customer}", source="the library", formula="alias of a customer")


def note_claim() -> Claim:
    """Return the claim of the number of a note."""
    return Claim(kind=ClaimKind.RECORD, key=NOTE_KEY, source="this document")


def figure_key(win: Win, figure: Figure) -> str:
    """Return how a figure of a win is named for good: by what it measures and not by its value."""
    return _key("figure", win, figure)


def subject_key(claim: Claim) -> str:
    """Return the name of what a claim speaks of: a change has that of the figure that changed."""
    kind, separator, rest = claim.key.partition(":")
    return f"figure{separator}{rest}" if kind == "change" else claim.key


def _key(kind: str, win: Win, figure: Figure) -> str:
    """Name a figure by what it measures, so that a change of its value keeps the name."""
    alike = [one for one in win.figures if figure_subject(one) == figure_subject(figure)]
    place = f":{alike.index(figure) + 1}" if figure in alike[1:] else ""
    return f"{kind}:{win.id}:{figure_subject(figure)}{place}"


def figure_subject(figure: Figure) -> str:
    """Return what a figure measures as a name: the measure, the unit and the currency."""
    return ":".join((" ".join(figure.measure.casefold().split()), figure.unit.value, figure.currency)).rstrip(":")
