"""The results that carry a case: cards at a glance, and each in its win's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from arcareer.documents.blocks import Block, Card, Cards, Look, Paragraph, Part, Run, Story, Style
from arcareer.documents.claims import bullet_claim, figure_claim, record_claim, typed_claim
from arcareer.documents.review.choosing import Picked
from arcareer.documents.review.material import ReviewMaterial
from arcareer.documents.review.meaning import meaning_text
from arcareer.documents.review.pen import Pen, words_cell
from arcareer.documents.review.room import Room
from arcareer.documents.text import NOTHING, Text, joined, own
from arcareer.documents.wording import SEPARATOR, months_of
from arcareer.domain.figures import Basis, Figure, FigureScope
from arcareer.domain.journal import Win

RESULTS_HEADING = "Results that carry it"
_SCOPES = {
    FigureScope.MINE: "my own result",
    FigureScope.PORTFOLIO: "my portfolio",
    FigureScope.TEAM: "team result",
    FigureScope.COMPANY: "company result",
}
_LONG_VALUE = 12
_LINE = 78


def card_row(results: Sequence[Picked], material: ReviewMaterial, pen: Pen, room: Room) -> Cards:
    """Return the results side by side: measure, value, where it stood before, when, and whose it is."""
    return Cards(
        cards=tuple(_full_card(one, material, pen, room) if room.in_cards else _card(one, pen) for one in results),
        title=RESULTS_HEADING,
        description="Results of this period, each with what it measures, its value, where it stood before, and when.",
    )


def _full_card(one: Picked, material: ReviewMaterial, pen: Pen, room: Room) -> Card:
    """Return a card that tells the result as well, in the win's own words."""
    card = _card(one, pen)
    did = _did(one.win, material, pen, room.letters) if room.letters else NOTHING
    source = pen.source(one.win, one.whole.figure) or _proof(one.win, pen)
    told = ((pen.headline(one.win), Look.LIFTED), (did, Look.NORMAL), (source, Look.MUTED))
    lines = (Run(joined((own("\n"), text)), look) for text, look in told if text)
    return replace(card, note=(*card.note, *lines))


def _card(one: Picked, pen: Pen) -> Card:
    figure = one.whole.figure
    value = pen.value(one.win, figure)
    course, when, standing = pen.course(one.win, figure), _when(one, pen), own(_standing(figure))
    notes = [Run(course, Look.LIFTED)] if course else []
    about = joined((when, standing), "\n")
    notes.append(Run(joined((own("\n"), about)) if notes else about, Look.MUTED))
    return Card(
        label=(Run(pen.measure(one.win, figure)),),
        value=(Run(value),),
        note=tuple(run for run in notes if run.text),
        win=one.win.id,
        long=len(str(value)) > _LONG_VALUE,
    )


def _when(one: Picked, pen: Pen) -> Text:
    figure = one.whole.figure
    if figure.period.strip():
        return pen.text(figure.period, figure_claim(one.win, figure), opens=False)
    return own(months_of(one.whole.since.happened_on, one.win.happened_on), record_claim("date of the win"))


def _standing(figure: Figure) -> str:
    basis = "estimated" if figure.basis is Basis.ESTIMATED else "measured"
    return f"{_SCOPES[figure.scope]}, {basis}".capitalize()


def told_result(one: Picked, material: ReviewMaterial, pen: Pen, room: Room) -> Iterator[Block]:
    """Yield a result in the win's own words: headline, what the user did, what it means, source."""
    win = one.win
    headline, source = pen.headline(win), pen.source(win, one.whole.figure) or _proof(win, pen)
    is_beside = room.tight and len(str(headline)) + len(str(source)) <= _LINE and "\n" not in str(source)
    yield Paragraph(
        style=Style.HEADING3,
        runs=words_cell(headline),
        at_margin=words_cell(source, Look.MUTED) if source and is_beside else (),
        win=win.id,
        opens=True,
    )
    parts = _parts(one, material, pen, room)
    named = (joined((own("Source: "), source)) if source and not is_beside else NOTHING, pen.month(win))
    footing = joined((part for part in (named[:1] if room.tight else named) if part), SEPARATOR)
    if parts or footing:
        yield Story(parts=parts, footing=words_cell(footing, Look.MUTED) if footing else (), win=win.id)


def _parts(one: Picked, material: ReviewMaterial, pen: Pen, room: Room) -> tuple[Part, ...]:
    did = _did(one.win, material, pen, room.letters) if room.letters else NOTHING
    means = meaning_text(one, material.facts, pen) if room.means else NOTHING
    looks = ((did, Look.NORMAL), (means, Look.MUTED))
    return tuple(Part((), words_cell(text, look)) for text, look in looks if text)


def lone_result(one: Picked, material: ReviewMaterial, pen: Pen, room: Room) -> Iterator[Block]:
    """Yield the only result there is: its value at the margin, for one card would be as wide as the page."""
    win, figure = one.win, one.whole.figure
    value = words_cell(pen.value(win, figure), Look.AMOUNT)
    yield Paragraph(style=Style.HEADING3, runs=words_cell(pen.headline(win)), at_margin=value, win=win.id, opens=True)
    said = joined((part for part in (pen.measure(win, figure), pen.course(win, figure)) if part), ", ")
    about = joined((said, _when(one, pen), own(_standing(figure))), SEPARATOR)
    source = pen.source(win, figure) or _proof(win, pen)
    footing = words_cell(joined((own("Source: "), source)), Look.MUTED) if source else ()
    yield Story(parts=(Part((), (Run(about),)), *_parts(one, material, pen, room)), footing=footing, win=win.id)


def _did(win: Win, material: ReviewMaterial, pen: Pen, limit: int) -> Text:
    if win.action.strip():
        return pen.opening(win.action, typed_claim(win, "action"), limit)
    bullet = next((one for one in material.bullets if one.win == win.id), None)
    if bullet is not None:
        return pen.opening(bullet.text, bullet_claim(bullet), limit)
    return pen.opening(win.outcome, typed_claim(win, "outcome"), limit)


def _proof(win: Win, pen: Pen) -> Text:
    if pen.disclosure.hides_amounts:
        return NOTHING
    if win.proof.strip():
        return pen.opening(win.proof, typed_claim(win, "proof"), 90)
    return next((pen.text(one.title, typed_claim(win, "evidence")) for one in win.evidence), NOTHING)


def without_figure(win: Win, pen: Pen) -> Paragraph:
    """Return a win that holds no number, which is said."""
    runs = (Run(pen.headline(win), Look.LIFTED), Run(own("  ")), Run(own("no number noted"), Look.MUTED))
    return Paragraph(style=Style.BULLET, runs=runs, win=win.id)
