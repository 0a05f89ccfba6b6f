"""The kit: one component a file, no business logic."""
