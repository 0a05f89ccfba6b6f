"""Red flags over answers for interviews: opened where they are written, kept in the answer itself, part by part."""

from __future__ import annotations

from dataclasses import replace
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from arcareer.domain.answers import Answer, AnswerKind
from arcareer.domain.checks import CheckAs
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer_ui.pages import prep
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.red_flags.tab import RedFlagsTab
from arcareer_ui.pages.prep.red_flags.text_part import TextPart
from arcareer_ui.pages.prep.reframe.tab import ReframeTab
from arcareer_ui.pages.prep.star.tab import StarTab
from arcareer_ui.widgets.banner import Banner
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit_all, settle
from tests.support.opened import Opened
from tests.support.running import CTRL, press

TEXTS = ("A firm was 62 days late.", "It was my account.", "We chased them.", "They paid $4,100.")
STEPS = ("I wrote long notes.", "One went unread.", "I write three lines now.", "", "")


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    return open_pages((prep.SPEC,))


def an_answer(opened: Opened, kind: AnswerKind = AnswerKind.STAR) -> UUID:
    blank = opened.app.answers.start_blank(kind).after
    assert isinstance(blank, Answer)
    opened.app.answers.save(blank, replace(blank, texts=TEXTS if kind is AnswerKind.STAR else STEPS))
    settle()
    return blank.id


def go(opened: Opened, route: str) -> None:
    assert opened.window.router.go(route)
    settle()


def flags(opened: Opened) -> RedFlagsTab:
    tab = cast("PrepPage", opened.page).tool("red-flags")
    assert isinstance(tab, RedFlagsTab)
    return tab


def part_of(opened: Opened) -> TextPart:
    return flags(opened).text


def stored(opened: Opened, identity: UUID) -> Answer:
    answer = opened.app.answers.get(identity)
    assert answer is not None
    return answer


def add(opened: Opened, words: str) -> None:
    text = part_of(opened).card.text
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(text, words)


def f7(opened: Opened, editor: QWidget) -> None:
    opened.window.activateWindow()
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_F7)
    settle()


def test_f7_checks_the_part_that_is_being_written_and_the_way_back_leads_to_the_answer(opened: Opened) -> None:
    identity = an_answer(opened)
    go(opened, f"answer/{identity}")
    star = cast("PrepPage", opened.page).tool("star")
    assert isinstance(star, StarTab)
    f7(opened, star.write.view.editor.sections["action"].editor)
    assert part_of(opened).card.text.text == "We chased them."
    assert part_of(opened).kind.current == CheckAs.ANSWER
    press(flags(opened), "Back to the answer")
    settle()
    assert opened.window.router.current == f"answer/{identity}"


def test_f7_checks_the_step_that_is_being_written(opened: Opened) -> None:
    identity = an_answer(opened, AnswerKind.REFRAME)
    go(opened, f"prep/weakness-reframe/{identity}")
    reframe = cast("PrepPage", opened.page).tool("weakness-reframe")
    assert isinstance(reframe, ReframeTab)
    f7(opened, reframe.view.steps.editors["change"])
    assert part_of(opened).card.text.text == "I write three lines now."
    press(flags(opened), "Back to the answer")
    settle()
    assert opened.window.router.current == f"prep/weakness-reframe/{identity}"


def test_without_a_part_the_first_that_has_words_is_shown_and_every_part_can_be_chosen(opened: Opened) -> None:
    identity = an_answer(opened)
    answer = stored(opened, identity)
    opened.app.answers.save(answer, answer.with_text("situation", ""))
    go(opened, f"prep/red-flags/answer/{identity}")
    part = part_of(opened)
    assert part.card.text.text == "It was my account."
    for field, text in zip(part.source.fields, ("", *TEXTS[1:]), strict=True):
        part.card.field_chosen.emit(field)
        assert part.card.text.text == text


def test_what_is_typed_is_kept_in_the_answer_and_undone_as_one_step(opened: Opened) -> None:
    identity = an_answer(opened)
    go(opened, f"prep/red-flags/answer/{identity}/result")
    add(opened, " In full.")
    opened.window.pages.flush()
    assert stored(opened, identity).texts == (*TEXTS[:3], "They paid $4,100. In full.")
    opened.session.undo.undo()
    settle()
    assert stored(opened, identity).texts == TEXTS
    assert part_of(opened).card.text.text == "They paid $4,100."


def test_another_part_changed_elsewhere_is_no_conflict(opened: Opened) -> None:
    identity = an_answer(opened)
    go(opened, f"prep/red-flags/answer/{identity}/result")
    add(opened, " In full.")
    opened.app.answers.save(stored(opened, identity), stored(opened, identity).with_text("task", "I had it."))
    settle()
    opened.window.pages.flush()
    assert stored(opened, identity).texts == (TEXTS[0], "I had it.", TEXTS[2], "They paid $4,100. In full.")


def test_a_route_to_an_answer_in_the_trash_shows_the_text_of_ones_own(opened: Opened) -> None:
    identity = an_answer(opened)
    opened.app.answers.move_to_trash(stored(opened, identity))
    go(opened, f"prep/red-flags/answer/{identity}")
    assert part_of(opened).source.place is None


@pytest.fixture
def torn(opened: Opened) -> tuple[Opened, UUID]:
    """An answer on show in Red flags, typed in while the disk was full, its part changed elsewhere meanwhile."""
    identity = an_answer(opened)
    go(opened, f"prep/red-flags/answer/{identity}/action")

    def refuse() -> None:
        raise LibraryProblem(ProblemKind.DISK_FULL, "The disk is full. Your text is kept.")

    opened.app.edits._store.guard = refuse
    add(opened, " Twice.")
    opened.window.pages.flush()
    opened.app.edits._store.guard = lambda: None
    opened.app.answers.save(stored(opened, identity), stored(opened, identity).with_text("action", "I rang."))
    settle()
    return opened, identity


def banners(opened: Opened) -> list[Banner]:
    return [one for one in part_of(opened).findChildren(Banner) if one.isVisible()]


@pytest.mark.parametrize(
    ("choice", "left"), [("Keep what I typed", "We chased them. Twice."), ("Take the stored one", "I rang.")]
)
def test_a_clash_is_for_the_user_to_decide(torn: tuple[Opened, UUID], choice: str, left: str) -> None:
    opened, identity = torn
    assert len(banners(opened)) == 1
    assert part_of(opened).card.text.text == "We chased them. Twice."
    press(banners(opened)[0], choice)
    settle()
    assert stored(opened, identity).text("action") == left
    assert part_of(opened).card.text.text == left
    assert banners(opened) == []


def test_an_answer_fits_at_every_size(torn: tuple[Opened, UUID]) -> None:
    assert audit_all(torn[0].window) == {}
