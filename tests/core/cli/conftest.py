"""Runs commands as a person would, on a library of the test's own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from arcareer.cli.app import main


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command gave back."""

    code: int
    out: str
    err: str


Cli = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where the library of the test is, or will be."""
    return tmp_path / "library"


@pytest.fixture
def cli(folder: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Return what runs a command on the library of the test."""

    def run(*arguments: object) -> Answer:
        capsys.readouterr()
        try:
            code = main(["--library", str(folder), *map(str, arguments)])
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run
