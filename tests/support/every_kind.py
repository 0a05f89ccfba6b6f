"""Any value of every kind a library stores; each capability brings its own."""

from __future__ import annotations

from tests.support import document_values, receivables_values, values, word_values

ANY = {**values.ANY, **word_values.ANY, **receivables_values.ANY, **document_values.ANY}
"""Any value of each kind that refers to nothing else."""
