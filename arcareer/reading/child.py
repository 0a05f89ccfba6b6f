"""The process in which Office files of others are parsed: bounded in time and memory, and expendable.

Started by `arcareer.reading.isolation`. One line of JSON comes in (what to read), lines of JSON go out (see
`arcareer.reading.wire`). A frozen app starts itself with `CHILD_FLAG`; its entry point hands over to `main`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from arcareer.errors import UserError
from arcareer.reading.limits import Limits
from arcareer.reading.remedies import remedy
from arcareer.reading.wire import pack_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from arcareer.reading.table import TextBlock

CHILD_FLAG = "--reading-child"
_BATCH = 250


def main() -> int:
    """Read one request from standard input, write what the file holds to standard output; always ends with 0."""
    request = json.loads(sys.stdin.readline())
    limits = Limits(**request["limits"])
    _bound_memory(limits.child_memory)
    path, operation = Path(request["path"]), str(request["operation"])
    try:
        for message in _messages(path, operation, str(request.get("sheet", "")), limits):
            _send(message)
        _send({"kind": "done"})
    except UserError as refusal:
        _send({"kind": "refused", "message": str(refusal)})
    except MemoryError:
        _send({"kind": "refused", "message": _too_big(path, operation)})
    except Exception as fault:  # noqa: BLE001 - a foreign file can break a parser in any way; the app tells the user
        _send({"kind": "refused", "message": _unreadable(path, operation), "detail": repr(fault)})
    return 0


def _messages(path: Path, operation: str, sheet: str, limits: Limits) -> Iterator[dict[str, Any]]:
    if operation == "pdf":
        from arcareer.reading.pdf import pdf_blocks  # noqa: PLC0415 - after the memory is bounded

        yield from _block_messages(pdf_blocks(path))
        return
    from arcareer.reading.archive import check_archive  # noqa: PLC0415 - after the memory is bounded

    report = check_archive(path, limits)
    if operation in ("word", "word-lines"):
        from arcareer.reading.word import word_blocks, word_paragraphs  # noqa: PLC0415 - after the memory is bounded

        yield from _block_messages(word_blocks(path) if operation == "word" else word_paragraphs(path))
    else:
        yield from _workbook_messages(path, sheet, limits, report.formulas_without_value)


def _workbook_messages(path: Path, sheet: str, limits: Limits, hollow: int) -> Iterator[dict[str, Any]]:
    from arcareer.reading.workbook import Workbook  # noqa: PLC0415 - heavy, after the memory is bounded

    book = Workbook(path, limits)
    sheets = book.sheets
    if sheet and sheet not in sheets:
        raise UserError(f"“{path.name}” has no sheet “{sheet}”. Nothing was read. Choose one of: {', '.join(sheets)}.")
    for name in (sheet,) if sheet else sheets:
        rows, started = [], False
        for number, values in book.rows(name):
            if not started:
                yield {"kind": "sheet", "name": name, "others": [s for s in sheets if s != name], "hollow": hollow}
                started = True
            rows.append([number, [pack_cell(value) for value in values]])
            if len(rows) >= _BATCH:
                yield {"kind": "rows", "rows": rows}
                rows = []
        if started:
            yield {"kind": "rows", "rows": rows}
            return
    raise UserError(f"“{path.name}” has no sheet with anything in it. Nothing was read. Choose another file.")


def _block_messages(blocks: Iterable[TextBlock]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        yield {
            "kind": "block",
            "line": block.line,
            "text": block.text,
            "heading": block.heading_level,
            "list": block.list_level,
            "cells": list(block.cells),
        }


def _bound_memory(limit: int) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows, where the time limit alone bounds the child

    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _send(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message, ensure_ascii=True, separators=(",", ":")) + "\n")
    if message["kind"] != "block":
        sys.stdout.flush()


def _too_big(path: Path, operation: str) -> str:
    return f"“{path.name}” needs more memory than a file of this kind should. Nothing was read. {remedy(operation)}"


def _unreadable(path: Path, operation: str) -> str:
    return f"“{path.name}” is damaged or not what its name says. Nothing was read. {remedy(operation)}"


if __name__ == "__main__":
    sys.exit(main())
