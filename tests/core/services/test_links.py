"""Links between wins, answers, runs, plans, reviews, interviews and cribs through any course of acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from arcareer.domain.answers import Answer
from arcareer.domain.changes import Change, EntityKind
from arcareer.domain.interviews import AskedQuestion, Interview
from arcareer.domain.journal import Win
from arcareer.domain.plans import Reading
from arcareer.domain.reviews import Review
from arcareer.domain.win_lists import WinQuery
from arcareer.errors import StaleEdit, UserError
from arcareer.storage.checksums import damaged_rows, miscounts
from tests.support.builders import Library, a_draft, a_library
from tests.support.words import Words

T = TypeVar("T")


@dataclass
class Course:
    """A library, and what was done in it and can be taken back. `at` picks what an act is done to."""

    library: Library
    words: Words
    at: int = 0
    done: list[Change] = field(default_factory=list)
    undone: list[Change] = field(default_factory=list)
    went_back_past_a_purge: bool = False
    purged: int = 0

    def one(self, values: tuple[T, ...]) -> T:
        """Return one of several values; LookupError for none."""
        if not values:
            raise LookupError
        return values[self.at % len(values)]

    @property
    def win(self) -> Win:
        """Return a living win."""
        found = self.library.journal.get(self.one(self.library.journal.find(WinQuery())).id)
        assert found is not None
        return found

    @property
    def answer(self) -> Answer:
        """Return a living answer."""
        return self.one(self.library.answers.all())

    @property
    def interview(self) -> Interview:
        """Return the interview."""
        return self.one(self.library.interviews.all())

    @property
    def review(self) -> Review:
        """Return the review."""
        return self.one(self.words.reviews.all())

    def trash_win(self) -> Change:
        """Throw a win away."""
        return self.library.journal.move_to_trash([self.win.id])

    def restore_win(self) -> Change:
        """Bring a win back."""
        return self.library.journal.restore([self.one(self.library.journal.find(WinQuery(trashed=True))).id])

    def choose_for_crib(self) -> Change:
        """Choose an answer for the crib, or take it off again."""
        crib = self.library.cribs.get(self.interview.id)
        chosen = {*crib.answers} ^ {self.answer.id}
        return self.library.cribs.save(replace(crib, answers=tuple(sorted(chosen, key=str))))

    def back_goal(self) -> Change:
        """Let a win back the goal, or stop it."""
        review, win = self.review, self.win
        goal = review.details.goals[0]
        if win.id in goal.wins:
            return self.words.reviews.unlink(review, goal, win.id)
        return self.words.reviews.link(review, goal, [win.id])

    def empty(self) -> None:
        """Empty every trash for good."""
        library, words = self.library, self.words
        self.purged += library.journal.empty_trash() + library.answers.empty_trash()
        self.purged += words.playbooks.trash.empty() + words.plans.trash.empty()

    def step(self, stack: list[Change], other: list[Change], *, back: bool) -> None:
        """Take a change back or do it again; one that is refused is dropped, as in the window."""
        if stack:
            change = stack.pop()
            self.went_back_past_a_purge |= bool(self.purged)
            with suppress(StaleEdit):
                self.library.edits.apply(change.inverse() if back else change)
                other.append(change)


ACTS: dict[str, Callable[[Course], Change]] = {
    "log": lambda c: c.library.journal.log_win(a_draft()),
    "throw win away": Course.trash_win,
    "restore win": Course.restore_win,
    "answer from win": lambda c: c.library.answers.start_from_win(c.win),
    "throw answer away": lambda c: c.library.answers.move_to_trash(c.answer),
    "restore answer": lambda c: c.library.answers.restore(c.one(c.library.answers.trash())),
    "rehearse": lambda c: c.library.rehearsals.keep(c.answer, 60, 58),
    "asked": lambda c: c.library.interviews.note_asked(c.interview, AskedQuestion(text="Why?", answer=c.answer.id)),
    "crib": Course.choose_for_crib,
    "goal": Course.back_goal,
    "quality": lambda c: c.words.reviews.show_quality(c.review, c.one(c.words.reviews.qualities()).id, [c.win.id]),
    "run becomes win": lambda c: c.words.playbooks.become_win(c.one(c.words.playbooks.runs())),
    "run becomes answer": lambda c: c.words.playbooks.become_answer(c.one(c.words.playbooks.runs())),
    "throw run away": lambda c: c.words.playbooks.move_to_trash(c.one(c.words.playbooks.runs())),
    "restore run": lambda c: c.words.playbooks.restore(c.one(c.words.playbooks.trash.all())),
    "plan becomes win": lambda c: c.words.plans.become_win(c.one(c.words.plans.all())),
    "throw plan away": lambda c: c.words.plans.move_to_trash(c.one(c.words.plans.all())),
    "restore plan": lambda c: c.words.plans.restore(c.one(c.words.plans.trash.all())),
}
steps = st.sampled_from([*ACTS, "undo", "undo", "redo", "empty"])


def begun(folder: Path) -> Course:
    library = a_library(folder)
    words = Words(library)
    for headline in ("First", "Second"):
        library.journal.log_win(a_draft(headline))
    library.interviews.add(date(2026, 10, 20), "Brightwell")
    words.a_run()
    plan = words.a_running_plan()
    words.plans.measure(plan, Reading(value=Decimal(9), on=date(2026, 10, 16), source="Aging"))
    words.reviews.add_goal(words.a_review(), "Bring DSO down")
    return Course(library, words)


def stored_links(library: Library) -> Iterator[tuple[EntityKind, UUID]]:
    """Yield what anything in the library refers to."""
    with library.store.read() as unit:
        for kind in (EntityKind.ANSWER, EntityKind.PLAYBOOK_RUN, EntityKind.PLAN):
            for value in unit.repository(kind).all():
                if value.win is not None:
                    yield EntityKind.WIN, value.win
        for run in unit.repository(EntityKind.PLAYBOOK_RUN).all():
            if run.answer is not None:
                yield EntityKind.ANSWER, run.answer
        for details in unit.repository(EntityKind.REVIEW).all():
            yield from ((EntityKind.WIN, win) for goal in details.goals for win in goal.wins)
            yield from ((EntityKind.WIN, win) for shown in details.qualities for win in shown.wins)
        for crib in unit.cribs.all():
            yield from ((EntityKind.ANSWER, answer) for answer in crib.answers)
        for interview in unit.interviews.all():
            yield from ((EntityKind.ANSWER, asked.answer) for asked in interview.asked if asked.answer is not None)
        for take in unit.rehearsals.all():
            yield EntityKind.ANSWER, take.answer


def present(library: Library) -> dict[EntityKind, set[UUID]]:
    with library.store.read() as unit:
        return {kind: {one.id for one in unit.repository(kind).all()} for kind in (EntityKind.WIN, EntityKind.ANSWER)}


def assert_shown_links_lead_somewhere(course: Course) -> None:
    library, words = course.library, course.words
    living = {win.id for win in library.journal.find(WinQuery())}
    answers = {answer.id for answer in library.answers.all()}
    goals = [goal for review in words.reviews.all() for goal in review.details.goals]
    assert {win.id for goal in goals for win in words.reviews.wins_of(goal)} <= living
    assert {one.id for one in library.cribs.answers_of(library.cribs.get(course.interview.id))} <= answers
    for win in living:
        assert all(plan.win == win and not plan.in_trash for plan in words.plans.of_win(win))
        assert all(run.win == win and not run.in_trash for run in words.playbooks.of_win(win))
        assert {answer.id for answer in library.answers.of_win(win)} <= answers
    for answer in answers:
        assert all(run.answer == answer for run in words.playbooks.of_answer(answer))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(steps, st.integers(0, 5)), max_size=18))
def test_no_act_leaves_a_link_that_leads_nowhere(acts: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        course = begun(Path(folder))
        for name, course.at in acts:
            if name == "empty":
                course.empty()
            elif name == "undo":
                course.step(course.done, course.undone, back=True)
            elif name == "redo":
                course.step(course.undone, course.done, back=False)
            else:
                with suppress(LookupError, UserError):
                    course.done.append(ACTS[name](course))
                    course.undone.clear()
            assert_shown_links_lead_somewhere(course)
            if not course.went_back_past_a_purge:
                there = present(course.library)
                assert [link for link in stored_links(course.library) if link[1] not in there[link[0]]] == []
        connection = course.library.store.connection
        assert (damaged_rows(connection), miscounts(connection)) == ((), ())
        course.library.close()


def test_what_is_gone_for_good_is_named_nowhere(tmp_path: Path) -> None:
    course = begun(tmp_path)
    for name in ("goal", "quality", "run becomes answer", "run becomes win", "asked", "crib", "plan becomes win"):
        ACTS[name](course)
    wins = [win.id for win in course.library.journal.find(WinQuery())]
    course.library.journal.move_to_trash(wins)
    course.library.answers.move_to_trash(course.answer)
    course.empty()
    assert course.purged == len(wins) + 1
    assert list(stored_links(course.library)) == []
    course.library.close()
