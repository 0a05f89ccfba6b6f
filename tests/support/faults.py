"""Makes the Nth file operation fail: the power of `arcareer.fsops` being the one module that touches files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from arcareer import fsops

CALLS = ("open", "write", "fsync", "replace", "chmod", "mkdir", "unlink")


class PowerCut(BaseException):
    """Stands for the end of the process: no handler of the app may catch it and go on."""


class FaultyOs:
    """Stands in for `os` in `fsops`: counts the calls that change files, and lets one of them go wrong.

    With `errno` the call raises OSError, half of a write being done; without it the process "ends": this call and
    every later one raise `PowerCut`, so that no clean-up happens either.
    """

    def __init__(self, fail_at: int = 0, errno: int | None = None) -> None:
        self.calls: list[str] = []
        self._fail_at = fail_at
        self._errno = errno

    @property
    def happened(self) -> bool:
        """Return whether there were enough calls for the fault."""
        return 0 < self._fail_at <= len(self.calls)

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._counted(name, real) if name in CALLS else real

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self.calls.append(name)
            if self._errno is None and self.happened:
                raise PowerCut
            if len(self.calls) == self._fail_at:
                if name == "write":
                    real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
                assert self._errno is not None
                raise OSError(self._errno, os.strerror(self._errno))
            return real(*arguments, **named)

        return call

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let the file operations of the app go through this object."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(fsops, "os", self)
            yield


def each_fault(errno: int | None = None, limit: int = 400) -> Iterator[FaultyOs]:
    """Yield a faulty `os` for the first call, the second, and so on; stop after the first run without a fault."""
    for number in range(1, limit):
        faulty = FaultyOs(number, errno)
        yield faulty
        if not faulty.happened:
            return
    raise AssertionError("the work never came to an end without a fault")
