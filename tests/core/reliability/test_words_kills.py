"""The process ends in the middle of a plan, a run or a review: nothing confirmed is gone, nor what was typed."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from arcareer.domain.plans import Plan
from arcareer.domain.playbook_runs import PlaybookRun
from arcareer.domain.reviews import Review
from arcareer.storage.checksums import damaged_rows, miscounts
from tests.support.builders import a_library
from tests.support.words import Words

ROOT = Path(__file__).parents[3]
FOLLOW = f"""
import json, sys
sys.path.insert(0, {str(ROOT)!r})
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from arcareer.domain.plans import Reading
from tests.support.builders import a_library, a_win
from tests.support.words import Words

words = Words(a_library(Path(sys.argv[1])))

def say(**confirmed):
    print(json.dumps(confirmed), flush=True)

run, plan, review = words.a_run(), words.a_running_plan(), words.a_review()
win = a_win("Collected an old balance")
words.library.add(win)
words.reviews.add_goal(review, "Bring DSO down")
review = words.reviews.get(review.id)
say(run=[str(run.id), -1], plan=[str(plan.id), -1], review=[str(review.id), -1])
for number in range(100_000):
    words.library.drafts.keep("run", f"Typed {{number}}")
    say(draft=number)
    noted = replace(run, notes=f"Note {{number}}")
    words.playbooks.save(run, noted, draft_key="run")
    run = words.playbooks.tick(noted, "papers", done=number % 2 == 0).after
    say(run=[str(run.id), number], draft=None)
    plan = words.plans.check_in(plan, f"Checked {{number}}").after
    say(plan=[str(plan.id), number])
    if number % 3 == 0:
        baseline = Reading(value=Decimal(41 + number), on=date(2026, 8, 31), source="Aging")
        plan = words.plans.correct_baseline(plan, baseline, f"Reason {{number}}").after
        say(corrected=number)
    rated = replace(review, details=replace(review.details, comments=f"Comment {{number}}"))
    words.reviews.save(review, rated)
    words.reviews.link(rated, rated.details.goals[0], [win.id])
    review = words.reviews.get(review.id)
    say(review=[str(review.id), number])
    if number % 4 == 3:
        thrown = words.playbooks.move_to_trash(run).after
        say(trashed=number)
        run = words.playbooks.restore(thrown).after
        say(trashed=None)
"""


def confirmed_before_the_kill(folder: Path, after: int) -> dict[str, Any]:
    """Follow plans in a process that is killed once it has confirmed so many steps; return the last of each kind."""
    with subprocess.Popen([sys.executable, "-c", FOLLOW, str(folder)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(after)]
        process.kill()
        lines += process.stdout.readlines()
    confirmed: dict[str, Any] = {}
    for line in lines:
        if line.endswith("\n"):
            confirmed |= json.loads(line)
    return confirmed


def number_in(text: str) -> int:
    return int(text.split()[1]) if text else -1


def stored(words: Words, confirmed: dict[str, Any]) -> tuple[PlaybookRun, Plan, Review]:
    run = words.playbooks.run(UUID(confirmed["run"][0]))
    plan = words.plans.get(UUID(confirmed["plan"][0]))
    review = words.reviews.get(UUID(confirmed["review"][0]))
    assert run is not None
    assert plan is not None
    assert review is not None
    return run, plan, review


def assert_nothing_is_lost(words: Words, confirmed: dict[str, Any]) -> None:
    run, plan, review = stored(words, confirmed)
    noted = confirmed["run"][1]
    assert number_in(run.notes) >= noted
    if number_in(run.notes) == noted >= 0:
        assert bool(run.ticks) is (noted % 2 == 0)
    checked = confirmed["plan"][1]
    assert [one.text for one in plan.check_ins][: checked + 1] == [f"Checked {n}" for n in range(checked + 1)]
    corrected = [number_in(one.reason) for one in plan.baseline_log]
    assert corrected == list(range(0, 3 * len(corrected), 3))
    if "corrected" in confirmed:
        assert corrected[-1] >= confirmed["corrected"]
        assert plan.baseline == plan.baseline_log[-1].after
    rated = confirmed["review"][1]
    assert number_in(review.details.comments) >= rated
    if rated >= 0:
        (goal,) = review.details.goals
        assert [win.headline for win in words.reviews.wins_of(goal)] == ["Collected an old balance"]
    if confirmed.get("draft") is not None:
        draft = words.library.drafts.find("run")
        typed = draft.text if draft is not None else run.notes
        assert number_in(typed) >= confirmed["draft"]


@pytest.mark.parametrize("seed", range(5))
def test_what_was_confirmed_is_there_after_a_kill(tmp_path: Path, seed: int) -> None:
    confirmed = confirmed_before_the_kill(tmp_path, random.Random(seed).randint(1, 60))
    library = a_library(tmp_path)
    assert_nothing_is_lost(Words(library), confirmed)
    assert (damaged_rows(library.store.connection), miscounts(library.store.connection)) == ((), ())
    library.close()
