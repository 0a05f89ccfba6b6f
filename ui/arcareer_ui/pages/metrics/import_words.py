"""The words of an import: kinds of rows, fields, orders of dates."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from arcareer_ui.words import QT_TRANSLATE_NOOP

_ROWS = {
    "transaction": QT_TRANSLATE_NOOP("LedgerRows", "Documents"),
    "title": QT_TRANSLATE_NOOP("LedgerRows", "Title lines"),
    "blank": QT_TRANSLATE_NOOP("LedgerRows", "Blank lines"),
    "separator": QT_TRANSLATE_NOOP("LedgerRows", "Separator lines"),
    "header": QT_TRANSLATE_NOOP("LedgerRows", "Headings of columns"),
    "group_header": QT_TRANSLATE_NOOP("LedgerRows", "Headings of customers"),
    "subtotal": QT_TRANSLATE_NOOP("LedgerRows", "Subtotals"),
    "grand_total": QT_TRANSLATE_NOOP("LedgerRows", "Totals"),
    "percentage": QT_TRANSLATE_NOOP("LedgerRows", "Lines of percentages"),
    "footer": QT_TRANSLATE_NOOP("LedgerRows", "Footer lines"),
    "rejected": QT_TRANSLATE_NOOP("LedgerRows", "Left out, listed below"),
}


def row_words(kind: str) -> str:
    """Return the name of a kind of row."""
    words = _ROWS.get(kind)
    return QCoreApplication.translate("LedgerRows", words) if words else kind


def field_words(text: str) -> str:
    """Return the name of a field of a ledger in the user's language."""
    return QCoreApplication.translate("LedgerField", text)


def count_words(count: int) -> str:
    """Return a number of things: 1,267."""
    return f"{count:,}"
