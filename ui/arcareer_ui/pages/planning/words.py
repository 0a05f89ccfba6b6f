"""The words of the planning tools, and the script that goes with each step."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from arcareer.domain.decisions import CollectionDecision, DecisionKind, Outcome
from arcareer.domain.escalation import Action
from arcareer.domain.priorities import Cell
from arcareer_ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from arcareer_ui.widgets.styling import Tone

_CELLS: Mapping[Cell, str] = MappingProxyType(
    {
        Cell.HIGH_RISK_HIGH_VALUE: QT_TRANSLATE_NOOP("PlanningWords", "High risk, high value"),
        Cell.HIGH_RISK_LOW_VALUE: QT_TRANSLATE_NOOP("PlanningWords", "High risk, low value"),
        Cell.LOW_RISK_HIGH_VALUE: QT_TRANSLATE_NOOP("PlanningWords", "Low risk, high value"),
        Cell.LOW_RISK_LOW_VALUE: QT_TRANSLATE_NOOP("PlanningWords", "Low risk, low value"),
    }
)
CELL_TONES: Mapping[Cell, Tone] = MappingProxyType(
    {
        Cell.HIGH_RISK_HIGH_VALUE: "danger",
        Cell.HIGH_RISK_LOW_VALUE: "warn",
        Cell.LOW_RISK_HIGH_VALUE: "info",
        Cell.LOW_RISK_LOW_VALUE: "accent",
    }
)
_ACTIONS: Mapping[Action, str] = MappingProxyType(
    {
        Action.LEGAL_NOW: QT_TRANSLATE_NOOP("PlanningWords", "Escalate to legal now"),
        Action.CREDIT_MANAGER: QT_TRANSLATE_NOOP("PlanningWords", "Escalate to the credit manager"),
        Action.DISPUTE_ROUTE: QT_TRANSLATE_NOOP("PlanningWords", "Clear the dispute, collect the rest"),
        Action.PAYMENT_PLAN: QT_TRANSLATE_NOOP("PlanningWords", "Offer a payment plan"),
        Action.LEAD: QT_TRANSLATE_NOOP("PlanningWords", "Escalate to your lead"),
        Action.AGENCY_OR_LEGAL: QT_TRANSLATE_NOOP("PlanningWords", "Agency or legal review"),
        Action.WRITE_OFF: QT_TRANSLATE_NOOP("PlanningWords", "Propose a write-off"),
        Action.CADENCE: QT_TRANSLATE_NOOP("PlanningWords", "Keep to the usual reminders"),
    }
)
_OUTCOMES: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.OPEN: QT_TRANSLATE_NOOP("PlanningWords", "Not known yet"),
        Outcome.WORKED: QT_TRANSLATE_NOOP("PlanningWords", "It worked"),
        Outcome.PARTLY: QT_TRANSLATE_NOOP("PlanningWords", "It worked in part"),
        Outcome.DID_NOT: QT_TRANSLATE_NOOP("PlanningWords", "It did not work"),
    }
)
OUTCOME_TONES: Mapping[Outcome, Tone] = MappingProxyType(
    {Outcome.OPEN: "plain", Outcome.WORKED: "accent", Outcome.PARTLY: "info", Outcome.DID_NOT: "warn"}
)
_CELL_SCRIPTS: Mapping[Cell, str] = MappingProxyType(
    {
        Cell.HIGH_RISK_HIGH_VALUE: "payment-plan-offer",
        Cell.HIGH_RISK_LOW_VALUE: "final-notice",
        Cell.LOW_RISK_HIGH_VALUE: "early-payment-offer",
        Cell.LOW_RISK_LOW_VALUE: "statement",
    }
)
_ACTION_SCRIPTS: Mapping[Action, str] = MappingProxyType(
    {
        Action.LEGAL_NOW: "escalation-inside",
        Action.CREDIT_MANAGER: "escalation-inside",
        Action.DISPUTE_ROUTE: "dispute-opened",
        Action.PAYMENT_PLAN: "payment-plan-offer",
        Action.LEAD: "escalation-inside",
        Action.AGENCY_OR_LEGAL: "agency-handover",
        Action.WRITE_OFF: "escalation-inside",
        Action.CADENCE: "first-reminder",
    }
)


def cell_words(cell: Cell) -> str:
    """Return a cell's name: High risk, high value."""
    return QCoreApplication.translate("PlanningWords", _CELLS[cell])


def action_words(action: Action) -> str:
    """Return an advised action: Offer a payment plan."""
    return QCoreApplication.translate("PlanningWords", _ACTIONS[action])


def outcome_words(outcome: Outcome) -> str:
    """Return how a decision turned out."""
    return QCoreApplication.translate("PlanningWords", _OUTCOMES[outcome])


def advised_words(decision: CollectionDecision) -> str:
    """Return what was advised when a decision was made."""
    if decision.kind is DecisionKind.MATRIX:
        return cell_words(Cell(decision.advised)) if decision.advised in set(Cell) else decision.advised
    return action_words(Action(decision.advised)) if decision.advised in set(Action) else decision.advised


def cell_script(cell: Cell) -> str:
    """Return the route of the message that goes with a cell."""
    return script_route(_CELL_SCRIPTS[cell])


def action_script(action: Action) -> str:
    """Return the route of the message that goes with an action."""
    return script_route(_ACTION_SCRIPTS[action])


def script_route(script: str) -> str:
    """Return the route of a message."""
    return f"scripts/e-mail-scripts/{script}"
