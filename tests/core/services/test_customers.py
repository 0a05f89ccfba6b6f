"""Customers keep one name and one alias each, and go without hurting a win."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.customers import Customer
from arcareer.errors import FieldProblem
from tests.support.builders import Library, a_win
from tests.support.contents import contents


def added(library: Library, name: str, spellings: tuple[str, ...] = (), alias: str = "") -> Customer:
    customer = library.customers.add(name, spellings, alias).after
    assert isinstance(customer, Customer)
    return customer


@pytest.mark.parametrize(
    ("typed", "found"),
    [("harl", "Harlow Foods"), ("foods harlow", "Harlow Foods"), ("hralow", "Harlow Foods"), ("hff", "Harlow Foods")],
)
def test_a_customer_is_found_by_any_of_its_names_one_mistake_forgiven(library: Library, typed: str, found: str) -> None:
    added(library, "Harlow Foods", ("HFF",))
    added(library, "Castell")
    assert [customer.name for customer in library.customers.find(typed)] == [found]
    assert library.customers.find("  ") == library.customers.find("zenith") == ()


def test_customers_get_the_next_free_alias(library: Library) -> None:
    names = ("Harlow Foods", "Castell", "Brenner")
    assert [added(library, name).alias for name in names] == ["Customer A", "Customer B", "Customer C"]
    second = next(customer for customer in library.customers.all() if customer.alias == "Customer B")
    library.customers.remove(second)
    assert added(library, "Dunmore").alias == "Customer B"
    assert added(library, "Elsway", alias="Regional retailer").alias == "Regional retailer"


def test_customers_come_by_name_with_their_spellings(library: Library) -> None:
    harlow, brenner = added(library, "harlow Foods", ("Harlow", "HF Ltd")), added(library, "Brenner")
    assert library.customers.all() == (brenner, harlow)
    assert library.customers.get(harlow.id) == harlow
    assert library.customers.get(a_win().id) is None


@pytest.mark.parametrize(
    ("name", "alias", "field"),
    [("", "", "name"), ("  ", "", "name"), ("HARLOW foods ", "", "name"), ("New", "customer a", "alias")],
)
def test_name_and_alias_belong_to_one_customer(library: Library, name: str, alias: str, field: str) -> None:
    added(library, "Harlow Foods")
    with pytest.raises(FieldProblem) as told:
        library.customers.add(name, alias=alias)
    assert told.value.field == field
    assert len(library.customers.all()) == 1


def test_saving_checks_against_the_others_only(library: Library) -> None:
    harlow, castell = added(library, "Harlow Foods"), added(library, "Castell")
    library.customers.save(harlow, renamed := replace(harlow, name="HARLOW FOODS"))
    assert library.customers.get(harlow.id) == renamed
    for change in (
        replace(castell, name="Harlow foods"),
        replace(castell, alias="Customer A"),
        replace(castell, alias=""),
    ):
        with pytest.raises(FieldProblem):
            library.customers.save(castell, change)
    assert library.customers.get(castell.id) == castell


def test_removed_customer_leaves_its_wins_and_comes_back_with_its_links(library: Library) -> None:
    harlow, castell = added(library, "Harlow Foods"), added(library, "Castell")
    win = a_win(customers=(harlow.id, castell.id))
    trashed = a_win(customers=(harlow.id,), trashed_at=library.clock.now())
    library.add(win, trashed)
    before = contents(library.store)
    library.published.clear()
    change = library.customers.remove(harlow)
    assert change.label == "Remove customer"
    assert library.customers.all() == (castell,)
    assert library.journal.get(win.id) == replace(win, customers=(castell.id,))
    assert library.journal.get(trashed.id) == replace(trashed, customers=())
    touched = {(EntityKind.WIN, win.id), (EntityKind.WIN, trashed.id), (EntityKind.CUSTOMER, harlow.id)}
    assert library.published == [ChangeSet(frozenset(touched))]
    library.edits.apply(change.inverse())
    assert contents(library.store) == before


def test_matcher_knows_every_spelling(library: Library) -> None:
    harlow = added(library, "Harlow Foods", ("HF Trading",))
    castell = added(library, "Castell")
    hits = library.customers.matcher().find("HARLOW FOODS paid, HF Trading did not, Castell may")
    assert [hit.id for hit in hits] == [harlow.id, harlow.id, castell.id]
