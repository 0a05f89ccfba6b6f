"""The records of interview preparation. The loader reads annotations at run time, so they stay real types here."""

from dataclasses import dataclass

from arcareer.domain.questions import Level, Question, QuestionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionEntry:
    """One question of the bank, as the content file has it; one without a competency is asked of everyone."""

    id: str
    kind: QuestionKind
    levels: tuple[Level, ...]
    text: str
    tests: str
    bring: tuple[str, ...]
    avoid: str
    keywords: tuple[str, ...]
    competency: str = ""
    follow_ups: tuple[str, ...] = ()
    retired: bool = False

    @property
    def question(self) -> Question:
        """Return the domain value of this entry."""
        return Question(
            key=self.id,
            text=self.text,
            competency=self.competency,
            kind=self.kind,
            levels=self.levels,
            tests=self.tests,
            bring=self.bring,
            avoid=self.avoid,
            follow_ups=self.follow_ups,
            keywords=self.keywords,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What may be asked after an answer showing `competency` or to a question of `kind`; with neither, after any."""

    id: str
    text: str
    competency: str = ""
    kind: QuestionKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StarParts:
    """The four parts of a worked answer; a draft may leave one empty."""

    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""

    @property
    def texts(self) -> tuple[str, str, str, str]:
        """Return the parts in the order they are said."""
        return (self.situation, self.task, self.action, self.result)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleReason:
    """Why a worked answer was changed: words of the draft in `part`, what stands there now, and the reason.

    `defect` is the id of what the STAR engine finds in the draft.
    """

    defect: str
    part: str
    quote: str
    instead: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedExample:
    """An answer first as people write it and then better; `question` is the id of a question of the bank."""

    id: str
    title: str
    question: str
    competencies: tuple[str, ...]
    draft: StarParts
    better: StarParts
    reasons: tuple[ExampleReason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReframeParts:
    """The five steps of a weakness answer."""

    weakness: str
    cost: str
    change: str
    evidence: str
    benefit: str

    @property
    def texts(self) -> tuple[str, str, str, str, str]:
        """Return the steps in the order they are said."""
        return (self.weakness, self.cost, self.change, self.evidence, self.benefit)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReframeStarter:
    """A weakness people at the AR desk really have, with blanks such as [month] for the user to fill.

    `example` is a filled one to read; its people and numbers are invented, so nobody may take it over.
    """

    id: str
    label: str
    weakness: str
    cost: str
    change: str
    evidence: str
    benefit: str
    example: ReframeParts

    @property
    def texts(self) -> tuple[str, str, str, str, str]:
        """Return the steps with their blanks, in the order they are said."""
        return (self.weakness, self.cost, self.change, self.evidence, self.benefit)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionToAsk:
    """A question to put to the interviewer, and what its answer tells."""

    id: str
    topic: str
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StarPrompt:
    """What helps to write one part of an answer (`hint`, `prompts`) and to say it (`cue`)."""

    id: str
    letter: str
    label: str
    hint: str
    prompts: tuple[str, ...]
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReframePrompt:
    """The name of one step of a weakness answer and what belongs there."""

    id: str
    label: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalLength:
    """A time to say an answer in, and what to leave in at that length."""

    id: str
    label: str
    seconds: int
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingScale:
    """One of the marks a speaker gives themselves; `low` and `high` say what 1 and 5 stand for."""

    id: str
    label: str
    low: str
    high: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreSlotText:
    """One of the core answers: what it is for (`hint`), what to stay clear of, and the question it is written for."""

    id: str
    label: str
    question: str
    hint: str
    avoid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStepText:
    """What a kind of step in the plan is called, why it is there, and the minutes it takes as a rule."""

    id: str
    label: str
    why: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOpening:
    """What is said above the plan when `days` or fewer are left, down to the next smaller one."""

    id: str
    days: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewTexts:
    """The content of interview.toml."""

    star_prompts: tuple[StarPrompt, ...]
    reframe_prompts: tuple[ReframePrompt, ...]
    lengths: tuple[RehearsalLength, ...]
    ratings: tuple[RatingScale, ...]
    core_slots: tuple[CoreSlotText, ...]
    plan_steps: tuple[PlanStepText, ...]
    plan_openings: tuple[PlanOpening, ...]

    def opening(self, days: int) -> str:
        """Return what to say when that many days are left."""
        fitting = [one for one in self.plan_openings if one.days <= days]
        return max(fitting, key=lambda one: one.days).text if fitting else ""
