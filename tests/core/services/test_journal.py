"""Logging, finding, changing, throwing away and bringing back wins."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from arcareer.domain.changes import ChangeSet, EntityKind
from arcareer.domain.evidence import EvidenceLink
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win
from arcareer.domain.periods import parse_period
from arcareer.domain.win_lists import WinQuery
from arcareer.errors import FieldProblem, StaleEdit
from tests.support.builders import Library, a_draft, a_figure, a_library, a_win


def logged(library: Library, headline: str = "Collected a long overdue balance", **fields: object) -> Win:
    win = library.journal.log_win(a_draft(headline, **fields)).after
    assert isinstance(win, Win)
    return win


def headlines(library: Library, query: WinQuery | None = None) -> list[str]:
    return [found.headline for found in library.journal.find(query or WinQuery())]


def test_logged_win_is_there_with_everything(library: Library) -> None:
    customer = library.customers.add("Harlow Foods").entity_id
    draft = a_draft(
        "Collected $48,200 from Harlow Foods",
        theme="cash",
        situation="Five invoices stood open",
        action="I called their controller",
        outcome="Paid in full",
        proof="Remittance of 1 October",
        private_notes="Ask for thanks in writing",
        competencies=("collections_strategy", "communication_pressure"),
        figures=(a_figure(48_200), a_figure("36.8", before=47, measure="DSO")),
        customers=(customer,),
        colleagues=("Ana",),
    )
    win = library.journal.log_win(draft).after
    assert isinstance(win, Win)
    assert library.journal.get(win.id) == win
    assert win.logged_at == library.clock.now()
    assert {name: getattr(win, name) for name in draft.__dataclass_fields__} == {
        name: getattr(draft, name) for name in draft.__dataclass_fields__
    }


def test_logging_publishes_the_win(library: Library) -> None:
    win = logged(library)
    assert library.published == [ChangeSet(frozenset({(EntityKind.WIN, win.id)}))]


def test_win_survives_closing(library: Library) -> None:
    win = logged(library)
    library.close()
    again = a_library(library.paths.folder)
    assert again.journal.get(win.id) == win
    again.close()


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (a_draft(""), "headline"),
        (a_draft(" \n "), "headline"),
        (a_draft("x" * 501), "headline"),
        (a_draft(happened_on=date(2026, 10, 17)), "happened_on"),
    ],
)
def test_what_cannot_be_kept_names_its_field_and_saves_nothing(library: Library, draft: object, field: str) -> None:
    with pytest.raises(FieldProblem) as told:
        library.journal.log_win(draft)  # type: ignore[arg-type]
    assert told.value.field == field
    assert library.journal.count(WinQuery()) == 0
    assert library.published == []


def test_headline_of_500_characters_today_is_fine(library: Library) -> None:
    logged(library, "x" * 500, happened_on=library.clock.today())
    assert library.journal.count(WinQuery()) == 1


def test_win_dated_tomorrow_elsewhere_can_still_be_edited(library: Library) -> None:
    win = a_win(happened_on=library.clock.today() + timedelta(days=1))
    library.add(win)
    library.journal.save(win, replace(win, outcome="Paid"))
    stored = library.journal.get(win.id)
    assert stored is not None
    assert stored.outcome == "Paid"


def test_stale_save_keeps_both_texts_at_hand(library: Library) -> None:
    win = logged(library)
    first = replace(win, outcome="Thirty minutes of typing")
    library.journal.save(win, first)
    second = replace(win, outcome="Tiny fix")
    with pytest.raises(StaleEdit) as told:
        library.journal.save(win, second)
    assert (told.value.stored, told.value.wanted) == (first, second)
    assert library.journal.get(win.id) == first


def test_draft_goes_with_the_save(library: Library) -> None:
    library.drafts.keep("capture", "Collected a lo")
    logged(library)
    assert library.drafts.find("capture") is not None
    library.journal.log_win(a_draft(), draft_key="capture")
    assert library.drafts.find("capture") is None


def test_draft_stays_when_the_save_is_refused(library: Library) -> None:
    win = logged(library)
    library.drafts.keep("win", "half a sen")
    with pytest.raises(StaleEdit):
        library.journal.save(replace(win, theme="risk"), replace(win, outcome="x"), draft_key="win")
    assert library.drafts.find("win") is not None


def test_wins_of_a_period_come_in_full_newest_first(library: Library) -> None:
    days = [date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1)]
    wins = [a_win(f"Win of {day}", happened_on=day, figures=(a_figure(),)) for day in days]
    thrown = a_win("Thrown away", happened_on=date(2026, 2, 2), trashed_at=library.clock.now())
    library.add(*reversed(wins), thrown)
    assert library.journal.wins(parse_period("2026-H1")) == (wins[1], wins[0])
    assert library.journal.wins(parse_period("2026-H1"), include_trash=True) == (wins[1], wins[0], thrown)
    assert library.journal.wins(parse_period("all")) == (wins[2], wins[1], wins[0])


def test_trash_takes_wins_out_of_lists_and_gives_them_back(library: Library) -> None:
    win, other = logged(library, "First"), logged(library, "Second")
    change = library.journal.move_to_trash([win.id])
    assert change.label == "Move win to trash"
    assert headlines(library) == ["Second"]
    assert headlines(library, WinQuery(trashed=True)) == ["First"]
    assert library.journal.trash_count() == 1
    assert library.journal.restore([win.id]).label == "Restore win"
    assert library.journal.get(win.id) == win
    assert library.journal.trash_count() == 0
    assert library.journal.get(other.id) == other


def test_several_wins_are_one_change(library: Library) -> None:
    wins = [logged(library, f"Win {number}") for number in range(3)]
    change = library.journal.move_to_trash([win.id for win in wins])
    assert change.label == "Move 3 wins to trash"
    assert len(library.published) == 4
    library.edits.apply(change.inverse())
    assert library.journal.get_many([win.id for win in wins]) == tuple(wins)


def test_trashing_twice_keeps_the_first_date_and_changes_nothing(library: Library) -> None:
    win = logged(library)
    library.journal.move_to_trash([win.id])
    library.clock.advance(timedelta(days=3))
    commits = len(library.published)
    assert library.journal.move_to_trash([win.id]).edits == ()
    assert len(library.published) == commits


def test_trash_is_kept_for_30_days(library: Library) -> None:
    win = logged(library)
    library.journal.move_to_trash([win.id])
    library.clock.advance(timedelta(days=30))
    assert library.journal.purge_expired() == 0
    library.clock.advance(timedelta(seconds=1))
    assert library.journal.purge_expired() == 1
    assert library.journal.get(win.id) is None
    assert library.journal.purge_expired() == 0


def test_emptied_trash_takes_history_and_links_along(library: Library) -> None:
    half = parse_period("2026-H2")
    win, other = logged(library, "Gone"), logged(library, "Stays")
    library.journal.save(win, replace(win, outcome="Paid"))
    library.checklist.link("training", half, [win.id, other.id])
    library.journal.move_to_trash([win.id])
    library.published.clear()
    assert library.journal.empty_trash() == 1
    assert library.journal.history(win.id) == ()
    assert [
        line.claim.wins for group in library.checklist.board(half).groups for line in group.lines if line.claim
    ] == [(other.id,)]
    (changes,) = library.published
    assert changes.affects(EntityKind.WIN)
    assert changes.affects(EntityKind.CHECKLIST_CLAIM)
    assert headlines(library, WinQuery(text="Gone", trashed=True)) == []


def test_history_of_a_win_that_is_gone_is_purged(library: Library) -> None:
    edit = library.journal.log_win(a_draft())
    win = edit.after
    assert isinstance(win, Win)
    changed = library.journal.save(win, replace(win, outcome="A secret"))
    library.edits.apply(changed.inverse())
    library.edits.apply(edit.inverse())
    assert library.journal.history(win.id) != ()
    library.journal.purge_expired()
    assert library.journal.history(win.id) == ()


def test_history_keeps_what_was_there_before_a_stretch_of_typing(library: Library) -> None:
    win = logged(library)
    typed = win
    for text in ("P", "Pa", "Pai", "Paid"):
        library.journal.save(typed, typed := replace(typed, outcome=text))
        library.clock.advance(timedelta(seconds=0.4))
    assert [version.win for version in library.journal.history(win.id)] == [win]
    library.clock.advance(timedelta(minutes=5))
    library.journal.save(typed, replace(typed, outcome="Paid in full"))
    assert [version.win.outcome for version in library.journal.history(win.id)] == ["Paid", ""]


def test_long_typing_leaves_a_version_a_minute(library: Library) -> None:
    typed = logged(library)
    for seconds in range(0, 200, 10):
        library.journal.save(typed, typed := replace(typed, outcome=f"{seconds}"))
        library.clock.advance(timedelta(seconds=10))
    assert [version.win.outcome for version in library.journal.history(typed.id)] == ["170", "110", "50", ""]


def test_clock_set_back_does_not_stop_the_history(library: Library) -> None:
    win = logged(library)
    first = replace(win, outcome="One")
    library.journal.save(win, first)
    library.clock.advance(timedelta(days=-1))
    library.journal.save(first, replace(first, outcome="Two"))
    assert {version.win for version in library.journal.history(win.id)} == {win, first}


def test_moving_to_trash_is_no_version(library: Library) -> None:
    win = logged(library)
    library.journal.move_to_trash([win.id])
    assert library.journal.history(win.id) == ()


def test_going_back_keeps_what_is_left_behind(library: Library) -> None:
    win = logged(library)
    proof = EvidenceLink(id=new_id(), title="Mail", target="Inbox")
    changed = replace(win, headline="Worse wording", evidence=(proof,), figures=(a_figure(),))
    library.journal.save(win, changed)
    (version,) = library.journal.history(win.id)
    edit = library.journal.go_back_to(changed, version)
    assert library.journal.get(win.id) == win
    assert {kept.win for kept in library.journal.history(win.id)} == {changed, win}
    library.edits.apply(edit.inverse())
    assert library.journal.get(win.id) == changed


def test_going_back_leaves_out_customers_that_are_gone(library: Library) -> None:
    added = library.customers.add("Harlow Foods")
    customer = library.customers.get(added.entity_id)
    assert customer is not None
    win = logged(library, customers=(customer.id,))
    changed = replace(win, customers=(), outcome="Paid")
    library.journal.save(win, changed)
    library.customers.remove(customer)
    (version,) = library.journal.history(win.id)
    library.journal.go_back_to(changed, version)
    assert library.journal.get(win.id) == replace(win, customers=())
