"""How much of a line only its writer could have written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from arcareer.prose.clarity import unreadable
from arcareer.prose.figure_kinds import FigureKind
from arcareer.prose.patterns import compiled
from arcareer.prose.points import Points
from arcareer.prose.slips import SlipKind, slips

if TYPE_CHECKING:
    from arcareer.prose.evidence import Reading
    from arcareer.prose.figure_kinds import FigureMention

_RATES: Final = (FigureKind.PERCENT, FigureKind.POINTS, FigureKind.FRACTION, FigureKind.RATIO, FigureKind.MULTIPLE)
_WHENS: Final = (FigureKind.DATE, FigureKind.TIME, FigureKind.THRESHOLD, FigureKind.CADENCE)
_STEPS: Final = (FigureKind.THRESHOLD, FigureKind.ORDINAL, FigureKind.TIME)
_NAMED: Final = (FigureKind.FORM, FigureKind.CODE)


def sizes(reading: Reading) -> list[FigureMention]:
    """Figures that make a line particular; "100%" and "zero" alone do not."""
    found = [figure for figure in reading.metrics if not _absolute(figure)]
    return [
        figure for figure in found if figure.kind is not FigureKind.DURATION or figure.is_outcome or len(found) == 1
    ]


def _absolute(figure: FigureMention) -> bool:
    if figure.is_pair or figure.value is None:
        return False
    return figure.value == 0 or (figure.kind is FigureKind.PERCENT and figure.value >= 100)


def _family(figure: FigureMention) -> str:
    return "rate" if figure.kind in _RATES else figure.kind.value


def particulars(reading: Reading) -> dict[str, str]:
    """The kinds of particulars in a line, each with the words that show it."""
    found: dict[str, str] = {}
    measured = sizes(reading)
    if measured:
        found["size"] = measured[0].text
    second = next((figure for figure in measured[1:] if _family(figure) != _family(measured[0]) or figure.noun), None)
    if second:
        found["second size"] = second.text
    if systems := [hit for hit in reading.terms if hit.label.startswith("system_")]:
        found["system"] = reading.piece(systems[0].start, systems[-1].end if len(systems) == 1 else systems[0].end)
    for kind, name in (("how", "how"), ("who or what", "segment"), ("when", "when")):
        if match := compiled("particulars", name).search(reading.lower):
            found[kind] = reading.piece(match.start(), match.end())
    if named := next((figure for figure in reading.figures if figure.kind in _NAMED), None):
        found.setdefault("system", named.text)
    _add_rare(reading, found)
    _add_when(reading, found)
    return found


def _add_rare(reading: Reading, found: dict[str, str]) -> None:
    """Uncommon words: what it was about, and with enough of them how it was done."""
    misspelt = {slip.start for slip in slips(reading) if slip.kind is SlipKind.SPELLING}
    rare = [token for token in reading.rare if token.start not in misspelt]
    if rare and "who or what" not in found:
        found["who or what"] = reading.piece(rare[0].start, rare[0].end)
    if len(rare) + len(reading.uncommon) >= 7 and "how" not in found:
        found["how"] = reading.piece(reading.uncommon[-1].start, reading.uncommon[-1].end)


def _add_when(reading: Reading, found: dict[str, str]) -> None:
    _add_steps(reading, found)
    if "when" in found:
        return
    dated = next((figure for figure in reading.figures if figure.kind in _WHENS), None)
    if dated and dated.kind is not FigureKind.DATE:
        found["when"] = dated.text


def _add_steps(reading: Reading, found: dict[str, str]) -> None:
    """Two points of a routine or more ("on the 1st ... on the 10th") show how the work runs."""
    steps = [figure for figure in reading.figures if figure.kind in _STEPS]
    if len(steps) >= 2:
        found.setdefault("how", steps[-1].text)


def specificity(reading: Reading) -> Points:
    """0 function name, 1 tasks, 2-4 one to three kinds of particulars."""
    found = particulars(reading)
    gain = 1 if found else 2
    if unreadable(reading) and not sizes(reading):
        return Points("specificity", 1, (), gain)
    if found:
        return Points("specificity", min(4, 1 + len(found)), tuple(found.values()), gain)
    objects = _objects(reading)
    return Points("specificity", 1 if objects else 0, objects, gain)


def _objects(reading: Reading) -> tuple[str, ...]:
    """Concrete things of the trade beyond the function's own name."""
    plain = {"core_receivables", "generic_accounting", "generic_cash_flow", "core_collections"}
    hits = [hit for hit in reading.terms if hit.label not in plain]
    named = [hit for hit in hits if hit.label not in ("generic_close", "generic_invoicing")]
    if not named and len(hits) < 2 and reading.word_count < 9:
        return ()
    return tuple(reading.piece(hit.start, hit.end) for hit in hits)
