"""The shipped content as typed values, each file read when it is first asked for."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from arcareer.content.loader import load
from arcareer.content.models import (
    GAP,
    Blank,
    CaptureWords,
    ChecklistFile,
    CompetenciesFile,
    Competency,
    Starter,
    StartersFile,
    Theme,
    ThemesFile,
    WordFamiliesFile,
    WordFamily,
)
from arcareer.content.problems import ContentFault, ContentProblem
from arcareer.resources import resource_root

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from arcareer.domain.checklist import ChecklistItem

    Model = TypeVar("Model", bound=DataclassInstance)


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
        return tuple(one for one in self._read("starters.toml", StartersFile).starters if not one.retired)

    @cached_property
    def word_families(self) -> tuple[WordFamily, ...]:
        """Return the words that speak for each competency, used to suggest a theme."""
        return self._read("word_families.toml", WordFamiliesFile).competencies

    @cached_property
    def capture_words(self) -> CaptureWords:
        """Return what the quick capture knows about the words of the desk."""
        return self._read("capture.toml", CaptureWords)

    def theme(self, theme_id: str) -> Theme | None:
        """Return a theme, a retired one too: wins keep pointing at it."""
        return self._every_theme.get(theme_id)

    def competency(self, competency_id: str) -> Competency | None:
        """Return a competency, a retired one too: wins keep pointing at it."""
        return self._every_competency.get(competency_id)

    def problems(self) -> tuple[ContentProblem, ...]:
        """Return what is wrong in any file, references between files included; empty when all is well."""
        found: list[ContentProblem] = []
        for name in ("themes", "competencies", "checklist", "starters", "word_families", "capture_words"):
            try:
                getattr(self, name)
            except ContentFault as fault:
                found.extend(fault.problems)
        return tuple(found) or self._broken_references()

    @cached_property
    def _every_theme(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in self._read("themes.toml", ThemesFile).themes}

    @cached_property
    def _every_competency(self) -> dict[str, Competency]:
        return {one.id: one for one in self._read("competencies.toml", CompetenciesFile).competencies}

    @cached_property
    def _checklist_file(self) -> ChecklistFile:
        return self._read("checklist.toml", ChecklistFile)

    def _read(self, name: str, model: type[Model]) -> Model:
        return load(self._folder / name, model)

    def _broken_references(self) -> tuple[ContentProblem, ...]:
        themes, competencies = self._every_theme, self._every_competency
        wanted: list[tuple[str, str, str, str, Collection[str]]] = [
            *(("themes.toml", "themes", one.id, ref, competencies) for one in self.themes for ref in one.competencies),
            *(("starters.toml", "starters", one.id, one.theme, themes) for one in self.starters),
            *(("word_families.toml", "competencies", one.id, one.id, competencies) for one in self.word_families),
            *(("checklist.toml", "items", one.key, ref, self.blanks) for one in self.checklist for ref in one.blanks),
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
        return (*broken, *gapless)
