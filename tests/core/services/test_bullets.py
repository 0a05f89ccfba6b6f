"""Bullets: written, kept with their history, moved, ranked, found, and tied to the win they tell of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import cast
from uuid import UUID

import pytest

from arcareer.domain.bullets import BULLET_LIMIT, Bullet
from arcareer.domain.changes import Edit, EntityKind
from arcareer.domain.figures import Unit
from arcareer.domain.win_lists import WinQuery
from arcareer.errors import FieldProblem, StaleEdit
from arcareer.prose.rubric import RUBRIC_VERSION, score
from tests.support.builders import Library, a_bullet, a_figure, a_win

WEAK = "Managed receivables."
STRONG = "Cut unapplied cash from $90,000 to $4,000 in six weeks by matching remittances in SAP every morning."


def written(library: Library, text: str, win: UUID | None = None) -> Bullet:
    return cast("Bullet", library.bullets.write(text, win).after)


def texts(library: Library) -> list[str]:
    return [bullet.text for bullet in library.bullets.all()]


def test_new_bullets_stand_behind_the_others(library: Library) -> None:
    first, second = written(library, "One thing"), written(library, "Another")
    assert library.bullets.all() == (first, second)
    assert library.bullets.get(second.id) == second
    assert library.bullets.get(a_win().id) is None


@pytest.mark.parametrize("text", ["", "  \n\t"])
def test_bullet_needs_words(library: Library, text: str) -> None:
    with pytest.raises(FieldProblem) as told:
        library.bullets.write(text)
    assert told.value.field == "text"
    bullet = written(library, WEAK)
    with pytest.raises(FieldProblem):
        library.bullets.save(bullet, replace(bullet, text=text))
    assert texts(library) == [WEAK]


def test_longest_bullet_is_kept_and_a_longer_one_is_refused_with_the_number(library: Library) -> None:
    written(library, "x" * BULLET_LIMIT)
    with pytest.raises(FieldProblem, match="3 characters longer"):
        library.bullets.write("x" * (BULLET_LIMIT + 3))
    assert len(library.bullets.all()) == 1


def test_replaced_text_stays_with_its_score_at_most_one_a_minute(library: Library) -> None:
    bullet = written(library, WEAK)
    for text in ("Managed 90 accounts.", STRONG):
        after = replace(bullet, text=text)
        library.bullets.save(bullet, after)
        bullet = after
        library.clock.advance(timedelta(seconds=20))
    (kept,) = library.bullets.history(bullet.id)
    assert (kept.text, kept.score, kept.rubric_version) == (WEAK, score(WEAK).overall, RUBRIC_VERSION)
    library.clock.advance(timedelta(seconds=60))
    library.bullets.save(bullet, replace(bullet, text="Something else"))
    latest, oldest = library.bullets.history(bullet.id)
    assert (latest.text, latest.score) == (STRONG, score(STRONG).overall)
    assert oldest == kept


def test_place_win_and_brag_sheet_make_no_version(library: Library) -> None:
    bullet = written(library, WEAK)
    written(library, STRONG)
    library.bullets.move(bullet, 1)
    moved = library.bullets.get(bullet.id)
    assert moved is not None
    library.bullets.set_in_brag_sheet(moved, included=True)
    assert library.bullets.history(bullet.id) == ()


def test_undone_text_is_in_the_history_too(library: Library) -> None:
    bullet = written(library, WEAK)
    edit = library.bullets.save(bullet, replace(bullet, text=STRONG))
    library.clock.advance(timedelta(minutes=2))
    library.edits.apply(edit.inverse())
    assert [version.text for version in library.bullets.history(bullet.id)] == [STRONG, WEAK]


def test_going_back_keeps_what_it_replaces_at_once(library: Library) -> None:
    bullet = written(library, WEAK)
    edit = library.bullets.save(bullet, replace(bullet, text=STRONG))
    (version,) = library.bullets.history(bullet.id)
    library.clock.advance(timedelta(seconds=1))
    back = library.bullets.go_back_to(cast("Bullet", edit.after), version)
    assert library.bullets.get(bullet.id) == bullet == back.after
    assert [kept.text for kept in library.bullets.history(bullet.id)] == [STRONG, WEAK]


def test_save_from_an_outdated_text_overwrites_nothing(library: Library) -> None:
    bullet = written(library, WEAK)
    library.bullets.save(bullet, replace(bullet, text=STRONG))
    with pytest.raises(StaleEdit):
        library.bullets.save(bullet, replace(bullet, text="Something else"))
    assert texts(library) == [STRONG]


def test_save_drops_its_draft(library: Library) -> None:
    bullet = written(library, WEAK)
    library.drafts.keep("bullet", "Managed rec")
    library.bullets.save(bullet, replace(bullet, text=STRONG), draft_key="bullet")
    assert library.drafts.find("bullet") is None


@pytest.mark.parametrize(("index", "order"), [(0, "cab"), (1, "acb"), (2, "abc"), (99, "abc"), (-5, "cab")], ids=str)
def test_move_puts_a_bullet_at_an_index(library: Library, index: int, order: str) -> None:
    *_, last = (written(library, text) for text in "abc")
    change = library.bullets.move(last, index)
    assert "".join(texts(library)) == order
    library.edits.apply(change.inverse())
    assert texts(library) == ["a", "b", "c"]


def test_move_works_where_places_have_gaps_or_are_shared(library: Library) -> None:
    for text, position in (("a", 3), ("b", 3), ("c", 40)):
        bullet = a_bullet(text, position=position, created_at=library.clock.now())
        library.edits.apply(Edit("", EntityKind.BULLET, None, bullet))
        library.clock.advance(timedelta(seconds=1))
    library.bullets.move(library.bullets.all()[2], 1)
    assert texts(library) == ["a", "c", "b"]


def test_ranking_puts_the_best_first_and_names_what_lacks_a_result(library: Library) -> None:
    for text in (WEAK, STRONG, "Reconciled 40 accounts a week in SAP."):
        written(library, text)
    best, middle, worst = library.bullets.ranked()
    assert (best.bullet.text, worst.bullet.text) == (STRONG, WEAK)
    assert best.score > middle.score > worst.score
    assert (best.needs_result, middle.needs_result, worst.needs_result) == (False, True, True)
    assert worst.report.flags != ()


def test_ranking_leaves_out_what_the_user_ignores(library: Library) -> None:
    bullet = written(library, WEAK)
    (before,) = library.bullets.ranked()
    for finding in before.report.findings:
        library.checks.ignore_here(bullet.text, finding)
    (after,) = library.bullets.ranked()
    assert after.report.findings == ()
    assert after.score == before.score


def test_bullets_are_found_by_words_while_they_are_typed(library: Library) -> None:
    muller, cash = written(library, "Settled a dispute with Müller GmbH"), written(library, "Cut unapplied cash")
    assert library.bullets.find("muller dis") == (muller,)
    assert library.bullets.find("cash UNAPPLIED") == (cash,)
    assert library.bullets.find('"') == library.bullets.find("harlow") == ()
    library.bullets.save(cash, replace(cash, text="Cut postage"))
    library.bullets.remove(muller)
    assert library.bullets.find("cash") == library.bullets.find("muller") == ()


def test_removed_bullet_comes_back_with_its_history(library: Library) -> None:
    bullet = written(library, WEAK)
    stronger = replace(bullet, text=STRONG)
    library.bullets.save(bullet, stronger)
    removed = library.bullets.remove(stronger)
    library.edits.apply(removed.inverse())
    assert library.bullets.all() == (stronger,)
    assert [version.text for version in library.bullets.history(bullet.id)] == [WEAK]


def test_texts_of_removed_bullets_go_with_the_next_session(library: Library) -> None:
    bullet, kept = written(library, WEAK), written(library, "Managed disputes.")
    for one in (bullet, kept):
        library.bullets.save(one, replace(one, text=STRONG))
    library.bullets.remove(replace(bullet, text=STRONG))
    assert library.bullets.forget_removed() == 1
    assert library.bullets.forget_removed() == 0
    assert library.bullets.history(bullet.id) == ()
    assert len(library.bullets.history(kept.id)) == 1


def test_bullet_survives_the_trash_of_its_win_and_keeps_its_link(library: Library) -> None:
    win = a_win()
    library.add(win)
    bullet = written(library, STRONG, win.id)
    trashed = library.journal.move_to_trash([win.id])
    assert library.bullets.of_win(win.id) == (bullet,)
    library.edits.apply(trashed.inverse())
    assert library.bullets.of_win(win.id) == (bullet,)


def test_link_is_emptied_when_its_win_goes_for_good(library: Library) -> None:
    win, other = a_win(), a_win()
    library.add(win, other)
    bullet, untouched = written(library, STRONG, win.id), written(library, WEAK, other.id)
    library.journal.move_to_trash([win.id])
    library.published.clear()
    assert library.journal.empty_trash() == 1
    assert library.bullets.all() == (replace(bullet, win=None), untouched)
    (changes,) = library.published
    assert changes.touched == {(EntityKind.WIN, win.id), (EntityKind.BULLET, bullet.id)}
    assert library.journal.count(WinQuery()) == 1


@pytest.mark.parametrize(
    ("headline", "figures", "draft"),
    [
        ("Cleared the Harlow backlog.", (a_figure(),), "Cleared the Harlow backlog: $48,200 collected"),
        ("Collected $48,200 from Harlow", (a_figure(),), "Collected $48,200 from Harlow"),
        ("Collected 48.2k from Harlow", (a_figure(),), "Collected 48.2k from Harlow"),
        (
            "Got the payer to pay sooner",
            (a_figure("36.8", "47.9", unit=Unit.DAYS, measure="DSO", currency=""),),
            "Got the payer to pay sooner: DSO 47.9 to 36.8 days",
        ),
        ("Trained two\n colleagues ", (), "Trained two colleagues"),
        (
            "Trained two colleagues",
            (a_figure(2, unit=Unit.COUNT, measure="colleagues", currency=""),),
            "Trained two colleagues",
        ),
    ],
)
def test_draft_from_a_win_is_its_headline_and_its_first_figure(
    library: Library, headline: str, figures: tuple[object, ...], draft: str
) -> None:
    assert library.bullets.from_win(a_win(headline, figures=figures)) == draft


def test_bullets_for_the_brag_sheet_stand_in_order(library: Library) -> None:
    first, second, third = (written(library, text) for text in "abc")
    for bullet in (third, first):
        library.bullets.set_in_brag_sheet(bullet, included=True)
    library.bullets.move(second, 0)
    assert [bullet.text for bullet in library.bullets.in_brag_sheet()] == ["a", "c"]
