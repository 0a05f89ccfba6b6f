"""Find out how a text file is encoded, and open it as clean text line by line."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcareer.progress import silent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from arcareer.progress import Progress

_CHUNK = 1024 * 1024
_CONTROLS = bytes(code for code in range(32) if code not in {9, 10, 12, 13})
_DROP_CONTROLS = dict.fromkeys(_CONTROLS)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class TextShape:
    """How a text file is written: its encoding, the characters that have to go, its size in bytes and its hash."""

    encoding: str
    controls: int
    size: int
    sha256: str


def text_shape(path: Path, progress: Progress = silent) -> TextShape:
    """Read `path` once and tell its shape: a byte order mark decides, else strict UTF-8, else Windows-1252."""
    size = path.stat().st_size
    with path.open("rb") as file:
        encoding = _by_mark(file.read(4096))
        file.seek(0)
        digest = hashlib.sha256()
        decoder = codecs.getincrementaldecoder("utf-8")()
        is_utf8, controls, done = True, 0, 0
        while chunk := file.read(_CHUNK):
            done += len(chunk)
            progress(done, size, "")
            digest.update(chunk)
            if not encoding.startswith(("utf-16", "utf-32")):
                controls += len(chunk) - len(chunk.translate(None, _CONTROLS))
            if is_utf8 and not encoding:
                is_utf8 = _decodes(decoder, chunk, final=done >= size)
    return TextShape(encoding or ("utf-8" if is_utf8 else "cp1252"), controls, size, digest.hexdigest())


def _by_mark(head: bytes) -> str:
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    if len(head) > 3 and head[1::2].count(0) > len(head) // 3:
        return "utf-16-le"
    if len(head) > 3 and head[0::2].count(0) > len(head) // 3:
        return "utf-16-be"
    return ""


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def text_lines(path: Path, shape: TextShape, progress: Progress = silent) -> Iterator[str]:
    """Yield the lines of `path` with their line ends; control characters are taken out."""
    with path.open("r", encoding=shape.encoding, errors="replace", newline="") as file:
        done = 0
        may_hold_controls = shape.controls > 0 or shape.encoding.startswith(("utf-16", "utf-32"))
        for number, line in enumerate(file, start=1):
            done += len(line)
            if number % 5000 == 0:
                progress(min(done, shape.size), shape.size, "")
            yield line.translate(_DROP_CONTROLS) if may_hold_controls else line


def clean_text(text: str) -> str:
    """Return `text` without control characters other than tab and line ends."""
    return text.translate(_DROP_CONTROLS)
