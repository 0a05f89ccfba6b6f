"""What to say when somebody asks: only what the library knows, and nothing the user did not enter."""

from __future__ import annotations

import re
from dataclasses import replace

from arcareer.documents.claim_ledger import LedgerLine, LineState, claim_ledger
from arcareer.documents.defence_card import ANYWAY, DefenceCard, card_key, defence_card
from arcareer.documents.number_marks import number_marks
from arcareer.documents.printed import printed
from arcareer.domain.bullets import Bullet
from arcareer.domain.documents import BragTemplate, Defence
from arcareer.domain.figures import Basis, FigureScope, Unit
from arcareer.domain.journal import Win
from tests.support.builders import a_bullet, a_figure, a_win
from tests.support.sheets import HALF, a_sheet

DSO = a_figure(
    "36.8", "47.9", measure="DSO", unit=Unit.DAYS, currency="", scope=FigureScope.TEAM, basis=Basis.ESTIMATED,
    period="Q3 2026", source="Aging report of 30 September",
)  # fmt: skip
WIN = a_win(
    "Rang 40 payers a week", happened_on=HALF.start, figures=(DSO,), colleagues=("Dana", "Luis"), proof="Dashboard"
)


def lines_of(win: Win, *bullets: Bullet) -> tuple[LedgerLine, ...]:
    return claim_ledger(printed(a_sheet([win], bullets=bullets), BragTemplate.PROMOTION), {win.id: win}).lines


def line_for(number: str, win: Win = WIN, *bullets: Bullet) -> LedgerLine:
    return next(line for line in lines_of(win, *bullets) if line.number == number)


def card_for(line: LedgerLine, win: Win | None = WIN) -> DefenceCard:
    return defence_card(line, win, Defence.of(card_key(line, win)))


def test_a_figure_is_told_with_its_course_basis_period_and_source() -> None:
    card = card_for(line_for("36.8 days"))
    assert card.measured == (
        "DSO: 36.8 days, down 11.1 days from 47.9. It is estimated: say how you got there. It is from Q3 2026. "
        "Source: Aging report of 30 September."
    )
    assert card.others == "You noted it as a team result: say which part was yours. The win names Dana and Luis."
    assert card.anyway == ANYWAY
    assert card.say == (
        "Rang 40 payers a week. DSO: 36.8 days, down 11.1 days from 47.9; this is a team result, estimated. "
        "The number comes from: Aging report of 30 September. I worked on it with Dana and Luis."
    )


def test_words_of_a_win_without_a_figure_are_told_by_its_proof() -> None:
    card = card_for(line_for("40"))
    assert card.measured == (
        "You wrote it in the win; no figure of the win says it. It is from July 2026. Source: Dashboard."
    )
    assert card.say == "Rang 40 payers a week. I worked on it with Dana and Luis."


def test_a_win_that_names_nothing_says_so() -> None:
    bare = a_win("Rang 40 payers a week", happened_on=HALF.start)
    card = card_for(line_for("40", bare), bare)
    assert card.measured.endswith("No source is noted: name the report or the file before somebody asks.")
    assert card.others == "The win names nobody else."


def test_a_number_has_one_card_wherever_it_stands() -> None:
    bullet = a_bullet("Brought DSO to 36.8 days, 11.1 days lower", win=WIN.id)
    said = [line for line in lines_of(WIN, bullet) if line.measures and line.number.split()[0] in ("36.8", "11.1")]
    assert len(said) > 3
    assert {card_key(line, WIN) for line in said} == {card_key(line_for("36.8 days"), WIN)}


def test_the_card_stays_when_the_value_changes() -> None:
    later = replace(WIN, figures=(replace(DSO, after=DSO.after - 2),))
    assert card_key(line_for("34.8 days", later), later) == card_key(line_for("36.8 days"), WIN)


def test_a_number_of_no_win_gets_a_card_without_an_answer() -> None:
    line = line_for("$99,000", WIN, a_bullet("Collected $99,000"))
    assert line.state is LineState.UNTRACED
    card = card_for(line, None)
    assert card.say == ""
    assert card.measured.startswith("It stands in words of yours, and no figure of a win says it.")


def test_a_card_of_a_win_holds_no_number_the_user_did_not_enter() -> None:
    entered = "Rang 40 payers a week: DSO 36.8 days from 47.9, 11.1 days, Q3 2026, July 2026, report of 30 September"
    for line in lines_of(WIN):
        if line.win == WIN.id:
            card = card_for(line)
            told = number_marks(f"{card.measured} {card.others} {card.say}")
            runs = [run for mark in told for run in re.findall(r"\d+(?:\.\d+)?", mark.text)]
            assert [run for run in runs if run not in entered] == []
