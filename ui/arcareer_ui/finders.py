"""Everything the palette finds besides pages and commands, in the order it is shown."""

from __future__ import annotations

from arcareer.bootstrap import App
from arcareer_ui.palette_wins import WinFinder
from arcareer_ui.palette_words import CustomerFinder, GuideFinder, PlanFinder, PlaybookFinder, ScriptFinder
from arcareer_ui.palette_writing import AnswerFinder, BulletFinder, InterviewFinder, PhraseFinder, QuestionFinder
from arcareer_ui.shell.palette_entries import PaletteProvider


def finders_of(app: App) -> tuple[PaletteProvider, ...]:
    """Return what searches a library; each asks for its service when it is first used."""
    return (
        WinFinder(lambda: app.journal),
        AnswerFinder(lambda: app.answers),
        InterviewFinder(lambda: app.interviews),
        BulletFinder(lambda: app.bullets),
        PlanFinder(lambda: app.plans),
        CustomerFinder(lambda: app.customers),
        ScriptFinder(lambda: app.scripts),
        PlaybookFinder(lambda: app.playbooks),
        PhraseFinder(lambda: app.phrases),
        QuestionFinder(lambda: app.questions),
        GuideFinder(lambda: app.guide),
    )
