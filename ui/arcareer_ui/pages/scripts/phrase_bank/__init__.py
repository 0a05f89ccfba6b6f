"""Phrase bank: instead of a worn sentence, one with the user's own numbers."""
