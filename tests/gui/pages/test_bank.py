"""The question bank: filtered, served by answers and wins, with own questions, coverage and gaps."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from arcareer.domain.answers import Answer, CoreSlot
from arcareer.domain.questions import Fit, Level, QuestionKind
from arcareer_ui.pages import prep, wins
from arcareer_ui.pages.prep.bank.filters import OWN
from arcareer_ui.pages.prep.bank.room import BankRoom
from arcareer_ui.pages.prep.bank.view import FORM, QUESTION, BankView
from arcareer_ui.pages.prep.page import PrepPage
from arcareer_ui.pages.prep.star.tab import StarTab
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import audit_all, settle
from tests.support.builders import a_figure, a_win
from tests.support.opened import Opened

LATE = "hardest-balance-collected"


@pytest.fixture
def empty(open_pages: OpenPages) -> Opened:
    session = open_pages((prep.SPEC, wins.SPEC))
    session.window.router.go("prep/star/questions")
    settle(10)
    return session


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    session = open_pages((prep.SPEC, wins.SPEC))
    for example in session.app.content.worked_examples:
        ready = example.id != "own-mistake"
        write(session, example.question, example.better.texts if ready else example.draft.texts, example.competencies)
    session.wins(
        a_win("Held an order until the deposit came", competencies=("forecasting",), figures=(a_figure(12_000),)),
        a_win("Refused to backdate a receipt", competencies=("ethics_compliance",)),
    )
    session.window.router.go(f"question/{LATE}")
    settle(10)
    return session


def write(session: Opened, key: str, texts: tuple[str, ...], competencies: tuple[str, ...]) -> Answer:
    question = session.app.content.question(key)
    assert question is not None
    begun = cast("Answer", session.app.answers.start_from_question(question).after)
    after = replace(begun, texts=texts, competencies=competencies)
    session.app.answers.save(begun, after)
    return after


def room_of(opened: Opened) -> BankRoom:
    tab = cast("PrepPage", opened.page).tool("star")
    assert isinstance(tab, StarTab)
    room = tab._guests["questions"]
    assert isinstance(room, BankRoom)
    return room


def view_of(opened: Opened) -> BankView:
    return room_of(opened).view


def shown(opened: Opened) -> list[str]:
    return [line.question.key for line in view_of(opened).list.items]


def test_every_question_is_there_and_the_first_is_on_show(empty: Opened) -> None:
    view = view_of(empty)
    assert len(shown(empty)) == len(empty.app.content.questions) >= 90
    assert view.panel.text.text() == empty.app.content.questions[0].text
    assert view.panel.answer_rows == []
    assert {line.fit for line in view.list.items} == {Fit.GAP}


def test_filters_narrow_the_list_and_are_remembered(empty: Opened) -> None:
    filters = view_of(empty).filters
    filters.competency.set_current("forecasting")
    filters.level.set_current(Level.LEAD.value)
    filters.kind.set_current(QuestionKind.BEHAVIOURAL.value)
    filters.kind.chosen.emit(filters.kind.current)
    settle()
    wanted = [
        one.key
        for one in empty.app.content.questions
        if one.competency == "forecasting" and Level.LEAD in one.levels and one.kind is QuestionKind.BEHAVIOURAL
    ]
    assert shown(empty) == wanted != []
    assert empty.announced[-1] == f"{len(wanted)} questions"
    filters.search.setText("no such words at all")
    QTest.keyClick(filters.search, Qt.Key.Key_Return)
    filters.changed.emit()
    settle()
    assert shown(empty) == []
    assert view_of(empty).list.isHidden()
    view_of(empty).clear_button.click()
    settle()
    assert len(shown(empty)) == len(empty.app.content.questions)


def test_fits_are_those_of_the_service_and_gaps_can_be_listed(opened: Opened) -> None:
    fits = opened.app.questions.fits()
    assert {line.question.key: line.fit for line in view_of(opened).list.items} == fits
    view_of(opened).filters.fit.chosen.emit(Fit.GAP.value)
    view_of(opened).filters.fit.set_current(Fit.GAP.value)
    view_of(opened).filters.changed.emit()
    settle()
    assert set(shown(opened)) == {key for key, fit in fits.items() if fit is Fit.GAP}


def test_a_question_shows_the_answers_that_serve_it_best_first(opened: Opened) -> None:
    question = opened.app.content.question(LATE)
    assert question is not None
    card = opened.app.questions.card(question)
    rows = view_of(opened).panel.answer_rows
    assert len(rows) == min(6, len(card.fits))
    assert card.fits[0].fit is Fit.STRONG
    assert "Strong answer" in rows[0].accessibleName()
    rows[0].click()
    settle()
    assert cast("StarTab", cast("PrepPage", opened.page).tool("star")).place == f"answer/{card.fits[0].answer.id}"


def test_a_win_becomes_an_answer_to_the_question_and_undo_takes_it_back(opened: Opened) -> None:
    opened.window.router.go("question/forecast-and-how-close")
    settle(10)
    before = len(opened.app.answers.all())
    view_of(opened).panel.win_rows[0].button.click()
    settle(10)
    made = [one for one in opened.app.answers.all() if one.question == "forecast-and-how-close"]
    assert len(made) == 1
    assert made[0].win is not None
    assert "$12,000" in made[0].text("result") or "12,000" in made[0].whole
    opened.session.undo.undo()
    settle()
    assert len(opened.app.answers.all()) == before


def test_own_question_is_added_changed_and_removed(empty: Opened) -> None:
    room, view = room_of(empty), view_of(empty)
    room.handlers["new-item"]()
    assert view.side == FORM
    view.form.save_button.click()
    assert view.side == FORM
    assert empty.app.questions.own() == ()
    view.form.text.setPlainText("What do you do on a day without overdue accounts?")
    view.form.save_button.click()
    settle(10)
    assert view.side == QUESTION
    own = empty.app.questions.own()[0]
    assert view.panel.text.text() == own.text
    assert not view.panel.menu.isHidden()
    view.filters.competency.set_current(OWN)
    view.filters.changed.emit()
    settle()
    assert shown(empty) == [own.key]
    room._edit()
    view.form.note.setPlainText("They wanted to hear about prevention.")
    view.form.save_button.click()
    settle(10)
    assert empty.app.questions.own()[0].note == "They wanted to hear about prevention."
    room._remove()
    settle()
    assert empty.app.questions.own() == ()
    empty.session.undo.undo()
    settle()
    assert [one.key for one in empty.app.questions.own()] == [own.key]


def test_coverage_says_what_the_service_counts(opened: Opened) -> None:
    held = opened.app.answers.all()[0]
    opened.app.answers.set_core(held, CoreSlot.DIFFICULT_PAYER)
    view_of(opened).filters.coverage_button.click()
    settle(10)
    view = view_of(opened)
    assert view.shows_coverage
    matrix, model = opened.app.coverage.matrix(), view.coverage.model
    assert model.rowCount(QModelIndex()) == len(matrix.rows)
    for row, line in enumerate(matrix.rows):
        cells = [model.index(row, 2 + at).data() for at in range(len(matrix.answers))]
        assert [{None: None, "Ready": Fit.STRONG, "Draft": Fit.WORKABLE}[cell] for cell in cells] == list(line.cells)
        assert model.index(row, 1).data() == str(line.strong)
    assert len(view.coverage.gap_buttons) == len(opened.app.coverage.gaps())
    assert "Not started" not in view.coverage.core_rows[0].button.accessibleName()
    view.coverage.gap_buttons[0].click()
    settle()
    assert not view.shows_coverage
    assert view.filters.competency.current == opened.app.coverage.gaps()[0].competency.id


def test_a_foreign_answer_changes_what_serves(empty: Opened) -> None:
    example = next(one for one in empty.app.content.worked_examples if one.question == LATE)
    write(empty, LATE, example.better.texts, example.competencies)
    settle(10)
    fits = {line.question.key: line.fit for line in view_of(empty).list.items}
    assert fits[LATE] is Fit.STRONG


def test_five_hundred_own_questions_stay_in_one_list(empty: Opened) -> None:
    for number in range(500):
        empty.app.questions.add_own(f"Own question number {number}?")
    settle(10)
    assert len(shown(empty)) == 500 + len(empty.app.content.questions)


def test_the_keyboard_reaches_list_and_answer(opened: Opened) -> None:
    view, room = view_of(opened), room_of(opened)
    room.handlers["find-in-page"]()
    assert opened.window.focusWidget() is view.filters.search
    view.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    assert room.place_title != opened.app.content.questions[0].text
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert opened.window.focusWidget() is view.panel.answer_button


def test_fits_at_every_size(opened: Opened) -> None:
    room = room_of(opened)
    assert audit_all(opened.window) == {}
    room._show_coverage()
    settle(10)
    assert audit_all(opened.window) == {}
    room._add()
    assert audit_all(opened.window) == {}
