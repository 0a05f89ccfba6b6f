"""STAR answers: written part by part with live checks, and said aloud against a clock."""
