"""Frozen values and pure arithmetic of accounts receivable work; standard library only."""
