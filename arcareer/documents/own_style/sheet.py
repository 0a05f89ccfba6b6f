"""The styles of a file: matched with ours by name, looked at for their size and colour, and completed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from arcareer.documents import look
from arcareer.documents.own_style import names
from arcareer.documents.own_style.colours import readable, tint_of
from arcareer.documents.own_style.markup import plain
from arcareer.documents.own_style.measures import set_measures
from arcareer.documents.own_style.names import W, properties_of, put_property, remove, value
from arcareer.documents.style_xml import W as SPACE
from arcareer.documents.style_xml import styles_by_id
from arcareer.documents.styles import DESIGNS, Design
from arcareer.domain.documents import BragTemplate

if TYPE_CHECKING:
    from lxml import etree

_BASIC = {"Normal": "paragraph", "DefaultParagraphFont": "character", "TableNormal": "table", "NoList": "numbering"}
_REFERENCES = frozenset(
    f"{W}{name}" for name in ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")
)
_HEADINGS = ("Heading1", "Heading2", "Heading3")
_COLOURED = ("Heading1", "Heading2", "Title")
AT_MARGIN = ("Heading2", "Heading3")
"""Our styles for paragraphs with text at the right margin."""
_NEAR = 120
_SMALLEST, _USUAL, _LARGEST = 7.0, 10.0, 16.0


@dataclass(frozen=True, slots=True)
class Looks:
    """What our own styles take over from a file: the size of its text in points, its colour, and its width.

    `sizes` are the points of those of its headings that have text at the margin.
    """

    body: float
    accent: str
    width: int
    sizes: Mapping[str, float]

    def design(self, template: BragTemplate) -> Design:
        """Return the design of the styles the file lacks."""
        shipped = DESIGNS[template]
        ours = replace(shipped, page=self.width, side=0, own_face=False)
        if template is not BragTemplate.PLAIN:
            ours = replace(ours, accent=self.accent, tint=tint_of(self.accent))
        if template is BragTemplate.ONE_PAGE:
            return ours
        scale = self.body / shipped.body
        first, second, third = shipped.headings
        return replace(
            ours,
            body=self.body,
            title=_half(shipped.title * scale),
            headings=(_half(first * scale), _half(second * scale), _half(third * scale)),
            small=_half(shipped.small * scale),
            card_value=_half(shipped.card_value * min(1.0, scale)),
        )


class StyleSheet:
    """The styles of a file with our ids for those we know; `root` is their part, changed in place."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._by_id = {str(one.get(f"{W}styleId")): one for one in self.styles()}

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of the styles."""
        return frozenset(self._by_id)

    def style(self, style_id: str) -> etree._Element | None:
        """Return a style by its id."""
        return self._by_id.get(style_id)

    def styles(self) -> Iterator[etree._Element]:
        """Yield the styles in their order."""
        return self.root.iterchildren(f"{W}style")

    def chain(self, style_id: str) -> Iterator[etree._Element]:
        """Yield a style, the one it is based on, and so on."""
        seen: set[str] = set()
        while style_id and style_id not in seen:
            seen.add(style_id)
            found = self.style(style_id)
            if found is None:
                return
            yield found
            style_id = value(found, "basedOn")

    def looks(self, theme_accent: str, width: int) -> Looks:
        """Return what our own styles take over."""
        body = self._size("Normal")
        body = body if _SMALLEST <= body <= _LARGEST else _USUAL
        coloured = (value(one.find(f"{W}rPr"), "color") for name in _COLOURED for one in self.chain(name))
        accent = readable([*coloured, theme_accent])
        sizes = {style_id: self._size(style_id) for style_id in AT_MARGIN if style_id in self._by_id}
        return Looks(body, accent or look.INK, width, sizes)

    def _size(self, style_id: str) -> float:
        sizes = [value(one.find(f"{W}rPr"), "sz") for one in self.chain(style_id)]
        sizes.append(value(self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), "sz"))
        return next((int(size) / 2 for size in sizes if size), _USUAL)

    def drop_numbering(self, known: Iterable[str]) -> None:
        """Take numbering away from styles where its definition is not in the file."""
        ids = {*known, "0"}
        for numbered in list(self.root.iter(f"{W}numPr")):
            if value(numbered, "numId") not in ids and numbered.find(f"{W}numId") is not None:
                remove(numbered)

    @property
    def has_bullets(self) -> bool:
        """Return whether its list with bullets has a numbering, or is based on a style with one."""
        return any(
            value(one.find(f"{W}pPr/{W}numPr"), "numId") not in ("", "0")
            or one.find(f"{W}pPr/{W}numPr/{W}ilvl") is not None
            for one in self.chain("ListBullet")
        )

    def tabs(self, style_id: str) -> list[tuple[str, int]]:
        """Return the tab stops of a style and of those it is based on: kind and place."""
        found = [tab for one in self.chain(style_id) for tab in one.iterfind(f"{W}pPr/{W}tabs/{W}tab")]
        return [(tab.get(f"{W}val", ""), names.twips(tab.get(f"{W}pos")) or 0) for tab in found]

    def complete(self, design: Design, bullets: int) -> None:
        """Add the styles it lacks in a design, and to its own what the structure of our documents asks for.

        Where a design fixes styles to exact measures, so that a page holds what was measured for it, they hold for the
        file's own styles too.
        """
        for style_id in design.lines:
            if style_id in self._by_id:
                set_measures(self._by_id[style_id], design.paragraphs[style_id])
        for style_id, xml in styles_by_id(design, bullets).items():
            if style_id not in self._by_id:
                self._by_id[style_id] = _parsed(xml)
                self.root.append(self._by_id[style_id])
        for style_id in _HEADINGS:
            properties = self._properties(style_id)
            for name in ("keepLines", "keepNext"):
                put_property(properties, properties.makeelement(f"{W}{name}", {}, {}))
        for style_id in AT_MARGIN:
            self._reach_margin(style_id, design.width)
        if not self.has_bullets:
            xml = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{bullets}"/></w:numPr>'
            put_property(self._properties("ListBullet"), _parsed(xml))

    def _properties(self, style_id: str) -> etree._Element:
        found = self.style(style_id)
        if found is None:
            raise AssertionError("every style of ours is there once the sheet is complete")
        return properties_of(found)

    def _reach_margin(self, style_id: str, width: int) -> None:
        """Give a style a tab stop at the right margin, where it has none about there."""
        if any(kind in ("right", "end") and abs(place - width) < _NEAR for kind, place in self.tabs(style_id)):
            return
        properties = self._properties(style_id)
        tabs = properties.find(f"{W}tabs")
        if tabs is None:
            put_property(properties, _parsed("<w:tabs/>"))
            tabs = properties.find(f"{W}tabs")
        if tabs is not None:
            tabs.append(_parsed(f'<w:tab w:val="right" w:pos="{width}"/>'))

    def prune(self, named: Iterable[str]) -> None:
        """Leave the styles that documents use, those that are named, and those these are based on or tied to.

        The others never show in a document, but their names would go out with it.
        """
        waiting = [*our_styles(), *named]
        kept: set[str] = set()
        while waiting:
            style_id = waiting.pop()
            found = self._by_id.get(style_id)
            if found is not None and style_id not in kept:
                kept.add(style_id)
                waiting.extend(value(found, name) for name in ("basedOn", "link"))
        for node in [*self.root.iterchildren(f"{W}latentStyles"), *self.styles()]:
            if node.get(f"{W}styleId") not in kept:
                remove(node)
        self._by_id = {style_id: style for style_id, style in self._by_id.items() if style_id in kept}
        self.mend_references()

    def mend_references(self) -> None:
        """Take away names of styles that are not there, and circles of styles based on one another."""
        for style in self.styles():
            for name in ("basedOn", "next", "link"):
                found = style.find(f"{W}{name}")
                if found is not None and found.get(f"{W}val") not in self._by_id:
                    remove(found)
        for style in self.styles():
            *_, last = self.chain(str(style.get(f"{W}styleId")))
            based = last.find(f"{W}basedOn")
            if based is not None:
                remove(based)

    def take_language(self) -> str:
        """Put our language in place of the file's, which is returned: what documents say is in ours."""
        defaults = self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        theirs = ""
        for said in list(self.root.iter(f"{W}lang")):
            if said.getparent() is defaults or not theirs:
                theirs = str(said.get(f"{W}val") or theirs)
            remove(said)
        spoken = f'<w:lang w:val="{look.LANGUAGE}"/>'
        if defaults is not None:
            late = (f"{W}eastAsianLayout", f"{W}specVanish", f"{W}oMath")
            first = next((one for one in defaults if one.tag in late or not str(one.tag).startswith(W)), None)
            if first is None:
                defaults.append(_parsed(spoken))
            else:
                first.addprevious(_parsed(spoken))
        else:
            old = self.root.find(f"{W}docDefaults")
            kept = "" if old is None else _paragraph_defaults(old)
            if old is not None:
                remove(old)
            xml = f"<w:docDefaults><w:rPrDefault><w:rPr>{spoken}</w:rPr></w:rPrDefault>{kept}</w:docDefaults>"
            self.root.insert(0, _parsed(xml))
        return theirs if theirs != look.LANGUAGE else ""


@dataclass(frozen=True, slots=True)
class Adopted:
    """The styles of a file, the ids that changed, and the language its headers are in where that is not ours."""

    sheet: StyleSheet
    renamed: Mapping[str, str]
    language: str


def adopted(root: etree._Element) -> Adopted:
    """Clean the styles of a file and give those we know our ids."""
    plain(root)
    _drop_twins(root)
    renamed = _renamed(StyleSheet(root))
    rename(root, renamed)
    sheet = StyleSheet(root)
    sheet.mend_references()
    return Adopted(sheet, renamed, sheet.take_language())


def rename(root: etree._Element, renamed: Mapping[str, str]) -> None:
    """Put new ids in place of old ones, of styles and wherever they are named."""
    for node in root.iter(f"{W}style", *_REFERENCES):
        key = f"{W}styleId" if node.tag == f"{W}style" else f"{W}val"
        old = str(node.get(key))
        if old in renamed:
            node.set(key, renamed[old])


@cache
def our_styles() -> Mapping[str, tuple[str, str]]:
    """Return type and name of every style documents are made of, by id."""
    found = {}
    for style_id, xml in styles_by_id(DESIGNS[BragTemplate.PROMOTION]).items():
        style = _parsed(xml)
        found[style_id] = (str(style.get(f"{W}type")), value(style, "name"))
    return found


def empty_sheet() -> etree._Element:
    """Return a part for styles with none in it."""
    return _parsed("<w:styles/>")


def _renamed(sheet: StyleSheet) -> dict[str, str]:
    """Return our ids by the ids of the file's own styles of that meaning, and new ids for those in the way."""
    taken: dict[str, str] = {}
    for ours, (kind, name) in our_styles().items():
        theirs = _of_meaning(sheet, ours, kind, name)
        if theirs is not None:
            taken[str(theirs.get(f"{W}styleId"))] = ours
            if ours in _BASIC:
                theirs.set(f"{W}default", "1")
    used = {str(one.get(f"{W}styleId")) for one in sheet.styles()} | set(our_styles())
    moved = {}
    for style in sheet.styles():
        old = str(style.get(f"{W}styleId"))
        if old in our_styles() and old not in taken:
            new = next(name for number in range(1, len(used) + 2) if (name := f"{old}Own{number}") not in used)
            used.add(new)
            moved[old] = new
    return {old: new for old, new in (taken | moved).items() if old != new}


def _of_meaning(sheet: StyleSheet, ours: str, kind: str, name: str) -> etree._Element | None:
    alike = [one for one in sheet.styles() if one.get(f"{W}type") == kind]
    if ours in _BASIC:
        defaults = [one for one in alike if one.get(f"{W}default") in ("1", "true", "on")]
        if defaults:
            return defaults[0]
    named = [one for one in alike if value(one, "name").casefold() == name.casefold()]
    meanings = {known.casefold() for _, known in our_styles().values()}
    by_id = [one for one in alike if one.get(f"{W}styleId") == ours and value(one, "name").casefold() not in meanings]
    return next(iter(named or by_id), None)


def _drop_twins(root: etree._Element) -> None:
    seen: set[str] = set()
    defaults: set[str] = set()
    for style in list(root.iterchildren(f"{W}style")):
        style_id, kind = style.get(f"{W}styleId"), style.get(f"{W}type")
        if not style_id or kind is None or style_id in seen:
            remove(style)
            continue
        seen.add(style_id)
        if style.get(f"{W}default") in ("1", "true", "on"):
            if kind in defaults:
                del style.attrib[f"{W}default"]
            defaults.add(kind)


def _paragraph_defaults(defaults: etree._Element) -> str:
    from lxml import etree  # noqa: PLC0415 - loaded only where a style file is read

    found = defaults.find(f"{W}pPrDefault")
    return "" if found is None else etree.tostring(found, encoding="unicode", with_tail=False)


def _parsed(xml: str) -> etree._Element:
    """Return an element of ours, without a declaration of its namespace of its own once it has a parent."""
    from lxml import etree  # noqa: PLC0415 - loaded only where a style file is read

    return next(iter(etree.fromstring(f'<w:x xmlns:w="{SPACE}">{xml}</w:x>')))


def _half(size: float) -> float:
    """Return a size in points as Word can set it, in halves."""
    return round(size * 2) / 2
