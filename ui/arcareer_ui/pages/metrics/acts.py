"""What can be done with metrics by name, from anywhere."""

from __future__ import annotations

from arcareer_ui.commands import CommandSpec
from arcareer_ui.words import QT_TRANSLATE_NOOP

ADD_MONTH = CommandSpec(
    "add-month", QT_TRANSLATE_NOOP("Command", "Add a month of figures"), "calendar-plus", place="metrics"
)
IMPORT_LEDGER = CommandSpec("import-ledger", QT_TRANSLATE_NOOP("Command", "Import a ledger"), "upload", place="metrics")
ALL_FIGURES = CommandSpec(
    "all-figures", QT_TRANSLATE_NOOP("Command", "All figures in one table"), "table-2", place="metrics"
)
LEDGER_CHANGES = CommandSpec(
    "ledger-changes", QT_TRANSLATE_NOOP("Command", "What changed between two imports"), "split", place="metrics"
)
METRIC_COMMANDS = (ADD_MONTH, IMPORT_LEDGER, ALL_FIGURES, LEDGER_CHANGES)
