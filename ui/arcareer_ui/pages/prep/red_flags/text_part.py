"""The segment Text: one text, what is found in it while it is written, and what to do about each finding."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from arcareer.clock import Clock
from arcareer.domain.checks import CheckAs
from arcareer.errors import EnvironmentFault
from arcareer_ui.acts import Acts
from arcareer_ui.pages.prep.red_flags.example import example
from arcareer_ui.pages.prep.red_flags.finding_card import ALL_RULES, IGNORE, PHRASE, RULE, USE
from arcareer_ui.pages.prep.red_flags.findings_panel import FindingsPanel
from arcareer_ui.pages.prep.red_flags.live_check import Checked, LiveCheck
from arcareer_ui.pages.prep.red_flags.looks import HINT, LOOKS, STRONG, Key, keyed, kind_of, look_of, praise_of, quoted
from arcareer_ui.pages.prep.red_flags.rules import flag_labels, rule_of
from arcareer_ui.pages.prep.red_flags.sources import FreeText, Sources, StoredText
from arcareer_ui.pages.prep.red_flags.text_card import TextCard
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import column
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.combo import Combo
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.lint_text import Mark
from arcareer_ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from arcareer.prose.finding import Finding
    from arcareer.prose.strengths import Strength
    from arcareer.services.drafts import DraftService
    from arcareer.services.writing_checks import WritingCheckService
    from arcareer_ui.tasks import TaskRunner
    from arcareer_ui.window_state import WindowState

KIND_STATE = "red-flags/kind"
STACKED_BELOW = 820
PANEL_WIDTH = 400
CARD_ROOM = 12


class TextPart(QWidget):
    """Text beside findings. `told` carries what was done and can be undone, `noted` what is only said."""

    open_route = Signal(str)
    announced = Signal(str)
    told = Signal(str)
    noted = Signal(str)
    save_reported = Signal(object)
    source_changed = Signal()

    def __init__(
        self,
        *,
        checks: WritingCheckService,
        sources: Sources,
        drafts: DraftService,
        acts: Acts,
        tasks: TaskRunner,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._checks, self._sources, self._acts = checks, sources, acts
        self._state, self._clock = state, clock
        self._findings: dict[Key, Finding] = {}
        self._checked_text = ""
        self._next: Key | None = None
        self._free = FreeText(drafts, self)
        self._source: FreeText | StoredText[Any] = self._free
        self._live = LiveCheck(checks.check, tasks, self)
        self._recheck = QTimer(self)
        self._recheck.setSingleShot(True)
        self._recheck.setInterval(0)
        self._recheck.timeout.connect(self._look)
        self.kind = Combo(self.tr("Check as"), self._kinds(), state.text(KIND_STATE, CheckAs.SELF_REVIEW.value))
        self.card = TextCard(flag_labels())
        self.panel = FindingsPanel(rule_of)
        self.messages: QVBoxLayout = column(spacing=8)
        self._lay_out()
        self._connect()
        self._connect_source(self._free)
        self._show_source()

    @property
    def source(self) -> FreeText | StoredText[Any]:
        """Return what holds the text on show."""
        return self._source

    def open(self, kind: str, identity: str, field: str = "") -> bool:
        """Go on with a text of the library; return False where there is no such thing."""
        source = self._sources.open(kind, identity, field)
        if source is None:
            self.open_free()
            return False
        self._go_on_with(source)
        return True

    def open_free(self) -> None:
        """Go on with the user's own text."""
        if self._source is not self._free:
            self._go_on_with(self._free)

    def refresh(self) -> None:
        """Take in what was changed elsewhere, and check again."""
        if not self._source.follow():
            self.noted.emit(self.tr("That text is no longer there. Here is the one you had before."))
            self.open_free()
        elif self._source.text != self.card.text.text:
            self.card.text.set_text(self._source.text)
            self.card.count()
        if self.isVisible():
            self._recheck.start()

    def flush(self) -> None:
        """Keep what is typed."""
        self._source.flush()

    def step(self, by: int) -> None:
        """Go to the next or the previous finding, round the end."""
        order = self.panel.order
        if not order:
            self.announced.emit(self.tr("Nothing to flag"))
            return
        start = -1 if by > 0 else 0
        at = order.index(self.panel.active) if self.panel.active in order else start
        key = order[(at + by) % len(order)]
        self._activate(key, go=True)
        finding = self._findings[key]
        self.announced.emit(self.tr("{title}: {words}").format(title=finding.title, words=quoted(finding.words)))

    def use(self) -> None:
        """Put the suggestion of the finding on show in its place."""
        self._act(self.panel.active, USE)

    def ignore(self) -> None:
        """Leave the finding on show alone in this text."""
        self._act(self.panel.active, IGNORE)

    def show_example(self) -> None:
        """Put the example in, ready to be undone."""
        self.card.put(example())
        self.card.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Check what was changed while nobody looked."""
        super().showEvent(event)
        self._recheck.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Check no more: nobody sees it, and the library may close."""
        super().hideEvent(event)
        self._recheck.stop()
        self._live.stop()

    def _lay_out(self) -> None:
        layout = column(self, spacing=12)
        layout.addLayout(self.messages)
        self.columns = Columns(STACKED_BELOW, spacing=16)
        place = QWidget()
        self._card_place = column(place)
        self._card_place.addWidget(self.card)
        self.columns.add(place, 3)
        self.columns.add(self.panel, 2, PANEL_WIDTH)
        self.columns.stacked_changed.connect(self._stack)
        body = QWidget()
        column(body, margins=(0, 0, 0, 16)).addWidget(self.columns)
        self.pane = Scroll(body)
        layout.addWidget(self.pane, 1)

    def _stack(self, stacked: bool) -> None:  # noqa: FBT001 - the shape of the signal
        """Let text and findings scroll as one where they are stacked, and apart where they are side by side."""
        self.card.sheet.set_unfolded(stacked)
        self.panel.list.set_unfolded(stacked)
        self._card_place.setContentsMargins(0, 0, GUTTER if stacked else 0, 0)

    def _connect(self) -> None:
        text = self.card.text
        text.edited.connect(self._take_typed)
        text.left.connect(lambda: self._source.rest())  # noqa: PLW0108 - the source changes
        text.mark_chosen.connect(self._choose_mark)
        text.marks_lost.connect(self._drop)
        self.card.pasted.connect(self._look)
        self.card.field_chosen.connect(self._choose_field)
        self.card.close_button.clicked.connect(self.open_free)
        self.card.copy_button.clicked.connect(lambda: self.noted.emit(self.tr("Copied without the marks")))
        self.kind.chosen.connect(self._choose_kind)
        self._live.checked.connect(self._show)
        self._live.troubled.connect(lambda fault: self.noted.emit(str(fault)))
        self.panel.chosen.connect(partial(self._activate, go=True))
        self.panel.acted.connect(self._act)
        self.panel.stepped.connect(self.step)
        self.panel.example_asked.connect(self.show_example)
        self.panel.counted.connect(self.announced)

    def _connect_source(self, source: FreeText | StoredText[Any]) -> None:
        source.kept.connect(self._say_kept)
        source.troubled.connect(self._say_not_kept)
        if isinstance(source, StoredText):
            source.refused.connect(self.card.message.show_problem)
            source.contested.connect(self._ask_which)

    def _go_on_with(self, source: FreeText | StoredText[Any]) -> None:
        self._source.let_go()
        self._clear_messages()
        self._source = source
        if isinstance(source, StoredText):
            self._connect_source(source)
        self._show_source()
        self.source_changed.emit()

    def _show_source(self) -> None:
        source = self._source
        place = source.place
        name = source.fields.get(source.field, "") if place is not None else self.tr("Your text")
        self.card.show_place(name, source.fields, source.field, stored=place is not None)
        if place is not None and place.kind is not None:
            self.kind.set_current(place.kind.value)
        self._show_text()

    def _show_text(self) -> None:
        self.card.message.clear()
        self.card.text.set_text(self._source.text)
        self.card.count()
        self._look()

    def _choose_field(self, field: str) -> None:
        self._source.choose(field)
        self._show_text()

    def _choose_kind(self, kind: str) -> None:
        self._state.remember(KIND_STATE, kind)
        self._look()

    def _take_typed(self) -> None:
        text = self.card.text.text
        self.card.message.clear()
        self._source.touch(text)
        if text.strip():
            self.panel.show_reading()
            self._live.typed(text, self.card.text.caret, CheckAs(self.kind.current))
        else:
            self._look()

    def _look(self) -> None:
        if not self.isVisible():
            return
        text = self.card.text.text
        if text.strip():
            self.panel.show_reading()
            self._live.look(text, CheckAs(self.kind.current))
        else:
            self._live.stop()
            self._findings, self._checked_text = {}, ""
            self.card.text.set_marks(())
            self.panel.show_nothing()

    def _show(self, result: Checked) -> None:
        if result.text != self.card.text.text:
            return
        before = self.panel.active
        self._findings, self._checked_text = keyed(result.findings), result.text
        self.card.text.set_marks([*self._marks(), *_strong_marks(result.strengths)])
        self.panel.show_findings(self._findings, result.strengths)
        if before not in self._findings or not self.panel.active:
            self._activate(self._first(), go=False)
        self._next = None

    def _marks(self) -> list[Mark]:
        return [
            Mark(key, one.span.start, one.span.end, look_of(one).tone, f"{one.title}\n{one.question}")
            for key, one in self._findings.items()
        ]

    def _first(self) -> Key | None:
        """Return the finding to open when the one on show is gone: the next in the text, or the first that counts."""
        if self._next in self._findings:
            return self._next
        flags = (key for key, finding in self._findings.items() if kind_of(finding) != HINT)
        return next(flags, next(iter(self._findings), None))

    def _drop(self, keys: tuple[Hashable, ...]) -> None:
        gone = [key for key in keys if isinstance(key, Key)]
        if self.panel.active in gone:
            self._next = self._after(self.panel.active)
        self.panel.drop(gone)

    def _after(self, key: Key | None) -> Key | None:
        order = self.panel.order
        at = order.index(key) + 1 if key in order else 0
        return order[at] if at < len(order) else None

    def _choose_mark(self, key: Hashable) -> None:
        if isinstance(key, Key):
            self._activate(key, go=False)

    def _activate(self, key: Key | None, *, go: bool) -> None:
        self.panel.set_active(key)
        if go and key is not None:
            self.card.text.go_to(key)
            self.card.sheet.follow_caret()
            if self.columns.stacked:
                QTimer.singleShot(0, self, self._reveal_card)
        else:
            self.card.text.set_active(key)

    def _reveal_card(self) -> None:
        if self.panel.active_card is not None:
            self.pane.ensureWidgetVisible(self.panel.active_card, 0, CARD_ROOM)

    def _act(self, key: Key | None, act: str) -> None:
        finding = self._findings.get(key) if key is not None else None
        if finding is None:
            return
        self._next = self._after(key)
        if act == USE:
            self._use(key, finding)
        elif act == IGNORE:
            ignore = partial(self._checks.ignore_here, self._checked_text, finding)
            self._silence(ignore, self.tr("Finding ignored here"))
        elif act == PHRASE:
            phrase = partial(self._checks.ignore_phrase, finding)
            self._silence(phrase, self.tr("{words} is left alone from now on").format(words=quoted(finding.words, 32)))
        elif act == RULE:
            self._silence(partial(self._checks.turn_rule_off, finding.code), self.tr("Rule turned off"))
        elif act == ALL_RULES:
            self.open_route.emit("settings/writing")

    def _use(self, key: Key | None, finding: Finding) -> None:
        mark = next((mark for mark in self.card.text.marks if mark.key == key), None)
        if finding.fix is None or mark is None:
            return
        self.card.text.replace(mark.start, mark.end, finding.fix.replacement)
        self.card.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look()

    def _silence(self, act: Callable[[], Any], told: str) -> None:
        if self._acts.do(act, told):
            self.card.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.told.emit(told)

    def _ask_which(self) -> None:
        mine = Button(self.tr("Keep what I typed"), size="compact")
        theirs = Button(self.tr("Take the stored one"), size="compact")
        mine.clicked.connect(partial(self._settle, keep_mine=True))
        theirs.clicked.connect(partial(self._settle, keep_mine=False))
        self._clear_messages()
        title = self.tr("This text was changed in two places")
        text = self.tr("Both are kept until you choose.")
        self.messages.addWidget(Banner(title, text, "warn", actions=(mine, theirs)))

    def _settle(self, *, keep_mine: bool) -> None:
        if isinstance(self._source, StoredText):
            self._source.settle(keep_mine=keep_mine)
            self._clear_messages()
            self._show_text()

    def _clear_messages(self) -> None:
        while (item := self.messages.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()

    def _say_kept(self) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _say_not_kept(self, fault: EnvironmentFault) -> None:
        self.save_reported.emit(SaveReport(SaveState.NOT_SAVED, reason=str(fault), fault=fault))

    def _kinds(self) -> list[tuple[str, str]]:
        return [
            (CheckAs.SELF_REVIEW.value, self.tr("Check as: self-review")),
            (CheckAs.ANSWER.value, self.tr("Check as: interview answer")),
            (CheckAs.EMAIL.value, self.tr("Check as: e-mail")),
            (CheckAs.BULLET.value, self.tr("Check as: CV bullets")),
        ]


def _strong_marks(strengths: tuple[Strength, ...]) -> list[Mark]:
    look = LOOKS[STRONG]
    return [
        Mark((STRONG, at), one.span.start, one.span.end, look.tone, praise_of((one,)))
        for at, one in enumerate(strengths)
    ]
