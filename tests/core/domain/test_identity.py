"""Identities that libraries already hold must never change."""

from uuid import NAMESPACE_URL, uuid5

from arcareer.domain.agenda import OWNER_ID
from arcareer.domain.identity import named_id, new_id


def test_the_same_words_give_the_same_identity() -> None:
    assert named_id("away-week", "2026-03-02") == uuid5(uuid5(NAMESPACE_URL, "arcareer"), "away-week\x1f2026-03-02")
    assert named_id("a", "b") != named_id("ab")


def test_the_owner_has_the_identity_of_its_name() -> None:
    assert named_id("owner") == OWNER_ID


def test_fresh_identities_differ() -> None:
    assert new_id() != new_id()
