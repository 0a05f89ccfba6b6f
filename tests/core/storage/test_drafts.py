"""Half-typed text is kept at once, one a field, and never stands in the way."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import HealthCheck, given, settings

from arcareer.domain.drafts import Draft
from arcareer.storage.stored import storable
from tests.support import values
from tests.support.builders import Library, a_library


def test_latest_text_of_a_field_is_kept(library: Library) -> None:
    library.drafts.keep("capture", "Col")
    library.clock.advance(timedelta(seconds=0.4))
    kept = library.drafts.keep("capture", "Collected")
    assert kept == Draft("capture", "Collected", library.clock.now())
    assert library.drafts.find("capture") == kept
    assert library.drafts.all() == (kept,)


def test_drafts_survive_the_end_of_the_process(library: Library) -> None:
    kept = library.drafts.keep("win:1", "half a sen")
    library.close()
    again = a_library(library.paths.folder)
    assert again.drafts.all() == (kept,)
    again.close()


def test_fields_are_apart_and_the_latest_comes_first(library: Library) -> None:
    library.drafts.keep("a", "one")
    library.clock.advance(timedelta(seconds=1))
    library.drafts.keep("b", "two")
    assert [draft.key for draft in library.drafts.all()] == ["b", "a"]
    library.drafts.discard("b")
    library.drafts.discard("never kept")
    assert [draft.key for draft in library.drafts.all()] == ["a"]
    assert library.drafts.find("b") is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values.texts)
def test_any_text_is_kept_as_typed(library: Library, text: str) -> None:
    library.drafts.keep("capture", text)
    draft = library.drafts.find("capture")
    assert draft is not None
    assert draft.text == storable(text)


def test_unreadable_draft_is_left_out_and_left_alone(library: Library) -> None:
    library.drafts.keep("good", "text")
    connection = library.store.connection
    connection.execute("INSERT INTO drafts VALUES ('torn', CAST(x'C328' AS TEXT), '2026-10-16T16:20:00.000000Z')")
    connection.execute("INSERT INTO drafts VALUES ('undated', 'text', 'yesterday')")
    assert [draft.key for draft in library.drafts.all()] == ["good"]
    assert connection.execute("SELECT count(*) FROM drafts").fetchall() == [(3,)]


def test_drafts_publish_nothing(library: Library) -> None:
    library.drafts.keep("capture", "text")
    library.drafts.discard("capture")
    assert library.published == []
