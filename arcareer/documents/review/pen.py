"""Writing of wins and figures in a review: every number with what stands behind it, nothing past the disclosure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from uuid import UUID

from arcareer.documents.blocks import Column, Look, Paragraph, Row, Run, Runs, Style, Table
from arcareer.documents.claims import Claim, band_claim, change_claim, figure_claim, record_claim, typed_claim
from arcareer.documents.disclosure import Disclosure
from arcareer.documents.text import NOTHING, Text, joined, own
from arcareer.documents.text_cleaning import clean
from arcareer.documents.wording import caution_of, counted, short_month_of
from arcareer.domain.figures import Figure, Unit
from arcareer.domain.journal import Win

NO_EVIDENCE = "No evidence yet"
_HARD_SPACE = "\N{NO-BREAK SPACE}"
_SHORT_LINE = 44
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


class Pen:
    """Turns values of the library into printed words."""

    def __init__(self, disclosure: Disclosure) -> None:
        self.disclosure = disclosure
        self.text = disclosure.text
        self._figures = disclosure.figures

    def headline(self, win: Win) -> Text:
        """Return a win's headline."""
        return self.text(" ".join(win.headline.split()), typed_claim(win, "headline"))

    def value(self, win: Win, figure: Figure) -> Text:
        """Return the value of a figure, with a bound where its measure begins with one."""
        return own(self._figures.headline(figure)[1], self._figures.claim(figure_claim(win, figure), figure))

    def measure(self, win: Win, figure: Figure) -> Text:
        """Return what a figure measures, with a capital."""
        return self.text(self._figures.headline(figure)[0], figure_claim(win, figure))

    def course(self, win: Win, figure: Figure) -> Text:
        """Return how a figure came to where it is; nothing for a lone value."""
        return own(self._figures.headline(figure)[2], change_claim(win, figure))

    def figure(self, win: Win, figure: Figure) -> Text:
        """Return a figure in a short line with what keeps it honest."""
        line = self.disclosure.figure_line(figure, figure_claim(win, figure))
        return joined((part for part in (line, own(caution_of(figure))) if part), ", ")

    def amount(self, value: Decimal | None, unit: Unit, currency: str, claim: Claim) -> Text:
        """Return a value that no win holds, money as a band where amounts are hidden; nothing for an unknown one."""
        if value is None:
            return NOTHING
        is_banded = unit is Unit.MONEY and self.disclosure.hides_amounts
        return own(self._figures.value(value, unit, currency), band_claim(claim) if is_banded else claim)

    def source(self, win: Win, figure: Figure) -> Text:
        """Return where a figure comes from, as far as it may be told."""
        return self.disclosure.source(figure.source, figure_claim(win, figure))

    def month(self, win: Win) -> Text:
        """Return the month of a win."""
        return own(short_month_of(win.happened_on).replace(" ", _HARD_SPACE), record_claim("date of the win"))

    def win_runs(self, win: Win) -> Runs:
        """Return a win in a line: its headline, its strongest figure where the headline lacks it, and the month."""
        headline = self.headline(win)
        runs = [Run(headline, win=win.id)]
        figure = strongest(win)
        if figure is not None and self._figures.value(figure.after, figure.unit, figure.currency) not in str(headline):
            line = self.figure(win, figure)
            look = Look.AMOUNT if len(str(line)) <= _SHORT_LINE else Look.MUTED
            runs += [Run(own("  ")), Run(line, look, win=win.id)]
        return (*runs, Run(own("  ")), Run(self.month(win), Look.MUTED, win=win.id))

    def lines(self, wins: Sequence[Win], more: int = 0) -> Runs:
        """Return wins a line each, and how many `more` there are; honest words where there is none."""
        if not wins:
            return (Run(own(NO_EVIDENCE), Look.MUTED),)
        runs: list[Run] = []
        for at, win in enumerate(wins):
            runs += [Run(own("\n• " if at else "• ")), *self.win_runs(win)]
        if more:
            runs.append(Run(self.count(f"\nand {counted(more, 'more win', 'more wins')} of this period"), Look.MUTED))
        return tuple(runs)

    def count(self, words: str) -> Text:
        """Return words of the document that hold a count of the library."""
        return own(words, record_claim("a count of what the library holds"))

    def opening(self, typed: str, claim: Claim, limit: int) -> Text:
        """Return the first sentence the user typed, cut between words where it is longer than `limit`."""
        words = " ".join(clean(typed).split())
        return self.text(shortened(_SENTENCE.split(words, maxsplit=1)[0], limit), claim) if words else NOTHING


def shortened(words: str, limit: int) -> str:
    """Return the words cut between two of them, with a sign that something follows."""
    if len(words) <= limit:
        return words
    cut = words[: limit - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"


def strongest(win: Win) -> Figure | None:
    """Return the figure of a win to name first: a change before a lone value."""
    return next((one for one in win.figures if one.change), next(iter(win.figures), None))


def by_strength(wins: Iterable[Win], asked: Collection[str] = (), told: Collection[UUID] = frozenset()) -> list[Win]:
    """Return wins in the order to tell them, the newest first among equals.

    Those that show more of the competencies in `asked` come first, then those not `told` elsewhere, then those that
    changed a figure, then those with a number.
    """
    return sorted(
        wins,
        key=lambda win: (
            -len(set(asked).intersection(win.competencies)),
            win.id in told,
            not any(one.change for one in win.figures),
            not win.has_number,
        ),
    )


def paragraph(style: Style, text: Text, look: Look = Look.NORMAL) -> Paragraph:
    """Return a paragraph of one look."""
    return Paragraph(style=style, runs=(Run(text, look),))


def words_cell(words: str | Text, look: Look = Look.NORMAL) -> Runs:
    """Return a cell of one look; plain words are the document's own."""
    return (Run(own(words) if isinstance(words, str) else words, look),)


def table(columns: Sequence[Column], rows: Sequence[Row], title: str, description: str) -> Table:
    """Return a table without the columns in which nothing stands."""
    used = [at for at in range(len(columns)) if any(str(run.text).strip() for row in rows for run in row.cells[at])]
    return Table(
        columns=tuple(columns[at] for at in used),
        rows=tuple(Row(row.win, tuple(row.cells[at] for at in used)) for row in rows),
        title=title,
        description=description,
    )
