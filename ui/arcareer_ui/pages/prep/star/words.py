"""How answers are called and described on screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from arcareer_ui.pages.prep.star.analysis_card import LengthWords
from arcareer_ui.pages.prep.star.checks_list import FIX, HINT, OK, OPEN, WEAK, CheckLine
from arcareer_ui.pages.prep.star.editor import PartWords
from arcareer_ui.widgets.clock_ring import clock_text

if TYPE_CHECKING:
    from arcareer.content.library import ContentLibrary
    from arcareer.domain.answers import Answer, CoreSlot
    from arcareer.services.answer_reports import AnswerCheck, AnswerReport, AnswerState

WORDS_IN_TITLE = 7
COSTLY = 4  # a defect that costs as much must be mended before anybody hears it
ICONS = {"ready": "circle-check", "draft": "circle-dot-dashed", "not-started": "circle-dashed"}


class AnswerWords:
    """Names answers, questions and parts out of the content; `question` returns the words of a question by its key."""

    def __init__(self, content: ContentLibrary, question: Callable[[str], str]) -> None:
        self._content, self.question = content, question

    @property
    def star_parts(self) -> tuple[PartWords, ...]:
        """Return the four parts of a STAR answer."""
        return tuple(
            PartWords(one.id, one.letter, one.label, one.hint, one.prompts)
            for one in self._content.interview.star_prompts
        )

    @property
    def reframe_parts(self) -> tuple[PartWords, ...]:
        """Return the five steps of a weakness answer."""
        prompts = self._content.interview.reframe_prompts
        return tuple(PartWords(one.id, str(at), one.label, one.hint) for at, one in enumerate(prompts, 1))

    def slot(self, slot: CoreSlot) -> str:
        """Return what a core answer is called."""
        return next((one.label for one in self._content.core_slots if one.id == slot.value), slot.value)

    def slot_question(self, slot: CoreSlot | None) -> str:
        """Return the words of the question a core answer is for."""
        keys = (one.question for one in self._content.core_slots if slot is not None and one.id == slot.value)
        return self.question(next(keys, ""))

    def slot_hint(self, slot: CoreSlot | None) -> str:
        """Return what a core answer should show."""
        return next((one.hint for one in self._content.core_slots if slot is not None and one.id == slot.value), "")

    def title(self, answer: Answer) -> str:
        """Return what an answer is called: its own name, else its place, its question, or its first words."""
        if answer.title.strip():
            return answer.title
        if answer.core is not None:
            return self.slot(answer.core)
        words = self.question(answer.question) or " ".join(" ".join(answer.texts).split()[:WORDS_IN_TITLE])
        return words or QCoreApplication.translate("AnswerWords", "New answer")

    def length_cue(self, seconds: int) -> str:
        """Return what to leave in when an answer is said in so many seconds."""
        return next((one.cue for one in self._content.interview.lengths if one.seconds == seconds), "")

    def label_of(self, competency: str) -> str:
        """Return the label of a competency."""
        known = self._content.competency(competency)
        return known.label if known is not None else competency


def state_words(state: AnswerState | None, seconds: int) -> str:
    """Return how far an answer is and how long it takes."""
    time = clock_text(seconds)
    if state is None or state.value == "draft":
        return QCoreApplication.translate("AnswerWords", "Draft, {time}").format(time=time)
    if state.value == "ready":
        return QCoreApplication.translate("AnswerWords", "Ready, {time}").format(time=time)
    return QCoreApplication.translate("AnswerWords", "Not started")


def length_label(seconds: int) -> str:
    """Return a time to say an answer in, as short as it can be."""
    if seconds % 60:
        return QCoreApplication.translate("AnswerWords", "{number} s").format(number=seconds)
    return QCoreApplication.translate("AnswerWords", "{number} min").format(number=seconds // 60)


def length_words(report: AnswerReport | None) -> LengthWords:
    """Return what to say about the length of an answer."""
    tr = QCoreApplication.translate
    if report is None or report.length.value == "empty":
        return LengthWords(
            tr("AnswerWords", "Nothing to time yet"),
            tr("AnswerWords", "Good answers take a minute and a half to two minutes."),
            is_good=True,
        )
    words = tr("AnswerWords", "%n word(s).", "", report.total_words)
    if report.length.value == "short":
        wish = tr("AnswerWords", "About 200 fill a minute and a half.")
        return LengthWords(tr("AnswerWords", "A little short"), f"{words} {wish}", is_good=False)
    if report.length.value == "long":
        wish = tr("AnswerWords", "After two minutes people stop listening.")
        return LengthWords(tr("AnswerWords", "A little long"), f"{words} {wish}", is_good=False)
    return LengthWords(tr("AnswerWords", "A good length"), words, is_good=True)


def check_lines(report: AnswerReport) -> tuple[CheckLine, ...]:
    """Return the checks as lines: those that ask for something first, in the order they were found."""
    costly = {defect.id for defect in report.defects if defect.cost >= COSTLY}
    lines = [
        CheckLine(check.key, _look(check, costly), check.label, check.detail, check.why, check.question)
        for check in report.checks
    ]
    order = (FIX, WEAK, HINT, OPEN, OK)
    return tuple(sorted(lines, key=lambda line: order.index(line.state)))


def _look(check: AnswerCheck, costly: set[str]) -> str:
    if check.state.value != "open":
        return OK if check.state.value == "ok" else HINT
    if check.defect.startswith("missing_"):
        return OPEN
    return FIX if check.defect in costly else WEAK
