"""The records of playbooks and plans. Annotations are read at run time by the loader, so they stay real types here."""

from dataclasses import dataclass

from arcareer.domain.figures import Unit
from arcareer.domain.messages import Message
from arcareer.domain.plans import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybookStep:
    """One thing to do between two minutes of the first sixty. `id` is kept with a run's ticks."""

    id: str
    start: int
    end: int
    do: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTell:
    """Someone who hears of it, and what they need to hear."""

    who: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """A situation and the way through it. `competencies` are what handling it well shows, `proves` says it in words."""

    id: str
    title: str
    icon: str
    trigger: str
    signals: tuple[str, ...]
    steps: tuple[PlaybookStep, ...]
    tell: tuple[ToTell, ...]
    message: Message
    say: tuple[str, ...]
    avoid: tuple[str, ...]
    outcome: str
    evidence: tuple[str, ...]
    proves: str
    competencies: tuple[str, ...]
    scripts: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """One step of a plan: what to do between two days of the thirty."""

    id: str
    first_day: int
    last_day: int
    do: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStarter:
    """A 30-day plan to begin from; `wanted` says which way its measure is better.

    `checklist` names the items of the value checklist it can fill.
    """

    id: str
    title: str
    problem: str
    measure: str
    how_to_measure: str
    unit: Unit
    wanted: Direction
    steps: tuple[PlanStep, ...]
    checklist: tuple[str, ...]
    competencies: tuple[str, ...]
    risk: str
    retired: bool = False
