"""The decision matrix: which account first, and why."""
