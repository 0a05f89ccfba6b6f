"""Reading the words of PDF files back, page by page, and what they say of themselves."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
from dataclasses import dataclass

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

FOOT = re.compile(r"^.*Page \d+ of \d+\s*$\n?", re.MULTILINE)


def letters(text: str) -> str:
    """Return what is left of a text when spaces, bullets, capitals and ways to write an accent do not count."""
    shown = (
        char for char in unicodedata.normalize("NFC", text.upper()) if unicodedata.category(char) not in ("Cf", "Cc")
    )
    return re.sub(r"[\s•]", "", "".join(shown))


def pages_of(data: bytes) -> list[str]:
    """Return the text of every page as pypdf reads it, without the line at its foot."""
    return [FOOT.sub("", page.extract_text()) for page in PdfReader(io.BytesIO(data)).pages]


def poppler_pages_of(data: bytes) -> list[str]:
    """Return the same as poppler reads it, in the file's order, or skip where it is not installed."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext of poppler-utils is not installed")
    read = subprocess.run([program, "-raw", "-", "-"], input=data, capture_output=True, check=True)
    return [FOOT.sub("", page) for page in read.stdout.decode().split("\f")[:-1]]


def catalogue(data: bytes) -> DictionaryObject:
    """Return the root of a file."""
    root = PdfReader(io.BytesIO(data)).trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    return root


@dataclass(frozen=True)
class Tag:
    """An element of the structure tree: what it is, and the words for those who cannot see it."""

    kind: str
    description: str = ""


def tags(data: bytes) -> list[Tag]:
    """Return every element of the structure tree in reading order."""
    found: list[Tag] = []
    waiting: list[object] = [catalogue(data)["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, IndirectObject):
            node = node.get_object()
        if isinstance(node, DictionaryObject):
            if "/S" in node:
                found.append(Tag(str(node["/S"])[1:], str(node.get("/Alt", ""))))
            waiting.append(node.get("/K", []))
        elif isinstance(node, list):
            waiting.extend(reversed(node))
    return found
