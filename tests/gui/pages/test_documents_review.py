"""The promotion review on its page: chosen, its case typed, its results picked, saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from arcareer.domain.documents import (
    ChosenResult,
    DocumentChoices,
    DocumentKind,
    PeriodKind,
    PromotionCase,
    ReviewSection,
)
from arcareer.domain.reviews import Review
from arcareer_ui.pages import brag_sheet, this_week
from arcareer_ui.pages.brag_sheet import case_desk
from arcareer_ui.pages.brag_sheet.case_card import CaseCard
from arcareer_ui.widgets.combo import Combo
from tests.gui.pages.brag_sheet_desk import faults, page, press, put_half_year, redo, routes, show, undo, view
from tests.gui.pages.conftest import OpenPages
from tests.support.audit import settle
from tests.support.builders import a_win
from tests.support.opened import Opened
from tests.support.sheets import words_of_docx

CTRL = Qt.KeyboardModifier.ControlModifier
SPECS = (brag_sheet.SPEC, this_week.SPEC)


@pytest.fixture
def bare(open_pages: OpenPages, tmp_path: Path) -> Opened:
    """The review of a library that has wins and no review yet."""
    desk = open_pages(SPECS)
    put_half_year(desk)
    desk.dialogs.path = tmp_path / "Case.docx"
    press(view(desk).what.kind, Qt.Key.Key_Right)
    return desk


@pytest.fixture
def opened(bare: Opened) -> Opened:
    """The same with a review in December and one the summer after."""
    bare.app.reviews.add(date(2026, 12, 10), "Yearly review")
    bare.app.reviews.add(date(2027, 6, 10), "Panel in June")
    settle()
    return bare


def card(opened: Opened) -> CaseCard:
    return view(opened).case


def review(opened: Opened, title: str = "Yearly review") -> Review:
    return next(one for one in opened.app.reviews.all() if one.occasion.title == title)


def case(opened: Opened, title: str = "Yearly review") -> PromotionCase:
    return opened.app.promotion_reviews.case(review(opened, title))


def choose(combo: Combo, words: str) -> None:
    """Choose by keyboard what holds these words."""
    combo.setFocus()
    at = next(at for at in range(combo.count()) if words in combo.itemText(at))
    combo.setCurrentIndex(at - 1 if at else 1)
    QTest.keyClick(combo, Qt.Key.Key_Down if at else Qt.Key.Key_Up)
    settle()


def write(opened: Opened, name: str, text: str) -> None:
    field = card(opened).fields[name]
    field.setFocus()
    QTest.keyClicks(field, text)
    page(opened).flush()
    settle()


def test_it_is_chosen_by_keyboard_and_saved_as_word(opened: Opened) -> None:
    assert page(opened).choosing.choices.document is DocumentKind.REVIEW
    write(opened, "asked_for", "Senior coordinator from January")
    QTest.keyClick(opened.window, Qt.Key.Key_E, CTRL)
    settle()
    assert opened.dialogs.asked == ["Save the promotion review"]
    assert opened.dialogs.offered[0].name.startswith("Promotion review ")
    assert opened.dialogs.path is not None
    words = " ".join(words_of_docx(opened.dialogs.path.read_bytes()))
    assert "Senior coordinator from January" in words
    assert "Harlow" not in words


def test_without_a_review_there_is_nothing_to_type_into_and_a_way_to_one(bare: Opened) -> None:
    asked = routes(bare)
    assert not any(field.isEnabled() for field in card(bare).fields.values())
    assert "No review yet." in card(bare).hint.text()
    QTest.keyClick(card(bare).reviews_button, Qt.Key.Key_Return)
    assert asked == ["reviews"]
    bare.app.reviews.add(date(2026, 12, 10), "Yearly review")
    settle()
    assert all(field.isEnabled() for field in card(bare).fields.values())
    assert not card(bare).hint.isVisible()


def test_the_words_of_the_case_are_kept_as_typed_and_printed(open_pages: OpenPages, opened: Opened) -> None:
    typed = {"asked_for": "Senior coordinator", "gap": "Lead a credit review", "closing": "Please decide in May"}
    for name, text in typed.items():
        write(opened, name, text)
        assert text in view(opened).preview.text
    kept = case(opened)
    assert (kept.asked_for, kept.gap, kept.closing) == tuple(typed.values())
    opened.close()
    again = open_pages(SPECS)
    assert {name: field.text for name, field in card(again).fields.items()} == typed


def test_typing_is_saved_by_itself(opened: Opened) -> None:
    QTest.keyClicks(card(opened).fields["closing"], "Decide in May")
    QTest.qWait(400)
    assert case(opened).closing == "Decide in May"


def test_each_field_is_a_step_to_undo(opened: Opened) -> None:
    write(opened, "asked_for", "Senior coordinator")
    write(opened, "asked_for", " from January")
    write(opened, "gap", "Lead a credit review")
    undo(opened)
    assert card(opened).fields["gap"].text == ""
    assert card(opened).fields["asked_for"].text == "Senior coordinator from January"
    undo(opened)
    assert card(opened).fields["asked_for"].text == ""
    redo(opened)
    assert "Senior coordinator from January" in view(opened).preview.text


def test_the_case_belongs_to_its_review(opened: Opened) -> None:
    write(opened, "asked_for", "Senior coordinator")
    choose(card(opened).review, "Panel in June")
    assert card(opened).fields["asked_for"].text == ""
    write(opened, "asked_for", "Team lead")
    assert (case(opened).asked_for, case(opened, "Panel in June").asked_for) == ("Senior coordinator", "Team lead")
    choose(card(opened).review, "Yearly review")
    assert card(opened).fields["asked_for"].text == "Senior coordinator"
    assert "Team lead" not in view(opened).preview.text


def test_results_are_picked_put_in_order_and_given_back_to_the_rule(opened: Opened) -> None:
    first, second, third = card(opened).results
    choose(first, "$48,200")
    choose(second, "$186,400")
    wins = {win.id: win.headline for win in opened.app.journal.wins(page(opened).choosing.period)}
    assert [wins[one.win] for one in case(opened).results] == [
        "Collected $48,200 from Northgate Freight",
        "Recovered a 140-day balance from Harlow Foods",
    ]
    text = view(opened).preview.text
    assert text.index("Collected $48,200") < text.index("Recovered a 140-day balance")
    choose(first, "Chosen by rule")
    assert "$186,400" in first.currentText()
    assert third.currentText() == second.currentText() == "Chosen by rule"
    undo(opened)
    assert "$48,200" in first.currentText()
    choose(first, "Chosen by rule")
    choose(first, "Chosen by rule")
    assert case(opened).results == ()


def test_a_result_of_a_win_that_changes_follows_it(opened: Opened) -> None:
    opened.wins(a_win("Cleared the suspense account", happened_on=date(2026, 10, 2), outcome="All of it."))
    offered = [card(opened).results[0].itemText(at) for at in range(card(opened).results[0].count())]
    assert not any("suspense" in words for words in offered)
    win = next(one for one in opened.app.journal.wins(page(opened).choosing.period) if "48,200" in one.headline)
    opened.app.journal.move_to_trash([win.id])
    settle()
    offered = [card(opened).results[0].itemText(at) for at in range(card(opened).results[0].count())]
    assert not any("48,200" in words for words in offered)


def test_typing_in_the_case_does_not_look_for_results_again(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    service = opened.app.promotion_reviews
    suggest = service.suggested_results

    def note(choices: DocumentChoices, most: int) -> tuple[ChosenResult, ...]:
        asked.append(most)
        return suggest(choices, most)

    monkeypatch.setattr(service, "suggested_results", note)
    write(opened, "gap", "Lead a credit review")
    assert asked == []
    opened.wins(a_win("Another one"))
    assert asked == [case_desk.BY_RULE]


def test_the_period_is_that_of_the_review_and_a_custom_one_starts_from_it(opened: Opened) -> None:
    period = view(opened).period
    assert period.kind.current == PeriodKind.YEAR.value
    assert period.found.text().startswith("10 December 2025 to 16 October 2026.")
    press(period.kind, Qt.Key.Key_Right)
    assert page(opened).choosing.choices.period_kind is PeriodKind.CUSTOM
    assert period.found.text().startswith("10 December 2025 to 16 October 2026.")
    undo(opened)
    press(view(opened).what.kind, Qt.Key.Key_Left)
    assert period.found.text().startswith("1 July 2026 to 31 December 2026.")


def test_page_one_stays_the_case_and_other_sections_move_behind_it(opened: Opened) -> None:
    rows = view(opened).sections.rows
    shown = sorted((row.y(), section.value) for section, row in rows.items() if row.isVisible())
    assert [one for _, one in shown] == [section.value for section in ReviewSection]
    case_row, evidence = rows[ReviewSection.CASE], rows[ReviewSection.EVIDENCE]
    assert not case_row.box.isEnabled()
    assert not case_row.up.isVisible()
    for _ in range(9):
        evidence.up.click()
    settle()
    assert page(opened).choosing.choices.review_sections[:2] == (ReviewSection.CASE, ReviewSection.EVIDENCE)


def test_a_section_both_documents_have_is_left_out_of_the_one_on_show(opened: Opened) -> None:
    evidence = view(opened).sections.rows[ReviewSection.EVIDENCE]
    QTest.keyClick(evidence.box, Qt.Key.Key_Space)
    settle()
    choices = page(opened).choosing.choices
    assert choices.review_left_out == (ReviewSection.EVIDENCE,)
    assert choices.left_out == ()
    press(view(opened).what.kind, Qt.Key.Key_Left)
    assert evidence.box.isChecked()
    press(view(opened).what.kind, Qt.Key.Key_Right)
    assert not evidence.box.isChecked()


def test_a_library_without_anything_still_has_its_case(open_pages: OpenPages) -> None:
    empty = open_pages(SPECS)
    press(view(empty).what.kind, Qt.Key.Key_Right)
    assert view(empty).desk.isVisible()
    assert view(empty).save_button.isEnabled()
    for pane in ("numbers", "checks", "form"):
        show(empty, pane)


@pytest.mark.parametrize("stage", ["options", "preview", "no review"])
def test_nothing_is_cut_off_or_out_of_reach(bare: Opened, stage: str) -> None:
    if stage != "no review":
        bare.app.reviews.add(date(2026, 12, 10), "Yearly review")
        settle()
        page(bare).choosing.rename(ReviewSection.KPIS, "A heading of my own that is rather long")
        write(bare, "gap", "Lead a credit review of the whole portfolio and present it. " * 3)
    if stage == "preview":
        view(bare).show_pane("preview")
    assert faults(bare) == []
