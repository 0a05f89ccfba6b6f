"""What the checks of a document say: where its evidence lies in time, what may be counted twice, what has no result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from arcareer.domain.double_counting import DoubleCount, Overlap
from arcareer.domain.figures import value_text
from arcareer.domain.journal import Win
from arcareer.domain.recency import OlderWin, Recency, Strength
from arcareer_ui.dates import short_date
from arcareer_ui.pages.brag_sheet.panes import CHECKS, NUMBERS
from arcareer_ui.pages.brag_sheet.panes.checks import Check, CheckLine

if TYPE_CHECKING:
    from arcareer.services.documents import ReadyDocument
    from arcareer.services.unknown_names import UnknownName

MOST_LINES = 6
WITHOUT_RESULT = "wins/needs-number"


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("DocumentChecks", text, "", count)


class Concern(NamedTuple):
    """What matters most before a document goes out, and the route or, as one word, the pane it leads to."""

    words: str
    leads_to: str


def most_pressing(ready: ReadyDocument) -> Concern | None:
    """Return the one thing to look at first: what stops the document, then what weakens it."""
    return next(_concerns(ready), None)


def _concerns(ready: ReadyDocument) -> Iterator[Concern]:
    if untraced := len(ready.ledger.untraced):
        yield Concern(_tr("%n number(s) to trace", untraced), NUMBERS)
    if doubts := len(ready.doubts):
        yield Concern(_tr("%n doubtful name(s)", doubts), CHECKS)
    if unknown := len(ready.unknown_names):
        yield Concern(_tr("%n name(s) not in your list", unknown), CHECKS)
    if ready.recency.is_skewed:
        share = _whole(ready.recency.in_last_quarter.percent)
        yield Concern(_tr("{share} % from the last quarter").format(share=share), CHECKS)
    if doubles := len(ready.doubles):
        yield Concern(_tr("%n amount(s) that may count twice", doubles), CHECKS)
    if without := ready.without_result:
        yield Concern(_tr("%n win(s) without a result", without), WITHOUT_RESULT)


def checks_of(ready: ReadyDocument) -> Iterator[Check]:
    """Yield what there is to look at, what stops the document first."""
    if untraced := len(ready.ledger.untraced):
        yield Check(
            "triangle-alert",
            _tr("%n number(s) to trace", untraced),
            _tr("Nothing is written while a number has nothing behind it."),
            (CheckLine(_tr("Show the numbers"), NUMBERS),),
        )
    if ready.unknown_names:
        yield _unknown(ready.unknown_names)
    if ready.recency.is_skewed:
        yield _skewed(ready.recency, ready.wins)
    if ready.doubles:
        yield _doubled(ready.doubles, ready.wins)
    if without_result := ready.without_result:
        line = CheckLine(_tr("Show them"), WITHOUT_RESULT)
        title = _tr("%n win(s) without a result", without_result)
        yield Check("circle-dashed", title, _tr("A number or one sentence on what came of it is enough."), (line,))


def _unknown(names: tuple[UnknownName, ...]) -> Check:
    lines = tuple(CheckLine(one.name, f"win/{one.win}") for one in names[:MOST_LINES])
    text = _tr("They may be customers. They stand as you typed them: only customers of your list get an alias.")
    customers = CheckLine(_tr("Open the list of customers"), "settings/customers")
    return Check("users", _tr("%n name(s) not in your list", len(names)), text, (*lines, customers))


def _skewed(recency: Recency, wins: Mapping[UUID, Win]) -> Check:
    share = recency.in_last_quarter
    text = _tr("{part} of {whole} wins are from the last quarter; spread evenly it would be {even} %.").format(
        part=share.part, whole=share.whole, even=_whole(recency.even_share.percent)
    )
    lines = tuple(
        CheckLine(wins[older.win].headline, f"win/{older.win}", _why(older))
        for older in recency.older[:MOST_LINES]
        if older.win in wins
    )
    all_in = _tr("All older wins of this time are in it; what else was good then is not logged yet.")
    text = f"{text} {_tr('Older wins worth adding:') if lines else all_in}"
    title = _tr("{share} % of the evidence is from the last quarter").format(share=_whole(share.percent))
    return Check("calendar-clock", title, text, lines)


def _why(older: OlderWin) -> str:
    """Return the day of a win and what speaks for adding it."""
    names = {
        Strength.CHANGED_FIGURE: _tr("before and after"),
        Strength.OWN_RESULT: _tr("your own result"),
        Strength.MEASURED: _tr("measured"),
        Strength.NEW_COMPETENCY: _tr("a competency not shown yet"),
    }
    return ". ".join(filter(None, (short_date(older.happened_on), ", ".join(names[one] for one in older.strengths))))


def _doubled(doubles: tuple[DoubleCount, ...], wins: Mapping[UUID, Win]) -> Check:
    lines: list[CheckLine] = []
    for double in doubles[:MOST_LINES]:
        amount = value_text(double.value, double.unit, double.currency)
        first = True
        for place in double.places:
            win = wins.get(place.win)
            if win is not None:
                why = f"{amount}: {_reasons()[double.overlap]}" if first else ""
                lines.append(CheckLine(win.headline, f"win/{win.id}", why))
                first = False
    text = _tr("A reader who adds up would count it more than once. If they are different, all is well.")
    return Check("layers", _tr("%n amount(s) that may be counted twice", len(doubles)), text, tuple(lines))


def _reasons() -> Mapping[Overlap, str]:
    return {
        Overlap.SAME_CHANGE: _tr("the same change stands in several wins"),
        Overlap.SAME_AMOUNT: _tr("the same amount stands in several wins"),
        Overlap.CHANGE_AND_AMOUNT: _tr("one win tells the change, another the amount"),
        Overlap.WHOLE_AND_PARTS: _tr("one win tells the whole, others its parts"),
        Overlap.SAME_START: _tr("several changes begin at the same value"),
    }


def _whole(share: Decimal) -> str:
    return f"{share.quantize(Decimal(1), ROUND_HALF_UP)}"
