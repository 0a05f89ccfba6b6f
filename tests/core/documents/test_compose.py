"""A sheet says everything the user entered for the period, in order, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from arcareer.documents.document import BragSheet, EvidenceAppendix, FiguresTable, HeadlineFigures, OneLiners, Wins
from arcareer.documents.text import Text
from arcareer.documents.text_cleaning import clean
from arcareer.domain.agenda import Owner
from arcareer.domain.documents import BragSection, DisclosureLevel
from arcareer.domain.figures import Unit
from arcareer.domain.journal import Win
from arcareer.domain.periods import ALL_TIME, months
from tests.support.builders import a_bullet, a_customer, a_figure, a_win
from tests.support.sheets import HALF, THEMES, YEAR_OF_WINS, a_sheet
from tests.support.values import wins as any_wins


def groups(sheet: BragSheet) -> list[tuple[str, list[str]]]:
    return [
        (group.label, [str(entry.headline) for entry in group.entries])
        for section in sheet.sections
        if isinstance(section, Wins)
        for group in section.groups
    ]


def texts_in(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def test_wins_stand_by_theme_newest_first_and_those_without_a_theme_last() -> None:
    assert groups(a_sheet()) == [
        ("Cash in", ["Collected $48,200 from Customer B", "Recovered a 140-day balance from Customer A"]),
        ("Disputes", ["Closed a pricing dispute"]),
        ("Process", ["DSO down to 36.8 days", "DSO down to 40.2 days"]),
        ("More wins", ["Helped the new starter through month end"]),
    ]


def test_wins_of_one_day_stand_in_the_order_they_were_logged_last_first() -> None:
    logged = datetime(2026, 10, 1, 8, tzinfo=UTC)
    day = [a_win(f"Win {number}", theme="cash", logged_at=logged + timedelta(minutes=number)) for number in range(3)]
    assert groups(a_sheet(day)) == [("Cash in", ["Win 2", "Win 1", "Win 0"])]


def test_the_trash_and_other_periods_stay_out() -> None:
    trashed = a_win("Trashed", trashed_at=datetime(2026, 10, 2, tzinfo=UTC))
    other = a_win("Other half", happened_on=date(2026, 6, 30))
    assert groups(a_sheet([trashed, other, a_win("Kept")])) == [("More wins", ["Kept"])]


@given(st.lists(any_wins(), max_size=3))
def test_every_win_is_in_the_sheet_with_its_own_words(wins: list[Win]) -> None:
    sheet = a_sheet(wins, level=DisclosureLevel.INTERNAL, period=ALL_TIME)
    printed = sorted(str(entry.headline) for entry in sheet.entries)
    assert printed == sorted(clean(win.headline).strip() for win in wins if not win.in_trash)


@given(any_wins())
def test_private_notes_are_nowhere(win: Win) -> None:
    secret = "Qzxq never printed"
    sheet = a_sheet([a_win(win.headline, private_notes=secret, proof=win.proof, outcome=win.outcome)])
    assert not any(secret in str(text) for text in texts_in(sheet))


def test_details_footing_and_the_figure_at_the_margin() -> None:
    recovered = next(entry for entry in a_sheet().entries if entry.is_story and len(entry.details) == 3)
    assert [(detail.label, str(detail.text)) for detail in recovered.details] == [
        ("Situation", "Customer A had stopped answering."),
        ("Action", "Found the short-paid orders behind 23 invoices."),
        ("Result", "All of it was in before quarter end."),
    ]
    assert str(recovered.figure) == "$186,400 collected"
    assert [str(text) for text in recovered.footing] == [
        "September 2026",
        "with Dana and Luis",
        "Bank file",
        "Mail from Customer A: Outbox",
    ]


def test_a_figure_the_headline_holds_is_not_said_twice() -> None:
    win = a_win("Collected $48,200 in full", action="Rang them.", figures=(a_figure(),))
    assert str(a_sheet([win]).entries[0].figure) == ""


def test_a_figure_that_is_not_the_users_own_says_so() -> None:
    entry = next(entry for entry in a_sheet().entries if str(entry.headline) == "Closed a pricing dispute")
    assert str(entry.figure) == ""
    table = next(section for section in a_sheet().sections if isinstance(section, FiguresTable))
    notes = {str(row.measure): str(row.note) for row in table.rows}
    assert notes == {"DSO": "my portfolio", "Dispute age": "team result"}


def test_a_month_needs_no_month_behind_each_win() -> None:
    assert a_sheet([a_win()], period=months(2026, 10, 10)).entries[0].footing == ()
    assert [str(text) for text in a_sheet([a_win()], period=HALF).entries[0].footing] == ["October 2026"]


def test_the_sections_come_in_the_users_order_and_empty_ones_stay_out() -> None:
    chosen = (BragSection.EVIDENCE, BragSection.WINS, BragSection.HEADLINE_FIGURES)
    assert [type(section) for section in a_sheet(sections=chosen).sections] == [EvidenceAppendix, Wins, HeadlineFigures]
    assert [type(section) for section in a_sheet([a_win()]).sections] == [Wins]


def test_bullets_stand_in_one_line_each_with_names_hidden() -> None:
    win = a_win()
    bullets = (a_bullet("Cut DSO to\n36.8 days"), a_bullet("Settled 4 disputes with Harlow", win=win.id), a_bullet(" "))
    (section,) = (one for one in a_sheet([win], bullets=bullets).sections if isinstance(one, OneLiners))
    assert [(str(line.text), line.win) for line in section.lines] == [
        ("Cut DSO to 36.8 days", None),
        ("Settled 4 disputes with Customer A", win.id),
    ]
    assert [type(one) for one in a_sheet([win], bullets=bullets).sections] == [OneLiners, Wins]


def test_the_figures_table_shows_changes_and_amounts_only_where_nothing_changed() -> None:
    lone = a_win(figures=(a_figure(), a_figure(9, measure="invoices", unit=Unit.COUNT, currency="")))
    (table,) = (section for section in a_sheet([lone]).sections if isinstance(section, FiguresTable))
    assert [(str(row.measure), str(row.before), str(row.after), str(row.change)) for row in table.rows] == [
        ("Collected", "", "$48,200", "")
    ]
    (table,) = (section for section in a_sheet().sections if isinstance(section, FiguresTable))
    assert [(str(row.measure), str(row.before), str(row.after), str(row.change)) for row in table.rows] == [
        ("DSO", "40.2 days", "36.8 days", "3.4 days lower"),
        ("DSO", "44.1 days", "40.2 days", "3.9 days lower"),
        ("Dispute age", "21 days", "12 days", "9 days lower"),
    ]


def test_the_lead_counts_and_claims_nothing() -> None:
    assert a_sheet().title.lead == "6 wins, 5 of them with a number."
    assert a_sheet([]).title.lead == "No wins in this period yet."
    assert a_sheet([a_win()]).title.lead == "1 win."
    assert a_sheet([a_win(figures=(a_figure(),))]).title.lead == "1 win, with a number."


def test_all_time_is_told_by_the_days_of_the_wins() -> None:
    title = a_sheet(period=ALL_TIME).title
    assert (title.period, title.short_period) == ("31 Jul to 30 Nov 2026", "all wins")


def test_the_owner_keeps_a_name_that_is_also_a_customers() -> None:
    torres = a_customer("Torres LLC", alias="Customer T")
    owner = Owner(name="Maya Torres", title="Lead for Torres", purpose="For the Torres file")
    title = a_sheet(customers=[torres], owner=owner).title
    assert (str(title.name), str(title.role), str(title.purpose)) == (
        "Maya Torres",
        "Lead for Customer T",
        "For the Customer T file",
    )


def test_wins_with_neither_number_nor_result_are_named_for_a_second_look() -> None:
    bare, told = a_win("Bare"), a_win("Told", outcome="It worked.")
    assert a_sheet([bare, told, *YEAR_OF_WINS[:2]]).without_result == (bare.id,)


def test_themes_stand_in_the_order_of_the_content() -> None:
    backwards = dict(reversed(list(THEMES.items())))
    assert [label for label, _ in groups(a_sheet(themes=backwards))] == ["Process", "Disputes", "Cash in", "More wins"]
