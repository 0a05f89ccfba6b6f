"""Reading receivables exports: every row classified, every amount exact, nothing assumed in silence."""
