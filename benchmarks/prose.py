"""How fast text is judged, against a checker that only looks words up, in the same run."""

# ruff: noqa: PLC0415 - first use is what one measure is about

import random
import re
import statistics
import subprocess
import sys
import time

from benchmarks.measure import Measure, median_pair

WEAK = re.compile(
    r"\b(?:manag|assist|help|handl|responsible|support|process|prepar|maintain|perform)\w*", re.IGNORECASE
)
LISTS = tuple(
    re.compile(pattern, re.IGNORECASE) for pattern in (r"\d", r"\bafter|when|once\b", r"\ball|never|always\b")
)
FIRST_USE = """
import time
started = time.perf_counter()
from arcareer.prose.engine import check_line
check_line("Posted 160 receipts a day in Oracle.")
print(time.perf_counter() - started)
"""
HOSTILE = (
    "when the customer " * 220,
    "1 " * 2000,
    "never always every all " * 170,
    "(a,b " * 800,
    "in a very " * 400,
    "was late due to " * 250,
    "the customers accounts team " * 145,
)


def word_list(text: str) -> int:
    """The trivial checker: does any word of any list occur?"""
    return sum(bool(pattern.search(text)) for pattern in (WEAK, *LISTS))


def prose() -> tuple[Measure, ...]:
    """One bullet, an 800-word text, hostile text, first use."""
    from arcareer.prose.registry import registry

    lines = [text for rule in registry() for text in (*rule.good, *rule.bad)]
    random.Random(3).shuffle(lines)
    for text in lines:
        _cold(text)
    times = sorted(min(_cold(text) for _ in range(3)) for text in lines)
    page = "\n".join(_words(lines, 800))
    judged, looked_up = median_pair(lambda: _page(page), lambda: [word_list(line) for line in page.splitlines()])
    hostile = max(min(_cold(text) for _ in range(3)) for text in HOSTILE)
    return (
        Measure("one bullet, median", statistics.median(times) * 1000, "ms", aim=0.7, limit=2),
        Measure("one bullet, 99th percentile", times[int(len(times) * 0.99)] * 1000, "ms", aim=5, limit=16),
        Measure("800 words to findings", judged * 1000, "ms", "word list", looked_up * 1000),
        Measure("one key in an 800-word paragraph", _key(page) * 1000, "ms", limit=16),
        Measure("4,000 hostile characters", hostile * 1000, "ms", limit=50),
        Measure("slowest pattern on them", _slowest_pattern() * 1000, "ms", aim=1),
        Measure("first use", _first_use() * 1000, "ms"),
    )


def _key(page: str) -> float:
    """The check after each key in the middle of one long paragraph: only the sentence at the caret is new."""
    from arcareer.prose.engine import check_text

    text = page.replace("\n", " ")
    check_text(text)
    at, times = len(text) // 2, []
    for index, key in enumerate("and called every dealer in June before due date"):
        text = text[: at + index] + key + text[at + index :]
        started = time.perf_counter()
        check_text(text)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def _slowest_pattern() -> float:
    """Of the patterns that see a whole line; those of the figures only see the words beside a number."""
    from arcareer.prose.evidence import MAX_LENGTH
    from arcareer.prose.patterns import compiled, rule_file
    from arcareer.resources import resource_root

    root = resource_root() / "rules"
    files = [path.relative_to(root).with_suffix("").as_posix() for path in root.rglob("*.toml")]
    whole_line = [name for name in files if name not in ("figure-context", "answers", "signals")]
    patterns = [compiled(name, key) for name in whole_line for key in rule_file(name).get("patterns", ())]
    return max(min(_scan(pattern, text[:MAX_LENGTH]) for _ in range(3)) for pattern in patterns for text in HOSTILE)


def _scan(pattern: re.Pattern[str], text: str) -> float:
    started = time.perf_counter()
    for _ in pattern.finditer(text):
        pass
    return time.perf_counter() - started


def _words(lines: list[str], wanted: int) -> list[str]:
    taken: list[str] = []
    while sum(len(line.split()) for line in taken) < wanted:
        taken.append(lines[len(taken) % len(lines)])
    return taken


def _forget() -> None:
    from arcareer.prose import engine, evidence

    engine.forget()
    evidence.read.cache_clear()


def _cold(text: str) -> float:
    from arcareer.prose.engine import check_line

    _forget()
    started = time.perf_counter()
    check_line(text)
    return time.perf_counter() - started


def _page(text: str) -> None:
    from arcareer.prose.engine import check_text

    _forget()
    check_text(text)


def _first_use() -> float:
    done = subprocess.run([sys.executable, "-c", FIRST_USE], capture_output=True, text=True, check=True)
    return float(done.stdout)
