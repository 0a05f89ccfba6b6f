"""Every number of a document traces to a figure, a computation, the library or the user's words; or it stops it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcareer.documents.blocks import Paragraph, Run, Style
from arcareer.documents.claim_ledger import ClaimLedger, LedgerLine, LineState, Untraced, claim_ledger, stop
from arcareer.documents.claim_notes import NOTES_HEADING, with_notes
from arcareer.documents.claims import DIFFERENCE, NOTE_KEY, change_claim, figure_claim, said_claim, typed_claim
from arcareer.documents.number_tracing import AS_ENTERED, PERCENT_CHANGE, RATIO, FigureMatch
from arcareer.documents.printed import Printed, printed
from arcareer.documents.text import Text, own
from arcareer.documents.text_renderer import render_text
from arcareer.domain.bullets import Bullet
from arcareer.domain.documents import AcceptedNumber, BragTemplate, DisclosureLevel
from arcareer.domain.figures import Unit
from arcareer.domain.identity import named_id
from arcareer.domain.journal import Win
from arcareer.domain.periods import ALL_TIME
from tests.support.builders import a_bullet, a_figure, a_win
from tests.support.generated_libraries import SIZES, YEAR, a_generated_library
from tests.support.sheets import CUSTOMERS, HALF, NORTHGATE, YEAR_OF_WINS, a_sheet
from tests.support.values import wins as any_wins

LEVELS = tuple(DisclosureLevel)


def a_document(
    wins: Iterable[Win] = YEAR_OF_WINS,
    bullets: Iterable[Bullet] = (),
    *,
    level: DisclosureLevel = DisclosureLevel.HR_FILE,
    template: BragTemplate = BragTemplate.PROMOTION,
) -> Printed:
    return printed(a_sheet(wins, bullets=bullets, level=level), template)


def by_id(wins: Iterable[Win]) -> dict[UUID, Win]:
    return {win.id: win for win in wins}


def ledger_of(document: Printed, wins: Iterable[Win] = YEAR_OF_WINS, *accepted: AcceptedNumber) -> ClaimLedger:
    return claim_ledger(document, by_id(wins), accepted)


def with_words(document: Printed, words: Text) -> Printed:
    paragraph = Paragraph(style=Style.TEXT, runs=(Run(words),))
    return replace(document, blocks=(*document.blocks, paragraph))


def lines_for(text: str, *wins: Win) -> tuple[LedgerLine, ...]:
    """Return the lines of a bullet that tells of the first win."""
    bullet = a_bullet(text, win=wins[0].id if wins else None)
    ledger = ledger_of(a_document(wins, [bullet]), wins)
    return tuple(line for line in ledger.lines if line.sentence == text)


DSO = a_win("Brought it down", happened_on=HALF.start, figures=(
    a_figure("36.8", "47.9", measure="DSO", unit=Unit.DAYS, currency=""),
))  # fmt: skip
CASH = a_win("Collected it", happened_on=HALF.start, action="Rang 14 people.", figures=(a_figure(48_217),))


@pytest.mark.parametrize("number", [number for number in range(15) if SIZES[number % len(SIZES)] <= 60])
@pytest.mark.parametrize("level", LEVELS)
def test_no_number_of_a_generated_library_is_untraced(number: int, level: DisclosureLevel) -> None:
    library = a_generated_library(number)
    sheet = a_sheet(
        library.wins,
        level=level,
        customers=library.customers,
        owner=library.owner,
        bullets=library.bullets,
        period=YEAR,
    )
    template = (BragTemplate.PROMOTION, BragTemplate.PLAIN)[number % 2]
    ledger = ledger_of(printed(sheet, template), library.wins)
    assert [(line.number, line.sentence, line.claim) for line in ledger.untraced] == []


@settings(deadline=None, max_examples=25)
@given(wins=st.lists(any_wins(*(customer.id for customer in CUSTOMERS)), max_size=3), level=st.sampled_from(LEVELS))
def test_whatever_is_typed_in_wins_is_traced_by_them(wins: list[Win], level: DisclosureLevel) -> None:
    sheet = a_sheet(wins, level=level, period=ALL_TIME)
    document = printed(sheet, BragTemplate.PROMOTION)
    ledger = ledger_of(document, wins)
    assert [(line.number, line.sentence, line.claim) for line in ledger.untraced] == []
    assert not ledger_of(with_notes(document, ledger), wins).untraced


def test_every_digit_of_the_text_is_in_a_line() -> None:
    document = a_document()
    lines = ledger_of(document).lines
    told = " ".join(line.number for line in lines)
    digits = "".join(char if char.isdigit() else " " for char in render_text(document)).split()
    assert [run for run in digits if run not in told] == []


def test_a_planted_number_in_own_words_is_caught() -> None:
    document = with_words(a_document(), own("Collected $99,000 in all"))
    (line,) = ledger_of(document).untraced
    assert (line.number, line.sentence, line.claim) == ("$99,000", "Collected $99,000 in all", None)


def test_a_number_beside_a_figure_that_is_not_its_own_is_caught() -> None:
    win = YEAR_OF_WINS[1]
    words = own("$48,201", figure_claim(win, win.figures[0]))
    assert [line.number for line in ledger_of(with_words(a_document(), words)).untraced] == ["$48,201"]


def test_a_change_that_does_not_come_out_again_is_caught() -> None:
    document = a_document([DSO])
    for words, caught in (("11.1 days lower", []), ("down 23.2%", []), ("12.1 days lower", ["12.1 days"])):
        said = with_words(document, own(words, change_claim(DSO, DSO.figures[0])))
        assert [line.number for line in ledger_of(said, [DSO]).untraced] == caught


def test_a_part_of_a_longer_number_is_not_that_number() -> None:
    win = YEAR_OF_WINS[1]
    words = own("$8,200 and $48", figure_claim(win, win.figures[0]))
    assert [line.number for line in ledger_of(with_words(a_document(), words)).untraced] == ["$8,200", "$48"]


def test_words_of_a_win_are_traced_by_the_win_and_its_figure() -> None:
    line = next(one for one in ledger_of(a_document()).lines if one.sentence.startswith("Collected $48,200 from"))
    assert (line.number, line.state, line.place) == ("$48,200", LineState.TRACED, "Wins by theme")
    assert line.claim == typed_claim(YEAR_OF_WINS[1], "headline")
    assert (line.win, line.figure) == (YEAR_OF_WINS[1].id, YEAR_OF_WINS[1].figures[0])


def test_words_that_are_no_longer_in_the_win_are_untraced() -> None:
    later = replace(YEAR_OF_WINS[1], headline="Collected $50,000 from Northgate Freight")
    ledger = ledger_of(a_document(), [later if win.id == later.id else win for win in YEAR_OF_WINS])
    assert {line.number for line in ledger.untraced} == {"$48,200"}


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("DSO from 47.9 to 36.8", AS_ENTERED),
        ("DSO at 37 days", AS_ENTERED),
        ("DSO 11.1 days lower", DIFFERENCE),
        ("DSO cut by 23%", PERCENT_CHANGE),
        ("DSO cut by 23.2%", PERCENT_CHANGE),
        ("DSO cut by a third", ""),
        ("DSO cut by 24%", ""),
        ("DSO at 36 days", ""),
        ("DSO at 36.8 hours", ""),
        ("DSO at $36.80", ""),
    ],
)
def test_a_bullet_has_to_say_what_its_win_holds(text: str, formula: str) -> None:
    (line,) = lines_for(text, DSO)
    assert line.state is (LineState.TRACED if formula else LineState.UNTRACED)
    assert (line.match.formula if line.match else "") == formula


@pytest.mark.parametrize(
    ("text", "is_traced"),
    [
        ("Collected $48,217", True),
        ("Collected $48k", True),
        ("Collected 48k", True),
        ("Collected about $48,000", True),
        ("Collected $48,000", False),
        ("Collected $49k", False),
        ("Collected €48,217", False),
        ("Collected USD 48,217.00", True),
        ("Rang fourteen people", True),
        ("Rang 15 people", False),
        ("Rang people on net 30 terms since 2024", True),
    ],
)
def test_amounts_and_words_of_a_win_back_its_bullet(text: str, is_traced: bool) -> None:
    lines = lines_for(text, CASH)
    assert lines
    assert all((line.state is LineState.TRACED) is is_traced for line in lines)


def test_a_doubled_count_is_a_multiple_of_what_was_before() -> None:
    win = a_win(
        happened_on=HALF.start, figures=(a_figure(40, 20, measure="calls a day", unit=Unit.COUNT, currency=""),)
    )
    (line,) = lines_for("Doubled the calls", win)
    assert line.match == FigureMatch(win.id, win.figures[0], RATIO)


def test_a_bullet_of_no_win_waits_for_the_user() -> None:
    bullet = a_bullet("Collected $48,200", win=None)
    document = a_document(bullets=[bullet])
    (line,) = ledger_of(document).untraced
    accepted = AcceptedNumber.of(line.sentence, line.number)
    ledger = ledger_of(document, YEAR_OF_WINS, accepted)
    assert not ledger.untraced
    assert [one.number for one in ledger.lines if one.state is LineState.ACCEPTED] == ["$48,200"]


def test_a_band_is_traced_by_the_amount_it_stands_for() -> None:
    win = a_win("Collected $48,200", happened_on=HALF.start, figures=(a_figure(48_200),))
    bullets = [a_bullet("Collected $48,200", win=win.id), a_bullet("Collected $48,900", win=win.id, position=1)]
    ledger = ledger_of(a_document([win], bullets, level=DisclosureLevel.OUTSIDE), [win])
    assert [line.sentence for line in ledger.untraced] == ["Collected $25,000 to $50,000"] * len(ledger.untraced)
    assert {line.claim.inputs for line in ledger.untraced if line.claim} == {("$48,900",)}
    assert "48,200" not in " ".join(line.number for line in ledger.lines)


def test_an_accepted_number_is_accepted_in_its_sentence_only() -> None:
    bullets = [a_bullet("Collected $48,200", position=0), a_bullet("Found $48,200", position=1)]
    accepted = AcceptedNumber.of("Collected $48,200", "$48,200")
    ledger = ledger_of(a_document(bullets=bullets), YEAR_OF_WINS, accepted)
    assert [line.sentence for line in ledger.untraced] == ["Found $48,200"]


def test_an_untraced_number_stops_the_document_and_is_named() -> None:
    ledger = ledger_of(with_words(a_document(), own("Saved 31 hours")))
    with pytest.raises(Untraced, match="“31 hours” in “Saved 31 hours”") as stopped:
        stop(ledger)
    assert stopped.value.lines == ledger.untraced
    stop(ledger_of(a_document()))


def test_a_sentence_with_several_untraced_numbers_is_told_once() -> None:
    sentence = "Trained 17 colleagues and wrote 23 guides"
    with pytest.raises(Untraced) as stopped:
        stop(ledger_of(with_words(a_document(), own(sentence))))
    assert str(stopped.value).count(sentence) == 1
    for line in stopped.value.lines:
        assert f"“{line.number}”" in str(stopped.value)
    assert len(stopped.value.lines) == 2


def test_a_changed_figure_changes_line_and_document_alike() -> None:
    before, after = (replace(CASH, figures=(a_figure(amount),)) for amount in (48_217, 52_900))
    for win, words in ((before, "$48,217"), (after, "$52,900")):
        document = a_document([win])
        traced = {line.number for line in ledger_of(document, [win]).lines if line.figure == win.figures[0]}
        assert traced == {words}
        assert words in render_text(document)
    bullet = a_bullet("Collected $48,217", win=CASH.id)
    assert not ledger_of(a_document([before], [bullet]), [before]).untraced
    assert [line.number for line in ledger_of(a_document([after], [bullet]), [after]).untraced] == ["$48,217"]


def test_words_for_several_wins_are_backed_by_any_of_them() -> None:
    case = said_claim("case", named_id("case"), (DSO.id, CASH.id))
    document = a_document([DSO, CASH])
    words = document.disclosure.text("DSO at 36.8 days, $48k collected, 5 new ideas", case)
    assert [line.number for line in ledger_of(with_words(document, words), [DSO, CASH]).untraced] == ["5"]


def test_notes_say_where_numbers_come_from_and_are_traced_themselves() -> None:
    document = a_document()
    noted = with_notes(document, ledger_of(document))
    text = render_text(noted)
    assert NOTES_HEADING in text
    assert "Collected; as entered; own result, measured; source: Bank file" in text
    assert "after less before; 44.1 days before; 36.8 days after; result of the own portfolio, measured" in text
    assert f"Collected $48,200 from {NORTHGATE.alias} [" in text
    assert not ledger_of(noted).untraced
    sentences = [line.sentence for line in ledger_of(document).lines]
    kept = [line.sentence for line in ledger_of(noted).lines if line.claim and line.claim.key != NOTE_KEY]
    assert kept[: len(sentences)] == sentences


def test_notes_hide_what_the_document_hides() -> None:
    win = a_win("Collected it", happened_on=HALF.start, figures=(a_figure(100, source="Mail of Northgate Freight"),))
    document = a_document([win])
    hidden = render_text(with_notes(document, ledger_of(document, [win])))
    assert "Northgate" not in hidden
    assert f"source: Mail of {CUSTOMERS[1].alias}" in hidden


def test_a_note_stands_behind_the_band_it_is_for() -> None:
    win = a_win("Freed $48,217 of Northgate Freight at 36 days", figures=(a_figure(48_217), DSO.figures[0]))
    document = printed(a_sheet([win], level=DisclosureLevel.OUTSIDE), BragTemplate.PROMOTION)
    told = render_text(with_notes(document, ledger_of(document, [win])))
    line = next(line for line in told.splitlines() if "Freed" in line and "[" in line)
    assert re.search(rf"Freed \$25,000 to \$50,000(?: \[\d+\])+ of {NORTHGATE.alias} at", line)
    assert not re.search(r"  \[|\]\$", told)


def test_a_document_without_claims_and_one_page_get_no_notes() -> None:
    empty, one_page = a_document([]), a_document(template=BragTemplate.ONE_PAGE)
    assert with_notes(empty, ledger_of(empty, [])) == empty
    assert with_notes(one_page, ledger_of(one_page)) == one_page
