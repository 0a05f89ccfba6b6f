"""Metrics, role anchors and business impact of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arcareer.prose.clarity import has_verb, small_words
from arcareer.prose.figure_kinds import FigureKind
from arcareer.prose.patterns import compiled
from arcareer.prose.phrases import tokens
from arcareer.prose.points import Points
from arcareer.prose.rules.overpromising import claims_too_much

if TYPE_CHECKING:
    import re

    from arcareer.prose.evidence import Reading

_MONEY_CONCEPTS: Final = frozenset(
    {
        *("kpi_dso", "kpi_cei", "kpi_add", "core_overdue", "core_collections", "core_bad_debt", "core_write_offs"),
        *(
            "core_aging",
            "core_receivables",
            "core_unapplied",
            "core_deductions",
            "core_chargebacks",
            "core_payment_plans",
        ),
        *("generic_cash_flow",),
    }
)


def metrics(reading: Reading) -> Points:
    """0 no figure ... 4 a result with baseline, period or scope."""
    if not reading.metrics:
        trivial = [figure.text for figure in reading.figures if figure.is_trivial]
        return Points("metrics", 1 if trivial else 0, tuple(trivial), 8 if not trivial else 6)
    outcomes = reading.outcomes
    quotes = tuple(figure.text for figure in (outcomes or reading.metrics))
    if not outcomes or _hangs_in_the_air(reading):
        return Points("metrics", 2, quotes, 5)
    anchored = any(figure.has_baseline or figure.has_time_frame for figure in outcomes)
    scoped = any(not figure.is_outcome for figure in reading.metrics) or len(outcomes) > 1
    return Points("metrics", 4 if anchored or scoped else 3, quotes, 1)


def _hangs_in_the_air(reading: Reading) -> bool:
    """Figures beside nouns only: "Collections 7%, 14%" says of nothing that it happened."""
    moved = any(figure.is_pair or figure.direction or figure.kind is FigureKind.MONEY for figure in reading.outcomes)
    joined = any(token.word in small_words("joining") for token in tokens(reading.plain))
    return not moved and not joined and not has_verb(reading)


def role_anchors(reading: Reading) -> Points:
    """Distinct terms of the trade, its measures and its systems."""
    core, kpis, systems = (reading.concepts(kind) for kind in ("core", "kpi", "system"))
    counted = [*core, *kpis, *systems]
    if len(counted) >= 3 and len(core) + len(kpis) >= 2:
        score = 4
    elif kpis or len(core) >= 2 or (core and systems):
        score = 3
    elif core:
        score = 2
    else:
        score = 1 if systems or reading.concepts("generic") else 0
    labels = counted or list(reading.concepts("generic"))
    quotes = [
        next(reading.piece(hit.start, hit.end) for hit in reading.terms if hit.label == label) for label in labels
    ]
    return Points("role_anchors", score, tuple(quotes), 1)


def claimed_outcome(reading: Reading) -> re.Match[str] | None:
    """A result said in words: "improved cash flow"; a purpose ("to improve cash flow") is none."""
    for match in compiled("particulars", "outcome_words").finditer(reading.lower):
        if not compiled("claims", "purpose_before").search(reading.lower[: match.start()]):
            return match
    return None


def _worth(reading: Reading) -> bool:
    """True when a result is one in money or in a measure of receivables."""
    if any(figure.kind is FigureKind.MONEY for figure in reading.outcomes):
        return True
    return bool(_MONEY_CONCEPTS.intersection(hit.label for hit in reading.terms))


def _turned_up(reading: Reading) -> re.Match[str] | None:
    """ "found 17 billing errors", "closed 310 duplicates"."""
    return reading.search("claims", "found_out") if reading.metrics else None


def _measured_impact(reading: Reading) -> int:
    """4 in money or a core measure, 3 otherwise; less when the claim is too large or the deed was shared."""
    if claims_too_much(reading):
        return 2
    shared = reading.search("claims", "shared_deed") is not None
    return (4 if _worth(reading) else 3) - shared


def business_impact(reading: Reading) -> Points:
    """0 none, 1 a purpose, 2 a result in words, 3 with a figure, 4 in money or a core measure."""
    loss = reading.search("particulars", "loss")
    if loss and not reading.search("claims", "own_fix"):
        return Points("business_impact", 0, (), 3)
    if reading.outcomes and not _hangs_in_the_air(reading):
        return Points(
            "business_impact", _measured_impact(reading), tuple(figure.text for figure in reading.outcomes), 1
        )
    if match := claimed_outcome(reading) or reading.search("claims", "outcome_phrase") or _turned_up(reading):
        return Points("business_impact", 2, (reading.piece(match.start(), match.end()),), 5)
    if match := reading.search("particulars", "purpose"):
        return Points("business_impact", 1, (reading.piece(match.start(), match.end()),), 4)
    return Points("business_impact", 0, (), 4)
