"""What the user stands by and would say of a claim is kept with the number it is said of."""

from __future__ import annotations

from dataclasses import replace

from arcareer.documents.claim_ledger import LineState, claim_ledger
from arcareer.documents.printed import printed
from arcareer.domain.documents import BragTemplate
from arcareer.services.claims import ClaimService
from tests.support.builders import Library, a_bullet, a_figure, a_win
from tests.support.sheets import HALF, a_sheet

WIN = a_win("Collected $48,200", happened_on=HALF.start, figures=(a_figure(48_200),))


def test_what_was_said_of_a_number_is_on_its_card_wherever_it_stands(library: Library) -> None:
    document = printed(a_sheet([WIN]), BragTemplate.PROMOTION)
    lines = [line for line in claim_ledger(document, {WIN.id: WIN}).lines if line.number == "$48,200"]
    claims = ClaimService(library.store, library.edits)
    empty = claims.card(lines[0], WIN).kept
    claims.save_defence(empty, replace(empty, say="Ask the bank."))
    assert {claims.card(line, WIN).kept.say for line in lines} == {"Ask the bank."}


def test_a_number_of_no_win_is_told_which_wins_say_the_same(library: Library) -> None:
    library.add(WIN, a_win("Collected half of it", happened_on=HALF.start, figures=(a_figure(24_100),)))
    document = printed(a_sheet([], bullets=[a_bullet("Collected $48k")]), BragTemplate.PROMOTION)
    (line,) = claim_ledger(document, {}).untraced
    card = ClaimService(library.store, library.edits).card(line, None)
    told = "The same number stands in “Collected $48,200” (Collected: $48,200): link the win if it comes from there."
    assert card.measured.endswith(told)


def test_an_accepted_number_lets_the_document_go_until_it_is_taken_back(library: Library) -> None:
    document = printed(a_sheet([WIN], bullets=[a_bullet("Saved 31 hours")]), BragTemplate.PROMOTION)
    claims = ClaimService(library.store, library.edits)

    def state() -> LineState:
        lines = claim_ledger(document, {WIN.id: WIN}, claims.accepted()).lines
        return next(line.state for line in lines if line.number == "31 hours")

    assert state() is LineState.UNTRACED
    claims.accept("Saved 31 hours", "31 hours")
    assert state() is LineState.ACCEPTED
    claims.take_back("Saved 31 hours", "31 hours")
    assert state() is LineState.UNTRACED
