"""The risk scorecard: what is known, weighed, and what is done about it."""
