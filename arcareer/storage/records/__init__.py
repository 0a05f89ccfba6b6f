"""Aggregates as rows of plain values, and back; the one mapping for every way the tables are read or written."""
