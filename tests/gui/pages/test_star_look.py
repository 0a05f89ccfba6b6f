"""STAR answers at the design's sizes: nothing cut off, everything within reach, and the right thing to press."""

from __future__ import annotations

import pytest

from arcareer.domain.answers import CoreSlot
from arcareer_ui.pages import prep
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.star_desk import TEXTS, an_answer, room_of, tab_of, view_of
from tests.support import builders
from tests.support.audit import audit, audit_all, settle
from tests.support.opened import Opened


@pytest.fixture
def empty(open_pages: OpenPages) -> Opened:
    opened = open_pages((prep.SPEC,))
    opened.window.router.go("prep/star")
    settle()
    return opened


def fill(opened: Opened) -> None:
    long = (*TEXTS[:2], TEXTS[2] * 3, TEXTS[3])
    an_answer(opened, long, title="An answer with a name that is far too long for the narrow column it stands in")
    answer = an_answer(opened, slot=CoreSlot.DIFFICULT_PAYER, competencies=("collections_strategy", "erp_tools"))
    opened.window.router.go(f"answer/{answer.id}")
    settle()


def test_nothing_written_yet(empty: Opened) -> None:
    assert audit_all(empty.window) == {}
    tab_of(empty).show_mode("rehearse")
    settle()
    assert audit(empty.window, (1024, 640), 1.25) == []


def test_an_answer_being_written(empty: Opened) -> None:
    fill(empty)
    assert audit_all(empty.window) == {}


def test_everything_unfolded(empty: Opened) -> None:
    fill(empty)
    editor = view_of(empty).editor
    editor.competencies_button.click()
    editor.ask_name()
    editor.versions_button.click()
    settle()
    assert audit(empty.window, (1280, 800), 1.5) == []
    assert audit(empty.window, (1024, 640), 1.25, "dark") == []


@pytest.mark.parametrize("how", ["from-win", "from-question", "examples"])
def test_ways_to_begin(empty: Opened, how: str) -> None:
    fill(empty)
    tab_of(empty).write.starts.ask(how)
    settle()
    assert audit(empty.window, (1280, 800), 1.5) == []
    assert audit(empty.window, (1024, 640), 1.25, "dark") == []


def test_rehearsing_before_while_and_after(empty: Opened) -> None:
    fill(empty)
    tab_of(empty).show_rehearsal()
    settle()
    assert audit_all(empty.window) == {}
    room = room_of(empty)
    room.start()
    settle()
    assert audit(empty.window, (1024, 640), 1.25, "dark") == []
    assert audit(empty.window, (1280, 800), 1.5) == []
    room.clock.show(101)
    room._mark(empty.app.rehearsals.keep(room.answer, 120, 101, (10, 10, 60, 21)).after)  # type: ignore[arg-type]
    settle()
    assert audit(empty.window, (1024, 640), 1.25, "dark") == []
    assert audit(empty.window, (1280, 800), 1.5) == []


def test_two_hundred_answers_keep_the_core_ones_in_view(empty: Opened) -> None:
    with empty.app.edits._store.write() as unit:
        for number in range(200):
            unit.answers.put(builders.an_answer(texts=("", "", f"Story {number}", "")))
        unit.commit()
    fill(empty)
    rows = view_of(empty).panel.list.items
    assert len(rows) == 5 + 1 + 201
    assert [line.heading for line in rows].index(True) == 5
    assert audit(empty.window, (1280, 800), 1.0) == []
