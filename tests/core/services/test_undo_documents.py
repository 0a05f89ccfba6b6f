"""Every command of documents can be undone and redone; what is purged leaves nothing that points at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from inspect import getmembers, isfunction

import pytest

from arcareer.domain.changes import Change, EntityKind
from arcareer.domain.documents import (
    ChosenResult,
    DisclosureLevel,
    DocumentChoices,
    DocumentPreset,
    FormQuestion,
    PromotionCase,
)
from arcareer.services.claims import ClaimService
from arcareer.services.disclosures import DisclosureService
from arcareer.services.document_choices import DocumentChoiceService
from arcareer.services.form_questions import FormQuestionService
from arcareer.services.presets import PresetService
from arcareer.services.styles import StyleService
from arcareer.storage.checksums import damaged_rows, miscounts
from tests.support.builders import Library, a_figure, a_library, a_win
from tests.support.contents import contents
from tests.support.papers import Papers, a_word_file
from tests.support.words import Words

SERVICES = (
    ClaimService,
    DisclosureService,
    DocumentChoiceService,
    FormQuestionService,
    PresetService,
    StyleService,
)
SENTENCE = "I called 40 payers a week"
INSIDE = DocumentChoices(level=DisclosureLevel.INTERNAL)


class Stored:
    """A library with one of everything, and what commands work on."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.papers = papers = Papers(library)
        self.customer = library.customers.add("Harlow Foods").entity_id
        papers.choices.save(DocumentChoices())
        papers.presets.add("Ana", DocumentChoices())
        papers.disclosures.decide(self.customer, SENTENCE, is_name=True)
        papers.claims.accept(SENTENCE, "40")
        defence = papers.claims.defence("win|0")
        papers.claims.save_defence(defence, replace(defence, say="I rang first."))
        papers.a_box("One")
        papers.a_box("Two")
        self.style = papers.a_style()
        self.other = papers.styles.take_in(a_word_file(library.paths.folder / "Other.docx", "Other words"))

    @property
    def preset(self) -> DocumentPreset:
        """Return the preset of the user's own."""
        return next(one for one in self.papers.presets.all() if one.name == "Ana")

    @property
    def box(self) -> FormQuestion:
        """Return the first box."""
        return self.papers.forms.all()[0]

    def write_defence(self) -> Change:
        """Change the defence."""
        before = self.papers.claims.defence("win|0")
        return self.papers.claims.save_defence(before, replace(before, others="Ana"))


COMMANDS: dict[str, Callable[[Stored], Change]] = {
    "ClaimService.accept": lambda s: s.papers.claims.accept("Another sentence", "1,200"),
    "ClaimService.take_back": lambda s: s.papers.claims.take_back(SENTENCE, "40"),
    "ClaimService.save_defence": lambda s: s.write_defence(),
    "DisclosureService.decide": lambda s: s.papers.disclosures.decide(s.customer, SENTENCE, is_name=False),
    "DisclosureService.forget": lambda s: s.papers.disclosures.forget(s.papers.disclosures.verdicts()[0]),
    "DocumentChoiceService.save": lambda s: s.papers.choices.save(INSIDE),
    "FormQuestionService.add": lambda s: s.papers.forms.add("Three", 100),
    "FormQuestionService.begin_with": lambda s: s.papers.forms.begin_with(s.papers.forms.starters()[0]),
    "FormQuestionService.save": lambda s: s.papers.forms.save(s.box, replace(s.box, limit=9)),
    "FormQuestionService.move": lambda s: s.papers.forms.move(s.box, 1),
    "FormQuestionService.remove": lambda s: s.papers.forms.remove(s.box),
    "PresetService.add": lambda s: s.papers.presets.add("Ben", INSIDE),
    "PresetService.apply": lambda s: s.papers.presets.apply(replace(s.preset, choices=INSIDE)),
    "PresetService.rename": lambda s: s.papers.presets.rename(s.preset, "Dana"),
    "PresetService.replace": lambda s: s.papers.presets.replace(s.preset, INSIDE),
    "PresetService.remove": lambda s: s.papers.presets.remove(s.preset),
    "StyleService.add": lambda s: s.papers.styles.add(s.library.paths.folder / "Other.docx"),
    "StyleService.keep": lambda s: s.papers.styles.keep(s.other),
    "StyleService.remove": lambda s: s.papers.styles.remove(s.style),
}
"""A way to call each."""


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stored]:
    library = a_library(tmp_path_factory.mktemp("undo"))
    yield Stored(library)
    assert (damaged_rows(library.store.connection), miscounts(library.store.connection)) == ((), ())
    library.close()


def test_every_command_of_every_service_is_here() -> None:
    changing = {
        f"{service.__name__}.{name}"
        for service in SERVICES
        for name, method in getmembers(service, isfunction)
        if not name.startswith("_") and method.__annotations__["return"] in ("Change", "Edit", "EditGroup")
    }
    assert changing == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_undone_and_redone(stored: Stored, name: str) -> None:
    library = stored.library
    before = contents(library.store)
    change = COMMANDS[name](stored)
    after = contents(library.store)
    assert after != before
    library.edits.apply(change.inverse())
    assert contents(library.store) == before
    library.edits.apply(change)
    assert contents(library.store) == after
    library.edits.apply(change.inverse())


def cases(library: Library) -> tuple[PromotionCase, ...]:
    with library.store.read() as unit:
        return unit.promotion_cases.all()


def test_a_win_that_is_purged_is_no_result_of_any_case(library: Library) -> None:
    kept, gone = a_win("Kept", figures=(a_figure(),)), a_win("Gone", figures=(a_figure(),))
    library.add(kept, gone)
    review = Words(library).a_review()
    results = (ChosenResult(gone.id, 0), ChosenResult(kept.id, 0), ChosenResult(gone.id, 1))
    case = PromotionCase(id=review.id, asked_for="Lead", results=results)
    library.edits.put("", EntityKind.PROMOTION_CASE, None, case)
    library.journal.move_to_trash([gone.id])
    assert cases(library) == (case,)
    library.journal.empty_trash()
    assert cases(library) == (replace(case, results=(ChosenResult(kept.id, 0),)),)
    assert (damaged_rows(library.store.connection), miscounts(library.store.connection)) == ((), ())


def test_a_review_that_is_purged_takes_its_case_along_and_no_other(library: Library) -> None:
    words = Words(library)
    gone, kept = words.a_review(), words.a_review()
    for review in (gone, kept):
        library.edits.put("", EntityKind.PROMOTION_CASE, None, PromotionCase(id=review.id, gap="A list"))
    words.reviews.move_to_trash(gone)
    assert len(cases(library)) == 2
    words.reviews.trash.empty()
    assert [case.id for case in cases(library)] == [kept.id]
    assert (damaged_rows(library.store.connection), miscounts(library.store.connection)) == ((), ())
