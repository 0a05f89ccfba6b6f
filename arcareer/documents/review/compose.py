"""From what the library holds to a promotion review that every renderer can write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from arcareer.documents.blocks import Block, Paragraph, Style, wins_of
from arcareer.documents.claims import kept_claim
from arcareer.documents.compose import owner_name
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.document import TitleBlock
from arcareer.documents.layout import title_blocks
from arcareer.documents.measuring import PageMeasure
from arcareer.documents.printed import Printed
from arcareer.documents.review.appendix import evidence_blocks
from arcareer.documents.review.case import case_blocks, results_of
from arcareer.documents.review.choosing import Picked
from arcareer.documents.review.competencies import competency_blocks
from arcareer.documents.review.decisions import decision_blocks
from arcareer.documents.review.goals import goal_blocks, quality_blocks
from arcareer.documents.review.kpi_story import kpi_blocks
from arcareer.documents.review.material import ReviewMaterial
from arcareer.documents.review.meaning import ResultMeaning, meaning_of
from arcareer.documents.review.pen import Pen, words_cell
from arcareer.documents.review.room import ROOMS, Room
from arcareer.documents.review.secrets import amounts_of, texts_of
from arcareer.documents.text import NOTHING, Text, joined, own
from arcareer.documents.wording import day_of, short_month_of, short_span_of, span_of
from arcareer.domain.documents import BragTemplate, ReviewSection
from arcareer.domain.double_counting import DoubleCount, double_counts
from arcareer.domain.periods import ALL_TIME, Period
from arcareer.domain.recency import Recency, recency

KIND = "Promotion review"
HEADINGS = {
    ReviewSection.CASE: "The case",
    ReviewSection.COMPETENCIES: "Competencies",
    ReviewSection.KPIS: "KPI story",
    ReviewSection.DECISIONS: "Decisions that turned out",
    ReviewSection.GOALS: "Goals",
    ReviewSection.QUALITIES: "Qualities, shown by wins",
    ReviewSection.EVIDENCE: "Evidence",
}
_WRITERS = {
    ReviewSection.COMPETENCIES: competency_blocks,
    ReviewSection.KPIS: kpi_blocks,
    ReviewSection.DECISIONS: decision_blocks,
    ReviewSection.GOALS: goal_blocks,
    ReviewSection.QUALITIES: quality_blocks,
}


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """A section behind page one: its heading and what stands below it, which is never nothing."""

    section: ReviewSection
    heading: Text
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSheet:
    """A promotion review: what it is made of, what may be in it, and the sections behind page one in the user's order.

    Page one depends on the room of a template, see `first_page`; `results` carry it. `recency` says how the wins it
    tells spread over the period and which older ones would balance it, `double_counted` which figures of them may be
    one. `translations` say for each result what it means and what would have to be known to say more.
    """

    material: ReviewMaterial
    disclosure: Disclosure
    title: TitleBlock
    results: tuple[Picked, ...]
    parts: tuple[ReviewPart, ...]
    recency: Recency
    double_counted: tuple[DoubleCount, ...]
    translations: tuple[ResultMeaning, ...]


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The case as fully as one page holds it; `fits` is false where even the barest telling takes more."""

    blocks: tuple[Block, ...]
    fits: bool


def compose_review(material: ReviewMaterial, disclosure: Disclosure) -> ReviewSheet:
    """Return the review: the sections the user wants in their order, those with nothing to say left out."""
    disclosure = disclosure.knowing(amounts_of(material), texts_of(material))
    pen = Pen(disclosure)
    chosen = [one for one in material.choices.review_included if one is not ReviewSection.CASE]
    written = {one: tuple(_WRITERS[one](material, pen)) for one in chosen if one in _WRITERS}
    results = results_of(material)
    named = (win for blocks in written.values() for block in blocks for win in wins_of(block))
    told = material.wins_of(dict.fromkeys((*(one.win.id for one in results), *named)))
    if ReviewSection.EVIDENCE in chosen:
        written[ReviewSection.EVIDENCE] = tuple(evidence_blocks(material, pen, {win.id for win in told}))
    return ReviewSheet(
        material=material,
        disclosure=disclosure,
        title=_title(material, pen),
        results=results,
        parts=tuple(ReviewPart(one, _heading(one, material, pen), written[one]) for one in chosen if written[one]),
        recency=recency(((win.id, win.happened_on) for win in told), material.period, material.wins),
        double_counted=double_counts(told),
        translations=tuple(meaning_of(one, material.facts) for one in results),
    )


def first_page(sheet: ReviewSheet, template: BragTemplate) -> FirstPage:
    """Return page one, told as fully as it fits the page of a template."""
    measure = PageMeasure(template)
    page: tuple[Block, ...] = ()
    for room in ROOMS:
        page = tuple(_case_page(sheet, template, room))
        if measure.height(page) <= measure.room:
            return FirstPage(page, fits=True)
    return FirstPage(page, fits=False)


def printed_review(sheet: ReviewSheet, template: BragTemplate) -> Printed:
    """Return the review under a template: page one, and behind it the sections from the top of a new page."""
    return Printed(
        title=sheet.title,
        written_at=sheet.material.written_at,
        disclosure=sheet.disclosure,
        template=template,
        blocks=(*first_page(sheet, template).blocks, *_following(sheet)),
    )


def _case_page(sheet: ReviewSheet, template: BragTemplate, room: Room) -> Iterator[Block]:
    pen = Pen(sheet.disclosure)
    yield from title_blocks(sheet.title, template)
    yield _section_heading(ReviewSection.CASE, _heading(ReviewSection.CASE, sheet.material, pen))
    yield from case_blocks(sheet.material, sheet.results, pen, room)


def _following(sheet: ReviewSheet) -> Iterator[Block]:
    for at, part in enumerate(sheet.parts):
        yield _section_heading(part.section, part.heading, new_page=not at)
        yield from part.blocks


def _section_heading(section: ReviewSection, words: Text, *, new_page: bool = False) -> Paragraph:
    return Paragraph(style=Style.HEADING1, runs=words_cell(words), section=section.value, new_page=new_page)


def _heading(section: ReviewSection, material: ReviewMaterial, pen: Pen) -> Text:
    renamed = material.choices.heading(section).strip()
    claim = kept_claim("heading of your own", material.choices.id, section.value)
    return pen.text(renamed, claim) if renamed else own(HEADINGS[section])


def _title(material: ReviewMaterial, pen: Pen) -> TitleBlock:
    owner, period = material.owner, material.period
    if period == ALL_TIME and material.wins:
        period = Period(material.wins[-1].happened_on, material.wins[0].happened_on)
    about = kept_claim("about you", owner.id)
    return TitleBlock(
        kind=KIND,
        short_period=_short(period),
        period=span_of(period),
        name=owner_name(owner, pen.disclosure),
        role=pen.text(owner.title, about),
        employer=pen.text(owner.employer, about),
        purpose=_occasion(material, pen),
        topic="Promotion",
    )


def _occasion(material: ReviewMaterial, pen: Pen) -> Text:
    review = material.review
    if review is None:
        return NOTHING
    claim = kept_claim("review", review.id)
    return joined((pen.text(review.occasion.title, claim), own(day_of(review.on), claim)), ", ")


def _short(period: Period) -> str:
    """Return a period as it stands at the foot of pages: 2026 H1, or the months of a free one."""
    if ".." not in period.key or period == ALL_TIME:
        return short_span_of(period)
    return " to ".join(dict.fromkeys(short_month_of(day) for day in (period.start, period.end)))
