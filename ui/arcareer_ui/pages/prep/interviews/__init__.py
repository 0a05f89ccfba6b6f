"""Interviews: what is known before, the plan until then, the crib to take along, and what was asked."""
