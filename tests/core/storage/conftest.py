"""An empty library for every test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.builders import Library, a_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Open an empty library and close it after the test."""
    opened = a_library(tmp_path / "library")
    yield opened
    opened.close()
