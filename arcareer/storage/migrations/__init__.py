"""How the tables came to be: one file a step, from the first schema on."""
