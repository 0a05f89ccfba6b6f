"""The currencies offered in lists."""

from __future__ import annotations

CURRENCIES = ("USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "SEK", "NOK", "DKK", "PLN", "INR", "ZAR", "SGD", "JPY")
