"""Marks texts in tables so that translators find them; they are translated where they are shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - the extraction tool reads both
    """Return `text`; `QCoreApplication.translate(context, text)` gives it in the user's language."""
    return text
