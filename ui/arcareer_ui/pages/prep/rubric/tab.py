"""The tab Bullet rubric: a bullet being written, its score, and all the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.domain.bullets import Bullet
from arcareer.domain.changes import Change, ChangeSet, EntityKind
from arcareer.errors import EnvironmentFault
from arcareer_ui.acts import Acts
from arcareer_ui.pages.prep.rubric.bullet_list import BulletLine
from arcareer_ui.pages.prep.rubric.conflicts import Conflicts
from arcareer_ui.pages.prep.rubric.deeds import Deeds
from arcareer_ui.pages.prep.rubric.from_win import FromWin, make_picker
from arcareer_ui.pages.prep.rubric.judge import Judge
from arcareer_ui.pages.prep.rubric.listing import Listing
from arcareer_ui.pages.prep.rubric.past import Past
from arcareer_ui.pages.prep.rubric.scoring import Scoring
from arcareer_ui.pages.prep.rubric.view import GUIDE, MINE, PICKER, SCORE, RubricView
from arcareer_ui.pages.prep.rubric.wordings import Wordings
from arcareer_ui.pages.prep.rubric.writing import BulletWriting
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button

if TYPE_CHECKING:
    from arcareer.services.bullets import BulletService
    from arcareer.services.capture import CaptureService
    from arcareer.services.copying import CopyService
    from arcareer.services.drafts import DraftService
    from arcareer.services.journal import JournalService
    from arcareer.services.phrases import PhraseService
    from arcareer.services.writing_checks import WritingCheckService
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

PLACE = "prep/bullet-rubric"
FROM_WIN = "from-win"
ORDER_STATE = "rubric/order"
PAUSE_MS = 250
DWELL_MS = 800


class RubricTab(Tool):
    """Editor, list and score."""

    def __init__(
        self,
        *,
        bullets: BulletService,
        checks: WritingCheckService,
        journal: JournalService,
        drafts: DraftService,
        phrases: Callable[[], PhraseService],
        capture: Callable[[], CaptureService],
        copying: Callable[[], CopyService],
        undo: UndoController,
        acts: Acts,
        tasks: TaskRunner,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._bullets, self._state, self._clock = bullets, state, clock
        self.view = RubricView(make_picker(journal))
        self.guide_button = Button(self.tr("How scoring works"), "quiet", icon="circle-question-mark", checkable=True)
        self.header = self.guide_button
        self.writing = BulletWriting(bullets, drafts, undo, lambda: self.view.editor.text.text, self)
        self._judge = Judge(checks, tasks, self)
        self._wordings = Wordings(self.view.score.wording, phrases, capture)
        self._scoring = Scoring(self.view, self._judge, self._wordings, journal)
        self._listing = Listing(self.view, self._judge, self._scoring, bullets)
        self._past = Past(self.view, self._judge, bullets)
        self._deeds = Deeds(self.view, self.writing, bullets, acts, copying)
        self._from_win = FromWin(self.view, self.writing, bullets, journal)
        self.conflicts = Conflicts(self.view, self.writing)
        self._pause = _timer(self, PAUSE_MS, self._judge_paused)
        self._dwell = _timer(self, DWELL_MS, self._note_place)
        column(self).addWidget(self.view)
        self.view.order.set_current(state.text(ORDER_STATE, MINE))
        self._connect(undo)
        self._listing.read()
        self._judge.prepare(self._listing.bullets)
        self._start()

    def open(self, args: Sequence[str]) -> None:
        """Show what a route names: `<id>` of a bullet, or `from-win/<id>` for a bullet about that win."""
        if len(args) > 1 and args[0] == FROM_WIN:
            self._open_from_win(UUID(args[1]))
        elif args and args[0] != FROM_WIN and not self._open(UUID(args[0]), edit=True):
            self.noted.emit(self.tr("That bullet is no longer there."))

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes is not None and not changes.affects(EntityKind.BULLET, EntityKind.WRITING_CHECKS, EntityKind.WIN):
            return
        there = self.writing.follow()
        self._listing.read()
        if not there:
            self._start()
        elif self.writing.bullet is not None:
            self.view.editor.text.set_text(self.writing.bullet.text)
        self._show_bullet()

    def flush(self) -> None:
        """Keep what is typed."""
        self.writing.flush()

    @property
    def first_focus(self) -> QWidget | None:
        """Return where the keyboard starts."""
        if self.writing.bullet is None and not self.writing.is_new:
            return self.view.first_win_button
        return self.view.editor.text

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return the parts F6 goes through."""
        sides = {SCORE: self.view.score, GUIDE: self.view.guide, PICKER: self.view.picker}
        return (self.view.editor, self.view.list, sides[self.view.side])

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the tab does for commands."""
        return {
            "move-up": partial(self._deeds.move, -1),
            "move-down": partial(self._deeds.move, 1),
            "new-item": self._start_new,
        }

    @property
    def place(self) -> str:
        """Return the route of what is on show."""
        bullet = self.writing.bullet
        return f"bullet/{bullet.id}" if bullet is not None else PLACE

    @property
    def place_title(self) -> str:
        """Return the words of the bullet on show."""
        return self.writing.bullet.text if self.writing.bullet is not None else ""

    def _connect(self, undo: UndoController) -> None:
        view, editor, writing = self.view, self.view.editor, self.writing
        editor.text.edited.connect(self._take_typed)
        editor.text.left.connect(self._leave)
        editor.flags_asked.connect(self._open_flags)
        editor.win_asked.connect(self._open_win)
        editor.versions_asked.connect(self._toggle_versions)
        view.list.current_changed.connect(self._choose)
        view.list.opened.connect(lambda _: self._focus_text())
        view.order.chosen.connect(self._choose_order)
        view.guide.left.connect(partial(view.show_side, SCORE))
        view.side_changed.connect(self._show_side)
        self.guide_button.clicked.connect(self._toggle_guide)
        for button in (view.new_button, view.first_button):
            button.clicked.connect(self._start_new)
        self._from_win.written.connect(self._greet_written)
        self._from_win.refused.connect(self.noted)
        self.conflicts.settled.connect(partial(self.refresh, None))
        for name in ("told", "noted", "announced"):
            getattr(self._deeds, name).connect(getattr(self, name))
        self._wordings.chosen.connect(self._use)
        self._wordings.pattern_chosen.connect(self._open_pattern)
        self._judge.ready.connect(self._show_judged)
        writing.written.connect(self._show_written)
        writing.kept.connect(self._say_kept)
        writing.refused.connect(editor.message.show_problem)
        writing.troubled.connect(self._say_not_kept)
        undo.stepped.connect(self._follow_step)

    def _start(self) -> None:
        """Begin where there is something: with what was not finished, else with the first bullet."""
        if self.writing.left_over:
            text, self.writing.left_over = self.writing.left_over, ""
            self._start_new()
            self.view.editor.text.set_text(text)
            self._show_bullet()
        elif not self._listing.order or not self._open(self._listing.order[0]):
            self.writing.put(None)
            self._show_bullet()

    def _open(self, identity: UUID, *, edit: bool = False) -> bool:
        """Go on with a bullet; return False where it is gone."""
        if self.writing.bullet is None or self.writing.bullet.id != identity:
            self.writing.flush()
            bullet = self._bullets.get(identity)
            if bullet is None:
                return False
            self._pause.stop()
            self.writing.put(bullet)
            self.view.editor.text.set_text(bullet.text)
            self._end_questions()
        self.view.list.choose(identity)
        self._show_bullet()
        if edit:
            self._focus_text()
        return True

    def _show_bullet(self) -> None:
        bullet, is_new = self.writing.bullet, self.writing.is_new
        editing = bullet is not None or is_new
        self.view.show_parts(editing=editing, some=bool(self._listing.bullets))
        if not editing and not self._listing.bullets and self._judge.is_ready and self.view.side == SCORE:
            self._toggle_guide()
        if is_new:
            self.view.list.clear_current()
        elif bullet is not None:
            self.view.list.choose(bullet.id)
        self.view.editor.show_place(self._place_words(bullet))
        self._show_stored()
        self._past.show_for(self.writing.bullet)
        if not self._pause.isActive():
            self._judge_typed()
        self.view.follow()

    def _show_stored(self) -> None:
        bullet = self.writing.bullet
        self.view.editor.show_stored(
            is_stored=bullet is not None,
            in_brag_sheet=bullet is not None and bullet.in_brag_sheet,
            has_win=bullet is not None and bullet.win is not None,
            is_main=self.view.side != PICKER,
        )

    def _place_words(self, bullet: Bullet | None) -> str:
        order = self._listing.order
        if bullet is None or bullet.id not in order:
            return self.tr("A new bullet")
        return self.tr("Bullet {at} of {total}").format(at=order.index(bullet.id) + 1, total=len(order))

    def _judge_typed(self) -> None:
        self._pause.stop()
        self._scoring.show(self.view.editor.text.text, self.writing.bullet)

    def _show_judged(self) -> None:
        self._listing.sort()
        self._show_bullet()

    def _take_typed(self) -> None:
        self.view.editor.message.clear()
        self.view.editor.count(len(self.view.editor.text.text.split()))
        self.writing.touch()
        self._pause.start()

    def _leave(self) -> None:
        """Keep what is typed; a stored bullet that was emptied gets its words back."""
        bullet, text = self.writing.bullet, self.view.editor.text
        self.writing.rest()
        if bullet is not None and not text.text.strip():
            text.set_text(bullet.text)
            self.view.editor.message.clear()
        if self._pause.isActive():
            self._judge_paused()

    def _judge_paused(self) -> None:
        """Score what was typed, and say the score where it is another now."""
        before = self._scoring.score
        self._judge_typed()
        if self._scoring.score not in (None, before):
            self.announced.emit(self.tr("{score} of 20").format(score=self._scoring.score))

    def _choose(self, line: BulletLine | None) -> None:
        if line is not None and self._open(line.id):
            self._dwell.start()

    def _choose_order(self, order: str) -> None:
        self._state.remember(ORDER_STATE, order)
        self._listing.sort()
        self._show_bullet()

    def _start_new(self) -> None:
        self.writing.start()
        self._listing.read()
        self.view.editor.text.set_text("")
        self._end_questions()
        self.view.show_side(SCORE)
        self._show_bullet()
        self._focus_text()

    def _show_written(self, bullet: Bullet) -> None:
        if self.view.editor.text.text != bullet.text:
            self.view.editor.text.set_text(bullet.text)
        self._listing.read()
        self._show_bullet()

    def _use(self, text: str) -> None:
        """Put a wording in place of the bullet's words, as one step to undo."""
        editor = self.view.editor.text
        cursor = editor.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        editor.setTextCursor(cursor)
        self.writing.rest()
        self._judge_paused()
        self._focus_text()

    def _open_from_win(self, win: UUID) -> None:
        """Go on with the bullet about a win; make it where there is none yet."""
        known = self._from_win.known(win)
        if known is not None:
            self._open(known, edit=True)
        else:
            self._from_win.write(win)
        self._dwell.start(0)  # so that coming back here does not make another one

    def _greet_written(self) -> None:
        self.announced.emit(self.tr("Bullet written from your win"))
        self._focus_text()

    def _show_side(self, side: str) -> None:
        """Leave the one main action of the page to the picker while that is open."""
        self.guide_button.setChecked(side == GUIDE)
        self._show_stored()
        self.view.first_win_button.set_kind("secondary" if side == PICKER else "primary")

    def _toggle_guide(self) -> None:
        opened = self.view.side != GUIDE
        if opened:
            self.view.guide.fill()
        self.view.show_side(GUIDE if opened else SCORE)

    def _toggle_versions(self) -> None:
        self.flush()
        self._past.toggle(self.writing.bullet)

    def _open_flags(self) -> None:
        self.flush()
        if self.writing.bullet is not None:
            self.open_route.emit(f"prep/red-flags/bullet/{self.writing.bullet.id}")

    def _open_win(self) -> None:
        if self.writing.bullet is not None and self.writing.bullet.win is not None:
            self.open_route.emit(f"win/{self.writing.bullet.win}")

    def _open_pattern(self, key: str) -> None:
        self.flush()
        bullet = self.writing.bullet
        if bullet is not None:
            self.open_route.emit(f"phrase/{key}/{bullet.id}")

    def _follow_step(self, change: Change) -> None:
        """Show what undo or redo has just brought back or changed."""
        bullet = next((edit.after for edit in change.edits if isinstance(edit.after, Bullet)), None)
        if bullet is not None and self.isVisible() and len(change.edits) == 1:
            self._open(bullet.id)

    def _focus_text(self) -> None:
        """Let the user go on at the end of the bullet."""
        self.view.editor.text.moveCursor(QTextCursor.MoveOperation.End)
        self.view.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_questions(self) -> None:
        self.view.editor.message.clear()
        self.conflicts.close()

    def _note_place(self) -> None:
        if self.isVisible():
            self.place_changed.emit(self.place)

    def _say_kept(self) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _say_not_kept(self, fault: EnvironmentFault) -> None:
        report = SaveReport(
            SaveState.NOT_SAVED, reason=str(fault), action=self.tr("Try again"), act=self.flush, fault=fault
        )
        self.save_reported.emit(report)


def _timer(parent: QObject, milliseconds: int, call: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer
