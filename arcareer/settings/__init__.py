"""Preferences: what the person chose, kept apart from the library."""
