"""The steps, numbered as the schema they lead to."""
