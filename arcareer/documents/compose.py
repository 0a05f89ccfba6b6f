"""From wins to what a brag sheet says: every win of the period, nothing but what the user entered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from arcareer.documents.chart_choice import choose_charts
from arcareer.documents.claims import (
    Claim,
    bullet_claim,
    change_claim,
    figure_claim,
    kept_claim,
    record_claim,
    typed_claim,
)
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.document import (
    BragSheet,
    Charts,
    Detail,
    Entry,
    EntryGroup,
    EvidenceAppendix,
    EvidenceRow,
    FigureRow,
    FiguresTable,
    HeadlineFigures,
    OneLiner,
    OneLiners,
    Section,
    TitleBlock,
    Wins,
)
from arcareer.documents.headline_choice import choose_headline_figures
from arcareer.documents.text import NOTHING, Text, joined, own
from arcareer.documents.text_cleaning import clean
from arcareer.documents.wording import (
    caution_of,
    counted,
    listed,
    month_of,
    named_value,
    short_month_of,
    short_span_of,
    span_of,
)
from arcareer.domain.agenda import Owner
from arcareer.domain.bullets import Bullet
from arcareer.domain.documents import CHOICES_ID, BragSection
from arcareer.domain.evidence import EvidenceLink
from arcareer.domain.figures import Figure, Unit
from arcareer.domain.journal import Win
from arcareer.domain.periods import ALL_TIME, Period

KIND = "Brag sheet"
OTHER_WINS = "More wins"
_DETAILS = (("Situation", "situation"), ("Action", "action"), ("Result", "outcome"))
_FIGURE_LENGTH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a sheet is made of. `themes` maps theme ids to labels in display order; unknown ids count as no theme.

    `bullets` are printed as they stand, whatever the period: the user chose each of them. `headings` are those the user
    gave sections.
    """

    wins: tuple[Win, ...]
    owner: Owner
    themes: Mapping[str, str]
    sections: tuple[BragSection, ...]
    period: Period
    written_at: datetime
    bullets: tuple[Bullet, ...] = ()
    headings: Mapping[BragSection, str] = field(default_factory=dict)


def compose(material: Material, disclosure: Disclosure) -> BragSheet:
    """Return the sheet: sections in the user's order, wins by theme and newest first, empty sections left out."""
    wins = tuple(
        sorted(
            (win for win in material.wins if not win.in_trash and win.happened_on in material.period),
            key=lambda win: (win.happened_on, win.logged_at),
            reverse=True,
        )
    )
    disclosure = disclosure.knowing(money_of(wins), typed_in(wins, material.bullets))
    composer = _Composer(material, disclosure, wins)
    sections = tuple(section for kind in material.sections if (section := composer.section(kind)) is not None)
    return BragSheet(
        period=material.period,
        written_at=material.written_at,
        title=composer.title(),
        sections=sections,
        disclosure=disclosure,
        headings=composer.headings(),
        without_result=tuple(win.id for win in wins if not win.has_number and not win.outcome.strip()),
    )


def money_of(wins: Iterable[Win]) -> Iterator[Decimal]:
    """Yield every amount of money among the figures of wins."""
    for figure in (figure for win in wins for figure in win.figures if figure.unit is Unit.MONEY):
        yield figure.after
        if figure.before is not None:
            yield figure.before


def typed_in(wins: Iterable[Win], bullets: Iterable[Bullet]) -> Iterator[str]:
    """Yield what was typed in wins and bullets, as far as documents print it."""
    for win in wins:
        yield from (win.headline, win.situation, win.action, win.outcome)
        yield from (words for figure in win.figures for words in (figure.measure, figure.period, figure.source))
    yield from (bullet.text for bullet in bullets)


class _Composer:
    def __init__(self, material: Material, disclosure: Disclosure, wins: tuple[Win, ...]) -> None:
        self._material = material
        self._text = disclosure.text
        self._disclosure = disclosure
        self._figures = disclosure.figures
        self._wins = wins
        self._covered = material.period
        if material.period == ALL_TIME and wins:
            self._covered = Period(wins[-1].happened_on, wins[0].happened_on)
        self._one_month = month_of(self._covered.start) == month_of(self._covered.end)

    def title(self) -> TitleBlock:
        owner = self._material.owner
        about = kept_claim("about you", owner.id)
        return TitleBlock(
            kind=KIND,
            short_period=short_span_of(self._material.period),
            period=span_of(self._covered),
            name=owner_name(owner, self._disclosure),
            role=self._text(owner.title, about),
            employer=self._text(owner.employer, about),
            purpose=self._text(owner.purpose, about),
            lead=self._lead(),
        )

    def headings(self) -> Mapping[BragSection, Text]:
        claims = {one: kept_claim("heading of your own", CHOICES_ID, one.value) for one in self._material.headings}
        return {one: self._text(words, claims[one]) for one, words in self._material.headings.items() if words.strip()}

    def section(self, kind: BragSection) -> Section | None:
        match kind:
            case BragSection.HEADLINE_FIGURES:
                figures = choose_headline_figures(self._wins, self._disclosure)
                return HeadlineFigures(figures=figures) if figures else None
            case BragSection.CHART:
                charts = choose_charts(self._wins, self._disclosure, self._material.themes)
                return Charts(charts=charts) if charts else None
            case BragSection.BULLETS:
                lines = tuple(self._one_liners())
                return OneLiners(lines=lines) if lines else None
            case BragSection.WINS:
                return Wins(groups=tuple(self._groups()))
            case BragSection.FIGURES_TABLE:
                rows = tuple(self._figure_row(win, figure) for win, figure in self._key_figures())
                return FiguresTable(rows=rows) if rows else None
            case BragSection.EVIDENCE:
                proven = tuple(row for win in self._wins if (row := self._evidence_row(win)).proof)
                return EvidenceAppendix(rows=proven) if proven else None

    def _one_liners(self) -> Iterator[OneLiner]:
        for bullet in self._material.bullets:
            if text := self._text(" ".join(bullet.text.split()), bullet_claim(bullet)):
                yield OneLiner(text=text, win=bullet.win)

    def _lead(self) -> str:
        if not self._wins:
            return "No wins in this period yet."
        numbered = sum(win.has_number for win in self._wins)
        wins = counted(len(self._wins), "win", "wins")
        if numbered == len(self._wins):
            return f"{wins}, each with a number." if numbered > 1 else f"{wins}, with a number."
        return f"{wins}, {numbered:,} of them with a number." if numbered else f"{wins}."

    def _groups(self) -> Iterator[EntryGroup]:
        by_theme: dict[str, list[Win]] = {theme: [] for theme in self._material.themes}
        others: list[Win] = []
        for win in self._wins:
            by_theme.get(win.theme, others).append(win)
        for theme, wins in by_theme.items():
            if wins:
                yield self._group(self._material.themes[theme], wins)
        if others:
            yield self._group(OTHER_WINS, others)

    def _group(self, label: str, wins: list[Win]) -> EntryGroup:
        return EntryGroup(label=label, entries=tuple(map(self._entry, wins)), total=len(wins))

    def _entry(self, win: Win) -> Entry:
        details = tuple(
            Detail(label=label, text=text)
            for label, name in _DETAILS
            if (text := self._text(getattr(win, name), typed_claim(win, name)))
        )
        headline = self._text(win.headline, typed_claim(win, "headline"))
        return Entry(
            win=win.id,
            happened_on=win.happened_on,
            headline=headline,
            figure=self._figure_at_margin(win, str(headline)) if details else NOTHING,
            details=details,
            footing=tuple(self._footing(win)),
            has_number=win.has_number,
        )

    def _figure_at_margin(self, win: Win, headline: str) -> Text:
        """Return the win's first figure where it is short and the headline does not hold it already."""
        for figure in win.figures:
            number = self._figures.value(figure.after, figure.unit, figure.currency)
            line = self._disclosure.figure_line(figure, figure_claim(win, figure))
            words = joined((part for part in (line, own(caution_of(figure))) if part), ", ")
            if number not in headline and len(str(words)) <= _FIGURE_LENGTH:
                return words
        return NOTHING

    def _footing(self, win: Win) -> Iterator[Text]:
        if not self._one_month:
            yield own(month_of(win.happened_on), record_claim("month of the win"))
        names = tuple(name.strip() for name in win.colleagues if name.strip())
        if names and self._disclosure.hides_amounts:
            yield own("with a colleague" if len(names) == 1 else "with colleagues")
        elif names:
            yield joined((own("with "), self._text(listed(names), typed_claim(win, "colleagues"), opens=False)))
        proof = list(self._proof(win))
        printed = {str(part) for part in proof}
        sources: dict[str, Claim] = {}
        for figure in win.figures:
            sources.setdefault(figure.source.strip(), figure_claim(win, figure))
        named = (self._disclosure.source(name, claim) for name, claim in sources.items())
        yield from (source for source in named if source and str(source) not in printed)
        yield from proof

    def _proof(self, win: Win) -> Iterator[Text]:
        if self._disclosure.hides_amounts:
            return
        if proof := self._text(win.proof, typed_claim(win, "proof")):
            yield proof
        claim = typed_claim(win, "evidence")
        for evidence in win.evidence:
            title = self._text(evidence.title, claim)
            target = self._text(evidence.target, claim) if isinstance(evidence, EvidenceLink) else NOTHING
            if words := joined((title, target) if str(target) != str(title) else (title,), ": "):
                yield words

    def _key_figures(self) -> list[tuple[Win, Figure]]:
        """Return the changes; where there are none, the amounts and shares. The other numbers stand in their wins."""
        named = [(win, figure) for win in self._wins for figure in win.figures if named_value(figure)[0]]
        changes = [(win, figure) for win, figure in named if figure.before is not None]
        return changes or [(win, figure) for win, figure in named if figure.unit in (Unit.MONEY, Unit.PERCENT)]

    def _figure_row(self, win: Win, figure: Figure) -> FigureRow:
        measure, value = self._figures.named(figure)
        claim = figure_claim(win, figure)
        banded = self._figures.claim(claim, figure)
        before = "" if figure.before is None else self._figures.value(figure.before, figure.unit, figure.currency)
        change = self._figures.claim(change_claim(win, figure), figure)
        caution = caution_of(figure)
        notes = (own(caution), self._disclosure.source(figure.source, claim, opens=not caution))
        return FigureRow(
            win=win.id,
            measure=self._text(measure, claim),
            before=own(before, banded),
            after=own(value, banded),
            change=own(self._figures.change(figure), change),
            period=self._text(figure.period, claim)
            or own(short_month_of(win.happened_on), record_claim("month of the win")),
            note=joined((note for note in notes if note), ", "),
        )

    def _evidence_row(self, win: Win) -> EvidenceRow:
        return EvidenceRow(
            win=win.id,
            happened_on=win.happened_on,
            headline=self._text(win.headline, typed_claim(win, "headline")),
            proof=tuple(self._proof(win)),
        )


def owner_name(owner: Owner, disclosure: Disclosure) -> Text:
    """Return the user's name; where a part of it is also a customer's name of one word, it stays the user's."""
    about = kept_claim("about you", owner.id)
    hits = disclosure.names_in(owner.name)
    if any(len(owner.name[hit.start : hit.end].split()) > 1 for hit in hits):
        return disclosure.text(owner.name, about)
    return own(clean(owner.name).strip(), about)
