"""Metrics month by month: by hand, pasted or from ledgers; goals, variants, notes, and improvements worth a win."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from arcareer.clock import Clock
from arcareer.domain.changes import Edit, EditGroup, EntityKind
from arcareer.domain.figures import Basis, Figure, FigureScope, Unit, figure_text
from arcareer.domain.formulas import formula_of
from arcareer.domain.history import Month
from arcareer.domain.journal import WinDraft
from arcareer.domain.kpi_periods import Reaction
from arcareer.domain.metric_board import (
    OTHERS,
    AgingMonth,
    Improvement,
    Tile,
    aging_months,
    causes_of,
    improvements_in,
    months_before,
    seen_reactions,
    span_of,
    tiles_of,
    total_of,
)
from arcareer.domain.metric_kinds import KINDS, TILES, kind_of
from arcareer.domain.metric_months import (
    Book,
    DisputeCause,
    MetricMonth,
    Origin,
    Part,
    PartValue,
    empty_month,
    month_id,
    with_note,
    with_parts,
)
from arcareer.domain.metric_readings import MetricReading, read_metric, read_series
from arcareer.domain.metric_settings import METRIC_SETTINGS_ID, MetricSettings, with_goal, with_variant
from arcareer.domain.periods import Period
from arcareer.domain.win_lists import WinQuery, WinSummary
from arcareer.errors import FieldProblem
from arcareer.services.editing import EditService
from arcareer.services.journal import JournalService
from arcareer.storage.store import Store

if TYPE_CHECKING:
    from arcareer.content.benchmark_models import Benchmark
    from arcareer.content.library import ContentLibrary
    from arcareer.ledgers.month_tables import LeftOutLine, TableColumn

_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")
_MOST_WINS = 200


@dataclass(frozen=True, slots=True)
class MetricsBoard:
    """Everything the page shows of a book over a span; empty tuples where the book holds nothing."""

    book: Book
    months: tuple[MetricMonth, ...]
    since: Month
    until: Month
    tiles: tuple[Tile, ...]
    others: tuple[Tile, ...]
    aging: tuple[AgingMonth, ...]
    causes: tuple[DisputeCause, ...]
    disputes_closed: Decimal | None
    wins: tuple[WinSummary, ...]
    reactions: tuple[Reaction, ...]
    improvements: tuple[Improvement, ...]


@dataclass(frozen=True, slots=True)
class PastedMonths:
    """A pasted table, read but not kept: its months as they would be afterwards, and what was left out.

    `replaces` counts the parts that are known already with another value.
    """

    months: tuple[MetricMonth, ...]
    columns: tuple[TableColumn, ...]
    rows: int
    left_out: tuple[LeftOutLine, ...]
    replaces: int


class MetricsService:
    """Use cases of the metrics; what changes something returns the change it applied."""

    def __init__(
        self, store: Store, edits: EditService, journal: JournalService, content: ContentLibrary, clock: Clock
    ) -> None:
        self._store = store
        self._edits = edits
        self._journal = journal
        self._content = content
        self._clock = clock

    def books(self) -> tuple[Book, ...]:
        """Return the books that hold any month, the fullest first."""
        with self._store.read() as unit:
            counts = unit.metric_months.books()
        return tuple(sorted(counts, key=lambda book: (-counts[book], book.scope, book.currency)))

    def months(self, book: Book) -> tuple[MetricMonth, ...]:
        """Return the months of a book, oldest first."""
        with self._store.read() as unit:
            return unit.metric_months.of(book)

    def month(self, book: Book, month: Month) -> MetricMonth:
        """Return a month of a book; an empty one where nothing is known."""
        with self._store.read() as unit:
            return unit.metric_months.get(month_id(book, month)) or empty_month(book, month)

    def put_month(self, after: MetricMonth) -> Edit:
        """Keep a month in place of what was known; an empty month is removed.

        Raises `FieldProblem` for a count below zero, and for a month that is still to come.
        """
        _check(after, Month.of(self._clock.today()))
        before = self._stored(after)
        edit = Edit("Edit month", EntityKind.METRIC_MONTH, before, None if after.is_empty else after)
        if edit.before is not None or edit.after is not None:
            self._edits.apply(edit)
        return edit

    def remove_month(self, month: MetricMonth) -> Edit:
        """Remove a month."""
        return self._apply("Remove month", EntityKind.METRIC_MONTH, month, None)

    def save_note(self, book: Book, month: Month, metric: str, text: str) -> Edit:
        """Keep what the user did about a metric in a month; an empty text takes it away."""
        return self.put_month(with_note(self.month(book, month), metric, text))

    def settings(self) -> MetricSettings:
        """Return variants, goals and what is not to be offered."""
        return self._stored_settings() or MetricSettings()

    def set_goal(self, metric: str, book: Book, value: Decimal | None) -> Edit:
        """Set the goal of a metric in a book, in the metric's unit; None takes it away."""
        return self._save_settings("Set goal", with_goal(self.settings(), metric, book, value))

    def set_variant(self, metric: str, formula: str) -> Edit:
        """Compute a metric in another variant, in every month alike. Raises `ValueError` for a foreign variant."""
        if formula not in kind_of(metric).variants:
            raise ValueError(formula)
        return self._save_settings("Change variant", with_variant(self.settings(), metric, formula))

    def settle(self, improvement: Improvement) -> Edit:
        """Note that an improvement is not to be offered again."""
        settings = self.settings()
        settled = tuple(dict.fromkeys((*settings.settled, improvement.key)))
        return self._save_settings("Put improvement away", replace(settings, settled=settled))

    def board(self, book: Book, span: int = 12, until: Month | None = None) -> MetricsBoard:
        """Return what the page shows of a book over `span` months up to `until` (the last known month by default)."""
        months, settings = self.months(book), self.settings()
        last = until or (months[-1].month if months else Month.of(self._clock.today()))
        known = tuple(month for month in months if month.month <= last)
        shown = span_of(known, span, last)
        tiles = tiles_of(TILES, settings, known, span, last)
        others = tiles_of(OTHERS, settings, known, span, last)
        since = months_before(last, span - 1)
        return MetricsBoard(
            book=book,
            months=shown,
            since=since,
            until=last,
            tiles=tiles,
            others=others,
            aging=aging_months(shown),
            causes=causes_of(shown),
            disputes_closed=total_of(shown, Part.DISPUTES_CLOSED),
            wins=self._wins(since, last) if shown else (),
            reactions=seen_reactions((*tiles, *others), shown),
            improvements=improvements_in((*tiles, *others), known, settings.settled),
        )

    def series(self, metric: str, book: Book, span: int = 12, until: Month | None = None) -> tuple[MetricReading, ...]:
        """Return a metric of the months of a span, oldest first."""
        months, kind = self.months(book), kind_of(metric)
        if not months:
            return ()
        last = until or months[-1].month
        readings = read_series(kind, self.settings().variant(kind), months)
        first = months_before(last, span - 1)
        return tuple(reading for reading in readings if first <= reading.month <= last)

    def live(self, month: MetricMonth) -> tuple[MetricReading, ...]:
        """Return every metric of a month that is being typed, as it would be if it were kept now."""
        others = [one for one in self.months(month.book) if one.month < month.month]
        months, settings = (*others, month), self.settings()
        return tuple(read_metric(kind, settings.variant(kind), months, len(others)) for kind in KINDS)

    def read_paste(self, text: str, book: Book, source: str = "") -> PastedMonths:
        """Read a pasted table of months without keeping anything."""
        from arcareer.ledgers.month_tables import read_month_table  # noqa: PLC0415 - only pasting reads tables

        table = read_month_table(text)
        months, replaces = [], 0
        for number, parts in table.months:
            known = self.month(book, number)
            values = [PartValue(part, value, source, Origin.PASTED) for part, value in parts]
            replaces += sum(known.value(one.part) not in (None, one.value) for one in values)
            months.append(with_parts(known, *values))
        return PastedMonths(tuple(months), table.columns, table.rows, table.left_out, replaces)

    def take_paste(self, pasted: PastedMonths) -> EditGroup:
        """Keep what was pasted, in one change; raises like `put_month`."""
        today = Month.of(self._clock.today())
        for month in pasted.months:
            _check(month, today)
        label = f"Add {len(pasted.months)} months" if len(pasted.months) != 1 else "Add month"
        edits = tuple(Edit(label, EntityKind.METRIC_MONTH, self._stored(month), month) for month in pasted.months)
        group = EditGroup(label, edits)
        if edits:
            self._edits.apply(group)
        return group

    def benchmarks(self, metric: str) -> tuple[Benchmark, ...]:
        """Return what others report of a metric, each with its source, year and population."""
        return tuple(one for one in self._content.benchmarks if one.metric == metric)

    def draft_win(self, improvement: Improvement, scope: FigureScope, did: str = "") -> WinDraft:
        """Return a win with the figure filled in; what the user did is theirs to say, and so is whose result it is."""
        figure = improvement_figure(improvement, scope)
        change = figure_text(figure)
        after = improvement.change.after
        return WinDraft(
            headline=f"{did.strip()}: {change}" if did.strip() else change,
            happened_on=min(after.end, self._clock.today()),
            action=did.strip(),
            proof=proof_of(improvement),
            figures=(figure,),
        )

    def export_table(self, board: MetricsBoard) -> str:
        """Return the span as a table for copying: a line for each month, a column for each metric."""
        tiles = (*board.tiles, *board.others)
        lines = ["\t".join(("Month", *(tile.kind.name for tile in tiles)))]
        for place, month in enumerate(board.months):
            values = ((tile.points[place].value, tile.kind.unit) for tile in tiles)
            cells = ("" if value is None else f"{_rounded(value, unit):f}" for value, unit in values)
            lines.append("\t".join((str(month.month), *cells)))
        return "\n".join(lines) + "\n"

    def _wins(self, since: Month, until: Month) -> tuple[WinSummary, ...]:
        period = Period(date(since.year, since.number, 1), until.end)
        return tuple(reversed(self._journal.find(WinQuery(period=period), limit=_MOST_WINS)))

    def _stored(self, month: MetricMonth) -> MetricMonth | None:
        with self._store.read() as unit:
            return unit.metric_months.get(month.id)

    def _stored_settings(self) -> MetricSettings | None:
        with self._store.read() as unit:
            found: MetricSettings | None = unit.repository(EntityKind.METRIC_SETTINGS).get(METRIC_SETTINGS_ID)
        return found

    def _save_settings(self, label: str, after: MetricSettings) -> Edit:
        return self._apply(label, EntityKind.METRIC_SETTINGS, self._stored_settings(), after)

    def _apply(self, label: str, kind: EntityKind, before: Any, after: Any) -> Edit:
        return self._edits.put(label, kind, before, after)


def improvement_figure(improvement: Improvement, scope: FigureScope) -> Figure:
    """Return the figure of an improvement: before, after, period and source as they were measured."""
    change, kind = improvement.change, improvement.kind
    before, after = change.before.result.value, change.after.result.value
    if before is None or after is None:
        raise ValueError("an improvement has a value before and after")
    return Figure(
        measure=kind.measure,
        unit=kind.unit,
        before=_rounded(before, kind.unit),
        after=_rounded(after, kind.unit),
        period=f"{change.before.end:%B %Y} to {change.after.end:%B %Y}",
        scope=scope,
        basis=Basis.MEASURED,
        source=change.after.source,
    )


def proof_of(improvement: Improvement) -> str:
    """Return how a figure was computed, for the proof of a win: formula, variant, season, and what stands beside it."""
    change = improvement.change
    formula = formula_of(next((one for one in improvement.kind.variants if _variant(one) == change.after.variant), ""))
    parts = [f"Computed as {formula.card.formula}" if formula else ""]
    parts += [f"variant: {change.after.variant}" if formula and formula.card.variant else ""]
    parts += ["the same month a year apart" if improvement.is_season_safe else "not adjusted for the season"]
    text = "; ".join(part for part in parts if part) + "."
    return " ".join((text, *improvement.beside))


def _variant(formula: str) -> str:
    found = formula_of(formula)
    return "" if found is None else found.card.variant or found.card.metric


def _rounded(value: Decimal, unit: Unit) -> Decimal:
    exact = value.quantize(_HUNDREDTH if abs(value) < 1 and unit is Unit.PERCENT else _TENTH, ROUND_HALF_UP)
    return exact.to_integral_value() if exact == exact.to_integral_value() else exact


def _check(month: MetricMonth, today: Month) -> None:
    if month.month > today:
        raise FieldProblem("month", f"{month.month} is still to come. Nothing was changed; choose a month up to now.")
    names: Sequence[Part] = [one.part for one in month.parts if one.value < 0 and one.part in _NEVER_NEGATIVE]
    if names:
        raise FieldProblem(names[0], "This is a number of things or days, so it cannot be below zero.")


_NEVER_NEGATIVE = frozenset(
    {
        Part.INVOICES_ISSUED,
        Part.DISPUTES_OPENED,
        Part.DISPUTES_CLOSED,
        Part.DISPUTE_DAYS,
        Part.PROMISES_DUE,
        Part.PROMISES_KEPT,
    }
)
