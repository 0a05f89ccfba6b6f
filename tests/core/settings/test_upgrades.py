"""Steps between versions of the preferences file run in order and only where they are due."""

from arcareer.settings.upgrades import Step, Table, upgraded


def step(mark: str) -> Step:
    return lambda table: {**table, "steps": f"{table.get('steps', '')}{mark}"}


STEPS = (step("a"), step("b"))


def run(version: int) -> Table:
    return upgraded({"kept": 1}, version, STEPS)


def test_an_old_file_takes_every_step_in_order() -> None:
    assert run(1) == {"kept": 1, "steps": "ab"}


def test_a_younger_file_takes_only_what_is_left() -> None:
    assert run(2) == {"kept": 1, "steps": "b"}


def test_a_present_or_newer_file_stays_as_it_is() -> None:
    assert run(3) == {"kept": 1}
    assert run(7) == {"kept": 1}
