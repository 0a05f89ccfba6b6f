"""Write docs/rules.md from the rules' own words and examples, so that the page can never say anything else.

Usage: python tools/rules_doc.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from arcareer.prose.explain import rule_page
from arcareer.prose.patterns import rule_file
from arcareer.prose.registry import registry

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "rules.md"
HEAD = """# Rules of the text checker

Written by `tools/rules_doc.py` from `resources/rules`; change the rules, not this page. The same words stand in the
app and in `arcareer-cli check --explain CODE`. Every example is run by the tests: those under "Found in" must be
found, those under "Fine as it is" must stay clean under all rules.

How to add a rule: give it a record in the file of its flag, ten examples of each kind in `examples.toml`, a check in
`arcareer/prose/rules`, and a line in `ALL_RULES`.
"""


def rules_page() -> str:
    """The whole page."""
    version = rule_file("rubric")["version"]
    contents = "\n".join(f"- {rule.code} {rule.title} ({rule.label})" for rule in registry())
    pages = "\n".join(rule_page(rule) for rule in registry())
    return f"{HEAD}\nVersion of the rubric: {version}.\n\n{contents}\n\n{pages}".rstrip() + "\n"


def main(arguments: list[str]) -> int:
    """Write the page, or with --check say whether it is up to date."""
    page = rules_page()
    if "--check" in arguments:
        if TARGET.exists() and TARGET.read_text("utf-8") == page:
            return 0
        sys.stderr.write("docs/rules.md is not what the rules say; run: python tools/rules_doc.py\n")
        return 1
    TARGET.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
