"""The process ends in the middle of preparing: no confirmed answer, mark or note is gone, nor what was typed."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from arcareer.storage.checksums import damaged_rows, miscounts
from tests.support.builders import Library, a_library

ROOT = Path(__file__).parents[3]
PREPARE = f"""
import json, sys
sys.path.insert(0, {str(ROOT)!r})
from dataclasses import replace
from datetime import date
from pathlib import Path
from tests.support.builders import a_library

library = a_library(Path(sys.argv[1]))
answer = library.answers.start_blank().after
library.interviews.add(date(2026, 10, 20), "Brightwell")
interview = library.interviews.next()
for number in range(100_000):
    typed = f"Typed {{number}}"
    library.drafts.keep("answer", typed)
    print(json.dumps({{"draft": typed}}), flush=True)
    told = answer.with_text("action", f"Action {{number}}")
    library.answers.save(answer, told, draft_key="answer")
    answer = told
    print(json.dumps({{"answer": [str(answer.id), number], "draft": None}}), flush=True)
    take = library.rehearsals.keep(answer, 60, number).after
    print(json.dumps({{"take": [str(take.id), number]}}), flush=True)
    marked = replace(take, clear=number % 5 + 1, note=f"Note {{number}}")
    library.rehearsals.save(take, marked)
    print(json.dumps({{"marked": [str(take.id), number]}}), flush=True)
    library.cribs.save(replace(library.cribs.get(interview.id), private_notes=f"Crib {{number}}"))
    print(json.dumps({{"crib": [str(interview.id), number]}}), flush=True)
"""


def confirmed_before_the_kill(folder: Path, after: int) -> dict[str, Any]:
    """Prepare in a process that is killed once it has confirmed so many steps; return the last of each kind."""
    with subprocess.Popen([sys.executable, "-c", PREPARE, str(folder)], stdout=subprocess.PIPE, text=True) as process:
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


def assert_nothing_is_lost(library: Library, confirmed: dict[str, Any]) -> None:
    (answer,) = library.answers.all()
    key, told = confirmed.get("answer", (str(answer.id), -1))
    assert str(answer.id) == key
    assert number_in(answer.text("action")) >= told
    takes = {str(take.id): take for take in library.rehearsals.of(answer.id)}
    for kind in ("take", "marked"):
        if kind in confirmed:
            key, number = confirmed[kind]
            assert takes[key].spoken_seconds == number
    if "marked" in confirmed:
        key, number = confirmed["marked"]
        assert (takes[key].clear, takes[key].note) == (number % 5 + 1, f"Note {number}")
    if "crib" in confirmed:
        key, number = confirmed["crib"]
        assert number_in(library.cribs.get(UUID(key)).private_notes) >= number
    if confirmed.get("draft"):
        draft = library.drafts.find("answer")
        typed = draft.text if draft is not None else answer.text("action")
        assert number_in(typed) >= number_in(confirmed["draft"])
    assert (damaged_rows(library.store.connection), miscounts(library.store.connection)) == ((), ())


@pytest.mark.parametrize("seed", range(5))
def test_what_was_confirmed_is_there_after_a_kill(tmp_path: Path, seed: int) -> None:
    after = random.Random(seed).randint(1, 60)
    confirmed = confirmed_before_the_kill(tmp_path, after)
    library = a_library(tmp_path)
    assert_nothing_is_lost(library, confirmed)
    library.close()
