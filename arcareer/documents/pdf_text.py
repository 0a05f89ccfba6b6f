"""Reading a PDF of our own back: its words in the order they are meant to be read, and every other text it holds.

Only what typst writes is understood: fonts with two bytes a glyph, each glyph told in Unicode, and marks around what
reads from right to left, what has a text of its own, and what belongs to the page and not to the document.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_TOKEN: Final = re.compile(
    rb"(?P<string>\()|/(?P<font>\w+) [-\d.]+ Tf|(?P<line>[-\d.]+) cm\b|(?P<actual>/ActualText)|<(?P<hex>[0-9A-Fa-f]*)>"
    rb"|(?P<text>BT|ET)\b|(?P<mark>/Artifact|/ReversedChars)|(?P<opens>B[DM]C)\b|(?P<closes>EMC)\b"
)
_IN_STRING: Final = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED: Final = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
} | {
    digits.encode(): bytes([number])
    for number in range(256)
    for digits in (f"{number:o}", f"{number:02o}", f"{number:03o}")
}
_SECTION: Final = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR: Final = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")

_OF_THE_WRITER: Final = frozenset({"/Creator", "/Producer", "/CreationDate", "/ModDate"})
_OF_THE_FORMAT: Final = frozenset({"/Registry", "/Ordering", "/ID", "/Headers", "/Lang"})
_OWN_METADATA: Final = re.compile(r"<(xmp\w*:\w+|pdfuaid:\w+|pdf:PDFVersion|dc:format|dc:language)>.*?</\1>", re.DOTALL)
_ELEMENT_TEXT: Final = re.compile(r">([^<>]*\S[^<>]*)<")

GlyphTexts = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class PageText:
    """One page: the words of the document, and apart from them what stands on every page and words for pictures."""

    words: str
    furniture: str


@dataclass(frozen=True, slots=True)
class PdfText:
    """All text of a file. `described` are bookmarks, words for pictures and every other string of its objects."""

    pages: tuple[PageText, ...]
    properties: tuple[str, ...]
    described: tuple[str, ...]


def read_pdf(data: bytes) -> PdfText:
    """Return all text of a PDF that `pdf_renderer` made."""
    from pypdf import PdfReader  # noqa: PLC0415 - only a finished PDF needs it

    reader = PdfReader(io.BytesIO(data))
    fonts: dict[int, GlyphTexts] = {}
    return PdfText(
        pages=tuple(_page(page, fonts) for page in reader.pages),
        properties=tuple(_properties(reader)),
        described=tuple(dict.fromkeys(_strings(reader))),
    )


def _page(page: PageObject, fonts: dict[int, GlyphTexts]) -> PageText:
    contents = page.get_contents()
    if contents is None:
        return PageText("", "")
    named: dict[str, GlyphTexts] = {}
    for name, reference in _resolved(_resolved(page["/Resources"]).get("/Font", {})).items():
        key = reference.idnum
        if key not in fonts:
            fonts[key] = _glyph_texts(_resolved(_resolved(reference)["/ToUnicode"]).get_data())
        named[name[1:]] = fonts[key]
    return _Reading(named).page(contents.get_data())


def _resolved(value: Any) -> Any:
    return value.get_object()


def _glyph_texts(table: bytes) -> GlyphTexts:
    """Return what each glyph stands for."""
    pairs = (pair for section in _SECTION.findall(table) for pair in _PAIR.findall(section))
    return {int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for glyph, text in pairs}


def _text(string: bytes) -> str:
    """Return a string that is shown by no font."""
    return string[2:].decode("utf-16-be", "replace") if string.startswith(b"\xfe\xff") else string.decode("latin-1")


class _FromRight(str):
    """Words that read from right to left, in the order they are read."""

    __slots__ = ()


@dataclass(slots=True)
class _Frame:
    """A marked stretch: what kind it is, the text that stands for it, and what was read inside."""

    kind: bytes = b""
    actual: str | None = None
    parts: list[str] = field(default_factory=list)


class _Reading:
    def __init__(self, fonts: Mapping[str, GlyphTexts]) -> None:
        self._fonts = fonts
        self._glyphs: GlyphTexts = {}
        self._frames = [_Frame()]
        self._next = _Frame()
        self._furniture: list[str] = []
        self._line = b""
        self._in_text = False

    def page(self, content: bytes) -> PageText:
        """Return the text of a page's content."""
        at = 0
        while token := _TOKEN.search(content, at):
            at = token.end()
            match token.lastgroup:
                case "string":
                    at = _end_of_string(content, at)
                    self._take(_ESCAPE.sub(_unescaped, content[token.end() : at - 1]))
                case "text":
                    self._in_text = token["text"] == b"BT"
                case "font":
                    self._glyphs = self._fonts[token["font"].decode()]
                case "line":
                    self._moved(token["line"])
                case "hex":
                    self._take(bytes.fromhex(token["hex"].decode()))
                case "actual":
                    self._next.actual = ""
                case "mark":
                    self._next.kind = token["mark"]
                case "opens":
                    self._frames.append(self._next)
                    self._next = _Frame()
                case _:
                    self._close()
        return PageText("".join(_as_read(self._frames[0].parts)), "".join(self._furniture))

    def _take(self, string: bytes) -> None:
        if self._next.actual is not None:
            self._next.actual = _text(string)
            return
        if not self._in_text:
            self._furniture.append(f" {_text(string)} ")
            return
        numbers = (int.from_bytes(string[at : at + 2]) for at in range(0, len(string), 2))
        self._frames[-1].parts.extend(self._glyphs.get(number, "") for number in numbers)

    def _moved(self, line: bytes) -> None:
        if line != self._line:
            self._frames[-1].parts.append("\n")
            self._line = line

    def _close(self) -> None:
        frame = self._frames.pop()
        parts = [_FromRight("".join(frame.parts[::-1]))] if frame.kind == b"/ReversedChars" else frame.parts
        if frame.actual is not None:
            parts = [frame.actual]
        target = self._furniture if frame.kind == b"/Artifact" else self._frames[-1].parts
        target.extend(parts)


def _as_read(parts: Iterable[str]) -> Iterator[str]:
    """Yield what stands on the lines, words from right to left in the order of the reader and not of the eye."""
    from_right: list[str] = []
    gap: list[str] = []
    for part in parts:
        if isinstance(part, _FromRight):
            from_right += [*gap, part]
            gap = []
        elif from_right and part != "\n" and part.isspace():
            gap.append(part)
        else:
            yield from (*from_right[::-1], *gap, part)
            from_right, gap = [], []
    yield from (*from_right[::-1], *gap)


def _end_of_string(content: bytes, at: int) -> int:
    """Return the place behind the bracket that closes a string; brackets inside may stand in pairs."""
    depth = 1
    for found in _IN_STRING.finditer(content, at):
        depth += {b"(": 1, b")": -1}.get(found.group(), 0)
        if not depth:
            return found.end()
    return len(content)


def _unescaped(found: re.Match[bytes]) -> bytes:
    return _ESCAPED.get(found[1], found[1])


def _properties(reader: PdfReader) -> Iterator[str]:
    """Yield what the properties say, apart from what every file by typst says there."""
    for name, value in (reader.metadata or {}).items():
        if name not in _OF_THE_WRITER:
            yield str(value)
    metadata = _resolved(reader.trailer["/Root"]).get("/Metadata")
    if metadata is not None:
        told = _OWN_METADATA.sub("", _resolved(metadata).get_data().decode("utf-8", "replace"))
        yield from map(unescape, _ELEMENT_TEXT.findall(told))


def _strings(reader: PdfReader) -> Iterator[str]:
    """Yield every string of every object, contents of pages apart, that is not a mere word of the format."""
    from pypdf.generic import ArrayObject, DictionaryObject, TextStringObject  # noqa: PLC0415 - see above

    waiting: list[Any] = [_resolved(reader.trailer["/Root"])]
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, TextStringObject):
            yield str(value)
        elif id(value) not in seen:
            seen.add(id(value))
            inner: Iterable[Any] = value if isinstance(value, ArrayObject) else ()
            if isinstance(value, DictionaryObject):
                inner = (part for key, part in value.items() if key not in _OF_THE_FORMAT)
            waiting.extend(part.get_object() for part in inner)
