"""Documents filled step by step are the documents filled at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import pytest
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QPainter, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from arcareer_ui.theme.theme import Theme
from arcareer_ui.widgets import page_filler
from arcareer_ui.widgets.page_filler import PagedText, PageFiller
from arcareer_ui.widgets.page_preview import PagePreview
from tests.support.audit import settle

PIECES = {
    "paragraph": '<p style="margin-top:7px; margin-bottom:3px"><a href="win/1"><span>para<br>graph</span></a></p>',
    "list": '<ul style="margin:0 0 0 10px"><li style="margin-top:5px">one</li><li style="margin-top:5px">two</li></ul>',
    "table": '<table width="600" style="margin-top:9px"><tr><td>a</td><td>b</td></tr></table>',
}
STYLE = "p { color: #123456 }"


class Line(NamedTuple):
    """A block as it is laid out."""

    text: str
    top: float
    height: float
    left: float
    is_listed: bool
    is_in_table: bool


@pytest.fixture
def filler(theme: Theme) -> Iterator[PageFiller]:
    owner = QObject()
    yield PageFiller(owner)
    owner.deleteLater()


def lines(document: QTextDocument) -> list[Line]:
    found = []
    block = document.begin()
    while block.isValid():
        box = document.documentLayout().blockBoundingRect(block)
        is_in_table = QTextCursor(block).currentTable() is not None
        found.append(Line(block.text(), box.top(), box.height(), box.left(), block.textList() is not None, is_in_table))
        block = block.next()
    return found


def filled(filler: PageFiller, text: PagedText) -> QTextDocument:
    made: list[QTextDocument] = []
    filler.filled.connect(made.append)
    filler.fill(text)
    while filler.is_busy:
        settle(1)
    filler.filled.disconnect(made.append)
    (document,) = made
    return document


@pytest.mark.parametrize("first", list(PIECES))
def test_step_by_step_gives_the_same_lines_at_the_same_places(
    filler: PageFiller, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    for others in product(PIECES, repeat=3):
        text = PagedText([PIECES[kind] for kind in (first, *others)], STYLE)
        at_once = lines(filled(filler, text))
        with monkeypatch.context() as patch:
            patch.setattr(page_filler, "AT_ONCE", 0)
            patch.setattr(page_filler, "STEP", 1)
            assert lines(filled(filler, text)) == at_once, (first, *others)


def test_a_short_document_is_full_at_once(filler: PageFiller) -> None:
    made: list[QTextDocument] = []
    filler.filled.connect(made.append)
    filler.fill(PagedText([PIECES["paragraph"]]))
    assert not filler.is_busy
    assert made[0].pageCount() == 1


def test_nothing_is_a_document_too(filler: PageFiller) -> None:
    assert filled(filler, PagedText(())).toPlainText() == ""


def test_what_is_asked_for_last_counts(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_filler, "AT_ONCE", 0)
    monkeypatch.setattr(page_filler, "STEP", 1)
    preview = PagePreview("Preview")
    qtbot.addWidget(preview)
    changes: list[str] = []
    preview.changed.connect(lambda: changes.append(preview.text))
    preview.show_text(PagedText(["<p>the first one</p>"] * 20))
    settle(3)
    assert preview.is_filling
    assert preview.text == ""
    preview.show_text(PagedText(["<p>the second one</p>"] * 5))
    while preview.is_filling:
        settle(1)
    assert changes == ["\n".join(["the second one"] * 5)]


def test_pictures_are_drawn_where_the_text_names_them(qtbot: QtBot, theme: Theme) -> None:
    areas: list[QRectF] = []

    def draw(painter: QPainter, area: QRectF) -> None:
        areas.append(area)
        painter.fillRect(area, QColor("#ff0000"))

    preview = PagePreview("Preview")
    qtbot.addWidget(preview)
    preview.resize(397, 561)
    preview.show_text(
        PagedText(['<p>Before</p><p><img src="chart/0" width="200" height="100"></p>'], "", {"chart/0": draw})
    )
    image = preview.grab().toImage()
    assert (areas[0].width(), areas[0].height()) == (200, 100)
    reds = sum(image.pixelColor(x, y) == QColor("#ff0000") for x in range(397) for y in range(200))
    assert reds == pytest.approx(100 * 50, rel=0.05)
