"""What the tests of the brag sheet page share."""

from __future__ import annotations

from datetime import date

from arcareer.domain.journal import Win
from arcareer_ui.pages.brag_sheet.page import BragSheetPage
from arcareer_ui.pages.brag_sheet.view import BragSheetView
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.button import Button
from tests.support.audit import settle
from tests.support.builders import a_win
from tests.support.opened import Opened
from tests.support.sheets import CUSTOMERS, YEAR_OF_WINS


def page(opened: Opened) -> BragSheetPage:
    """Return the page on show."""
    shown = opened.page
    assert isinstance(shown, BragSheetPage)
    return shown


def view(opened: Opened) -> BragSheetView:
    """Return the parts of the page on show."""
    return page(opened).view


def put_half_year(opened: Opened) -> tuple[Win, ...]:
    """Put two customers and six wins of the second half of 2026 into the library."""
    with opened.app.edits._store.write() as unit:
        for customer in CUSTOMERS:
            unit.customers.put(customer)
        for win in YEAR_OF_WINS:
            unit.wins.put(win)
        unit.commit()
    settle()
    return YEAR_OF_WINS


def many(count: int) -> list[Win]:
    """Return wins of the autumn of 2026."""
    return [a_win(f"Collected balance number {at}", happened_on=date(2026, 9, 1 + at % 28)) for at in range(count)]


def banner(opened: Opened) -> Banner:
    """Return the message above the document."""
    (shown,) = [one for one in view(opened).findChildren(Banner) if one.isVisible()]
    return shown


def button(label: str, opened: Opened) -> Button:
    """Return the button that says this."""
    (found,) = [one for one in view(opened).findChildren(Button) if one.label == label and one.isVisible()]
    return found
