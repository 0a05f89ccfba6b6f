"""Run the parsing of Office files in a child process with a time limit, so that a hostile file cannot take the app."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import arcareer
from arcareer.errors import EnvironmentFault, UserError
from arcareer.reading.child import CHILD_FLAG
from arcareer.reading.remedies import remedy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arcareer.progress import Progress
    from arcareer.reading.limits import Limits

_POLL_SECONDS = 0.1
_WAITING_LINES = 64


def messages_from_child(
    path: Path, operation: str, sheet: str, limits: Limits, progress: Progress
) -> Iterator[dict[str, Any]]:
    """Yield what the child reads from `path` (`operation` is "workbook", "word", "word-lines" or "pdf").

    `progress` is called several times a second, so that a cancel is noticed while the child is silent. Raises
    `UserError` with the child's refusal, or when it took too long or died; the child never outlives this call.
    """
    process = _start(path)
    lines: queue.Queue[str] = queue.Queue(maxsize=_WAITING_LINES)
    pump = threading.Thread(target=_pump, args=(process.stdout, lines), name="reading-child", daemon=True)
    pump.start()
    try:
        _send(process, path, operation, sheet, limits)
        yield from _received(lines, path, operation, limits, progress)
    finally:
        process.kill()
        _drain(lines, pump)
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()


def _send(process: subprocess.Popen[str], path: Path, operation: str, sheet: str, limits: Limits) -> None:
    request = {"path": str(path.resolve()), "operation": operation, "sheet": sheet, "limits": asdict(limits)}
    if process.stdin is not None:
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()


def _drain(lines: queue.Queue[str], pump: threading.Thread) -> None:
    while pump.is_alive():
        with contextlib.suppress(queue.Empty):
            lines.get(timeout=_POLL_SECONDS / 10)


def _start(path: Path) -> subprocess.Popen[str]:
    frozen = bool(getattr(sys, "frozen", False))
    arguments = [sys.executable, CHILD_FLAG] if frozen else [sys.executable, "-m", "arcareer.reading.child"]
    root = str(Path(arcareer.__file__).resolve().parent.parent)
    environment = dict(os.environ, PYTHONPATH=root, PYTHONUTF8="1", PYTHONDONTWRITEBYTECODE="1")
    flags = int(getattr(subprocess, "CREATE_NO_WINDOW", 0))  # only Windows has and needs it
    try:
        return subprocess.Popen(  # noqa: S603 - our own program, no shell, the file's path travels as data
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env=environment,
            creationflags=flags,
        )
    except OSError as fault:
        raise EnvironmentFault(
            f"The helper that opens “{path.name}” could not be started ({fault.strerror}). Nothing was read. Close "
            "other programs and choose the file again."
        ) from fault


def _received(
    lines: queue.Queue[str], path: Path, operation: str, limits: Limits, progress: Progress
) -> Iterator[dict[str, Any]]:
    deadline = time.monotonic() + limits.child_seconds
    rows = 0
    while True:
        progress(rows, 0, "")
        if time.monotonic() > deadline:
            raise UserError(
                f"“{path.name}” took longer than {limits.child_seconds} seconds to open. Nothing was kept. "
                f"{remedy(operation)}"
            )
        try:
            line = lines.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            continue
        message = _understood(line, path, operation)
        if message["kind"] == "done":
            return
        rows += len(message.get("rows", ()))
        yield message
        deadline = time.monotonic() + limits.child_seconds  # a large file may take its time as long as rows come


def _understood(line: str, path: Path, operation: str) -> dict[str, Any]:
    if not line:
        raise UserError(f"“{path.name}” could not be opened safely. Nothing was read. {remedy(operation)}")
    message: dict[str, Any] = json.loads(line)
    if message["kind"] == "refused":
        raise UserError(str(message["message"]))
    return message


def _pump(stream: IO[str] | None, lines: queue.Queue[str]) -> None:
    with contextlib.suppress(OSError, ValueError):
        for line in stream or ():
            lines.put(line)
    lines.put("")
