"""Collects the evidence of accounts receivable work and turns it into documents and answers."""

from typing import Final

__version__: Final = "0.1.0"
