"""What stands behind the case: competencies, KPIs, decisions, goals, qualities, evidence, each told honestly."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise

from arcareer.documents.blocks import ChartRow, Paragraph, Runs, Style, Table
from arcareer.documents.chart_values import TrendChart
from arcareer.documents.claim_ledger import claim_ledger
from arcareer.domain.decisions import Outcome
from arcareer.domain.documents import DisclosureLevel, DocumentChoices, PromotionCase, RenamedHeading, ReviewSection
from arcareer.domain.figures import FigureScope, Unit
from arcareer.domain.identity import named_id, new_id
from arcareer.domain.metric_kinds import COLLECTION_RATE
from arcareer.domain.metric_kinds import DSO as DSO_KIND
from arcareer.domain.money_facts import Given, MoneyFacts, Sales
from arcareer.domain.plans import Plan, Reading
from arcareer.domain.reviews import Goal, GoalState, ShownQuality
from tests.support.builders import a_figure, a_win
from tests.support.promotion import (
    DISPUTES,
    DSO,
    WINS,
    a_decision,
    a_level,
    a_material,
    a_printed_review,
    a_promotion,
    a_review_sheet,
    a_series,
    headings,
    tables,
    told_in,
)


def words(cell: Runs) -> str:
    return "".join(str(run.text) for run in cell).replace("\N{NO-BREAK SPACE}", " ")


def rows(table: Table) -> list[list[str]]:
    return [[words(cell) for cell in row.cells] for row in table.rows]


def everything() -> dict[str, object]:
    goal = Goal(id=new_id(), text="DSO under 40 days", state=GoalState.REACHED, wins=(DSO.id,))
    review = a_promotion(goals=(goal,), qualities=(ShownQuality("proactive", (DSO.id,)),))
    return {
        "review": review,
        "level": a_level("coordinator"),
        "next_level": a_level("specialist"),
        "kpis": (a_series(DSO_KIND, 1_200_000, 1_100_000, 1_000_000),),
        "decisions": (a_decision(),),
    }


def test_sections_stand_in_their_order_and_the_first_begins_a_page() -> None:
    printed = a_printed_review(a_material(**everything()))
    assert headings(printed) == [
        "The case",
        "Competencies",
        "KPI story",
        "Decisions that turned out",
        "Goals",
        "Qualities, shown by wins",
        "Evidence",
    ]
    first = [one for one in printed.blocks if isinstance(one, Paragraph) and one.style is Style.HEADING1]
    assert [one.new_page for one in first] == [False, True, *[False] * 5]
    assert [one.section for one in first] == [section.value for section in ReviewSection]


def test_sections_are_chosen_ordered_and_renamed() -> None:
    choices = DocumentChoices(
        review_sections=(ReviewSection.GOALS, ReviewSection.EVIDENCE, ReviewSection.CASE, ReviewSection.KPIS),
        review_left_out=(ReviewSection.KPIS,),
        headings=(RenamedHeading("goals", "What Harlow Foods and I agreed"), RenamedHeading("case", "Why now")),
    )
    printed = a_printed_review(a_material(**everything(), choices=choices))
    assert headings(printed) == ["Why now", "What Customer A and I agreed", "Evidence"]


def test_what_a_level_asks_for_stands_beside_the_wins_or_an_honest_gap() -> None:
    printed = a_printed_review(a_material(**everything()))
    asked = rows(tables(printed)["AR coordinator, the present level"])
    assert asked[0][1].startswith("• DSO down to 36.8 days  Sep 2026")
    assert "Collections strategy  ·  KPI ownership" in asked[0][0]
    assert asked[-1][1] == "No evidence yet"
    assert asked[1][1] == "• Dispute age down with Customer A  dispute age 21 to 12 days, team result  Jun 2026"
    nxt = rows(tables(printed)["AR specialist or analyst, the next level"])
    assert [cells[1] == "No evidence yet" for cells in nxt] == [True, False, True, True]


def test_many_wins_are_counted_and_not_all_named() -> None:
    many = tuple(
        a_win(f"Trained number {at}", happened_on=date(2026, 1, at), competencies=("teamwork_training",))
        for at in range(9, 0, -1)
    )
    printed = a_printed_review(a_material(wins=many, level=a_level("coordinator")))
    trained = next(row for row in rows(tables(printed)["AR coordinator, the present level"]) if "trained" in row[0])
    assert trained[1].count("•") == 3
    assert trained[1].endswith("and 6 more wins of this period")


def test_without_a_level_the_competencies_speak() -> None:
    printed = a_printed_review(a_material())
    shown = rows(tables(printed)["Competency by competency"])
    assert ["Teamwork and training", "• Trained a new starter  Feb 2026"] in shown
    assert "No evidence yet: Cash forecasting," in told_in(printed)


def test_kpis_are_drawn_compared_and_defined() -> None:
    printed = a_printed_review(a_material(**everything()))
    row = next(block for block in printed.blocks if isinstance(block, ChartRow))
    chart = row.charts[0]
    assert isinstance(chart, TrendChart)
    assert chart.title == "DSO: 41.3 days to 34.4 days"
    assert [mark.text for mark in chart.marks] == ["41.3 days", "34.2 days", "34.4 days"]
    course = rows(tables(printed)["From first to last month"])[0]
    assert course == [
        "DSO\nMy portfolio  ·  USD",
        "41.3 days\nJan 2026",
        "34.4 days\nMar 2026",
        "6.9 days lower\nbetter",
    ]
    defined = rows(tables(printed)["How each is measured"])[0]
    assert "E x n / S" in defined[1]
    assert "Receivables at the end of the period: $1,000,000" in defined[2]
    assert "Source: Month-end sheet" in defined[2]


def test_a_goal_is_drawn_told_and_traced() -> None:
    series = replace(a_series(DSO_KIND, 1_200_000, 1_000_000), goal=Decimal(38))
    printed = a_printed_review(a_material(kpis=(series,)))
    chart = next(block for block in printed.blocks if isinstance(block, ChartRow)).charts[0]
    assert isinstance(chart, TrendChart)
    assert chart.goal is not None
    assert chart.description.endswith("Goal: 38 days.")
    assert rows(tables(printed)["From first to last month"])[0][-1] == "38 days"
    assert not claim_ledger(printed, {win.id: win for win in WINS}, ()).untraced


def test_a_course_for_the_worse_is_told_too() -> None:
    worse = (a_series(DSO_KIND, 1_000_000, 1_200_000), a_series(COLLECTION_RATE, 1_200_000, 1_000_000))
    printed = a_printed_review(a_material(kpis=worse))
    assert "Better: Collection rate. Worse: DSO." in told_in(printed)
    assert [row[0].split("\n")[0] for row in rows(tables(printed)["From first to last month"])] == [
        "Collection rate",
        "DSO",
    ]


def test_decisions_that_worked_are_told_and_the_others_counted() -> None:
    decisions = (
        a_decision("Harlow Foods", amount_secured=Decimal(12_850)),
        a_decision("Northgate", Outcome.DID_NOT),
        a_decision("", Outcome.PARTLY),
    )
    text = told_in(a_printed_review(a_material(decisions=decisions)))
    assert "3 decisions of this period with a known outcome: 1 worked, 1 worked in part and 1 did not work." in text
    assert "Customer A$12,850 secured" in text
    assert "Advised  Offer a payment plan" in text
    assert "Outcome  It worked. Two parts are in." in text
    assert "An account" in text
    assert "Northgate" not in text


def test_plans_stand_beside_their_fixed_baseline() -> None:
    plan = Plan(
        id=new_id(), title="Cut short payments", created_at=datetime(2026, 3, 1, tzinfo=UTC), measure="Short payments",
        unit=Unit.COUNT, target=Decimal(8), baseline=Reading(value=Decimal(31), on=date(2026, 3, 1), source="Report"),
        result=Reading(value=Decimal(4), on=date(2026, 3, 30), source="Report"),
    )  # fmt: skip
    printed = a_printed_review(a_material(plans=(plan,)))
    assert rows(tables(printed)["Thirty-day plans"]) == [
        ["Cut short payments\nTarget reached", "Short payments\nReport", "31\n1 Mar 2026", "4\n30 Mar 2026", "8"]
    ]


def test_goals_of_this_cycle_and_the_next() -> None:
    goals = (
        Goal(id=new_id(), text="Bring DSO down", measure="DSO", target="40 days", state=GoalState.REACHED,
             due=date(2026, 12, 1), wins=(DSO.id, named_id("gone"))),
        Goal(id=new_id(), text="Learn SQL", state=GoalState.MISSED),
    )  # fmt: skip
    following = a_promotion(goals=(Goal(id=new_id(), text="Lead the ERP change"),))
    printed = a_printed_review(a_material(review=a_promotion(goals=goals), following=following))
    assert rows(tables(printed)["This cycle"]) == [
        ["Bring DSO down\nDSO: 40 days", "Reached\nDue 1 Dec 2026", "• DSO down to 36.8 days  Sep 2026"],
        ["Learn SQL", "Missed", "No evidence yet"],
    ]
    assert rows(tables(printed)["Next cycle"]) == [["Lead the ERP change"]]


def test_a_quality_without_a_win_is_not_claimed() -> None:
    shown = (ShownQuality("proactive", (named_id("gone"),)), ShownQuality("problem-solver", (DISPUTES.id,)))
    printed = a_printed_review(a_material(review=a_promotion(qualities=shown)))
    assert "Problem-solver" in headings(printed, Style.HEADING2)
    assert "Proactive" not in headings(printed, Style.HEADING2)


def test_evidence_is_left_to_readers_inside() -> None:
    assert ["30 Jun 2026", "Dispute age down with Customer A", "Dispute log"] in rows(
        tables(a_printed_review())["Evidence"]
    )
    assert "Evidence" not in headings(a_printed_review(level=DisclosureLevel.OUTSIDE))


def test_of_very_many_proofs_those_of_the_wins_told_are_shown() -> None:
    many = tuple(
        a_win(f"Win {at}", happened_on=date(2026, 1, 1 + at % 28), competencies=("forecasting",), proof=f"Mail {at}")
        for at in range(60)
    )
    printed = a_printed_review(a_material(wins=many, level=a_level("specialist")))
    assert len(tables(printed)["Evidence"].rows) == 3
    assert "57 more wins of this period with proof on file." in told_in(printed)


def test_what_a_result_means_is_an_estimate_with_its_formula() -> None:
    sales = Sales(amount=Given.exact(Decimal(9_000_000), "ledger"), currency="USD", scope=FigureScope.PORTFOLIO)
    material = a_material(facts=MoneyFacts(sales=(sales,)))
    text = told_in(a_printed_review(material))
    assert "Cash released once, estimated: $271,000 to $277,000 = (47.9 − 36.8) days of DSO" in text
    assert "Cash released" not in told_in(a_printed_review(material, DisclosureLevel.OUTSIDE))
    assert "Cash released" not in told_in(a_printed_review())


def test_every_number_traces_to_something() -> None:
    wins = {win.id: win for win in WINS}
    for level in DisclosureLevel:
        ledger = claim_ledger(a_printed_review(a_material(**everything()), level), wins, ())
        assert ledger.lines
        assert not ledger.untraced


def test_a_number_of_the_case_has_to_be_that_of_a_win() -> None:
    case = PromotionCase(id=named_id("review"), closing="I collected $48,200 and freed 12 hours a week.")
    printed = a_printed_review(a_material(review=a_promotion(), case=case))
    ledger = claim_ledger(printed, {win.id: win for win in WINS}, ())
    assert [line.number for line in ledger.untraced] == ["12 hours"]


def test_a_year_skewed_to_its_end_is_noticed_with_older_wins_to_add() -> None:
    late = tuple(
        a_win(f"Late {at}", happened_on=date(2026, 12, at), competencies=("forecasting",)) for at in range(3, 0, -1)
    )
    old = a_win("Early", happened_on=date(2026, 2, 1), figures=(a_figure(2, 9, unit=Unit.COUNT, currency=""),))
    silent = a_win("Silent", happened_on=date(2026, 3, 1))
    found = a_review_sheet(a_material(wins=(*late, silent, old), level=a_level("coordinator"))).recency
    assert [one.win for one in found.older] == [silent.id]
    assert found.in_last_quarter.whole == 4


def test_one_amount_in_two_wins_is_pointed_out() -> None:
    customer = (named_id("harlow"),)
    twice = tuple(
        a_win(headline, customers=customer, figures=(a_figure(48_250),), competencies=("collections_strategy",))
        for headline in ("Collected", "Settled")
    )
    sheet = a_review_sheet(a_material(wins=twice))
    assert [{place.win for place in one.places} for one in sheet.double_counted] == [{win.id for win in twice}]


def test_no_heading_stands_without_what_it_heads() -> None:
    levels = {Style.HEADING1: 1, Style.HEADING2: 2, Style.HEADING3: 3}
    blocks = a_printed_review(a_material(**everything())).blocks
    found = [levels.get(block.style, 0) if isinstance(block, Paragraph) else 0 for block in blocks]
    assert all(not upper or lower == 0 or lower == upper + 1 for upper, lower in pairwise([*found, 1]))
