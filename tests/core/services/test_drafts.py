"""Half-typed text survives faults, and is gone once it is saved."""

from __future__ import annotations

from datetime import timedelta

import pytest

from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.storage.rescue import FILE_NAME
from tests.support.builders import Library, a_draft, a_library


def refuse() -> None:
    raise LibraryProblem(ProblemKind.FILE_REPLACED, "Another program replaced the library file.")


def keep_while_refused(library: Library, key: str, text: str) -> None:
    library.store.guard = refuse
    with pytest.raises(LibraryProblem):
        library.drafts.keep(key, text)
    library.store.guard = lambda: None


def test_drafts_carry_the_time_they_were_kept(library: Library) -> None:
    first = library.drafts.keep("capture", "Col")
    library.clock.advance(timedelta(seconds=0.4))
    second = library.drafts.keep("capture", "Collected")
    assert second.kept_at - first.kept_at == timedelta(seconds=0.4)


def test_text_the_database_did_not_take_lies_beside_it(library: Library) -> None:
    library.drafts.keep("capture", "Col")
    library.clock.advance(timedelta(seconds=1))
    keep_while_refused(library, "capture", "Collected \ud800")
    library.close()
    again = a_library(library.paths.folder)
    assert [(draft.key, draft.text) for draft in again.drafts.all()] == [("capture", "Collected �")]
    rescued = again.paths.folder / FILE_NAME
    assert rescued.stat().st_mode & 0o777 == 0o600
    again.clock.advance(timedelta(seconds=2))
    again.drafts.keep("capture", "Collected it")
    assert [draft.text for draft in again.drafts.all()] == ["Collected it"]
    assert not rescued.exists()
    again.close()


def test_older_rescued_text_does_not_hide_newer(library: Library) -> None:
    keep_while_refused(library, "capture", "old")
    library.clock.advance(timedelta(seconds=1))
    connection = library.store.connection
    connection.execute("INSERT INTO drafts VALUES ('capture', 'new', '2026-10-16T16:20:01.000000Z')")
    draft = library.drafts.find("capture")
    assert draft is not None
    assert draft.text == "new"


def test_saving_the_field_drops_rescued_text_too(library: Library) -> None:
    keep_while_refused(library, "capture", "Collected")
    keep_while_refused(library, "other", "Trained")
    library.journal.log_win(a_draft(), draft_key="capture")
    assert [draft.key for draft in library.drafts.all()] == ["other"]
    library.drafts.discard("other")
    assert library.drafts.all() == ()
    assert not (library.paths.folder / FILE_NAME).exists()


def test_refused_save_keeps_rescued_text(library: Library) -> None:
    keep_while_refused(library, "capture", "Collected")
    library.store.guard = refuse
    with pytest.raises(LibraryProblem):
        library.journal.log_win(a_draft(), draft_key="capture")
    library.store.guard = lambda: None
    assert [draft.text for draft in library.drafts.all()] == ["Collected"]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a": 1}', '{"a": ["text", "yesterday"]}', "null"])
def test_unreadable_rescue_file_is_no_trouble(library: Library, content: str) -> None:
    (library.paths.folder / FILE_NAME).write_text(content, "utf-8")
    kept = library.drafts.keep("capture", "Collected")
    assert library.drafts.all() == (kept,)
