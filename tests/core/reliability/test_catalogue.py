"""The fault catalogue names tests that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "docs" / "fault-catalogue.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([A-Z]\d\d) \| (.*?) \| (.*?) \|$", TEXT, re.MULTILINE)


@pytest.mark.parametrize(("case", "test"), [(case, test) for case, _, test in ROWS])
def test_row_names_tests_that_exist_or_a_reason(case: str, test: str) -> None:
    named = re.findall(r"(?:core|gui)/\S+\.py", test)
    assert [name for name in named if not (ROOT / "tests" / name).is_file()] == []
    assert named or len(test.split()) >= 2


def test_every_case_of_storage_backup_and_migration_has_a_row() -> None:
    wanted = [
        f"{kind}{number:02d}" for kind, last in (("S", 37), ("B", 23), ("G", 11)) for number in range(1, last + 1)
    ]
    assert [case for case in wanted if case not in {case for case, _, _ in ROWS}] == []
