"""How well answers serve a question: by what they were written for, what they show and what they speak of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from arcareer.domain.answers import Answer, AnswerKind
from arcareer.domain.interviews import BEST, AskedQuestion
from arcareer.domain.questions import Fit, Question, QuestionKind
from arcareer.services.answer_reports import AnswerState
from arcareer.services.matching import Keywords, folded_words, line_of

_ORDER: Final = {Fit.STRONG: 0, Fit.WORKABLE: 1, Fit.GAP: 2}
_WENT_BADLY: Final = 2
_TELLING_LETTERS: Final = 6
_ENOUGH_WORDS: Final = 2


@dataclass(frozen=True, slots=True)
class AnswerFit:
    """An answer that serves a question, how well, and why that is said."""

    answer: Answer
    fit: Fit
    reason: str


@dataclass(frozen=True, slots=True)
class _Told:
    answer: Answer
    state: AnswerState
    words: str


class Fitter:
    """Holds answers against questions; `asked` is what was asked before, latest last; `label` names competencies."""

    def __init__(
        self,
        answers: Iterable[tuple[Answer, AnswerState]],
        asked: Sequence[AskedQuestion],
        label: Callable[[str], str],
    ) -> None:
        self._told = tuple(
            _Told(answer, state, line_of(answer.whole))
            for answer, state in answers
            if state is not AnswerState.NOT_STARTED
        )
        self._asked = asked
        self._label = label

    def fits(self, question: Question) -> tuple[AnswerFit, ...]:
        """Return the answers that serve a question, the best first; those that do not are left out."""
        keywords = Keywords(question.keywords or _telling_words(question.text))
        found = (self._fit(question, told, keywords) for told in self._told)
        return tuple(sorted((one for one in found if one.fit is not Fit.GAP), key=lambda one: _ORDER[one.fit]))

    def _fit(self, question: Question, told: _Told, keywords: Keywords) -> AnswerFit:
        fit, reason = self._judged(question, told, keywords)
        went = self._went(question, told.answer)
        if fit is Fit.STRONG and went is not None and went <= _WENT_BADLY:
            return AnswerFit(told.answer, Fit.WORKABLE, f"It went {went} of {BEST} when it was asked last.")
        return AnswerFit(told.answer, fit, reason)

    def _judged(self, question: Question, told: _Told, keywords: Keywords) -> tuple[Fit, str]:
        ready = told.state is AnswerState.READY
        if told.answer.question == question.key:
            if ready:
                return Fit.STRONG, "Written for this question, and ready."
            return Fit.WORKABLE, "Written for this question, and still a draft."
        if told.answer.kind is AnswerKind.REFRAME:
            return Fit.GAP, ""
        spoken = keywords.among(told.words)
        speaks = " and ".join(f"“{word}”" for word in spoken[:2])
        if question.competency and question.competency in told.answer.competencies:
            return self._shown(question, speaks if len(spoken) >= _ENOUGH_WORDS else "", ready=ready)
        if len(spoken) >= _ENOUGH_WORDS:
            return Fit.WORKABLE, f"Speaks of {speaks}; aim its opening at this question."
        return Fit.GAP, ""

    def _shown(self, question: Question, speaks: str, *, ready: bool) -> tuple[Fit, str]:
        label = self._label(question.competency)
        if not ready:
            return Fit.WORKABLE, f"Shows {label}, and is still a draft."
        if question.kind is QuestionKind.TECHNICAL:
            return Fit.WORKABLE, f"Shows {label}; say first how it is done, then tell this as proof."
        if not speaks:
            return Fit.WORKABLE, f"Shows {label}; aim its opening at this question."
        return Fit.STRONG, f"Shows {label} and speaks of {speaks}."

    def _went(self, question: Question, answer: Answer) -> int | None:
        """Return how this answer to this question went last."""
        marks = [one.went for one in self._asked if one.question == question.key and one.answer == answer.id]
        return next((mark for mark in reversed(marks) if mark is not None), None)


def best_of(fits: Iterable[AnswerFit]) -> Fit:
    """Return the best fit of some, a gap where there is none."""
    return min((one.fit for one in fits), key=_ORDER.__getitem__, default=Fit.GAP)


def _telling_words(text: str) -> tuple[str, ...]:
    """Return the long words of a question nobody wrote keywords for, open to other endings."""
    return tuple(f"{word[:_TELLING_LETTERS]}*" for word in folded_words(text) if len(word) > _TELLING_LETTERS)
