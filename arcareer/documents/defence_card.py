"""The "defend it" card of a number: what the library knows of it, beside the user's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from arcareer.documents.claim_ledger import LedgerLine
from arcareer.documents.claims import ClaimKind, figure_key, subject_key
from arcareer.documents.number_tracing import AS_ENTERED, FigureMatch
from arcareer.documents.wording import change_of, course_of, listed, month_of, named_value
from arcareer.domain.documents import Defence
from arcareer.domain.figures import Basis, Figure, FigureScope, value_text
from arcareer.domain.journal import Win

ANYWAY: Final = (
    "What would have happened without you? Think of the season, of terms that changed, and of customers who pay late "
    "and then pay all the same."
)
_SCOPES: Final = {
    FigureScope.MINE: "You noted it as your own result.",
    FigureScope.PORTFOLIO: "You noted it as the result of your portfolio.",
    FigureScope.TEAM: "You noted it as a team result: say which part was yours.",
    FigureScope.COMPANY: "You noted it as a company result: say which part was yours.",
}
_BASES: Final = {Basis.MEASURED: "It is measured.", Basis.ESTIMATED: "It is estimated: say how you got there."}
_SAID: Final = {
    FigureScope.MINE: "my own result",
    FigureScope.PORTFOLIO: "the result of my portfolio",
    FigureScope.TEAM: "a team result",
    FigureScope.COMPANY: "a company result",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DefenceCard:
    """What to say when somebody asks about a number.

    `measured` and `others` tell what the library knows, `anyway` is a question only the user can answer, and `say` an
    answer put together from nothing but what the user entered; it may be empty. `kept` are the user's own words.
    """

    key: str
    number: str
    sentence: str
    measured: str
    others: str
    anyway: str
    say: str
    kept: Defence


def card_key(line: LedgerLine, win: Win | None) -> str:
    """Return the name of the claim of a line: its figure's where it says one, so that it has one card everywhere."""
    if win is not None and line.match is not None:
        return figure_key(win, line.match.figure)
    return f"sentence:{line.sentence}" if line.claim is None else subject_key(line.claim)


def defence_card(
    line: LedgerLine, win: Win | None, kept: Defence, alike: Iterable[tuple[Win, FigureMatch]] = ()
) -> DefenceCard:
    """Return the card of a line. `win` is the win behind it, if there is one, `kept` what the user said of it.

    `alike` are wins with a figure that says the same number, for a line that is traced to none.
    """
    figure = line.figure
    return DefenceCard(
        key=kept.key,
        number=line.number,
        sentence=line.sentence,
        measured=" ".join((*_measured(line, win, figure), *_alike(alike))),
        others=" ".join(_others(line, win, figure)),
        anyway=ANYWAY,
        say=" ".join(_say(win, figure)),
        kept=kept,
    )


def _measured(line: LedgerLine, win: Win | None, figure: Figure | None) -> Iterator[str]:
    if figure is not None and line.match is not None:
        yield f"{_shown(figure)}."
        if line.match.formula != AS_ENTERED:
            yield f"{line.number}: {line.match.formula}."
    elif line.claim is not None and line.claim.kind is not ClaimKind.TYPED:
        if line.claim.formula:
            yield f"{line.claim.formula[:1].upper()}{line.claim.formula[1:]}."
        if line.claim.inputs:
            yield f"{'; '.join(line.claim.inputs)}."
    elif line.claim is None or win is None:
        yield "It stands in words of yours, and no figure of a win says it."
    else:
        yield "You wrote it in the win; no figure of the win says it."
    basis = figure.basis if figure is not None else line.claim.basis if line.claim is not None else None
    if basis is not None:
        yield _BASES[basis]
    if period := _period(line, win, figure):
        yield f"It is from {period}."
    yield _sourced(line, win, figure)


def _alike(alike: Iterable[tuple[Win, FigureMatch]]) -> Iterator[str]:
    told = [f"“{win.headline.strip()}” ({_shown(match.figure)})" for win, match in alike]
    if told:
        yield f"The same number stands in {listed(tuple(told))}: link the win if it comes from there."


def _period(line: LedgerLine, win: Win | None, figure: Figure | None) -> str:
    noted = figure.period if figure is not None else line.claim.period if line.claim is not None else ""
    return noted.strip() or (month_of(win.happened_on) if win is not None else "")


def _sourced(line: LedgerLine, win: Win | None, figure: Figure | None) -> str:
    is_typed = line.claim is None or line.claim.kind is ClaimKind.TYPED
    noted = figure.source if figure is not None else "" if is_typed or line.claim is None else line.claim.source
    source = noted.strip() or (win.proof.strip() if win is not None else "")
    evidence = listed(tuple(one.title for one in win.evidence)) if win is not None else ""
    told = "; ".join(part for part in (source, evidence) if part)
    return f"Source: {told}." if told else "No source is noted: name the report or the file before somebody asks."


def _others(line: LedgerLine, win: Win | None, figure: Figure | None) -> Iterator[str]:
    scope = figure.scope if figure is not None else line.claim.scope if line.claim is not None else None
    if scope is not None:
        yield _SCOPES[scope]
    if win is not None:
        names = _names(win)
        yield f"The win names {names}." if names else "The win names nobody else."


def _say(win: Win | None, figure: Figure | None) -> Iterator[str]:
    if win is None:
        return
    yield _ended(win.headline)
    if figure is not None:
        caution = f"{_SAID[figure.scope]}, {figure.basis.value}"
        yield f"{_shown(figure)}; this is {caution}."
        if figure.source.strip():
            yield f"The number comes from: {_ended(figure.source)}"
    if names := _names(win):
        yield f"I worked on it with {names}."


def _shown(figure: Figure) -> str:
    """Return a figure with its course: "DSO: 36.8 days, down 11.1 days from 47.9"."""
    measure, value = named_value(figure)
    said = ", ".join(part for part in (value, course_of(figure) if change_of(figure) else "") if part)
    return f"{measure}: {said}" if measure else value_text(figure.after, figure.unit, figure.currency)


def _names(win: Win) -> str:
    return listed(tuple(name.strip() for name in win.colleagues if name.strip()))


def _ended(words: str) -> str:
    told = " ".join(words.split())
    return told if told.endswith((".", "!", "?", "…")) else f"{told}."
