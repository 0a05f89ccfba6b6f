"""The Prep studio: the tools that turn wins into a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from arcareer.domain.changes import EntityKind
from arcareer_ui.acts import Acts
from arcareer_ui.commands import CHECK_WORDING, FIND_IN_PAGE, FINDING_COMMANDS
from arcareer_ui.tool_page import ToolPage, ToolTab

if TYPE_CHECKING:
    from arcareer_ui.pages.prep.checklist.tab import ChecklistTab
    from arcareer_ui.pages.prep.red_flags.tab import RedFlagsTab
    from arcareer_ui.pages.prep.reframe.tab import ReframeTab
    from arcareer_ui.pages.prep.rubric.tab import RubricTab
    from arcareer_ui.pages.prep.star.tab import StarTab
    from arcareer_ui.undo import UndoController

VALUE_CHECKLIST, RED_FLAGS, BULLET_RUBRIC = "value-checklist", "red-flags", "bullet-rubric"
WEAKNESS_REFRAME = "weakness-reframe"
STAR_ANSWERS = "star"


class PrepPage(ToolPage):
    """Routes besides those of the tabs: `bullet/<id>`, `answer/<id>`, `question/<key>`, `interview/<id>`."""

    shows: ClassVar[frozenset[EntityKind]] = frozenset(
        {
            EntityKind.WIN,
            EntityKind.CHECKLIST_CLAIM,
            EntityKind.CHECKLIST_ARRANGEMENT,
            EntityKind.BULLET,
            EntityKind.WRITING_CHECKS,
            EntityKind.ANSWER,
            EntityKind.OWN_QUESTION,
            EntityKind.REHEARSAL,
            EntityKind.INTERVIEW,
            EntityKind.OCCASION,
            EntityKind.CRIB,
            EntityKind.CUSTOMER,
        }
    )
    heads: ClassVar[Mapping[str, str]] = {
        "bullet": BULLET_RUBRIC,
        "answer": STAR_ANSWERS,
        "question": f"{STAR_ANSWERS}/questions",
        "interview": f"{STAR_ANSWERS}/interviews",
    }
    acts = (
        *("move-up", "move-down", "new-item", "rename", FIND_IN_PAGE.id, CHECK_WORDING.id),
        *(command.id for command in FINDING_COMMANDS),
    )

    def __init__(
        self,
        *,
        undo: UndoController,
        checklist: Callable[[Acts], ChecklistTab],
        star: Callable[[Acts], StarTab],
        reframe: Callable[[Acts], ReframeTab],
        red_flags: Callable[[Acts], RedFlagsTab],
        rubric: Callable[[Acts], RubricTab],
        pace: Callable[[], int],
    ) -> None:
        """`pace` returns how many words are said in a minute."""
        self._pace, self._pace_shown = pace, pace()
        tabs = (
            ToolTab(VALUE_CHECKLIST, self.tr("Value checklist"), checklist, "business-impact"),
            ToolTab(STAR_ANSWERS, self.tr("STAR answers"), star, "behavioural-prep"),
            ToolTab(WEAKNESS_REFRAME, self.tr("Weakness reframe"), reframe, "weakness"),
            ToolTab(RED_FLAGS, self.tr("Red flags"), red_flags, "red-flags"),
            ToolTab(BULLET_RUBRIC, self.tr("Bullet rubric"), rubric, "bullet-formula"),
        )
        super().__init__(self.tr("Prep studio"), self.tr("Prep studio tools"), tabs, undo)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Rehearse from the other tools too."""
        return {**super().handlers(), "rehearse": self._rehearse}

    def follow_pace(self) -> None:
        """Count every answer again when it is said faster or slower by now."""
        if self._pace() != self._pace_shown:
            self._pace_shown = self._pace()
            self.refresh(None)

    def _rehearse(self) -> None:
        tool = self.tool(self.tabs.current)
        if tool is not None and "rehearse" in tool.handlers:
            tool.handlers["rehearse"]()
        else:
            self.open_route.emit(f"prep/{STAR_ANSWERS}/rehearse")
