"""Pictures of a letterhead: written anew from their pixels, so that nothing else comes along."""

from __future__ import annotations

import hashlib
import io
import posixpath
import warnings
from dataclasses import dataclass, field

from arcareer.documents.style_report import NoteKind, StyleNote

_MOST_PIXELS = 40_000_000
_VECTORS = {".emf": "image/x-emf", ".wmf": "image/x-wmf"}
# Only these: to draw some of the other kinds Pillow starts a program that runs what the file says.
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_AS_PNG = frozenset({"1", "L", "LA", "I", "I;16", "P", "RGB", "RGBA"})
_EMF = b" EMF"
_WMF = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A picture as it goes into the document."""

    part: str
    data: bytes


@dataclass(slots=True)
class PictureShelf:
    """Takes pictures in, each once, and keeps notes of those that cannot be looked into or read."""

    pictures: dict[str, StoredPicture] = field(default_factory=dict)
    notes: list[StyleNote] = field(default_factory=list)

    def taken(self, part: str, data: bytes | None) -> str:
        """Return the new part of a picture, empty where it cannot be shown."""
        mark = hashlib.sha256(data or b"").hexdigest()
        if mark not in self.pictures:
            written = _written(data or b"", posixpath.splitext(part)[1].lower())
            if written is None:
                words = "A picture of the header or footer could not be read and is left out."
                self.notes.append(StyleNote(NoteKind.PICTURE, words))
                return ""
            ending, content = written
            if ending in _VECTORS:
                words = "A drawing (EMF or WMF) of the header or footer is kept as it is, and not searched for names."
                self.notes.append(StyleNote(NoteKind.PICTURE, words))
            number = len(self.pictures) + 1
            self.pictures[mark] = StoredPicture(f"word/media/image{number}{ending}", content)
        return self.pictures[mark].part


def content_type(part: str) -> str:
    """Return the content type of a stored picture."""
    ending = posixpath.splitext(part)[1]
    return {".png": "image/png", ".jpeg": "image/jpeg", **_VECTORS}[ending]


def _written(data: bytes, ending: str) -> tuple[str, bytes] | None:
    if ending in _VECTORS:
        is_emf, is_wmf = data[40:44] == _EMF, data.startswith(_WMF)
        return (".emf" if is_emf else ".wmf", data) if is_emf or is_wmf else None
    return _redrawn(data)


def _redrawn(data: bytes) -> tuple[str, bytes] | None:
    """Return a picture of pixels without anything else in its file: JPEG stays JPEG, all others become PNG."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only where a style file is read

    out = io.BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    return None
                picture.load()
                if picture.format == "JPEG":
                    picture.info.clear()
                    picture.save(out, "JPEG", quality="keep")
                    return ".jpeg", out.getvalue()
                clean = picture if picture.mode in _AS_PNG else picture.convert("RGBA")
                clean.info = {key: clean.info[key] for key in ("transparency",) if key in clean.info}
                clean.save(out, "PNG")
                return ".png", out.getvalue()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, MemoryError,
            EOFError, OverflowError, KeyError, TypeError, IndexError, AttributeError, NotImplementedError,
            ZeroDivisionError):  # fmt: skip
        return None
