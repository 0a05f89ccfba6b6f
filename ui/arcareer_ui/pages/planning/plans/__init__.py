"""30-day plans: a baseline fixed before day one, four weeks of steps, and a result measured against it."""
