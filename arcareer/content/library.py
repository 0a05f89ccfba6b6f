"""The shipped content as typed values, each file read when it is first asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from arcareer.content.loader import load, load_records
from arcareer.content.models import GAP, Starter, Theme
from arcareer.content.problems import ContentFault, ContentProblem
from arcareer.resources import resource_root

if TYPE_CHECKING:
    from arcareer.content.benchmark_models import Benchmark
    from arcareer.content.capture_models import CaptureWords, WordFamily
    from arcareer.content.career_models import CareerLevel, Quality
    from arcareer.content.checklist_models import Blank, ChecklistFile
    from arcareer.content.competency_models import Competency
    from arcareer.content.document_models import DocumentStarters
    from arcareer.content.guide_models import GuideFile
    from arcareer.content.interview_models import (
        CoreSlotText,
        FollowUp,
        InterviewTexts,
        QuestionEntry,
        QuestionToAsk,
        ReframeStarter,
        WorkedExample,
    )
    from arcareer.content.playbook_models import PlanStarter, Playbook
    from arcareer.content.sample_interview_models import SamplePreparation
    from arcareer.content.sample_models import Sample
    from arcareer.content.sample_receivables_models import SampleReceivables
    from arcareer.content.sample_words_models import SampleWords
    from arcareer.content.script_models import CallScript, Script, ScriptFile
    from arcareer.domain.checklist import ChecklistItem
    from arcareer.domain.messages import MessageBlank
    from arcareer.domain.phrases import PhrasePattern
    from arcareer.domain.questions import Question

# The records the first page does without are imported where they are read: start-up counts milliseconds.


class ContentLibrary:
    """The content below `folder` (the shipped one by default). Every property raises `ContentFault` on a bad file."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder if folder is not None else resource_root() / "content"

    @property
    def folder(self) -> Path:
        """Return the folder the files are read from."""
        return self._folder

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """Return the themes a win can have, in display order."""
        return tuple(theme for theme in self._every_theme.values() if not theme.retired)

    @cached_property
    def competencies(self) -> tuple[Competency, ...]:
        """Return the competencies a win can show, in display order."""
        return tuple(one for one in self._every_competency.values() if not one.retired)

    @cached_property
    def checklist(self) -> tuple[ChecklistItem, ...]:
        """Return the shipped items of the value checklist, in display order and ordered by group."""
        return tuple(entry.item for entry in self._checklist_file.items if not entry.retired)

    @cached_property
    def blanks(self) -> dict[str, Blank]:
        """Return the label and hint of every blank a checklist item can have, by its id."""
        return {blank.id: blank for blank in self._checklist_file.blanks}

    @cached_property
    def starters(self) -> tuple[Starter, ...]:
        """Return the sentence openings of the quick capture."""
        records = load_records(self._folder / "starters.toml", "starters", Starter)
        return tuple(one for one in records if not one.retired)

    @cached_property
    def word_families(self) -> tuple[WordFamily, ...]:
        """Return the words that speak for each competency, used to suggest a theme."""
        from arcareer.content.capture_models import WordFamily  # noqa: PLC0415

        return load_records(self._folder / "word_families.toml", "competencies", WordFamily)

    @cached_property
    def sample_receivables(self) -> SampleReceivables:
        """Return the months, lists, decisions and forecast of the sample year."""
        from arcareer.content.sample_receivables_models import SampleReceivables  # noqa: PLC0415

        return load(self._folder / "sample_receivables.toml", SampleReceivables)

    @cached_property
    def benchmarks(self) -> tuple[Benchmark, ...]:
        """Return what others report of metrics."""
        from arcareer.content.benchmark_models import Benchmark  # noqa: PLC0415

        return load_records(self._folder / "benchmarks.toml", "benchmarks", Benchmark)

    @cached_property
    def advert_words(self) -> tuple[WordFamily, ...]:
        """Return the words by which only adverts ask for each competency."""
        from arcareer.content.capture_models import WordFamily  # noqa: PLC0415

        return load_records(self._folder / "advert_words.toml", "competencies", WordFamily)

    @cached_property
    def capture_words(self) -> CaptureWords:
        """Return what the quick capture knows about the words of the desk."""
        from arcareer.content.capture_models import CaptureWords  # noqa: PLC0415

        return load(self._folder / "capture.toml", CaptureWords)

    @cached_property
    def phrases(self) -> tuple[PhrasePattern, ...]:
        """Return the shipped sentence patterns of the phrase bank, ordered by theme."""
        from arcareer.content.phrase_models import PhraseEntry  # noqa: PLC0415

        records = load_records(self._folder / "phrases.toml", "phrases", PhraseEntry)
        return tuple(one.pattern for one in records if not one.retired)

    @cached_property
    def message_blanks(self) -> dict[str, MessageBlank]:
        """Return the blanks of messages and calls by their names."""
        return {blank.id: blank for blank in self._script_file.blanks}

    @cached_property
    def scripts(self) -> tuple[Script, ...]:
        """Return the shipped messages in the order of a receivable's life."""
        return tuple(one for one in self._script_file.scripts if not one.retired)

    @cached_property
    def calls(self) -> tuple[CallScript, ...]:
        """Return the shipped calls."""
        from arcareer.content.script_models import CallScript  # noqa: PLC0415

        records = load_records(self._folder / "calls.toml", "calls", CallScript)
        return tuple(one for one in records if not one.retired)

    @cached_property
    def playbooks(self) -> tuple[Playbook, ...]:
        """Return the situations and the ways through them."""
        from arcareer.content.playbook_models import Playbook  # noqa: PLC0415

        records = load_records(self._folder / "playbooks.toml", "playbooks", Playbook)
        return tuple(one for one in records if not one.retired)

    @cached_property
    def plan_starters(self) -> tuple[PlanStarter, ...]:
        """Return the 30-day plans to begin from."""
        from arcareer.content.playbook_models import PlanStarter  # noqa: PLC0415

        records = load_records(self._folder / "plans.toml", "plans", PlanStarter)
        return tuple(one for one in records if not one.retired)

    @cached_property
    def career(self) -> tuple[CareerLevel, ...]:
        """Return the career ladder from the bottom up."""
        from arcareer.content.career_models import CareerLevel  # noqa: PLC0415

        return load_records(self._folder / "career.toml", "levels", CareerLevel)

    @cached_property
    def qualities(self) -> tuple[Quality, ...]:
        """Return the qualities that managers look for, shown by wins."""
        from arcareer.content.career_models import Quality  # noqa: PLC0415

        return load_records(self._folder / "qualities.toml", "qualities", Quality)

    @cached_property
    def sample_words(self) -> SampleWords:
        """Return the reviews, plans and the playbook run of the sample year."""
        from arcareer.content.sample_words_models import SampleWords  # noqa: PLC0415

        return load(self._folder / "sample_words.toml", SampleWords)

    @cached_property
    def guide(self) -> GuideFile:
        """Return the shelves and articles of the guide."""
        from arcareer.content.guide_models import GuideFile  # noqa: PLC0415

        return load(self._folder / "guide.toml", GuideFile)

    @cached_property
    def document_starters(self) -> DocumentStarters:
        """Return the forms and presets that documents can begin with."""
        from arcareer.content.document_models import DocumentStarters  # noqa: PLC0415

        return load(self._folder / "documents.toml", DocumentStarters)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Return the shipped interview questions, those asked of everyone first, then by competency."""
        return tuple(one.question for one in self._question_entries if not one.retired)

    @cached_property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """Return what may be asked after an answer."""
        from arcareer.content.interview_models import FollowUp  # noqa: PLC0415

        return load_records(self._folder / "follow_ups.toml", "follow_ups", FollowUp)

    @cached_property
    def worked_examples(self) -> tuple[WorkedExample, ...]:
        """Return STAR answers as people write them, and better."""
        from arcareer.content.interview_models import WorkedExample  # noqa: PLC0415

        return load_records(self._folder / "worked_examples.toml", "examples", WorkedExample)

    @cached_property
    def reframe_starters(self) -> tuple[ReframeStarter, ...]:
        """Return the weaknesses to begin from."""
        from arcareer.content.interview_models import ReframeStarter  # noqa: PLC0415

        return load_records(self._folder / "reframe_starters.toml", "starters", ReframeStarter)

    @cached_property
    def questions_to_ask(self) -> tuple[QuestionToAsk, ...]:
        """Return questions to put to the interviewer, ordered by topic."""
        from arcareer.content.interview_models import QuestionToAsk  # noqa: PLC0415

        return load_records(self._folder / "questions_to_ask.toml", "questions", QuestionToAsk)

    @cached_property
    def interview(self) -> InterviewTexts:
        """Return the prompts, cues, core answers and plan texts around an interview."""
        from arcareer.content.interview_models import InterviewTexts  # noqa: PLC0415

        return load(self._folder / "interview.toml", InterviewTexts)

    @cached_property
    def sample(self) -> Sample:
        """Return the year of an invented coordinator."""
        from arcareer.content.sample_models import Sample  # noqa: PLC0415

        return load(self._folder / "sample.toml", Sample)

    @cached_property
    def sample_interview(self) -> SamplePreparation:
        """Return how the invented coordinator prepares for an interview."""
        from arcareer.content.sample_interview_models import SamplePreparation  # noqa: PLC0415

        return load(self._folder / "sample_interview.toml", SamplePreparation)

    @property
    def core_slots(self) -> tuple[CoreSlotText, ...]:
        """Return what the core answers are for: the five stories, then the weakness."""
        return self.interview.core_slots

    def question(self, key: str) -> Question | None:
        """Return a shipped question, a retired one too: answers and interviews keep pointing at it."""
        return self._every_question.get(key)

    def theme(self, theme_id: str) -> Theme | None:
        """Return a theme, a retired one too: wins keep pointing at it."""
        return self._every_theme.get(theme_id)

    def competency(self, competency_id: str) -> Competency | None:
        """Return a competency, a retired one too: wins keep pointing at it."""
        return self._every_competency.get(competency_id)

    def problems(self) -> tuple[ContentProblem, ...]:
        """Return what is wrong in any file, references between files included; empty when all is well."""
        found: list[ContentProblem] = []
        for name in (
            "themes",
            "competencies",
            "checklist",
            "starters",
            "word_families",
            "advert_words",
            "capture_words",
            "phrases",
            "message_blanks",
            "calls",
            "playbooks",
            "plan_starters",
            "guide",
            "document_starters",
            "questions",
            "follow_ups",
            "worked_examples",
            "reframe_starters",
            "questions_to_ask",
            "interview",
            "sample",
            "sample_interview",
            "sample_words",
            "qualities",
        ):
            try:
                getattr(self, name)
            except ContentFault as fault:
                found.extend(fault.problems)
        return tuple(found) or self._broken_references()

    def _sample_references(self) -> Iterator[tuple[str, str, str, str, Collection[str]]]:
        sample = self.sample
        customers = {one.id for one in sample.customers}
        wins = {one.id for one in sample.wins}
        items = {one.key for one in self.checklist} | {one.id for one in sample.own_items}
        for win in sample.wins:
            yield "sample.toml", "wins", win.id, win.theme, self._every_theme
            yield from (("sample.toml", "wins", win.id, ref, self._every_competency) for ref in win.competencies)
            yield from (("sample.toml", "wins", win.id, ref, customers) for ref in win.customers)
        for claim in sample.claims:
            yield "sample.toml", "claims", claim.item, claim.item, items
            yield from (("sample.toml", "claims", claim.item, ref, wins) for ref in claim.wins)
        file, prepared = "sample_interview.toml", self.sample_interview
        told = {one.id for one in prepared.answers}
        yield file, "interview", "", prepared.interview.occasion, {one.id for one in sample.occasions}
        yield from ((file, "answers", one.id, one.win, wins) for one in prepared.answers if one.win)
        yield from ((file, "takes", one.answer, one.answer, told) for one in prepared.takes)
        for answer in prepared.answers:
            yield from ((file, "answers", answer.id, ref, self._every_competency) for ref in answer.competencies)

    @cached_property
    def _every_theme(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in load_records(self._folder / "themes.toml", "themes", Theme)}

    @cached_property
    def _every_competency(self) -> dict[str, Competency]:
        from arcareer.content.competency_models import Competency  # noqa: PLC0415

        records = load_records(self._folder / "competencies.toml", "competencies", Competency)
        return {one.id: one for one in records}

    @cached_property
    def _question_entries(self) -> tuple[QuestionEntry, ...]:
        from arcareer.content.interview_models import QuestionEntry  # noqa: PLC0415

        return load_records(self._folder / "questions.toml", "questions", QuestionEntry)

    @cached_property
    def _every_question(self) -> dict[str, Question]:
        return {one.id: one.question for one in self._question_entries}

    @cached_property
    def _checklist_file(self) -> ChecklistFile:
        from arcareer.content.checklist_models import ChecklistFile  # noqa: PLC0415

        return load(self._folder / "checklist.toml", ChecklistFile)

    @cached_property
    def _script_file(self) -> ScriptFile:
        from arcareer.content.script_models import ScriptFile  # noqa: PLC0415

        return load(self._folder / "scripts.toml", ScriptFile)

    def _broken_references(self) -> tuple[ContentProblem, ...]:
        from arcareer.content import interview_references, word_references  # noqa: PLC0415

        themes, competencies = self._every_theme, self._every_competency
        wanted: list[tuple[str, str, str, str, Collection[str]]] = [
            *(("themes.toml", "themes", one.id, ref, competencies) for one in self.themes for ref in one.competencies),
            *(("starters.toml", "starters", one.id, one.theme, themes) for one in self.starters),
            *(("word_families.toml", "competencies", one.id, one.id, competencies) for one in self.word_families),
            *(("advert_words.toml", "competencies", one.id, one.id, competencies) for one in self.advert_words),
            *(("checklist.toml", "items", one.key, ref, self.blanks) for one in self.checklist for ref in one.blanks),
            *(("phrases.toml", "phrases", one.key, one.theme, themes) for one in self.phrases),
            *self._sample_references(),
        ]
        broken = [
            ContentProblem(file, table, owner, f"“{ref}” is not the id of anything")
            for file, table, owner, ref, known in wanted
            if ref not in known
        ]
        gapless = [
            ContentProblem("starters.toml", "starters", one.id, f"the sentence needs a gap, written {GAP}")
            for one in self.starters
            if GAP not in one.sentence
        ]
        return (
            *broken,
            *gapless,
            *self._misread_blanks(),
            *word_references.broken_references(self),
            *interview_references.broken_references(self),
        )

    def _misread_blanks(self) -> Iterator[ContentProblem]:
        from arcareer.domain.phrases import pieces_of  # noqa: PLC0415

        for pattern in self.phrases:
            pieces = pieces_of(pattern.say)
            if not any(piece.blank for piece in pieces):
                yield ContentProblem("phrases.toml", "phrases", pattern.key, "the sentence needs a blank")
            if any(brace in piece.text for piece in pieces for brace in "{}"):
                yield ContentProblem("phrases.toml", "phrases", pattern.key, "a blank is written {kind:hint}")
