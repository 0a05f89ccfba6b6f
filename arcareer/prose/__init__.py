"""Judging text: figures, findings, rubric, answers, reframes and the fifteen-second scan."""
