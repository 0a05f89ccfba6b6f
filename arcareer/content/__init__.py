"""Typed, cached view of the content files in ``resources/content``."""
