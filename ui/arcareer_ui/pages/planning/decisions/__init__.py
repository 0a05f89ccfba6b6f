"""Decisions that were saved, and what came of them."""
