"""Fields in headers and footers: page numbers stay, words of some stay as words, and all others go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from arcareer.documents.own_style.names import W, remove, unwrap

if TYPE_CHECKING:
    from lxml import etree

_KEPT = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"})
_WORDS_STAY = frozenset({"HYPERLINK", "INCLUDEPICTURE", "SYMBOL", "QUOTE", "EQ", "FORMTEXT"})
_CONTENT = frozenset(
    f"{W}{name}"
    for name in ("t", "tab", "br", "cr", "drawing", "pict", "object", "sym", "noBreakHyphen", "softHyphen", "ptab")
)
_MARKS = (f"{W}fldChar", f"{W}instrText", *_CONTENT)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    machinery: list[etree._Element] = field(default_factory=list)
    result: list[etree._Element] = field(default_factory=list)
    shows: bool = False

    @property
    def kind(self) -> str:
        return next(iter(self.instruction.split()), "").upper()


def settle_fields(root: etree._Element) -> list[str]:
    """Leave only fields that count pages; return the kinds of those that were left out with their words."""
    gone = [kind for simple in list(root.iter(f"{W}fldSimple")) if (kind := _settle_simple(simple))]
    stack: list[_Field] = []
    for node in list(root.iter(*_MARKS)):
        if node.tag == f"{W}fldChar":
            kind = _at_mark(node, stack)
            gone.extend([kind] if kind else [])
        elif stack:
            _note(node, stack[-1])
    for unfinished in stack:
        for node in unfinished.machinery:
            remove(node)
    return gone


def _at_mark(node: etree._Element, stack: list[_Field]) -> str:
    """Follow a begin, separate or end mark; return the kind of a field that ended here and was left out."""
    kind = node.get(f"{W}fldCharType")
    for child in list(node):
        node.remove(child)
    if kind == "begin":
        stack.append(_Field(machinery=[node]))
    elif not stack:
        remove(node)
    else:
        stack[-1].machinery.append(node)
        if kind == "separate":
            stack[-1].shows = True
        elif kind == "end":
            return _settle(stack.pop(), stack[-1] if stack else None)
    return ""


def _note(node: etree._Element, inner: _Field) -> None:
    if node.tag == f"{W}instrText":
        inner.instruction += node.text or ""
        inner.machinery.append(node)
    else:
        (inner.result if inner.shows else inner.machinery).append(node)


def _settle(ended: _Field, outer: _Field | None) -> str:
    everything = [*ended.machinery, *ended.result]
    if ended.kind in _KEPT:
        if outer is not None:
            (outer.result if outer.shows else outer.machinery).extend(everything)
        return ""
    stays = ended.kind in _WORDS_STAY
    for node in ended.machinery if stays else everything:
        remove(node)
    if stays and outer is not None:
        (outer.result if outer.shows else outer.machinery).extend(ended.result)
    return "" if stays else ended.kind


def _settle_simple(simple: etree._Element) -> str:
    words = simple.get(f"{W}instr", "").split()
    kind = words[0].upper() if words else ""
    if kind in _KEPT:
        return ""
    if kind in _WORDS_STAY:
        unwrap(simple, list(simple))
        return ""
    remove(simple)
    return kind
