"""The records of the sample's reviews, plans and playbook run. The loader reads annotations at run time."""

from dataclasses import dataclass
from decimal import Decimal

from arcareer.domain.figures import FigureScope
from arcareer.domain.reviews import GoalState, ReviewKind


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleGoal:
    """A goal of a review with the wins that back it."""

    id: str
    text: str
    measure: str
    target: str
    state: GoalState = GoalState.OPEN
    wins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleQuality:
    """A quality and the wins that show it."""

    quality: str
    wins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleReview:
    """A review; `days` counts from the present day, `title` is empty for one that is an occasion of the sample."""

    id: str
    days: int
    kind: ReviewKind
    looks_back: int
    title: str = ""
    score: Decimal | None = None
    rating: str = ""
    comments: str = ""
    aimed: Decimal | None = None
    level: str = ""
    next_level: str = ""
    goals: tuple[SampleGoal, ...] = ()
    qualities: tuple[SampleQuality, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePlan:
    """A plan from a starter that began so many days ago; `done` are the steps ticked off, `win` what it became."""

    starter: str
    days_ago: int
    measure: str
    scope: FigureScope
    baseline: Decimal
    source: str
    target: Decimal
    done: tuple[str, ...]
    check_in: str
    result: Decimal | None = None
    helped: str = ""
    win: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRun:
    """A playbook that is under way."""

    playbook: str
    days_ago: int
    customer: str
    done: tuple[str, ...]
    notes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWords:
    """The content of sample_words.toml."""

    run: SampleRun
    reviews: tuple[SampleReview, ...]
    plans: tuple[SamplePlan, ...]
