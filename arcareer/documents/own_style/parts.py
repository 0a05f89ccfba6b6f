"""Theme, numbering, settings and fonts of a file, as far as looks depend on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcareer.documents.own_style.markup import plain
from arcareer.documents.own_style.names import OWN_STYLE, A, R, W, namespace, remove, value
from arcareer.documents.own_style.package import ForeignWord
from arcareer.documents.own_style.repairs import mend_fonts
from arcareer.documents.own_style.sheet import rename
from arcareer.documents.style_xml import R as RELATIONS
from arcareer.documents.style_xml import W as SPACE
from arcareer.documents.style_xml import bullet_list_xml, compat_xml
from arcareer.documents.styles import Design

if TYPE_CHECKING:
    from lxml import etree

_SETTINGS = (
    "embedTrueTypeFonts", "saveSubsetFonts", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter", "gutterAtTop", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit",
    "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "characterSpacingControl", "compat", "themeFontLang",
    "clrSchemeMapping", "decimalSymbol", "listSeparator",
)  # fmt: skip
_OFF = ("0", "false", "off")
_EMBEDDED = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
_THEME_WORD = re.compile(r"(major|minor)(HAnsi|Ascii|EastAsia|Bidi)")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its tree, its first accent, and the fonts for headings (major) and text (minor)."""

    root: etree._Element
    accent: str
    fonts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Fonts:
    """A table of fonts, the faces it embeds by the ids of relationships, and which families those are of."""

    root: etree._Element
    faces: dict[str, bytes]
    embedded: frozenset[str]


def theme_of(file: ForeignWord) -> Theme | None:
    """Return the theme with its name and its pictures left out, None where the file has none."""
    root = file.xml(file.related(file.main, "theme"))
    if root is None or root.tag != f"{A}theme":
        return None
    for named in (root, *root.iter(f"{A}clrScheme", f"{A}fontScheme", f"{A}fmtScheme")):
        named.set("name", OWN_STYLE)
    for node in list(root.iter(f"{A}extLst", f"{A}custClrLst", f"{A}objectDefaults", f"{A}extraClrSchemeLst")):
        remove(node)
    for fill in list(root.iter(f"{A}blipFill")):
        solid = fill.makeelement(f"{A}solidFill", {}, {})
        solid.append(solid.makeelement(f"{A}schemeClr", {"val": "phClr"}, {}))
        parent = fill.getparent()
        if parent is not None:
            parent.replace(fill, solid)
    for node in list(root.iter()):
        if namespace(node.tag) != A or any(namespace(key) == R for key in node.attrib):
            remove(node)
    accent = root.find(f".//{A}accent1/{A}srgbClr")
    fonts = {name: root.find(f".//{A}{name}Font/{A}latin") for name in ("major", "minor")}
    return Theme(
        root,
        accent.get("val", "") if accent is not None else "",
        {name: found.get("typeface", "") for name, found in fonts.items() if found is not None},
    )


def numbering_of(file: ForeignWord, renamed: Mapping[str, str]) -> etree._Element:
    """Return the definitions of lists without picture bullets; the part is empty where the file has none."""
    root = file.xml(file.related(file.main, "numbering"))
    if root is None or root.tag != f"{W}numbering":
        return _empty_numbering()
    for node in list(root.iter(f"{W}numPicBullet", f"{W}lvlPicBulletId", f"{W}name")):
        remove(node)
    plain(root)
    rename(root, renamed)
    defined = {one.get(f"{W}abstractNumId") for one in root.iterchildren(f"{W}abstractNum")}
    for one in list(root.iterchildren(f"{W}num")):
        if value(one, "abstractNumId") not in defined:
            remove(one)
    return root


def list_ids(numbering: etree._Element) -> list[str]:
    """Return the ids by which styles and paragraphs name lists."""
    return [str(one.get(f"{W}numId")) for one in numbering.iterchildren(f"{W}num")]


def add_bullets(numbering: etree._Element, design: Design) -> int:
    """Add our list with bullets and return its id."""
    from lxml import etree  # noqa: PLC0415 - loaded only where a style file is read

    definitions = list(numbering.iterchildren(f"{W}abstractNum"))
    lists = list(numbering.iterchildren(f"{W}num"))
    definition = _next(one.get(f"{W}abstractNumId") for one in definitions)
    number = _next(one.get(f"{W}numId") for one in lists)
    xml = bullet_list_xml(design, definition)
    xml += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/></w:num>'
    ours, listed = etree.fromstring(f'<w:x xmlns:w="{SPACE}">{xml}</w:x>')
    numbering.insert(numbering.index(definitions[-1]) + 1 if definitions else 0, ours)
    numbering.insert(numbering.index((lists or [ours])[-1]) + 1, listed)
    return number


def settings_of(file: ForeignWord, *, embeds: bool) -> etree._Element:
    """Return the settings that looks depend on; the file's own measure of how old Word lays it out is not kept."""
    from lxml import etree  # noqa: PLC0415 - loaded only where a style file is read

    root = file.xml(file.related(file.main, "settings"))
    theirs = {str(one.tag): one for one in root} if root is not None else {}
    ours = etree.fromstring(f'<w:settings xmlns:w="{SPACE}"><w:zoom w:percent="100"/>{compat_xml()}</w:settings>')
    compat = ours[-1]
    for name in _SETTINGS:
        found = theirs.get(f"{W}{name}")
        if name == "compat":
            ours.append(compat)
        elif found is not None and (embeds or name not in ("embedTrueTypeFonts", "saveSubsetFonts")):
            ours.append(found)
    plain(ours)
    return ours


def has_even_pages(settings: etree._Element) -> bool:
    """Return whether left and right pages have headers of their own."""
    found = settings.find(f"{W}evenAndOddHeaders")
    return found is not None and found.get(f"{W}val", "1") not in _OFF


def fonts_of(file: ForeignWord) -> Fonts | None:
    """Return the table of the fonts whose faces the file embeds, None where it embeds none."""
    part = file.related(file.main, "fontTable")
    root = file.xml(part)
    if root is None:
        return None
    relations = file.relations(part)
    faces: dict[str, bytes] = {}
    embedded = set()
    for face in list(root.iter(*(f"{W}{name}" for name in _EMBEDDED))):
        relation = relations.get(str(face.get(f"{R}id")))
        data = file.data(relation.target) if relation is not None and not relation.is_external else None
        if data is None or relation is None or relation.kind != "font":
            remove(face)
            continue
        mark = f"rId{len(faces) + 1}"
        faces[mark] = data
        face.set(f"{R}id", mark)
        family = face.getparent()
        embedded.add(str(family.get(f"{W}name")) if family is not None else "")
    for font in list(root.iterchildren(f"{W}font")):
        if font.get(f"{W}name") not in embedded:
            remove(font)
    plain(root)
    mend_fonts(root, frozenset(_EMBEDDED))
    return Fonts(root, faces, frozenset(embedded)) if faces else None


def fonts_named(root: etree._Element, theme: Theme | None) -> Iterable[str]:
    """Yield the names of the fonts for Latin letters in a part; those of the theme by what it makes of them."""
    for node in root.iter(f"{W}rFonts"):
        for name in ("ascii", "hAnsi"):
            told = _THEME_WORD.match(str(node.get(f"{W}{name}Theme") or ""))
            if told and theme is not None:
                yield theme.fonts.get(told[1], "")
            elif not told:
                yield str(node.get(f"{W}{name}") or "")


def _empty_numbering() -> etree._Element:
    from lxml import etree  # noqa: PLC0415 - loaded only where a style file is read

    return etree.fromstring(f'<w:numbering xmlns:w="{SPACE}" xmlns:r="{RELATIONS}"/>')


def _next(numbers: Iterable[str | None]) -> int:
    return max((int(number) for number in numbers if number and number.isdecimal()), default=0) + 1
