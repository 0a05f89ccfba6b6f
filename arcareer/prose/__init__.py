"""Judging text: figures, rules, rubrics, answers and scans."""
