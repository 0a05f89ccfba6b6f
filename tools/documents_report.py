"""Makes both documents of two hundred generated libraries and writes docs/document-trials.md about them.

`python tools/documents_report.py [--libraries N]` needs what the tests need. It ends with 1 where anything is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "docs" / "document-trials.md"
LIBRARIES = 200

sys.path.insert(0, str(ROOT))


def main(arguments: list[str]) -> int:
    """Run the trials and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--libraries", type=int, default=LIBRARIES)
    count = parser.parse_args(arguments).libraries

    from tests.support.document_trials import Trial, trial_of  # noqa: PLC0415 - needs the path above

    trials: list[Trial] = []
    for number in range(count):
        trials.append(trial_of(number))
        for wrong in trials[-1].wrong:
            print(f"{number}: {wrong}", flush=True)
    REPORT.write_text(_report(trials), encoding="utf-8")
    return int(any(trial.wrong for trial in trials))


def _report(trials: list) -> str:  # type: ignore[type-arg]  # the type is only there once the path is set
    sizes = defaultdict(list)
    flavours = defaultdict(list)
    for trial in trials:
        sizes[trial.wins].append(trial)
        flavours[trial.flavour].append(trial)
    lines = [
        "# Documents of generated libraries",
        "",
        "Written by `python tools/documents_report.py`. Each library gets a brag sheet and a promotion review at one",
        "of the three levels and in one of the three templates, in turn. Looked at are: openxml-audit and",
        "the three checks it lacks, headings in order and kept with what follows, words for every picture, tables that",
        "say what they are and repeat their first row, the language; that the Word file holds exactly the words it",
        "was given and that text, PDF and Markdown say the same; and that every number parsed",
        "back out traces to something.",
        "",
        *_table("wins in the library", sizes),
        "",
        *_table("kind of text", flavours),
        "",
    ]
    wrong = [f"- library {trial.number}: {one}" for trial in trials for one in trial.wrong]
    return "\n".join([*lines, *(["## What is wrong", "", *wrong] if wrong else ["Nothing is wrong."]), ""])


def _table(title: str, groups: dict) -> list[str]:  # type: ignore[type-arg]
    rows = [f"| {title} | libraries | documents | numbers, all traced | faults |", "|---|---:|---:|---:|---:|"]
    for name in sorted(groups):
        found = groups[name]
        numbers, faults = sum(one.numbers for one in found), sum(len(one.wrong) for one in found)
        rows.append(f"| {name} | {len(found)} | {2 * len(found)} | {numbers:,} | {faults} |")
    return rows


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
