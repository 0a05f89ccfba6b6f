"""Reading files that people already have: encodings, delimiters, tables and lists."""
