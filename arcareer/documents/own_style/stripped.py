"""What a file holds that never goes out with a document, in plain words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from arcareer.documents.own_style.package import BodyContent, ForeignWord, Relation
from arcareer.documents.style_report import NoteKind, StyleNote

_HIDDEN = (
    ("word/comments", "comments"),
    ("customxml/", "custom data"),
    ("word/glossary/", "building blocks"),
    ("word/printersettings", "printer settings"),
    ("word/people", "names of editors"),
    ("docprops/custom", "properties of its own"),
    ("docprops/thumbnail", "a picture of its first page"),
    ("_xmlsignatures/", "a signature"),
)


def notes(file: ForeignWord, body: BodyContent, *, has_pictures: bool) -> Iterator[StyleNote]:
    """Yield a note for each kind of content that stays behind."""
    names = file.names
    main = file.content_types.get(file.main.lower(), "")
    if "macroenabled" in main or any("vbaproject" in name or "vbadata" in name for name in names):
        yield StyleNote(NoteKind.MACRO, "Macros are left out. Nothing in the file was run.")
    if any(name.startswith(("word/embeddings/", "word/activex/")) for name in names):
        yield StyleNote(NoteKind.EMBEDDED, "Embedded files and controls are left out.")
    yield from _links(file)
    hidden = [words for start, words in _HIDDEN if any(name.startswith(start) for name in names)]
    if hidden:
        yield StyleNote(NoteKind.HIDDEN, f"Left out, because it tells of the old file: {', '.join(hidden)}.")
    yield from _body(body, has_pictures=has_pictures)


def _links(file: ForeignWord) -> Iterator[StyleNote]:
    outside = [
        relation
        for part in _parts_with_relations(file)
        for relation in file.relations(part).values()
        if relation.is_external and not (part == file.main.lower() and relation.kind == "hyperlink")
    ]
    for relation in outside:
        if relation.kind == "attachedTemplate":
            words = f"The template “{_last(relation)}” it is tied to is left out. Nothing was fetched."
            yield StyleNote(NoteKind.LINK, words)
    others = sum(relation.kind != "attachedTemplate" for relation in outside)
    if others:
        told = "A link that leads" if others == 1 else f"{others} links that lead"
        words = f"{told} outside the file {'is' if others == 1 else 'are'} left out. Nothing was fetched."
        yield StyleNote(NoteKind.LINK, words)


def _parts_with_relations(file: ForeignWord) -> Iterator[str]:
    for name in file.names:
        folder, ending = posixpath.split(name)
        if ending.endswith(".rels") and posixpath.basename(folder) == "_rels" and folder != "_rels":
            yield posixpath.join(posixpath.dirname(folder), ending.removesuffix(".rels"))


def _last(relation: Relation) -> str:
    return re.split(r"[\\/]", relation.target)[-1] or relation.target


def _body(body: BodyContent, *, has_pictures: bool) -> Iterator[StyleNote]:
    if not body.words and not body.pictures:
        return
    held = [f"{count:,} {words}" for count, words in ((body.words, "words"), (body.pictures, "pictures")) if count]
    words = f"The text of the file ({', '.join(held)}) stays behind: only its looks, header and footer are taken."
    if body.pictures and not has_pictures:
        words += " A logo has to stand in the header to be taken along."
    yield StyleNote(NoteKind.BODY, words)
