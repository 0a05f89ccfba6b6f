"""Reading receivables exports into ledger values."""
