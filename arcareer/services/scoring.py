"""The rubric as the services ask it: one text in, its points and the rubric's version out."""

from __future__ import annotations

from arcareer.domain.bullets import BulletScore


def rubric_score(text: str) -> BulletScore:
    """Return what the rubric gives a bullet, 0 to 20."""
    from arcareer.prose.rubric import score  # noqa: PLC0415 - the engines load on first use, never at start

    card = score(text)
    return BulletScore(card.overall, card.version)
