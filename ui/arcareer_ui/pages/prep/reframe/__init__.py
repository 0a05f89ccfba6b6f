"""Weakness reframe: an honest answer in five steps, put together and checked while it is written."""
