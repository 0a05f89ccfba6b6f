"""Copied text keeps customers' names hidden as long as the user wants that."""

from dataclasses import replace
from pathlib import Path

import pytest

from arcareer.bootstrap import App, open_app
from arcareer.domain.documents import DisclosureLevel
from arcareer.paths import LibraryPaths
from tests.support.clock import FakeClock


@pytest.fixture
def app(tmp_path: Path) -> App:
    opened = open_app(LibraryPaths(tmp_path / "library"), FakeClock())
    opened.customers.add("Harlow Foods", alias="a food wholesaler")
    return opened


def test_names_give_way_to_aliases(app: App) -> None:
    said = app.copying.outward("Agreed a plan with HARLOW  foods for $48,200.")
    app.close()
    assert said == "Agreed a plan with a food wholesaler for $48,200."


def test_names_stay_where_the_user_shows_them(app: App) -> None:
    app.document_choices.save(replace(app.document_choices.choices(), level=DisclosureLevel.INTERNAL))
    said = app.copying.outward("Agreed a plan with Harlow Foods.")
    app.close()
    assert said == "Agreed a plan with Harlow Foods."


def test_outside_amounts_become_bands_and_numbers_of_invoices_go(app: App) -> None:
    app.document_choices.save(replace(app.document_choices.choices(), level=DisclosureLevel.OUTSIDE))
    said = app.copying.outward("Harlow Foods paid $48,200 for INV-2041; ana@harlowfoods.com agreed, +44 20 7946 0958.")
    app.close()
    assert said == "A food wholesaler paid $25,000 to $50,000 for an invoice; a food wholesaler agreed, a phone number."


def test_a_word_the_user_takes_for_an_ordinary_one_is_copied_as_it_is(app: App) -> None:
    app.customers.add("Target", alias="a retailer")
    target = next(one.id for one in app.customers.all() if one.name == "Target")
    app.disclosures.decide(target, "Beat the target by 9 days.", is_name=False)
    said = app.copying.outward("Beat the target by 9 days. Target paid.")
    app.close()
    assert said == "Beat the target by 9 days. A retailer paid."
