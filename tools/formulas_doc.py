"""Write docs/formulas.md from the formula table, so that the page can never say anything else than the code does.

Usage: python tools/formulas_doc.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from arcareer.domain.formulas import FORMULAS

if TYPE_CHECKING:
    from arcareer.domain.formula import DefinitionCard

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "formulas.md"
HEAD = """# Formulas

Written by `tools/formulas_doc.py` from the table the app computes with; change the table, not this page.

B and E are receivables at the start and the end of a period, C the part of E that is not yet due, S the credit sales of
the period with tax and freight, n its days. Two people can both be right and twenty days apart: a figure is defensible
only with its variant, its period and days, its sales basis and its balance basis. What cannot be computed is refused
with a reason, never replaced by zero.
"""


def formulas_page() -> str:
    """Return the page: a table of contents, then one section a formula."""
    lines = [HEAD, "| metric | formula |", "|---|---|"]
    cards = [formula.card for formula in FORMULAS]
    lines += [f"| [{_title(card)}](#{_anchor(card)}) | {_cell(card.formula)} |" for card in cards]
    for card in cards:
        lines += _section(card)
    return "\n".join(lines) + "\n"


def _title(card: DefinitionCard) -> str:
    return f"{card.name}, {card.variant}" if card.variant else card.name


def _anchor(card: DefinitionCard) -> str:
    kept = (character for character in _title(card).lower() if character.isalnum() or character in " -")
    return "".join(kept).replace(" ", "-")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _section(card: DefinitionCard) -> list[str]:
    lines = ["", f"## {_title(card)}", "", f"`{card.formula}`", "", f"Name on the command line: `{card.metric}`."]
    facts = [
        ("Unit", card.unit),
        ("Days", card.days_basis),
        ("Sales", card.sales_basis),
        ("Balance", card.balance_basis),
        ("Source", card.source),
    ]
    lines += ["", *(f"- {name}: {value}" for name, value in facts if value)]
    lines += ["", "| input | meaning |", "|---|---|"]
    lines += [f"| `{name}` | {_cell(text)} |" for name, text in card.inputs.items()]
    if card.remark:
        lines += ["", card.remark]
    if card.reasons:
        lines += ["", "Refused with: " + ", ".join(f"`{reason.value}`" for reason in card.reasons) + "."]
    return lines


def main() -> int:
    """Write the page; with `--check` only tell whether it is up to date."""
    page = formulas_page()
    if "--check" in sys.argv:
        return 0 if TARGET.exists() and TARGET.read_text("utf-8") == page else 1
    TARGET.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
