"""What the tests of STAR answers share: a library with answers, and hands on the tab."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from arcareer.domain.answers import Answer, AnswerKind, CoreSlot
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.star.rehearsal_room import RehearsalRoom
from arcareer_ui.pages.prep.star.tab import StarTab
from arcareer_ui.pages.prep.star.write_view import WriteView
from tests.support.audit import settle
from tests.support.opened import Opened

TEXTS = (
    "A haulage firm, one of our larger accounts, was 62 days late with 48,700 dollars open on seven invoices.",
    "The account was mine, and I was asked to bring it back to terms before the half-year.",
    (
        "I compared their ledger with ours line by line, found three invoices without an order number, had them sent "
        "again the same day and phoned their accounts manager. I offered four part-payments with dates and wrote down "
        "what we agreed after each call."
    ),
    "All 48,700 dollars came in within six weeks, and the account went from 62 days late to 9.",
)
CTRL = Qt.KeyboardModifier.ControlModifier


def tab_of(opened: Opened) -> StarTab:
    tab = cast("PrepPage", opened.page).tool("star")
    assert isinstance(tab, StarTab)
    return tab


def view_of(opened: Opened) -> WriteView:
    return tab_of(opened).write.view


def room_of(opened: Opened) -> RehearsalRoom:
    return tab_of(opened).rehearsal


def an_answer(opened: Opened, texts: tuple[str, ...] = TEXTS, slot: CoreSlot | None = None, **fields: Any) -> Answer:
    """Write an answer into the library as a foreign change."""
    answer = opened.app.answers.start_blank(AnswerKind.STAR, slot).after
    assert isinstance(answer, Answer)
    written = replace(answer, texts=texts, **fields)
    opened.app.answers.save(answer, written)
    settle()
    return written


def stored(opened: Opened) -> list[tuple[str, ...]]:
    return [answer.texts for answer in opened.app.answers.all()]


def write(opened: Opened, part: str, text: str) -> None:
    """Type at the end of a part."""
    editor = view_of(opened).editor.sections[part].editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(editor, text)


def press(
    opened: Opened,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    on: QWidget | None = None,
) -> None:
    target = on or QApplication.focusWidget() or opened.window
    QTest.keyClick(target, key, modifiers)
    settle()


class Seconds:
    """A monotonic clock that moves when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now
