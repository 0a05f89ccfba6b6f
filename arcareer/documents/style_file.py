"""A Word file of the user's own as the style of documents: its styles, page, header and footer, and nothing else.

Nothing in it is ever run or fetched. What goes out is built anew from the few parts that are known here, so that
whatever else the file holds stays behind: its text, macros, links, properties, comments and hidden data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from arcareer.documents.base import Base
from arcareer.documents.own_style import parts, stripped
from arcareer.documents.own_style.assembly import Story, StyleParts, assembled
from arcareer.documents.own_style.markup import StoryCleaner
from arcareer.documents.own_style.names import W
from arcareer.documents.own_style.package import ForeignWord
from arcareer.documents.own_style.page import Page, StoryKey, drop_dead_references, is_blank, page_of
from arcareer.documents.own_style.pictures import PictureShelf
from arcareer.documents.own_style.sheet import (
    AT_MARGIN,
    Adopted,
    Looks,
    StyleSheet,
    adopted,
    empty_sheet,
    our_styles,
    rename,
)
from arcareer.documents.style_report import NoteKind, StyleNote, StyleReport, listing, report_of
from arcareer.documents.styles import Design
from arcareer.domain.documents import BragTemplate
from arcareer.errors import UserError

if TYPE_CHECKING:
    from lxml import etree

_BUILT_IN = ("Title", "Subtitle", "Heading1", "Heading2", "Heading3", "ListBullet")


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleBase:
    """A style file, cleaned: `report` says what became of it; `base` gives what a document is written into."""

    name: str
    report: StyleReport
    looks: Looks
    parts: StyleParts

    def base(self, template: BragTemplate) -> Base:
        """Return the base document of a template; styles the file lacks are ours, in its fonts, sizes and colour."""
        design = self.looks.design(template)
        return Base(
            data=assembled(self.parts, design),
            sizes={style: self._size(style, design) for style in AT_MARGIN},
            accent=self.looks.accent,
            own_face=False,
            own_footer=self.parts.own_footer,
        )

    def _size(self, style: str, design: Design) -> float:
        """Return the size of a heading: the file's own unless the design fixes it or the file has none."""
        measured = design.paragraphs[style].size
        return measured if style in design.lines else self.looks.sizes.get(style, measured)


def read_style(data: bytes, name: str) -> StyleBase:
    """Return the style in the bytes of a Word file (.docx, .dotx, .docm or .dotm); `name` is its name for messages.

    Raises `UserError` for what is no Word file, is damaged or protected, or is larger than any letterhead.
    """
    file = ForeignWord(data, name)
    body = file.body()
    theme, fonts = parts.theme_of(file), parts.fonts_of(file)
    settings = parts.settings_of(file, embeds=fonts is not None)
    page = page_of(body.sections, file.relations(file.main), has_even=parts.has_even_pages(settings))
    styles = adopted(_styles(file))
    sheet = styles.sheet
    lists = parts.numbering_of(file, styles.renamed)
    sheet.drop_numbering(parts.list_ids(lists))
    shelf = PictureShelf()
    cleaner = StoryCleaner(lambda part: shelf.taken(part, file.data(part)), styles.language)
    stories = dict(_stories(file, page, cleaner, partial(_settle, styles=styles, lists=parts.list_ids(lists))))
    roots = [root for root, _ in stories.values()]
    sheet.prune(_named(roots, lists))
    drop_dead_references(lists, sheet.ids, parts.list_ids(lists))
    fonts_missing = _fonts_used(sheet, roots, theme) - (fonts.embedded if fonts is not None else frozenset())
    notes = (
        *stripped.notes(file, body, has_pictures=bool(shelf.pictures)),
        *_missing_notes(sheet),
        *_font_notes(fonts_missing),
        *shelf.notes,
        *cleaner.notes(),
        *page.notes,
    )
    return StyleBase(
        name=name,
        report=_report(sheet, notes),
        looks=sheet.looks(theme.accent if theme is not None else "", page.width),
        parts=StyleParts(
            styles=_written(sheet.root),
            numbering=_written(lists),
            settings=_written(settings),
            theme=_written(theme.root) if theme is not None else b"",
            fonts=_written(fonts.root) if fonts is not None else b"",
            faces=fonts.faces if fonts is not None else {},
            page=page.xml,
            stories={key: Story(_written(root), pictures) for key, (root, pictures) in stories.items()},
            pictures={one.part: one.data for one in shelf.pictures.values()},
            blank=frozenset(key for key, (root, _) in stories.items() if is_blank(root)),
            pages=page.kinds,
        ),
    )


def _report(sheet: StyleSheet, notes: Iterable[StyleNote]) -> StyleReport:
    known = our_styles().items()
    found = tuple(name for style_id, (_, name) in known if style_id in sheet.ids)
    missing = tuple(name for style_id, (_, name) in known if style_id not in sheet.ids)
    return report_of(notes, found, missing)


def _styles(file: ForeignWord) -> etree._Element:
    root = file.xml(file.related(file.main, "styles"))
    if root is None:
        return empty_sheet()
    if root.tag != f"{W}styles":
        raise UserError(
            f"The styles of “{file.name}” cannot be read. Nothing was taken from it. Open it in Word or LibreOffice, "
            "save it as a Word document (.docx) and choose the new file."
        )
    return root


def _stories(
    file: ForeignWord, page: Page, cleaner: StoryCleaner, settle: partial[None]
) -> Iterator[tuple[StoryKey, tuple[etree._Element, Mapping[str, str]]]]:
    for key, part in page.stories.items():
        root = file.xml(part)
        if root is None or root.tag != f"{W}{'hdr' if key.kind == 'header' else 'ftr'}":
            continue
        pictures = cleaner.cleaned(root, file.relations(part))
        settle(root)
        yield key, (root, pictures)


def _settle(root: etree._Element, styles: Adopted, lists: Iterable[str]) -> None:
    rename(root, styles.renamed)
    drop_dead_references(root, styles.sheet.ids | set(our_styles()), lists)


def _named(stories: Iterable[etree._Element], numbering: etree._Element) -> Iterator[str]:
    """Yield the styles that headers and footers name, and those that lists are tied to."""
    kinds = ("pStyle", "rStyle", "tblStyle")
    nodes = [node for root in stories for node in root.iter(*(f"{W}{kind}" for kind in kinds))]
    nodes.extend(numbering.iter(f"{W}styleLink", f"{W}numStyleLink"))
    yield from (str(node.get(f"{W}val")) for node in nodes)


def _fonts_used(sheet: StyleSheet, stories: list[etree._Element], theme: parts.Theme | None) -> set[str]:
    used = [one for style_id in our_styles() for one in sheet.chain(style_id)]
    defaults = sheet.root.find(f"{W}docDefaults")
    roots = [*used, *stories, *([defaults] if defaults is not None else [])]
    return {font for root in roots for font in parts.fonts_named(root, theme)} - {""}


def _missing_notes(sheet: StyleSheet) -> Iterator[StyleNote]:
    missing = [name for style_id, (_, name) in our_styles().items() if sheet.style(style_id) is None]
    known = [our_styles()[style_id][1] for style_id in _BUILT_IN]
    usual = [name for name in missing if name in known]
    ours = [name for name in missing if name not in known]
    if usual:
        words = f"Not among the styles of the file: {listing(usual)}. Ours stand in, in the file's fonts and colour."
        yield StyleNote(NoteKind.STYLE, words)
    if ours:
        words = (
            f"Boxes, tables and small print are set in {len(ours)} styles of ours, in the file's fonts and colour. "
            "A style of the same name in the file takes the place of ours."
        )
        yield StyleNote(NoteKind.STYLE, words)


def _font_notes(named: set[str]) -> Iterator[StyleNote]:
    if named:
        words = f"Not embedded in the file, so shown only where they are installed: {listing(sorted(named))}."
        yield StyleNote(NoteKind.FONT, words)


def _written(root: etree._Element) -> bytes:
    from lxml import etree  # noqa: PLC0415 - loaded only where a style file is read

    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
