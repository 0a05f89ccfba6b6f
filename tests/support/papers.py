"""The services of documents on a library of a test."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from arcareer.content.library import ContentLibrary
from arcareer.domain.changes import Edit
from arcareer.domain.documents import FormQuestion, StyleFile
from arcareer.services.claims import ClaimService
from arcareer.services.disclosures import DisclosureService
from arcareer.services.document_choices import DocumentChoiceService
from arcareer.services.form_questions import FormQuestionService
from arcareer.services.presets import PresetService
from arcareer.services.styles import StyleService
from tests.support.builders import Library


@dataclass
class Papers:
    """The services, and what they work on."""

    library: Library

    def __post_init__(self) -> None:
        store, edits, clock = self.library.store, self.library.edits, self.library.clock
        content = ContentLibrary()
        self.choices = DocumentChoiceService(store, edits, clock)
        self.presets = PresetService(store, edits, self.choices, content)
        self.disclosures = DisclosureService(store, edits, self.library.customers)
        self.claims = ClaimService(store, edits)
        self.forms = FormQuestionService(store, edits, content)
        self.styles = StyleService(store, edits, self.library.paths.evidence, clock)

    def a_box(self, question: str = "What did you achieve?", limit: int = 500) -> FormQuestion:
        """Add a box."""
        added = self.forms.add(question, limit, ("wins",)).after
        assert isinstance(added, FormQuestion)
        return added

    def a_style(self, name: str = "House.docx", words: str = "Text") -> StyleFile:
        """Add a style."""
        return style_of(self.styles.add(a_word_file(self.library.paths.folder / name, words)))


def style_of(edit: Edit) -> StyleFile:
    """Return the style an edit added."""
    assert isinstance(edit.after, StyleFile)
    return edit.after


def a_word_file(path: Path, words: str = "Text") -> Path:
    """Write a small Word file."""
    from docx import Document  # noqa: PLC0415 - slow to load

    document = Document()
    document.add_paragraph(words)
    data = BytesIO()
    document.save(data)
    path.write_bytes(data.getvalue())
    return path
