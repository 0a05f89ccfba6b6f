"""The records of the sample's interview. The loader reads annotations at run time, so they stay real types here."""

from dataclasses import dataclass

from arcareer.domain.answers import AnswerKind, CoreSlot


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleInterview:
    """What the invented person knows of the interview that an occasion of the sample stands for."""

    occasion: str
    starts_at: str
    company: str
    role: str
    people: str
    notes: str
    advert: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCrib:
    """What goes on the page to take along."""

    opening: str
    number: str
    questions: tuple[str, ...]
    private_notes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAnswer:
    """An answer begun `days_ago`; `win` is the id of the win of the sample it grew from."""

    id: str
    kind: AnswerKind
    days_ago: int
    title: str
    core: CoreSlot
    texts: tuple[str, ...]
    win: str = ""
    competencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleTake:
    """A rehearsal of an answer."""

    answer: str
    days_ago: int
    planned_seconds: int
    spoken_seconds: int
    part_seconds: tuple[int, ...]
    clear: int
    calm: int
    complete: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePreparation:
    """The content of sample_interview.toml."""

    interview: SampleInterview
    crib: SampleCrib
    answers: tuple[SampleAnswer, ...]
    takes: tuple[SampleTake, ...]
