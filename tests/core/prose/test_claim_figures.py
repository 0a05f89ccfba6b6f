"""Claims as people write them, and what a reader would ask about their figures."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from arcareer.domain.figures import Figure, FigureScope, Unit
from arcareer.domain.plausibility import Claim, ClaimMetric, Judgement, examine, place
from arcareer.domain.plausibility_bands import Level
from arcareer.prose.claim_figures import claim_of
from arcareer.prose.engine import check_text
from arcareer.services.claim_doubts import Weight, doubts_about, doubts_about_win
from tests.support.builders import a_win

SHARED = Path(__file__).parents[4] / "shared" / "domain" / "plausibility.json"
LEVELS = {"pct": ("dso_reduction_pct_12m", "cei_gain_points_12m"), "days": ("dso_reduction_days_12m",)}


def rules(claim: Claim) -> dict[str, Judgement]:
    return {doubt.rule: doubt.judgement for doubt in examine(claim)}


@pytest.mark.parametrize("place_of_case", range(9))
def test_prose_cases_are_judged_as_their_answers_say(place_of_case: int) -> None:
    if not SHARED.exists():
        pytest.skip("the plausibility cases are not on this machine")
    case = json.loads(SHARED.read_text("utf-8"))["cases"][place_of_case]
    claim = claim_of(case["claim"])
    found, levels = rules(claim), {one.band.id: one.level.value for one in place(claim)}
    wanted = {rule: text for rule, text in case["expect"].items() if rule.startswith("R")}
    for rule, text in wanted.items():
        if text.startswith("consistent"):
            assert rule not in found
        else:
            assert found[rule] is (Judgement.IMPOSSIBLE if text == "impossible" else Judgement.ASK)
    for name, bands in LEVELS.items():
        if f"band_{name}" in case["expect"]:
            assert case["expect"][f"band_{name}"] in [levels[band] for band in bands if band in levels]
    if not wanted:
        assert found == {}


@pytest.mark.parametrize(
    ("text", "rule", "judgement"),
    [
        ("Cut DSO from 41 days to 29 although best possible DSO is 32", "R01", Judgement.IMPOSSIBLE),
        ("Brought DSO down by 9 days; average days delinquent was 5", "R02", Judgement.ASK),
        ("Lifted collections effectiveness from 91 to 108", "R03", Judgement.IMPOSSIBLE),
        ("Reduced overdue invoices by 130%", "R04", Judgement.IMPOSSIBLE),
        ("DSO fell from 50 to 40 days, annual sales $73 million, freeing $9m", "R05", Judgement.ASK),
        ("Saved 20 hours a month on matching that took 12 hours", "R06", Judgement.IMPOSSIBLE),
        ("Increased efficiency", "R08", Judgement.ASK),
        ("Forecast accuracy of 99% over 4 weeks", "R10", Judgement.ASK),
        ("Forecast accuracy of 99% over 4 weeks", "R12", Judgement.ASK),
        ("Lowered bad debts by 0.5% from 2.0% to 1.5%", "R13", Judgement.ASK),
        ("DSO from 50 to 48 days, releasing $400k every year", "R14", Judgement.ASK),
    ],
)
def test_a_rule_speaks_where_figures_do_not_fit(text: str, rule: str, judgement: Judgement) -> None:
    assert rules(claim_of(text))[rule] is judgement


@pytest.mark.parametrize(
    "text",
    [
        "Cut DSO from 41 days to 38 in 12 months; best possible DSO 32",
        "Collected $48,200 from 9 customers in 30 days",
        "Raised CEI from 82% to 86%",
        "Cut disputes from 40 to 34 a month",
        "Saved 6 hours a week on a task that took 20 hours",
        "Bad debt fell by 25% from 1.2% to 0.9%",
        "Forecast accuracy of 91% over 12 months",
    ],
)
def test_an_ordinary_claim_raises_no_rule(text: str) -> None:
    assert rules(claim_of(text)) == {}


def test_rules_that_no_line_can_tell_take_their_facts_as_given() -> None:
    collected = Claim(opening_ar=Decimal(100), period_sales=Decimal(50), collected=Decimal(151))
    assert rules(collected) == {"R07": Judgement.IMPOSSIBLE}
    assert rules(Claim(same_definition=False)) == {"R09": Judgement.ASK}
    assert rules(Claim(same_months=False, sales_spread_pct=Decimal(35))) == {"R11": Judgement.ASK}
    assert rules(Claim(same_months=True, sales_spread_pct=Decimal(35))) == {}


def test_what_is_claimed_is_read_with_its_time_and_its_ends() -> None:
    claim = claim_of("Reduced DSO from 52 to 47 days in two quarters")
    assert (claim.metric, claim.before, claim.after) == (ClaimMetric.DSO, Decimal(52), Decimal(47))
    assert (claim.months, claim.went_down) == (Decimal(6), True)


def test_bands_stop_after_a_year_and_at_figures_of_others() -> None:
    bold = "Cut DSO from 60 to 40 days in 10 months"
    assert {one.level for one in place(claim_of(bold))} == {Level.STRONG}
    assert doubts_about(bold)[0].weight is Weight.STRONG
    assert place(claim_of("Cut DSO from 60 to 40 days in 3 years")) == ()
    team = Figure(measure="DSO", unit=Unit.DAYS, before=Decimal(60), after=Decimal(40), scope=FigureScope.COMPANY)
    assert doubts_about("Helped the company", (team,)) == ()


def test_a_kept_figure_is_judged_with_its_line() -> None:
    figure = Figure(measure="DSO", unit=Unit.DAYS, before=Decimal(45), after=Decimal(20))
    found = doubts_about("Chased late payers; best possible DSO 33", (figure,))
    assert found[0].weight is Weight.IMPOSSIBLE
    assert "33" in found[0].words


def test_a_win_that_names_its_proof_is_asked_for_no_more_of_it() -> None:
    bold = a_win("Cut DSO from 60 to 40 days in 10 months")
    assert {doubt.weight for doubt in doubts_about_win(bold)} == {Weight.STRONG}
    assert doubts_about_win(replace(bold, proof="Aging of May and of March")) == ()
    impossible = replace(bold, outcome="Reduced overdue invoices by 130%", proof="Aging")
    assert doubts_about_win(impossible)[0].rule == "R04"
    assert doubts_about_win(a_win("Called 40 dairies a week")) == ()


def test_the_text_engine_flags_what_cannot_all_be_true() -> None:
    (result,) = check_text("Reduced DSO from 45 to 44 days in 2025; best possible DSO 46 days")
    assert "OVE103" in {finding.code for finding in result.findings}
    (fine,) = check_text("Reduced DSO from 45 to 44 days in 2025; best possible DSO 40 days")
    assert "OVE103" not in {finding.code for finding in fine.findings}
