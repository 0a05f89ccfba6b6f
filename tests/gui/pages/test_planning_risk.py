"""Risk scorecard: what is known is weighed, ranked, acted on, and a risk taken away becomes a win."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from arcareer.domain.risk_cards import FactorValue, RiskCard, RiskKind, RiskState
from arcareer_ui.pages import planning, wins
from arcareer_ui.pages.planning.risk.tab import RiskTab
from tests.gui.pages.conftest import OpenPages
from tests.gui.pages.planning_desk import go, press, redo, tab, take_list, type_into, undo
from tests.support.audit import audit_all, settle
from tests.support.opened import Opened

ROUTE = "risk-scorecard"
KNOWN = (
    FactorValue("avg_days_late_12m", Decimal(34)),
    FactorValue("over_60_share_pct", Decimal(20)),
    FactorValue("limit_use_pct", Decimal(80)),
    FactorValue("broken_promises_6m", Decimal(1)),
)


@pytest.fixture
def empty(open_pages: OpenPages) -> Opened:
    opened = open_pages((planning.SPEC, wins.SPEC))
    go(opened, ROUTE)
    return opened


@pytest.fixture
def opened(open_pages: OpenPages) -> Opened:
    opened = open_pages((planning.SPEC, wins.SPEC))
    opened.app.risks.add(RiskKind.ACCOUNT, "Harlow Foods", KNOWN, currency="USD", exposure=Decimal(48000))
    opened.app.risks.add(RiskKind.RISK, "New portal loses invoices")
    go(opened, ROUTE)
    return opened


def the_tab(opened: Opened) -> RiskTab:
    return tab(opened, ROUTE, RiskTab)


def stored(opened: Opened, subject: str) -> RiskCard:
    return next(one.card for one in opened.app.risks.ranked() if one.card.subject == subject)


def choose(opened: Opened, subject: str) -> None:
    the_tab(opened).open((str(stored(opened, subject).id),))
    settle()


def test_a_first_scorecard_by_keyboard(empty: Opened) -> None:
    view = the_tab(empty).view
    assert view.empty.isVisible()
    type_into(view.subject, "Harlow Foods")
    press(Qt.Key.Key_Return, view.subject)
    assert view.card.isVisible()
    first = view.card.factors.rows[0].value
    assert first.hasFocus()
    type_into(first, "34")
    press(Qt.Key.Key_Tab, first)
    assert stored(empty, "Harlow Foods").values == (FactorValue("avg_days_late_12m", Decimal(34)),)
    assert view.card._verdict.text() == "No score yet"
    undo(empty)
    assert stored(empty, "Harlow Foods").values == ()
    assert first.text() == ""
    redo(empty)
    assert first.text() == "34"
    undo(empty)
    undo(empty)
    assert view.empty.isVisible()


def test_a_subject_is_asked_for(empty: Opened) -> None:
    view = the_tab(empty).view
    view.add_button.click()
    settle()
    assert view.subject_field.message
    assert empty.app.risks.ranked() == ()


def test_only_known_factors_count_and_the_score_is_said(opened: Opened) -> None:
    choose(opened, "Harlow Foods")
    card = the_tab(opened).view.card
    assert "weigh 65 of 100" in card._basis.text()
    row = next(one for one in card.factors.rows if one.factor.id == "external_signal")
    assert row.value.text() == ""
    type_into(row.value, "3")
    press(Qt.Key.Key_Tab, row.value)
    assert "weigh 75 of 100" in card._basis.text()
    assert opened.announced[-1].endswith("of 100")


def test_where_matrix_and_band_differ_it_is_said(opened: Opened) -> None:
    values = tuple(FactorValue(one.factor, one.value) for one in KNOWN)
    score = opened.app.risks.score(values)
    assert score.score is not None
    card = the_tab(opened).view.card
    choose(opened, "Harlow Foods")
    expected = next(one.differs for one in opened.app.risks.ranked() if one.card.subject == "Harlow Foods")
    assert card._differs.text == expected
    assert card._differs.isVisible() == bool(expected)


def test_an_unreadable_value_is_kept_and_not_counted(opened: Opened) -> None:
    choose(opened, "Harlow Foods")
    row = the_tab(opened).view.card.factors.rows[0]
    type_into(row.value, "about a month")
    press(Qt.Key.Key_Tab, row.value)
    assert row.value.text() == "about a month"
    assert row._message.text


def test_mitigation_owner_and_review_are_kept_as_they_are_typed(opened: Opened) -> None:
    choose(opened, "Harlow Foods")
    card = the_tab(opened).view.card
    type_into(card.mitigation, "Limit lowered")
    type_into(card.owner, "Me")
    opened.page.flush()
    settle()
    kept = stored(opened, "Harlow Foods")
    assert (kept.mitigation, kept.owner, kept.values) == ("Limit lowered", "Me", KNOWN)


def test_a_mitigated_risk_becomes_a_win_and_undo_takes_both_back(opened: Opened) -> None:
    choose(opened, "Harlow Foods")
    card = the_tab(opened).view.card
    assert not card.win.isVisible()
    card.state.setCurrentIndex(card.state.findData(RiskState.MITIGATED.value))
    type_into(card.outcome, "The oldest items are paid")
    card.settle_button.click()
    settle()
    kept = stored(opened, "Harlow Foods")
    assert (kept.state, kept.outcome) == (RiskState.MITIGATED, "The oldest items are paid")
    card.win.draft_button.click()
    type_into(card.win.did, "Lowered the limit and agreed weekly payments")
    card.win.save_button.click()
    settle()
    win = stored(opened, "Harlow Foods").win
    assert win is not None
    logged = opened.app.journal.get(win)
    assert logged is not None
    assert logged.headline == "Lowered the limit and agreed weekly payments"
    assert card.win.open_button.isVisible()
    undo(opened)
    assert opened.app.journal.get(win) is None
    assert card.win.draft_button.isVisible()


def test_weights_are_used_at_one_hundred_only(opened: Opened) -> None:
    go(opened, f"{ROUTE}/weights")
    card = the_tab(opened).view.weights
    first = next(iter(card.lines.values()))
    type_into(first, "45")
    assert not card.save_button.isEnabled()
    assert "20 too many" in card._total.text()
    card.even_button.click()
    settle()
    assert sum(one.weight for one in card.weights) == 100
    card.save_button.click()
    settle()
    assert opened.app.risks.factors()[0].weight != 25
    undo(opened)
    assert opened.app.risks.factors()[0].weight == 25


def test_a_factor_of_ones_own_joins(opened: Opened) -> None:
    go(opened, f"{ROUTE}/weights")
    card = the_tab(opened).view.weights
    type_into(card.own, "Pays by cheque")
    press(Qt.Key.Key_Return, card.own)
    own = list(card.lines)[-1]
    card.lines[own].set_text("10")
    first = next(iter(card.lines))
    type_into(card.lines[first], "15")
    card.save_button.click()
    settle()
    assert opened.app.risks.factors()[-1].meaning == "Pays by cheque"
    go(opened, ROUTE)
    the_tab(opened)._show_mode("scores")
    assert the_tab(opened).view.card.factors.rows[-1].factor.meaning == "Pays by cheque"


def test_the_newest_list_fills_what_it_knows(opened: Opened) -> None:
    take_list(opened)
    view = the_tab(opened).view
    known = opened.app.risks.suggested("Castell Print")
    type_into(view.subject, "Castell Print")
    view.add_button.click()
    settle()
    assert set(stored(opened, "Castell Print").values) == set(known)


def test_a_removed_scorecard_comes_back(opened: Opened) -> None:
    choose(opened, "Harlow Foods")
    the_tab(opened).view.card.menu.chosen.emit("remove")
    settle()
    assert [one.card.subject for one in the_tab(opened).view.list.items] == ["New portal loses invoices"]
    undo(opened)
    assert len(the_tab(opened).view.list.items) == 2


def test_nothing_is_wrong_to_look_at(opened: Opened) -> None:
    assert audit_all(opened.window) == {}


def test_nothing_is_wrong_with_weights_and_emptiness(empty: Opened) -> None:
    assert audit_all(empty.window) == {}
    go(empty, f"{ROUTE}/weights")
    assert audit_all(empty.window) == {}
