"""Bullet rubric: one line at a time, scored while it is written, among all the others."""
