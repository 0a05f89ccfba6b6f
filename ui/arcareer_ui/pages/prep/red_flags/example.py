"""A text to try the checks on: something of every severity, and something strong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def example() -> str:
    """Return the text in the user's language."""
    return QCoreApplication.translate(
        "RedFlagsExample",
        "I have excellent communication skills and improved collections significantly.\n"
        "Sales never told us about the new terms, so the older balances went up.\n"
        "Harrow Lane Bakery ended up owing us $36,900, and I guarantee that will never happen again.\n"
        "In March I rang the forty oldest accounts before month end and cut the balance over 90 days from $61,000"
        " to $42,500 in ten weeks.\n"
        "The call sheet I wrote is now used by the whole team. I recieved thanks for it from the controller.",
    )
