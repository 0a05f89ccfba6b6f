"""Scripts & playbooks: words that are ready when they are needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from arcareer.domain.changes import EntityKind
from arcareer_ui.commands import COPY_TEXT, FIND_IN_PAGE, NEW_ITEM, RENAME
from arcareer_ui.tool_page import ToolPage, ToolTab

if TYPE_CHECKING:
    from arcareer_ui.acts import Acts
    from arcareer_ui.tool import Tool
    from arcareer_ui.undo import UndoController

EMAIL_SCRIPTS, SCENARIOS, PHRASE_BANK = "e-mail-scripts", "scenarios", "phrase-bank"


class ScriptsPage(ToolPage):
    """Routes besides those of the tabs: `script/<key>`, `call/<id>`, `playbook/<id>`, `run/<id>`, `phrase/<key>`."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {
            EntityKind.OWN_SCRIPT,
            EntityKind.REMEMBERED_BLANKS,
            EntityKind.CONTACT_NOTE,
            EntityKind.CUSTOMER,
            EntityKind.PLAYBOOK_RUN,
            EntityKind.OWN_PHRASE,
            EntityKind.WIN,
            EntityKind.ANSWER,
            EntityKind.BULLET,
        }
    )
    heads: ClassVar[Mapping[str, str]] = {
        "script": EMAIL_SCRIPTS,
        "call": f"{EMAIL_SCRIPTS}/calls",
        "playbook": SCENARIOS,
        "run": f"{SCENARIOS}/run",
        "phrase": PHRASE_BANK,
    }
    acts = tuple(command.id for command in (FIND_IN_PAGE, NEW_ITEM, RENAME, COPY_TEXT))

    def __init__(
        self,
        *,
        undo: UndoController,
        emails: Callable[[Acts], Tool],
        scenarios: Callable[[Acts], Tool],
        phrases: Callable[[Acts], Tool],
    ) -> None:
        tabs = (
            ToolTab(EMAIL_SCRIPTS, self.tr("E-mail scripts"), emails, "difficult-conversations"),
            ToolTab(SCENARIOS, self.tr("Scenarios"), scenarios, "escalating"),
            ToolTab(PHRASE_BANK, self.tr("Phrase bank"), phrases, "bullet-formula"),
        )
        super().__init__(self.tr("Scripts & playbooks"), self.tr("Scripts and playbooks"), tabs, undo)
