"""The brag sheet where room is short: nothing above the document is squeezed, and its edges line up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from arcareer_ui.pages import brag_sheet, this_week
from arcareer_ui.pages.brag_sheet.panes import CHECKS, FORM, NUMBERS, PREVIEW
from arcareer_ui.pages.brag_sheet.view import OPTIONS
from arcareer_ui.theme.tokens import PAGE_MARGIN, PAGE_MARGIN_COMPACT
from tests.gui.pages.brag_sheet_desk import banner, put_bullet, put_half_year, show, view
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import View, audit, dress, settle
from tests.support.opened import Opened

CLAIMS = (
    "Trained 17 colleagues in the portal and wrote 23 short guides for them",
    "Answered 1,240 letters within 2 days of their coming in, and kept a list of every one",
)
SMALL, LARGEST = (1024, 640), 1.5


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    """The page with six wins."""
    desk = open_pages((brag_sheet.SPEC, this_week.SPEC))
    put_half_year(desk)
    return desk


def place(widget: QWidget, opened: Opened) -> QRect:
    """Return where a widget is in the window."""
    return QRect(widget.mapTo(opened.window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("pane", [OPTIONS, PREVIEW, NUMBERS, CHECKS, FORM])
def test_what_stops_the_document_is_read_whole_at_the_largest_text(opened: Opened, pane: str) -> None:
    for claim in CLAIMS:
        put_bullet(opened, claim)
    view(opened).save_button.click()
    settle()
    dress(opened.window, View(SMALL, LARGEST))
    show(opened, pane)
    assert CLAIMS[0] in banner(opened).accessibleName()
    assert audit(opened.window, SMALL, LARGEST) == []


@pytest.mark.parametrize(("size", "margin"), [((1280, 800), PAGE_MARGIN), (SMALL, PAGE_MARGIN_COMPACT)])
def test_the_page_keeps_the_margins_of_every_page(opened: Opened, size: tuple[int, int], margin: int) -> None:
    dress(opened.window, View(size))
    shown = view(opened)
    assert place(shown.header, opened).left() == opened.window.rail.width() + margin
    for part in (shown.save_button, shown.side, shown.document):
        assert place(part, opened).right() == size[0] - margin - 1


def test_cards_stand_in_the_middle_of_their_pane(opened: Opened) -> None:
    put_bullet(opened, CLAIMS[0])
    dress(opened.window, View())
    show(opened, CHECKS)
    pane, card = place(view(opened).checks, opened), place(view(opened).checks.cards[0], opened)
    assert card.left() - pane.left() == pane.right() - card.right()


def test_actions_stand_beside_the_title_where_there_is_room(opened: Opened) -> None:
    dress(opened.window, View(SMALL, 1.25))
    shown = view(opened)
    assert place(shown.save_button, opened).top() == place(shown.header, opened).top()
