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
