"""Typing in the assembled answer goes back into the step it stands in."""

from __future__ import annotations

from collections.abc import Sequence


def put_back(steps: Sequence[str], shown: Sequence[str], typed: str) -> tuple[str, ...]:
    """Return the steps after the text made of them was typed in.

    `shown` are the pieces of that text, one for each step, joined by a space where they are not empty; `typed` is the
    whole as it reads now. What was typed across a border belongs to the step in which it begins, and what was put
    before or after everything belongs to the first or last step. Steps that were not touched stay as they are.
    """
    spans = _spans(shown)
    whole = " ".join(piece for piece in shown if piece)
    first = _common(whole, typed)
    tail = _common(whole[first:][::-1], typed[first:][::-1])
    end, new = len(whole) - tail, typed[first : len(typed) - tail]
    if first == end and not new:
        return tuple(steps)
    if not spans:
        return (typed.strip(), *steps[1:])
    home = next((at for at, (_, close) in spans.items() if first <= close), max(spans))
    result = list(steps)
    for at, (start, close) in spans.items():
        if at == home:
            left, right = whole[start : max(start, first)], whole[max(start, end) : close] if end < close else ""
            result[at] = (left + new + right).strip()
        elif at > home and start < end:
            result[at] = whole[min(end, close) : close].strip()
    return tuple(result)


def _spans(shown: Sequence[str]) -> dict[int, tuple[int, int]]:
    """Return begin and end of each piece in the whole, by the number of its step."""
    spans, at = {}, 0
    for number, piece in enumerate(shown):
        if piece:
            spans[number] = (at, at + len(piece))
            at += len(piece) + 1
    return spans


def _common(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
