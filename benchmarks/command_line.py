"""How long the command line takes before it can do anything."""

import subprocess
import sys

from benchmarks.measure import Measure, median_pair


def start() -> tuple[Measure, ...]:
    """Measure ``arcareer-cli --help`` against a Python that does nothing."""
    ours, bare = median_pair(lambda: _python("-m", "arcareer", "--help"), lambda: _python("-c", "pass"))
    return (Measure("command line ready", ours * 1000, "ms", "bare Python", bare * 1000, aim=6),)


def _python(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
