"""Question bank: what is asked, what it tests, and which answers and wins serve it."""
