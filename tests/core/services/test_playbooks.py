"""Runs of a playbook: ticked, finished, thrown away and brought back, turned into a win and an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from arcareer.domain.answers import Answer
from arcareer.domain.changes import EntityKind
from arcareer.domain.journal import Win
from arcareer.domain.playbook_runs import PlaybookRun
from arcareer.errors import UserError
from arcareer.storage.checksums import damaged_rows
from tests.support.builders import Library
from tests.support.words import Words


@pytest.fixture
def words(library: Library) -> Words:
    return Words(library)


def run_of(words: Words, run: PlaybookRun) -> PlaybookRun:
    found = words.playbooks.run(run.id)
    assert found is not None
    return found


def test_every_playbook_fills_its_hour_and_says_what_it_must(words: Words) -> None:
    assert len(words.playbooks.all()) >= 8
    for playbook in words.playbooks.all():
        assert (playbook.steps[0].start, playbook.steps[-1].end) == (0, 60)
        assert all((playbook.signals, playbook.tell, playbook.say, playbook.avoid, playbook.outcome, playbook.proves))


def test_ticks_keep_their_time_and_can_be_taken_back(words: Words) -> None:
    run = words.a_run()
    words.playbooks.tick(run, "papers")
    words.library.clock.advance(timedelta(minutes=5))
    words.playbooks.tick(run_of(words, run), "open")
    ticked = run_of(words, run)
    assert ticked.done == {"papers", "open"}
    assert ticked.ticks[1].at - ticked.ticks[0].at == timedelta(minutes=5)
    words.playbooks.tick(ticked, "papers", done=False)
    assert run_of(words, run).done == {"open"}


def test_open_runs_end_when_they_are_finished_and_come_back_when_reopened(words: Words) -> None:
    run = words.a_run()
    words.playbooks.finish(run)
    assert words.playbooks.open_runs() == ()
    words.playbooks.reopen(run_of(words, run))
    assert words.playbooks.open_runs() == (run,)


def test_a_run_becomes_a_win_with_what_was_ticked_and_typed_and_nothing_else(words: Words) -> None:
    harlow = words.library.customers.add("Harlow Foods").entity_id
    run = words.a_run(customer=harlow)
    words.playbooks.tick(run, "open")
    ticked = run_of(words, run)
    words.playbooks.save(ticked, replace(ticked, outcome="They paid $3,010 the next day.", notes="Ask Dana first"))
    group = words.playbooks.become_win(run_of(words, run))
    win = words.library.journal.get(group.edits[0].entity_id)
    assert isinstance(win, Win)
    assert win.headline == win.outcome == "They paid $3,010 the next day."
    assert win.action == "Open the dispute: invoice, amount in question, reason in their words, date."
    assert (win.private_notes, win.customers, win.figures) == ("Ask Dana first", (harlow,), ())
    assert win.happened_on == date(2026, 10, 16)
    assert [one.id for one in words.playbooks.of_win(win.id)] == [run.id]
    words.library.edits.apply(group.inverse())
    assert words.library.journal.get(win.id) is None
    assert run_of(words, run).win is None


def test_a_run_becomes_an_answer_that_knows_the_win_too(words: Words) -> None:
    run = words.a_run()
    words.playbooks.become_win(run)
    group = words.playbooks.become_answer(run_of(words, run))
    answer = group.edits[0].after
    assert isinstance(answer, Answer)
    linked = run_of(words, run)
    assert (answer.win, linked.answer) == (linked.win, answer.id)
    assert [one.id for one in words.playbooks.of_answer(answer.id)] == [run.id]


def test_a_run_becomes_a_win_and_an_answer_once_each(words: Words) -> None:
    run = words.a_run()
    words.playbooks.become_win(run)
    words.playbooks.become_answer(run_of(words, run))
    before = run_of(words, run)
    for again in (words.playbooks.become_win, words.playbooks.become_answer):
        with pytest.raises(UserError, match="already"):
            again(run_of(words, run))
    assert run_of(words, run) == before


def test_a_thrown_away_run_comes_back_whole_and_goes_after_thirty_days(words: Words) -> None:
    run = words.a_run()
    words.playbooks.tick(run, "open")
    before = run_of(words, run)
    words.playbooks.move_to_trash(before)
    assert words.playbooks.runs() == ()
    (thrown,) = words.playbooks.trash.all()
    words.playbooks.restore(thrown)
    assert words.playbooks.runs() == (before,)
    words.playbooks.move_to_trash(before)
    words.library.clock.advance(timedelta(days=31))
    assert words.playbooks.trash.purge_expired(words.library.clock.now()) == 1
    assert words.playbooks.run(run.id) is None
    assert damaged_rows(words.library.store.connection) == ()


def test_a_win_that_is_gone_for_good_leaves_its_run(words: Words) -> None:
    run = words.a_run()
    win = words.playbooks.become_win(run).edits[0].entity_id
    words.library.journal.move_to_trash([win])
    words.library.journal.empty_trash()
    assert run_of(words, run).win is None
    assert words.library.published[-1].affects(EntityKind.PLAYBOOK_RUN)


def test_playbooks_are_found_with_one_mistake(words: Words) -> None:
    assert [one.id for one in words.playbooks.all("frad attempt")] == ["payment-fraud"]
    assert words.playbooks.all("zzzzz") == ()
