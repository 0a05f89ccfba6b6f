"""Quick capture: one sentence becomes a win. Used by the first page and by the overlay of Ctrl+N."""
