"""A base document from the parts of a style file, completed with what it lacks in the design of a template."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from arcareer.documents.base import shipped_theme
from arcareer.documents.own_style.page import StoryKey
from arcareer.documents.own_style.parts import add_bullets
from arcareer.documents.own_style.pictures import content_type
from arcareer.documents.own_style.sheet import StyleSheet
from arcareer.documents.style_xml import HEAD, R, W, footer_xml
from arcareer.documents.styles import Design
from arcareer.documents.word_package import (
    APP_TYPE,
    CORE_TYPE,
    THEME_TYPE,
    WORD_TYPE,
    app_xml,
    content_types_xml,
    core_xml,
    file_relations_xml,
    packed,
    relations_xml,
)

_FACE_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_NO_FONTS = f'{HEAD}<w:fonts xmlns:w="{W}"/>'.encode()


@dataclass(frozen=True, slots=True)
class Story:
    """A cleaned header or footer, and the parts of its pictures by the ids of relationships."""

    data: bytes
    pictures: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleParts:
    """What is taken of a style file, cleaned; `theme` and `fonts` are empty where it has none of its own.

    `page` is the inside of its section, `pages` the kinds of pages it tells apart, `blank` the headers and footers
    that show nothing.
    """

    styles: bytes
    numbering: bytes
    settings: bytes
    theme: bytes
    fonts: bytes
    faces: Mapping[str, bytes]
    page: str
    stories: Mapping[StoryKey, Story]
    pictures: Mapping[str, bytes]
    blank: frozenset[StoryKey]
    pages: tuple[str, ...]

    @property
    def own_footer(self) -> bool:
        """Return whether the file has no footer that shows anything, so that ours takes its place."""
        return all(key.kind != "footer" or key in self.blank for key in self.stories)


def assembled(parts: StyleParts, design: Design) -> bytes:
    """Return the base document as a Word file."""
    package = _Package()
    tabs = _complete(package, parts, design)
    package.add("settings", "settings.xml", f"{WORD_TYPE}.settings+xml", parts.settings)
    package.add("theme", "theme/theme1.xml", THEME_TYPE, parts.theme or shipped_theme(design.template))
    package.add("fontTable", "fontTable.xml", f"{WORD_TYPE}.fontTable+xml", parts.fonts or _NO_FONTS)
    package.files |= _faces(parts)
    package.endings |= {"odttf": _FACE_TYPE} if parts.faces else {}
    references = "".join(package.add_story(key, story) for key, story in _shown(parts, tabs))
    package.files |= {part: data for part, data in parts.pictures.items() if part in package.shown}
    return package.packed(f"{references}{parts.page}")


@dataclass(slots=True)
class _Package:
    files: dict[str, str | bytes] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    endings: dict[str, str] = field(default_factory=dict)
    relations: list[tuple[str, str]] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)

    def add(self, relation: str, name: str, kind: str, data: bytes) -> str:
        """Add a part the document points at and return the id of the relationship."""
        self.files[f"word/{name}"] = data
        self.kinds[f"word/{name}"] = kind
        self.relations.append((f"{R}/{relation}", name))
        return f"rId{len(self.relations)}"

    def add_story(self, key: StoryKey, story: Story) -> str:
        """Add a header or footer and return the reference to it."""
        name = f"{key.kind}{sum(part.startswith(f'word/{key.kind}') for part in self.files) + 1}.xml"
        mark = self.add(key.kind, name, f"{WORD_TYPE}.{key.kind}+xml", story.data)
        if story.pictures:
            targets = [(f"{R}/image", posixpath.relpath(part, "word")) for part in story.pictures.values()]
            self.files[f"word/_rels/{name}.rels"] = relations_xml(targets)
            self.shown.update(story.pictures.values())
        return f'<w:{key.kind}Reference w:type="{key.pages}" r:id="{mark}"/>'

    def packed(self, section: str) -> bytes:
        """Return the file with an empty text of one section."""
        endings = self.endings | {posixpath.splitext(part)[1][1:]: content_type(part) for part in self.shown}
        kinds = {"word/document.xml": f"{WORD_TYPE}.document.main+xml", **self.kinds}
        kinds |= {"docProps/core.xml": CORE_TYPE, "docProps/app.xml": APP_TYPE}
        body = f"<w:body><w:sectPr>{section}</w:sectPr></w:body>"
        return packed(
            {
                "[Content_Types].xml": content_types_xml(kinds, endings),
                "_rels/.rels": file_relations_xml(),
                "docProps/core.xml": core_xml(),
                "docProps/app.xml": app_xml(),
                "word/document.xml": f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}">{body}</w:document>',
                "word/_rels/document.xml.rels": relations_xml(self.relations),
                **self.files,
            }
        )


def _complete(package: _Package, parts: StyleParts, design: Design) -> str:
    """Add styles and lists, completed in the design; return the tab stops of our footer."""
    from lxml import etree  # noqa: PLC0415 - loaded only where a style file is read

    numbering, sheet = etree.fromstring(parts.numbering), StyleSheet(etree.fromstring(parts.styles))
    tabs = _footer_tabs(sheet, design.width)
    sheet.complete(design, add_bullets(numbering, design))
    for name, root in (("styles", sheet.root), ("numbering", numbering)):
        written = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        package.add(name, f"{name}.xml", f"{WORD_TYPE}.{name}+xml", written)
    return tabs


def _shown(parts: StyleParts, tabs: str) -> Iterator[tuple[StoryKey, Story]]:
    """Yield the headers, and a footer for every kind of page: the file's, ours where it has none, else an empty one."""
    for key, story in parts.stories.items():
        if key.kind == "header" and key not in parts.blank:
            yield key, story
    empty = f'{HEAD}<w:ftr xmlns:w="{W}" xmlns:r="{R}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p></w:ftr>'
    for pages in parts.pages:
        key = StoryKey("footer", pages)
        if parts.own_footer:
            yield key, Story(footer_xml(tabs).encode(), {})
        else:
            yield key, parts.stories.get(key, Story(empty.encode(), {}))


def _faces(parts: StyleParts) -> Iterator[tuple[str, str | bytes]]:
    for number, data in enumerate(parts.faces.values(), 1):
        yield f"word/fonts/font{number}.odttf", data
    if parts.faces:
        targets = [(f"{R}/font", f"fonts/font{number}.odttf") for number in range(1, len(parts.faces) + 1)]
        yield "word/_rels/fontTable.xml.rels", relations_xml(targets)


def _footer_tabs(sheet: StyleSheet, width: int) -> str:
    """Return tab stops for our footer: one at the right margin, and none of those the file's footer has."""
    places = sorted({place for _, place in sheet.tabs("Footer")} - {width})
    stops = [(place, f'<w:tab w:val="clear" w:pos="{place}"/>') for place in places]
    stops.append((width, f'<w:tab w:val="right" w:pos="{width}"/>'))
    return f"<w:tabs>{''.join(xml for _, xml in sorted(stops))}</w:tabs>"
