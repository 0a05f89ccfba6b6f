"""Setting a style of a file to the exact measures of a design, in its own font and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcareer.documents.own_style.names import W, properties_of, put_property
from arcareer.documents.styles import ParagraphStyle

if TYPE_CHECKING:
    from lxml import etree

_BEHIND_SIZE = frozenset(
    f"{W}{name}"
    for name in (
        "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
        "eastAsianLayout", "specVanish", "oMath",
    )
)  # fmt: skip
_BEHIND_LETTERS = frozenset(f"{W}{name}" for name in ("tblPr", "trPr", "tcPr", "tblStylePr"))


def set_measures(style: etree._Element, measure: ParagraphStyle) -> None:
    """Give a paragraph style the size, the spaces and the line of a measure that is exact."""
    spacing = {
        f"{W}before": str(round(measure.before * 20)),
        f"{W}after": str(round(measure.after * 20)),
        f"{W}line": str(round(measure.line * 20)),
        f"{W}lineRule": "exact",
    }
    put_property(properties_of(style), style.makeelement(f"{W}spacing", spacing, {}))
    letters = style.find(f"{W}rPr")
    if letters is None:
        letters = style.makeelement(f"{W}rPr", {}, {})
        _insert_before(style, letters, _BEHIND_LETTERS)
    for name, behind in (("sz", _BEHIND_SIZE), ("szCs", _BEHIND_SIZE - {f"{W}szCs"})):
        size = letters.find(f"{W}{name}")
        if size is None:
            size = letters.makeelement(f"{W}{name}", {}, {})
            _insert_before(letters, size, behind)
        size.set(f"{W}val", str(round(measure.size * 2)))


def _insert_before(parent: etree._Element, child: etree._Element, behind: frozenset[str]) -> None:
    first = next((one for one in parent if one.tag in behind or not str(one.tag).startswith(W)), None)
    if first is None:
        parent.append(child)
    else:
        first.addprevious(child)
