"""What stands behind a number, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from arcareer.documents.claim_ledger import LineState
from arcareer.documents.claims import ClaimKind
from arcareer.domain.figures import Basis, FigureScope
from arcareer_ui.widgets.chip import ChipText

if TYPE_CHECKING:
    from arcareer.documents.claim_ledger import LedgerLine


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClaimWords", text)


def state_chip(line: LedgerLine) -> ChipText:
    """Return whether a number traces to something, as a tag."""
    match line.state:
        case LineState.UNTRACED:
            return ChipText(_tr("Traces to nothing"), "warn", "triangle-alert")
        case LineState.ACCEPTED:
            return ChipText(_tr("Your own word"), "info", "quote")
        case LineState.TRACED:
            return ChipText(kind_words(line), "plain", "")


def kind_words(line: LedgerLine) -> str:
    """Return what kind of thing stands behind a number."""
    if line.claim is None:
        return _tr("Unknown")
    return {
        ClaimKind.FIGURE: _tr("Figure"),
        ClaimKind.COMPUTED: _tr("Computed"),
        ClaimKind.RECORD: _tr("Record"),
        ClaimKind.METRIC: _tr("Metric"),
        ClaimKind.TYPED: _tr("Your sentence"),
    }[line.claim.kind]


def scope_words(scope: FigureScope | None) -> str:
    """Return whose result it is."""
    if scope is None:
        return ""
    return {
        FigureScope.MINE: _tr("mine"),
        FigureScope.PORTFOLIO: _tr("my portfolio"),
        FigureScope.TEAM: _tr("team"),
        FigureScope.COMPANY: _tr("company"),
    }[scope]


def basis_words(basis: Basis | None) -> str:
    """Return how it is known."""
    if basis is None:
        return ""
    return _tr("measured") if basis is Basis.MEASURED else _tr("estimated")


def traced_words(line: LedgerLine) -> str:
    """Return what stands behind a number in one line: source, formula with its inputs, scope, basis, period."""
    claim = line.claim
    if claim is None:
        return line.place
    formula = claim.formula
    if claim.inputs:
        formula = f"{formula}: {', '.join(claim.inputs)}" if formula else ", ".join(claim.inputs)
    parts = (claim.source, formula, scope_words(claim.scope), basis_words(claim.basis), claim.period)
    return "  ·  ".join(part for part in (line.place, *parts) if part)
