"""Any value of any kind, for properties that hold for all of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from arcareer.domain.agenda import AwayWeek, Occasion, OccasionKind, Owner, away_week_id
from arcareer.domain.answers import PARTS, Answer, AnswerKind, CoreSlot
from arcareer.domain.bullets import Bullet
from arcareer.domain.changes import EntityKind
from arcareer.domain.checklist import ChecklistArrangement, ChecklistClaim, ChecklistItem
from arcareer.domain.checks import IgnoredFinding, IgnoredPhrase, WritingChecks
from arcareer.domain.customers import Customer
from arcareer.domain.evidence import EvidenceFile, EvidenceLink
from arcareer.domain.figures import Basis, Figure, FigureScope, Unit
from arcareer.domain.interviews import BEST, AskedQuestion, Crib, InterviewDetails
from arcareer.domain.journal import Win
from arcareer.domain.periods import week_of
from arcareer.domain.phrases import OwnPhrase
from arcareer.domain.questions import Level, OwnQuestion, QuestionKind
from arcareer.domain.rehearsals import PLANNED_SECONDS, Rehearsal

# Everything a keyboard, a clipboard or a broken file can bring, lone surrogates and NUL included.
texts = st.one_of(
    st.text(max_size=40),
    st.text(st.characters(categories=("Cs", "Cc", "L", "P", "S")), max_size=20),
    st.sampled_from(["", "R&D <select> {{ 7*7 }}", "a\0b", "\ud800", "naïve café", "AT&T's 48,200", "  x\r\n\ty  "]),
)
keys = st.from_regex(r"[a-z]+(-[a-z]+){0,2}", fullmatch=True)
ids = st.uuids(version=4)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
instants = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4)


def tuples(elements: st.SearchStrategy[Any], max_size: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(elements, max_size=max_size, unique=True).map(tuple)


figures = st.builds(
    Figure,
    measure=texts,
    unit=st.sampled_from(Unit),
    after=numbers,
    before=st.none() | numbers,
    currency=st.sampled_from(["", "USD", "EUR"]),
    period=texts,
    scope=st.sampled_from(FigureScope),
    basis=st.sampled_from(Basis),
    source=texts,
)
evidence = st.one_of(
    st.builds(EvidenceLink, id=ids, title=texts, target=texts),
    st.builds(
        EvidenceFile,
        id=ids,
        title=texts,
        sha256=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
        size=st.integers(0, 2**40),
        original_name=texts,
    ),
)
own_items = st.builds(
    ChecklistItem,
    key=keys,
    label=texts,
    group=texts,
    blanks=tuples(texts),
    why=texts,
    good_proof=tuples(texts),
    own=st.just(value=True),
)


def wins(*customers: UUID) -> st.SearchStrategy[Win]:
    """Return any win; it names some of these customers, because they have to exist."""
    return st.builds(
        Win,
        id=ids,
        headline=texts,
        happened_on=days,
        logged_at=instants,
        theme=texts,
        situation=texts,
        action=texts,
        outcome=texts,
        proof=texts,
        private_notes=texts,
        competencies=tuples(keys),
        figures=tuples(figures),
        customers=tuples(st.sampled_from(customers)) if customers else st.just(()),
        colleagues=tuples(texts),
        evidence=tuples(evidence),
        trashed_at=st.none() | instants,
    )


marks = st.none() | st.integers(1, BEST)
answers = st.sampled_from(AnswerKind).flatmap(
    lambda kind: st.builds(
        Answer,
        id=ids,
        kind=st.just(kind),
        created_at=instants,
        title=texts,
        question=st.just("") | keys,
        texts=st.lists(texts, max_size=len(PARTS[kind])).map(tuple),
        cues=st.lists(texts, max_size=len(PARTS[kind])).map(tuple),
        competencies=tuples(keys),
        core=st.none() | st.sampled_from(CoreSlot),
        marked_ready=st.none() | st.booleans(),
        trashed_at=st.none() | instants,
    )
)


def ground(value: Any) -> tuple[tuple[EntityKind, Any], ...]:
    """Return what has to be in the library before a value that refers to it."""
    when = datetime(2026, 10, 16, tzinfo=UTC)
    match value:
        case Rehearsal():
            return ((EntityKind.ANSWER, Answer(id=value.answer, kind=AnswerKind.STAR, created_at=when)),)
        case InterviewDetails():
            occasion = Occasion(id=value.id, kind=OccasionKind.INTERVIEW, title="", happens_on=when.date())
            return ((EntityKind.OCCASION, occasion),)
    return ()


ANY: dict[EntityKind, st.SearchStrategy[Any]] = {
    EntityKind.WIN: wins(),
    EntityKind.CUSTOMER: st.builds(Customer, id=ids, name=texts, alias=texts, spellings=tuples(texts)),
    EntityKind.CHECKLIST_ARRANGEMENT: st.builds(
        ChecklistArrangement, own_items=tuples(own_items), order=tuples(keys), hidden=tuples(keys)
    ),
    EntityKind.CHECKLIST_CLAIM: st.builds(
        ChecklistClaim,
        id=ids,
        item_key=keys,
        period_key=keys,
        blanks=tuples(st.tuples(keys, texts)),
        result=texts,
        ticked=st.booleans(),
    ),
    EntityKind.OCCASION: st.builds(Occasion, id=ids, kind=st.sampled_from(OccasionKind), title=texts, happens_on=days),
    EntityKind.AWAY_WEEK: st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(
        lambda day: AwayWeek(id=away_week_id(week_of(day).start), monday=week_of(day).start)
    ),
    EntityKind.OWNER: st.builds(Owner, name=texts, title=texts, employer=texts, purpose=texts),
    EntityKind.BULLET: st.builds(
        Bullet,
        id=ids,
        text=texts,
        position=st.integers(-(2**31), 2**31),
        created_at=instants,
        in_brag_sheet=st.booleans(),
    ),
    EntityKind.OWN_PHRASE: st.builds(
        OwnPhrase, id=ids, say=texts, created_at=instants, instead_of=texts, theme=st.just("") | keys
    ),
    EntityKind.WRITING_CHECKS: st.builds(
        WritingChecks,
        rules_off=tuples(keys),
        ignored=tuples(st.builds(IgnoredFinding, code=keys, fingerprint=keys, words=texts)),
        ignored_phrases=tuples(st.builds(IgnoredPhrase, code=keys, phrase=texts)),
    ),
    EntityKind.ANSWER: answers,
    EntityKind.OWN_QUESTION: st.builds(
        OwnQuestion,
        id=ids,
        text=texts,
        created_at=instants,
        competency=st.just("") | keys,
        kind=st.sampled_from(QuestionKind),
        levels=tuples(st.sampled_from(Level)),
        note=texts,
    ),
    EntityKind.REHEARSAL: st.builds(
        Rehearsal,
        id=ids,
        answer=ids,
        at=instants,
        planned_seconds=st.sampled_from(PLANNED_SECONDS),
        spoken_seconds=st.integers(0, 9_999),
        part_seconds=st.lists(st.integers(0, 999), max_size=5).map(tuple),
        clear=marks,
        calm=marks,
        complete=marks,
        note=texts,
    ),
    EntityKind.INTERVIEW: st.builds(
        InterviewDetails,
        id=ids,
        starts_at=st.none() | st.times().map(lambda moment: moment.replace(second=0, microsecond=0)),
        company=texts,
        role=texts,
        people=texts,
        notes=texts,
        advert=texts,
        asked=tuples(st.builds(AskedQuestion, question=st.just("") | keys, text=texts, went=marks, note=texts)),
        debrief=texts,
        is_over=st.booleans(),
        steps_done=tuples(keys),
    ),
    EntityKind.CRIB: st.builds(
        Crib,
        id=ids,
        opening=texts,
        number=texts,
        questions=tuples(texts),
        private_notes=texts,
        hide_customers=st.booleans(),
    ),
}
"""Any value of each kind that refers to nothing but its ground."""
