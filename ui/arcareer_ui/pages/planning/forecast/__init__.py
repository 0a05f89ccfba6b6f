"""Forecast accuracy: history, a forecast frozen before the money comes, and what the misses say."""
