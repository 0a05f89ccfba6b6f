"""Taking the looks of a Word file of the user's own, and nothing else of it."""
