"""Blanks of messages: filled in, and what becomes of a filled message."""
