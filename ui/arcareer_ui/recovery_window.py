"""The window that stands where a library cannot be opened: what happened, what is safe, and the ways on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from arcareer.domain.safekeeping import BackupCondition, BackupInfo
from arcareer.errors import EnvironmentFault, UserError
from arcareer.problems import LibraryProblem, ProblemKind
from arcareer.services.recovery import RecoveryService
from arcareer_ui.dialogs import Dialogs
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.card_list import CardList, CardRow
from arcareer_ui.widgets.chip import ChipText
from arcareer_ui.widgets.icon import Bubble
from arcareer_ui.widgets.label import Label
from arcareer_ui.widgets.layouts import FlowBox

Choice = tuple[BackupInfo, BackupCondition]

# What is there now cannot be used, so that going back to a backup or starting anew is the way on.
MENDABLE = frozenset(
    {
        ProblemKind.MISSING,
        ProblemKind.EMPTY_FILE,
        ProblemKind.NOT_OURS,
        ProblemKind.DAMAGED,
        ProblemKind.TOO_NEW,
        ProblemKind.UNKNOWN_REVISION,
        ProblemKind.MIGRATION_STOPPED,
    }
)


class RecoveryWindow(QWidget):
    """Explains a `LibraryProblem` and offers what helps with its kind; nothing here deletes anything.

    `mended` asks to open the library again, `folder_chosen` to open another one, and `left` comes when the window
    closes without either.
    """

    mended = Signal()
    folder_chosen = Signal(object)
    left = Signal()

    def __init__(self, problem: LibraryProblem, recovery: RecoveryService, dialogs: Dialogs) -> None:
        super().__init__()
        self._problem, self._recovery, self._dialogs = problem, recovery, dialogs
        self._goes_on = False
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("arcareer"))
        self.resize(current_theme().px(760), current_theme().px(560))
        self.backups = CardList[Choice](self.tr("Backups"), self._present, _sequence)
        self.restore_button = Button(self.tr("Go back to this backup"), "primary", icon="history")
        self._message = Label("", "small", "danger", wrap=True)
        self._message.hide()
        layout = column(self, margins=(32, 28, 32, 24), spacing=16)
        layout.addLayout(self._heading())
        self._offer_backups()
        layout.addWidget(self.backups, 1)
        layout.addWidget(self._message)
        layout.addWidget(self._ways_on())
        layout.addWidget(self._details())
        if self.backups.isHidden():
            layout.addStretch(1)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the user goes away, unless a way on was chosen."""
        super().closeEvent(event)
        if not self._goes_on:
            self.left.emit()

    def _heading(self) -> QHBoxLayout:
        line = row(spacing=16)
        line.addWidget(Bubble("hard-drive", "warn", 44, 22), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=6)
        title, _, rest = self._problem.text.partition(". ")
        words.addWidget(Label(f"{title}." if rest else title, "h2", wrap=True))
        words.addWidget(Label(rest, wrap=True))
        line.addLayout(words, 1)
        return line

    def _offer_backups(self) -> None:
        choices = self._recovery.backups() if self._problem.kind in MENDABLE else ()
        self.backups.set_items(choices)
        self.backups.setVisible(bool(choices))
        self.restore_button.setVisible(bool(choices))
        self.restore_button.setEnabled(False)
        self.restore_button.clicked.connect(self._restore)
        self.backups.current_changed.connect(self._weigh)
        good = next((info for info, condition in choices if condition is BackupCondition.GOOD), None)
        if good is not None:
            self.backups.choose(good.sequence)

    def _ways_on(self) -> FlowBox:
        again = Button(self.tr("Try again"), icon="rotate-ccw")
        again.clicked.connect(self._go_on)
        another = Button(self.tr("Choose another folder"), icon="folder-open")
        another.clicked.connect(self._choose_folder)
        quit_ = Button(self.tr("Close arcareer"), "quiet")
        quit_.clicked.connect(self.close)
        ways: list[QWidget] = [self.restore_button, again]
        if self._problem.kind in MENDABLE:
            anew = Button(self.tr("Start a new library"), icon="plus")
            anew.clicked.connect(self._start_anew)
            ways.append(anew)
        return FlowBox(*ways, another, quit_)

    def _details(self) -> Card:
        card = Card("inset", margins=(16, 12, 16, 12), spacing=4)
        card.add(Label(self.tr("Details for the person who helps you"), "label"))
        details = Label("\n".join((self._problem.kind.value, *self._problem.details)), "small", wrap=True)
        details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        details.setAccessibleName(self.tr("Details"))
        card.add(details)
        return card

    def _present(self, choice: Choice) -> CardRow:
        info, condition = choice
        made = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(info.made_at.timestamp())), QLocale.FormatType.ShortFormat
        )
        wins = self.tr("%n win(s)", "", info.wins)
        words = {
            BackupCondition.GOOD: ChipText(self.tr("Checked, good"), "accent", "circle-check"),
            BackupCondition.DAMAGED: ChipText(self.tr("Damaged"), "danger", "circle-alert"),
            BackupCondition.MISSING: ChipText(self.tr("File missing"), "danger", "circle-alert"),
            BackupCondition.TOO_NEW: ChipText(self.tr("From a newer arcareer"), "warn", "triangle-alert"),
        }[condition]
        return CardRow(made, wins, (words,), f"{made}, {wins}, {words.text}")

    def _weigh(self, choice: Choice | None) -> None:
        self.restore_button.setEnabled(choice is not None and choice[1] is BackupCondition.GOOD)

    def _restore(self) -> None:
        choice = self.backups.current
        if choice is not None:
            self._attempt(lambda: self._recovery.restore(choice[0].sequence))

    def _start_anew(self) -> None:
        self._attempt(self._recovery.start_new)

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except (EnvironmentFault, UserError) as problem:
            self._message.setText(str(problem))
            self._message.show()
            return
        self._go_on()

    def _go_on(self) -> None:
        self._goes_on = True
        self.close()
        self.mended.emit()

    def _choose_folder(self) -> None:
        self._dialogs.choose_folder(self.tr("Choose a library folder"), self._recovery.paths.folder, self._open_folder)

    def _open_folder(self, folder: Path) -> None:
        self._goes_on = True
        self.close()
        self.folder_chosen.emit(folder)


def _sequence(choice: Choice) -> int:
    return choice[0].sequence
