"""What a person can do about a file the child process could not read."""

from __future__ import annotations

from typing import Final

RESUMES: Final = frozenset({"word-lines", "pdf"})
"""The operations that read a resume; the others read a list."""

_LIST = (
    "Open it in Excel, LibreOffice or Word, keep only the rows you need, save it again or as CSV, and choose that file."
)
_RESUME = "Open it in the program it was made with, save it again and choose that file, or paste the text."


def remedy(operation: str) -> str:
    """Return what to do where an operation of the child came to nothing."""
    return _RESUME if operation in RESUMES else _LIST
