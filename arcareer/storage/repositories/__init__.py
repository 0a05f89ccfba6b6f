"""Repositories: frozen values in and out, rows in between."""
