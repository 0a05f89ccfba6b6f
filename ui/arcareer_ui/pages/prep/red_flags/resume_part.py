"""The segment Resume scan: a whole resume as a hiring manager sees it in fifteen seconds. Nothing of it is kept."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from arcareer.errors import EnvironmentFault, UserError
from arcareer_ui.acts import Acts
from arcareer_ui.pages.prep.red_flags.bullet_table import BulletTable, flags_of
from arcareer_ui.pages.prep.red_flags.scan_view import BulletCard, SignalTile
from arcareer_ui.tasks import Task, TaskRunner
from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.grow_text import GrowText
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import AutoGrid
from arcareer_ui.widgets.progress import InlineProgress
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from arcareer.prose.scan import ScannedBullet
    from arcareer.services.resume_scan import ResumeScan, ResumeScanService
    from arcareer.services.writing_checks import WritingCheckService
    from arcareer_ui.dialogs import Dialogs
    from arcareer_ui.tasks import Work

PASTE_LINES, MOST_PASTE_LINES = 8, 14


class ResumePart(QWidget):
    """Asks for a resume, reads it in the background, and shows its signals and its bullets."""

    open_route = Signal(str)
    announced = Signal(str)
    told = Signal(str)
    noted = Signal(str)

    def __init__(
        self,
        *,
        scans: ResumeScanService,
        checks: WritingCheckService,
        acts: Acts,
        tasks: TaskRunner,
        dialogs: Dialogs,
    ) -> None:
        super().__init__()
        self._scans, self._checks, self._acts, self._tasks, self._dialogs = scans, checks, acts, tasks, dialogs
        self._task: Task | None = None
        self._had_keyboard = False
        self._picked: ScannedBullet | None = None
        self.result: ResumeScan | None = None
        self.open_button = Button(self.tr("Open a resume"), "primary", icon="folder-open")
        self.paste_button = Button(self.tr("Paste one"), icon="clipboard-paste")
        self.start = Card(margins=(20, 28, 20, 28))
        self.paste_card = _PasteCard()
        self.messages = column(spacing=8)
        self.outcome = QWidget()
        self.name = Label("", "h2", wrap=True)
        self.summary = Label("", "small", wrap=True)
        self.again_button = Button(self.tr("Scan another"), icon="rotate-ccw", size="compact")
        self.tiles = AutoGrid(min_width=270, spacing=12)
        self.bullets_title = Label("", "h2")
        self.table = BulletTable()
        self.bullet = BulletCard()
        self._lay_out()
        self._connect()
        self.start_over()

    @property
    def first_focus(self) -> QWidget:
        """Return where the keyboard starts."""
        return self.open_button if not self.start.isHidden() else self.table

    def start_over(self) -> None:
        """Ask for a resume again, and let go of the one before."""
        self.result = self._picked = None
        self._show(self.start)

    def _ask_again(self) -> None:
        self.start_over()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_file(self) -> None:
        """Ask for a file."""
        filters = self.tr("Resumes (*.docx *.pdf *.txt *.md)")
        self._dialogs.open_file(self.tr("Open a resume"), filters, self.scan_file)

    def scan_file(self, path: Path) -> None:
        """Read a file in the background."""
        title = self.tr("Reading {name}").format(name=path.name)
        self._run(title, lambda progress: self._scans.read(path, progress))

    def ask_text(self) -> None:
        """Ask for a resume as text, with what was copied already in place."""
        self.paste_card.text.set_text(QGuiApplication.clipboard().text())
        self._show(self.paste_card)
        self.paste_card.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def scan_pasted(self, text: str) -> None:
        """Scan a resume given as text."""
        if not text.strip():
            self.paste_card.field.show_note(self.tr("Paste the text of a resume here first."))
            return

        self._run(self.tr("Reading the text"), lambda _: self._scans.scan_text(text))

    def _lay_out(self) -> None:
        words = self.tr("See it as a hiring manager does in fifteen seconds: which of twelve signals the eye finds.")
        kept = self.tr("Word, PDF or plain text. It is read on this computer, and nothing of the file is kept.")
        empty = EmptyState(
            "scan-text",
            self.tr("Scan a resume"),
            words,
            action=self.open_button,
            second=self.paste_button,
            footnote=kept,
        )
        self.start.add(empty)
        body = QWidget()
        layout = column(body, margins=(0, 0, GUTTER, 24), spacing=14)
        layout.addLayout(self.messages)
        for part in (self.start, self.paste_card, self.outcome):
            layout.addWidget(part)
        layout.addStretch(1)
        self._lay_out_outcome()
        self._pane = Scroll(body)
        column(self).addWidget(self._pane)

    def _lay_out_outcome(self) -> None:
        layout = column(self.outcome, spacing=14)
        heading = row(spacing=12)
        words = column(spacing=2)
        words.addWidget(self.name)
        words.addWidget(self.summary)
        heading.addLayout(words, 1)
        heading.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(heading)
        layout.addWidget(self.tiles)
        self.table_card = Card(margins=(20, 14, 8, 12), spacing=8)
        heading = row(margins=(0, 0, 12, 0), spacing=12)
        heading.addWidget(self.bullets_title, 1)
        heading.addWidget(self.table.order)
        self.table_card.add(heading)
        self.table_card.add(self.table)
        layout.addWidget(self.table_card)
        layout.addWidget(self.bullet)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.ask_file)
        self.paste_button.clicked.connect(self.ask_text)
        self.paste_card.scan_asked.connect(self.scan_pasted)
        self.paste_card.left.connect(self._ask_again)
        self.again_button.clicked.connect(self._ask_again)
        self.table.picked.connect(self._pick)
        self.bullet.keep_asked.connect(self._keep)
        self.bullet.win_asked.connect(self._find_wins)
        self.bullet.opened.connect(lambda win: self.open_route.emit(f"win/{win}"))

    def _run(self, title: str, work: Work) -> None:
        if self._task is not None:
            return
        self._checks.current()  # read here: the work in the background does not touch the library
        progress = InlineProgress(title, self.tr("Cancel leaves nothing behind."))
        card = Card(margins=(20, 16, 20, 16))
        card.add(progress)
        task = Task(work)
        task.progressed.connect(progress.set_progress)
        task.succeeded.connect(self._show_result)
        task.failed.connect(self._explain)
        task.cancelled.connect(self._say_stopped)
        task.finished.connect(self._end)
        progress.cancelled.connect(task.cancel)
        held = self._has_keyboard()
        self._put_message(card)
        self._task = task
        if held:
            progress.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._set_busy(busy=True)
        self._tasks.start(task)

    def _end(self) -> None:
        self._task = None
        self._set_busy(busy=False)
        if self._had_keyboard and self.isVisible():
            self._landing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_busy(self, *, busy: bool) -> None:
        for button in (self.open_button, self.paste_button, self.paste_card.scan_button):
            button.setEnabled(not busy)

    @property
    def _landing(self) -> QWidget:
        """Return where the keyboard goes on once a scan has ended."""
        if not self.outcome.isHidden():
            return self.again_button
        return self.open_button if self.paste_card.isHidden() else self.paste_card.text

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _show_result(self, result: ResumeScan) -> None:
        self._had_keyboard = self._has_keyboard()
        self._put_message(None)
        self.result = result
        count = Counter(signal.presence.value for signal in result.signals)
        self.name.setText(result.name or self.tr("Pasted resume"))
        found = self.tr("{found} signals found, {weak} weak, {absent} absent.").format(
            found=count["found"], weak=count["weak"], absent=count["absent"]
        )
        self.summary.setText(
            self.tr("{found} Nothing of it is kept; it goes when you scan another.").format(found=found)
        )
        self.tiles.set_widgets([SignalTile(signal) for signal in result.signals])
        flagged = sum(bool(flags_of(one)) for one in result.bullets)
        self.bullets_title.setText(
            self.tr("{bullets}, {flagged} with something to look at").format(
                bullets=self.tr("%n bullet(s)", "", len(result.bullets)), flagged=flagged
            )
        )
        self.bullet.setVisible(bool(result.bullets))
        for part in (self.table, self.table.order):
            part.setVisible(bool(result.bullets))
        self.table.show_bullets(result.bullets)
        self._show(self.outcome)
        follow_layout(self)
        self.announced.emit(found)

    def _explain(self, error: Exception) -> None:
        self._had_keyboard = self._has_keyboard()
        if not isinstance(error, EnvironmentFault | UserError):
            self._put_message(None)
            raise error
        title = self.tr("This resume could not be read")
        self._put_message(Banner(title, str(error), "warn", dismissible=True))
        self.announced.emit(str(error))

    def _say_stopped(self) -> None:
        self._had_keyboard = self._has_keyboard()
        self._put_message(None)
        self.noted.emit(self.tr("Stopped. Nothing was kept."))

    def _pick(self, scanned: ScannedBullet) -> None:
        self._picked = scanned
        self.bullet.show_bullet(scanned)
        follow_layout(self.bullet)

    def _keep(self) -> None:
        if self._picked is not None and self._acts.do(
            partial(self._scans.make_bullet, self._picked), self.tr("Write bullet")
        ):
            self.told.emit(self.tr("Added to your bullets"))

    def _find_wins(self) -> None:
        if self._picked is not None:
            wins = self._scans.find_wins_for(self._picked)
            self.bullet.show_wins(wins)
            follow_layout(self.bullet)
            self._pane.reveal(self.bullet)
            self.announced.emit(self.tr("%n win(s) could back it", "", len(wins)))

    def _show(self, part: QWidget) -> None:
        for other in (self.start, self.paste_card, self.outcome):
            other.setVisible(other is part)

    def _put_message(self, part: QWidget | None) -> None:
        while (item := self.messages.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if part is not None:
            if isinstance(part, Banner):
                part.dismissed.connect(partial(self._put_message, None))
            self.messages.addWidget(part)


class _PasteCard(Card):
    """A resume as text. `scan_asked` carries it."""

    scan_asked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self.text = GrowText(placeholder=self.tr("Paste the whole text"), lines=PASTE_LINES, most=MOST_PASTE_LINES)
        self.field = Field(self.tr("Text of the resume"), self.text)
        self.scan_button = Button(self.tr("Scan this text"), "primary", icon="scan-text")
        self.back_button = Button(self.tr("Back"), "quiet")
        self.add(self.field)
        buttons = row(spacing=10)
        buttons.addWidget(self.scan_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        self.add(buttons)
        self.text.edited.connect(self.field.clear_message)
        self.scan_button.clicked.connect(lambda: self.scan_asked.emit(self.text.text))
        self.back_button.clicked.connect(self.left)
