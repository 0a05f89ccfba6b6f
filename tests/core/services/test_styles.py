"""Styles: kept by content, brought along by backups, and refused where they are no Word file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from arcareer.bootstrap import open_app
from arcareer.domain.documents import DocumentChoices
from arcareer.errors import UserError
from arcareer.paths import LibraryPaths
from arcareer.services.evidence import UNUSED_KEPT
from tests.support.builders import Library
from tests.support.clock import FakeClock
from tests.support.papers import Papers, a_word_file, style_of


@pytest.fixture
def papers(library: Library) -> Papers:
    return Papers(library)


def test_a_style_is_there_whatever_becomes_of_the_file(papers: Papers, tmp_path: Path) -> None:
    path = a_word_file(tmp_path / "Söhne.docx")
    data = path.read_bytes()
    style = style_of(papers.styles.add(path))
    path.unlink()
    assert papers.styles.all() == (style,)
    assert (style.name, papers.styles.data(style)) == ("Söhne.docx", data)


def test_the_same_content_is_kept_once_and_the_latest_stands_first(library: Library, papers: Papers) -> None:
    first = papers.a_style("One.docx")
    library.clock.advance(timedelta(minutes=1))
    (papers.library.paths.folder / "Copy.docx").write_bytes((papers.library.paths.folder / "One.docx").read_bytes())
    again = style_of(papers.styles.add(papers.library.paths.folder / "Copy.docx"))
    assert again == first
    second = papers.a_style("Two.docx", "Other words")
    assert papers.styles.all() == (second, first)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 no Word file", b"PK\x03\x04 half a package"])
def test_what_is_no_word_file_is_not_taken_in(library: Library, papers: Papers, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "style.docx"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"style\.docx"):
        papers.styles.add(path)
    assert papers.styles.all() == ()
    assert not library.paths.evidence.exists()


def test_a_file_that_is_gone_is_told(papers: Papers, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be read"):
        papers.styles.add(tmp_path / "gone.docx")


def test_a_copy_that_is_missing_or_changed_is_no_style(library: Library, papers: Papers) -> None:
    style = papers.a_style()
    copy = library.paths.evidence / style.sha256[:2] / style.sha256
    copy.write_bytes(copy.read_bytes() + b"x")
    assert papers.styles.data(style) is None
    copy.unlink()
    assert papers.styles.data(style) is None
    assert papers.styles.data(papers.a_style()) is not None


def test_choices_let_go_of_a_style_that_is_removed_and_undo_brings_it_back(library: Library, papers: Papers) -> None:
    style = papers.a_style()
    papers.choices.save(DocumentChoices(style=style.id))
    removed = papers.styles.remove(style)
    assert (papers.styles.all(), papers.choices.choices().style) == ((), None)
    library.edits.apply(removed.inverse())
    assert papers.choices.choices().style == style.id
    assert papers.styles.data(style) is not None


def test_the_copy_stays_as_long_as_the_style_and_30_days_longer(library: Library, papers: Papers) -> None:
    style = papers.a_style()
    for _ in range(2):
        assert library.evidence.collect_unused() == 0
        library.clock.advance(UNUSED_KEPT + timedelta(days=1))
    papers.styles.remove(style)
    assert library.evidence.collect_unused() == 0
    library.clock.advance(UNUSED_KEPT + timedelta(days=1))
    assert library.evidence.collect_unused() == 1
    assert papers.styles.data(style) is None


def test_a_backup_brings_the_copy_of_a_style_back(tmp_path: Path) -> None:
    app = open_app(LibraryPaths(tmp_path / "library"), FakeClock())
    style = style_of(app.styles.add(a_word_file(tmp_path / "House.docx")))
    backup = app.backups.back_up()
    assert backup.evidence == (style.sha256,)
    copy = app.paths.evidence / style.sha256[:2] / style.sha256
    data = copy.read_bytes()
    copy.unlink()
    app.backups.restore(backup.sequence)
    assert app.styles.data(style) == data
    app.close()


def test_the_full_check_misses_a_copy_and_mends_it_from_a_backup(tmp_path: Path) -> None:
    app = open_app(LibraryPaths(tmp_path / "library"), FakeClock())
    style = style_of(app.styles.add(a_word_file(tmp_path / "House.docx")))
    app.backups.back_up()
    assert app.check.check().evidence_missing == ()
    (app.paths.evidence / style.sha256[:2] / style.sha256).unlink()
    assert app.check.check().evidence_missing == (style.sha256,)
    assert app.check.mend().evidence_missing == ()
    assert app.styles.data(style) is not None
    app.close()
