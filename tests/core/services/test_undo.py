"""Every command of every service can be undone and redone, and leaves the library equal each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from inspect import getmembers, isfunction
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from arcareer.domain.agenda import OccasionKind
from arcareer.domain.bullets import Bullet
from arcareer.domain.changes import Change
from arcareer.domain.checklist import ChecklistItem
from arcareer.domain.customers import Customer
from arcareer.domain.evidence import EvidenceFile, EvidenceLink
from arcareer.domain.identity import new_id
from arcareer.domain.journal import Win, WinDraft
from arcareer.domain.periods import Period, parse_period
from arcareer.domain.win_lists import WinQuery
from arcareer.prose.engine import check_text
from arcareer.prose.finding import Finding
from arcareer.services.agenda import AgendaService
from arcareer.services.bullets import BulletService
from arcareer.services.checklist import ChecklistService
from arcareer.services.customers import CustomerService
from arcareer.services.evidence import EvidenceService
from arcareer.services.journal import JournalService
from arcareer.services.phrases import PhraseService
from arcareer.services.resume_scan import ResumeScanService
from arcareer.services.writing_checks import WritingCheckService
from arcareer.storage.checksums import damaged_rows, miscounts
from tests.support import interview_commands, receivables_commands, values
from tests.support.builders import Library, a_figure, a_library, a_win
from tests.support.contents import contents

SERVICES = (
    JournalService,
    CustomerService,
    ChecklistService,
    AgendaService,
    EvidenceService,
    BulletService,
    PhraseService,
    WritingCheckService,
    ResumeScanService,
    *interview_commands.SERVICES,
    *receivables_commands.SERVICES,
)
PERIODS = [parse_period(key) for key in ("2026-H1", "2026-H2")]
FAULTY = "Managed various things efficiently and always resolved every issue."
LABELS = st.text(st.characters(categories=("L", "P")), min_size=1, max_size=12)
FEW = settings().max_examples // 8
"""A share of the profile's examples: each one here is a whole series of commits."""

LOOKING_BACK = {"JournalService.go_back_to", "BulletService.go_back_to", *interview_commands.LOOKING_BACK}
"""Undoing leaves histories alone, so in a row of commands one that looks back may find another one."""

Command = Callable[[Library, st.DataObject], Change]


def some_wins(library: Library, data: st.DataObject) -> list[UUID]:
    wins = [win.id for query in (WinQuery(), WinQuery(trashed=True)) for win in library.journal.find(query)]
    return data.draw(st.lists(st.sampled_from(wins), min_size=1, unique=True))


def a_stored_win(library: Library, data: st.DataObject) -> Win:
    win = library.journal.get(some_wins(library, data)[0])
    assert win is not None
    return win


def a_stored_customer(library: Library, data: st.DataObject) -> Customer:
    return data.draw(st.sampled_from(library.customers.all()))


def an_item(library: Library, data: st.DataObject, *, own: bool = False) -> ChecklistItem:
    return data.draw(st.sampled_from([item for item in library.checklist.items() if item.own or not own]))


def a_period(data: st.DataObject) -> Period:
    return data.draw(st.sampled_from(PERIODS))


def log_win(library: Library, data: st.DataObject) -> Change:
    win = data.draw(values.wins(*(customer.id for customer in library.customers.all())))
    entered = {name: getattr(win, name) for name in WinDraft.__dataclass_fields__}
    draft = WinDraft(**(entered | {"headline": f"Win {win.headline}", "happened_on": date(2026, 10, 2)}))
    return library.journal.log_win(draft)


def save_win(library: Library, data: st.DataObject) -> Change:
    before = a_stored_win(library, data)
    after = data.draw(values.wins(*(customer.id for customer in library.customers.all())))
    return library.journal.save(
        before, replace(after, id=before.id, headline=f"Win {after.headline}", happened_on=date(2026, 9, 9))
    )


def go_back(library: Library, data: st.DataObject) -> Change:
    win = a_stored_win(library, data)
    history = library.journal.history(win.id)
    assume(history)
    return library.journal.go_back_to(win, history[-1])


def save_customer(library: Library, data: st.DataObject) -> Change:
    before = a_stored_customer(library, data)
    return library.customers.save(before, replace(before, spellings=data.draw(values.tuples(values.texts))))


def save_occasion(library: Library, data: st.DataObject) -> Change:
    before = data.draw(st.sampled_from(library.agenda.occasions()))
    return library.agenda.save(before, replace(before, title=data.draw(values.texts)))


def attach(library: Library, data: st.DataObject) -> Change:
    path = library.paths.folder / "proof.txt"
    path.write_text(data.draw(LABELS), "utf-8")
    return library.evidence.attach(a_stored_win(library, data), path)


def add_file(library: Library, data: st.DataObject) -> Change:
    file = EvidenceFile(id=new_id(), title="Aging", sha256="ab" * 32, size=1, original_name="aging.xlsx")
    return library.evidence.add_file(a_stored_win(library, data), file)


def remove_evidence(library: Library, data: st.DataObject) -> Change:
    win = a_stored_win(library, data)
    assume(win.evidence)
    return library.evidence.remove(win, data.draw(st.sampled_from(win.evidence)).id)


def a_stored_bullet(library: Library, data: st.DataObject) -> Bullet:
    return data.draw(st.sampled_from(library.bullets.all()))


def write_bullet(library: Library, data: st.DataObject) -> Change:
    win = data.draw(st.none() | st.just(a_stored_win(library, data).id))
    return library.bullets.write(f"Did {data.draw(values.texts)}", win)


def save_bullet(library: Library, data: st.DataObject) -> Change:
    before = a_stored_bullet(library, data)
    win = data.draw(st.none() | st.just(a_stored_win(library, data).id))
    return library.bullets.save(before, replace(before, text=f"Did {data.draw(values.texts)}", win=win))


def go_back_to_bullet(library: Library, data: st.DataObject) -> Change:
    bullet = a_stored_bullet(library, data)
    history = library.bullets.history(bullet.id)
    assume(history)
    return library.bullets.go_back_to(bullet, history[0])


def edit_phrase(library: Library, data: st.DataObject) -> Change:
    before = data.draw(st.sampled_from(library.phrases.own()))
    return library.phrases.edit(before, replace(before, say=f"Say {data.draw(values.texts)}"))


def a_finding(library: Library, data: st.DataObject) -> Finding:
    return data.draw(st.sampled_from(check_text(FAULTY)[0].findings))


def listen_again(library: Library, data: st.DataObject) -> Change:
    return library.checks.listen_again(data.draw(st.sampled_from(library.checks.ignored())))


def make_bullet(library: Library, data: st.DataObject) -> Change:
    scans = ResumeScanService(library.checks, library.bullets, library.journal)
    return scans.make_bullet(data.draw(st.sampled_from(scans.scan_text("- Closed the month\n- Rang 4 payers").bullets)))


def save_claim(library: Library, data: st.DataObject) -> Change:
    before = library.checklist.claim(an_item(library, data).key, a_period(data))
    blanks = data.draw(st.dictionaries(values.keys, values.texts, max_size=2))
    after = replace(before, blanks=tuple(blanks.items()), result=data.draw(values.texts))
    return library.checklist.save_claim(before, after)


COMMANDS: dict[str, Command] = {
    "JournalService.log_win": log_win,
    "JournalService.save": save_win,
    "JournalService.move_to_trash": lambda library, data: library.journal.move_to_trash(some_wins(library, data)),
    "JournalService.restore": lambda library, data: library.journal.restore(some_wins(library, data)),
    "JournalService.go_back_to": go_back,
    "CustomerService.add": lambda library, data: library.customers.add(
        f"{data.draw(LABELS)} {new_id()}", data.draw(values.tuples(values.texts))
    ),
    "CustomerService.save": save_customer,
    "CustomerService.remove": lambda library, data: library.customers.remove(a_stored_customer(library, data)),
    "ChecklistService.save_claim": save_claim,
    "ChecklistService.set_ticked": lambda library, data: library.checklist.set_ticked(
        an_item(library, data).key, a_period(data), ticked=data.draw(st.booleans())
    ),
    "ChecklistService.link": lambda library, data: library.checklist.link(
        an_item(library, data).key, a_period(data), some_wins(library, data)
    ),
    "ChecklistService.unlink": lambda library, data: library.checklist.unlink(
        an_item(library, data).key, a_period(data), some_wins(library, data)
    ),
    "ChecklistService.add_item": lambda library, data: library.checklist.add_item(data.draw(LABELS), "People"),
    "ChecklistService.rename_item": lambda library, data: library.checklist.rename_item(
        an_item(library, data, own=True).key, data.draw(LABELS)
    ),
    "ChecklistService.remove_item": lambda library, data: library.checklist.remove_item(
        an_item(library, data, own=True).key
    ),
    "ChecklistService.hide": lambda library, data: library.checklist.hide(an_item(library, data).key),
    "ChecklistService.show": lambda library, data: library.checklist.show(an_item(library, data).key),
    "ChecklistService.move": lambda library, data: library.checklist.move(
        an_item(library, data).key, data.draw(st.integers(0, 9))
    ),
    "AgendaService.add": lambda library, data: library.agenda.add(
        data.draw(st.sampled_from(OccasionKind)), data.draw(values.texts), data.draw(values.days)
    ),
    "AgendaService.save": save_occasion,
    "AgendaService.remove": lambda library, data: library.agenda.remove(
        data.draw(st.sampled_from(library.agenda.occasions()))
    ),
    "AgendaService.set_away": lambda library, data: library.agenda.set_away(
        date(2026, 8, 3) + timedelta(days=data.draw(st.integers(0, 20))), away=data.draw(st.booleans())
    ),
    "AgendaService.save_owner": lambda library, data: library.agenda.save_owner(
        replace(library.agenda.owner(), name=data.draw(values.texts))
    ),
    "EvidenceService.attach": attach,
    "EvidenceService.add_file": add_file,
    "EvidenceService.add_link": lambda library, data: library.evidence.add_link(
        a_stored_win(library, data), data.draw(values.texts), data.draw(LABELS)
    ),
    "EvidenceService.remove": remove_evidence,
    "BulletService.write": write_bullet,
    "BulletService.save": save_bullet,
    "BulletService.go_back_to": go_back_to_bullet,
    "BulletService.move": lambda library, data: library.bullets.move(
        a_stored_bullet(library, data), data.draw(st.integers(-1, 9))
    ),
    "BulletService.set_in_brag_sheet": lambda library, data: library.bullets.set_in_brag_sheet(
        a_stored_bullet(library, data), data.draw(st.booleans())
    ),
    "BulletService.remove": lambda library, data: library.bullets.remove(a_stored_bullet(library, data)),
    "PhraseService.add_own": lambda library, data: library.phrases.add_own(
        f"Say {data.draw(values.texts)}", data.draw(values.texts), data.draw(st.sampled_from(["", "cash"]))
    ),
    "PhraseService.edit": edit_phrase,
    "PhraseService.remove": lambda library, data: library.phrases.remove(
        data.draw(st.sampled_from(library.phrases.own()))
    ),
    "PhraseService.duplicate": lambda library, data: library.phrases.duplicate(
        data.draw(st.sampled_from(library.phrases.patterns()))
    ),
    "WritingCheckService.ignore_here": lambda library, data: library.checks.ignore_here(
        FAULTY, a_finding(library, data)
    ),
    "WritingCheckService.ignore_phrase": lambda library, data: library.checks.ignore_phrase(a_finding(library, data)),
    "WritingCheckService.turn_rule_off": lambda library, data: library.checks.turn_rule_off(
        data.draw(st.sampled_from(library.checks.rules())).code
    ),
    "WritingCheckService.turn_rule_on": lambda library, data: library.checks.turn_rule_on(
        data.draw(st.sampled_from(library.checks.rules())).code
    ),
    "WritingCheckService.listen_again": listen_again,
    "ResumeScanService.make_bullet": make_bullet,
    **interview_commands.COMMANDS,
    **receivables_commands.COMMANDS,
}


def furnish(library: Library) -> None:
    """Put a little of everything into the library, so that every command has something to work on."""
    harlow = library.customers.add("Harlow Foods", ("Harlow",)).entity_id
    castell = library.customers.add("Castell").entity_id
    link = EvidenceLink(id=new_id(), title="Mail", target="Inbox")
    full = a_win("Collected", customers=(harlow, castell), figures=(a_figure(),), evidence=(link,))
    trashed = a_win("Thrown away", customers=(harlow,), trashed_at=library.clock.now())
    library.add(full, a_win("Trained", colleagues=("Ana",)), trashed)
    library.journal.save(full, replace(full, outcome="Paid"))
    library.checklist.link("overdue-reduced", PERIODS[0], [full.id, trashed.id])
    library.checklist.set_ticked("training", PERIODS[1], ticked=True)
    own = library.checklist.add_item("Mine", "People")
    claim = library.checklist.claim(own.after.own_items[0].key, PERIODS[0])  # type: ignore[union-attr]
    library.checklist.save_claim(claim, replace(claim, result="3 calls"))
    library.checklist.hide("payment-plan")
    library.agenda.add(OccasionKind.REVIEW, "Year-end", date(2026, 12, 10))
    library.agenda.set_away(date(2026, 8, 3), away=True)
    bullet = library.bullets.write("Collected $48,200", full.id).after
    assert isinstance(bullet, Bullet)
    library.bullets.save(bullet, replace(bullet, text="Collected $48,200 in May"))
    library.bullets.write("Trained two colleagues", trashed.id)
    library.bullets.write("Closed the month")
    library.phrases.add_own("Cut {text:it} to {days}")
    finding = check_text(FAULTY)[0].findings[0]
    library.checks.ignore_here(FAULTY, finding)
    library.checks.ignore_phrase(finding)
    library.checks.turn_rule_off("TRT101")
    interview_commands.furnish(library)
    receivables_commands.furnish(library)


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a library with a little of everything; every example leaves it as it found it."""
    library = a_library(tmp_path_factory.mktemp("undo"))
    furnish(library)
    yield library
    library.close()


def test_every_command_of_every_service_is_here() -> None:
    changing = {
        f"{service.__name__}.{name}"
        for service in SERVICES
        for name, method in getmembers(service, isfunction)
        if not name.startswith("_") and method.__annotations__["return"] in ("Change", "Edit", "EditGroup")
    }
    assert changing == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
@settings(max_examples=FEW, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_command_is_undone_and_redone(furnished: Library, name: str, data: st.DataObject) -> None:
    before = contents(furnished.store)
    change = COMMANDS[name](furnished, data)
    after = contents(furnished.store)
    furnished.edits.apply(change.inverse())
    assert contents(furnished.store) == before
    furnished.edits.apply(change)
    assert contents(furnished.store) == after
    furnished.edits.apply(change.inverse())
    assert contents(furnished.store) == before
    assert (damaged_rows(furnished.store.connection), miscounts(furnished.store.connection)) == ((), ())


@settings(max_examples=FEW, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_commands_in_a_row_are_undone_one_by_one(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    library = a_library(Path(tmp_path_factory.mktemp("undo")))
    furnish(library)
    states, changes = [contents(library.store)], []
    for name in data.draw(
        st.lists(
            st.sampled_from(sorted(set(COMMANDS) - LOOKING_BACK)),
            max_size=8,
        )
    ):
        if _has_something_to_work_on(library, name):
            changes.append(COMMANDS[name](library, data))
            states.append(contents(library.store))
    for index in range(len(changes) - 1, -1, -1):
        library.edits.apply(changes[index].inverse())
        assert contents(library.store) == states[index]
    for index, change in enumerate(changes):
        library.edits.apply(change)
        assert contents(library.store) == states[index + 1]
    library.close()


def _has_something_to_work_on(library: Library, name: str) -> bool:
    if name in ("CustomerService.save", "CustomerService.remove"):
        return bool(library.customers.all())
    if name in ("AgendaService.save", "AgendaService.remove"):
        return bool(library.agenda.occasions())
    if name in ("ChecklistService.rename_item", "ChecklistService.remove_item"):
        return any(item.own for item in library.checklist.items())
    if name in ("BulletService.move", "BulletService.remove", "BulletService.save", "BulletService.set_in_brag_sheet"):
        return bool(library.bullets.all())
    if name in ("PhraseService.edit", "PhraseService.remove"):
        return bool(library.phrases.own())
    if name == "WritingCheckService.listen_again":
        return bool(library.checks.ignored())
    return name != "EvidenceService.remove"
