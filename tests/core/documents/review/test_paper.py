"""What another program shows of the review: the case alone on page one, and no entry parted from its heading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from arcareer.documents.docx_renderer import render_docx
from arcareer.documents.review.compose import first_page, printed_review
from arcareer.domain.documents import BragTemplate, PromotionCase
from arcareer.domain.identity import named_id
from arcareer.domain.journal import Win
from arcareer.domain.metric_kinds import COLLECTION_RATE
from arcareer.domain.metric_kinds import DSO as DSO_KIND
from tests.support.builders import a_figure, a_win
from tests.support.paper import PDFTOTEXT, SOFFICE, shown_by_libreoffice
from tests.support.promotion import (
    CONTENT,
    DISPUTES,
    DSO,
    a_decision,
    a_level,
    a_material,
    a_promotion,
    a_review_sheet,
    a_series,
)

pytestmark = pytest.mark.skipif(not (SOFFICE and PDFTOTEXT), reason="LibreOffice or pdftotext is not installed")

CASE = PromotionCase(
    id=named_id("review"),
    asked_for="The step to AR specialist from January, with the pay band that goes with it.",
    gap="What is left is a forecast with its accuracy measured over a year. I take over the weekly cash call. " * 2,
    closing="I do most of the work of the next grade already, and would like to do it with the name.",
)


def many_wins() -> tuple[Win, ...]:
    asked = [one.id for one in CONTENT.competencies]
    wins = [
        a_win(
            f"Recovered balance {at} of a customer that had stopped answering after three reminders",
            happened_on=date(2026, 1, 2) + timedelta(days=6 * at),
            competencies=(asked[at % len(asked)], asked[at * 5 % len(asked)]),
            figures=(a_figure(1_000 + at),) if at % 3 else (),
            proof=f"Bank file {at}",
        )
        for at in range(56)
    ]
    return (DSO, DISPUTES, *reversed(wins))


def test_the_case_stands_alone_on_page_one_under_every_template(tmp_path: Path) -> None:
    material = a_material(
        wins=many_wins(),
        review=a_promotion(),
        case=CASE,
        level=a_level("coordinator"),
        next_level=a_level("specialist"),
        kpis=(a_series(DSO_KIND, 1_200_000, 1_100_000, 1_000_000), a_series(COLLECTION_RATE, 1_000_000, 900_000)),
        decisions=tuple(a_decision(f"Account {at}") for at in range(6)),
    )
    sheets = {"full": a_review_sheet(material), "bare": a_review_sheet(replace(material, case=None))}
    files = {
        f"{name}-{template.value}": render_docx(printed_review(sheet, template))
        for name, sheet in sheets.items()
        for template in BragTemplate
    }
    assert all(first_page(sheet, template).fits for sheet in sheets.values() for template in BragTemplate)
    for pages in shown_by_libreoffice(tmp_path, files).values():
        assert pages[1].lstrip().startswith("Competencies")
        lasts = [page.strip().splitlines()[-2].strip() for page in pages[1:]]
        heads = {"Competencies", "KPI story", "Decisions that turned out", "Evidence", "How each is measured"}
        assert not heads.intersection(lasts)
