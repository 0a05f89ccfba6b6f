"""The tab Phrase bank: phrases found, filled in, copied, made into bullets, and written by the user."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from arcareer.clock import Clock
from arcareer.content.library import ContentLibrary
from arcareer.domain.bullets import Bullet
from arcareer.domain.changes import Change, ChangeSet, EntityKind
from arcareer.domain.figures import Figure
from arcareer.domain.journal import WinQuery, WinSummary
from arcareer.domain.phrases import OwnPhrase, PhrasePattern
from arcareer.errors import EnvironmentFault
from arcareer_ui.acts import Acts
from arcareer_ui.pages.scripts.identities import identity_in
from arcareer_ui.pages.scripts.phrase_bank.filling import Filling
from arcareer_ui.pages.scripts.phrase_bank.own_desk import OwnDesk
from arcareer_ui.pages.scripts.phrase_bank.phrase_card import COPY_OWN, EDIT, REMOVE
from arcareer_ui.pages.scripts.phrase_bank.view import ALL, OWN, PhraseBankView, spoken_say
from arcareer_ui.shell.save_status import SaveReport, SaveState
from arcareer_ui.shell.toasts import ToastRequest
from arcareer_ui.tool import Tool
from arcareer_ui.widgets.boxes import column
from arcareer_ui.win_picker import WinPicker

if TYPE_CHECKING:
    from arcareer.services.bullets import BulletService
    from arcareer.services.capture import CaptureService
    from arcareer.services.copying import CopyService
    from arcareer.services.drafts import DraftService
    from arcareer.services.journal import JournalService
    from arcareer.services.phrases import PhraseService
    from arcareer_ui.undo import UndoController
    from arcareer_ui.window_state import WindowState

PLACE = "scripts/phrase-bank"
FILTER_STATE = "phrases/filter"
MOST_OFFERED = 200
FEWEST_LETTERS = 2


class PhraseBankTab(Tool):
    """Phrases and the one on show. Routes after the tab: a phrase's key, and behind it the id of a bullet."""

    def __init__(
        self,
        *,
        phrases: PhraseService,
        bullets: BulletService,
        journal: JournalService,
        capture: Callable[[], CaptureService],
        copying: Callable[[], CopyService],
        drafts: DraftService,
        content: ContentLibrary,
        undo: UndoController,
        acts: Acts,
        state: WindowState,
        clock: Clock,
    ) -> None:
        super().__init__()
        self.header = QWidget()
        self._phrases, self._bullets, self._journal, self._capture = phrases, bullets, journal, capture
        self._copying, self._acts, self._state, self._clock = copying, acts, state, clock
        self._themes = {theme.id: theme.label for theme in content.themes}
        self._bullet: Bullet | None = None
        self._is_asked_for = False
        picker = WinPicker(
            self._find, self.tr("Which win has the numbers?"), self._pick_words, icon="check", multiple=False
        )
        self.view = PhraseBankView(content.themes, picker)
        self.filling = Filling(drafts, self)
        self.own = OwnDesk(self.view.form, phrases, acts, undo)
        column(self).addWidget(self.view)
        remembered = state.text(FILTER_STATE, ALL)
        if remembered in self.view.filter.ids:
            self.view.filter.set_current(remembered)
        self._connect(undo)
        self._show_list()
        self._open_first(self.filling.first_key())

    def open(self, args: Sequence[str]) -> None:
        """Show a phrase, for a bullet that is to have it if one is named."""
        if not args:
            return
        key, bullet = args[0], identity_in(args[1:])
        self._is_asked_for = True
        self._put_bullet(self._bullets.get(bullet) if bullet is not None else None)
        self.view.search.set_text("")
        self.view.filter.set_current(ALL)
        self._show_list()
        if not self.view.list.choose(key):
            self._note(self.tr("That phrase is no longer there."))
        self._choose(self.view.list.current)
        self.view.show_over(over=True)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes is None or changes.affects(EntityKind.OWN_PHRASE):
            self.own.follow()
            self._show_list()
            if self.view.list.current is None:
                self._open_first()
            else:
                self._choose(self.view.list.current)
        if self._bullet is not None and (changes is None or changes.affects(EntityKind.BULLET)):
            self._put_bullet(self._bullets.get(self._bullet.id))

    def flush(self) -> None:
        """Keep what is typed."""
        self.own.flush()
        self.filling.draft.flush()

    @property
    def first_focus(self) -> QWidget | None:
        """Start in the first blank of a phrase asked for, else in the search."""
        return self.view.card.first_stop() if self._is_asked_for else self.view.search

    @property
    def regions(self) -> Sequence[QWidget]:
        """Return filters, list, and the phrase or the picker."""
        return (self.view.filter, self.view.list, self.view.picker if self.view.is_picking else self.view.card)

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Return what the tab does for commands."""
        return {"find-in-page": self._focus_search, "new-item": self._write_new, "rename": self._edit}

    @property
    def place(self) -> str:
        """Return the route of the tab."""
        return PLACE

    @property
    def place_title(self) -> str:
        """Return the phrase on show."""
        return spoken_say(self.filling.pattern.say) if self.filling.pattern is not None else ""

    def _connect(self, undo: UndoController) -> None:
        view, card = self.view, self.view.card
        view.search.searched.connect(self._search)
        view.filter.chosen.connect(self._filter)
        view.clear_button.clicked.connect(self._clear_filter)
        for button in (view.new_button, view.write_button):
            button.clicked.connect(self._write_new)
        view.list.current_changed.connect(self._choose)
        view.list.opened.connect(lambda _: self._enter())
        view.list.clicked.connect(lambda _: view.show_over(over=True))
        view.list_button.clicked.connect(self._back_to_list)
        view.list.removal_asked.connect(lambda: self.own.remove(self.filling.pattern))
        view.back_button.clicked.connect(self._back_to_bullet)
        view.picker.picked.connect(self._pick)
        view.picker.left.connect(self._end_picking)
        card.typed.connect(self._put)
        card.offer_taken.connect(self._take)
        card.left.connect(self.filling.draft.flush)
        card.copy_asked.connect(self._copy)
        card.bullet_asked.connect(self._add_to_bullets)
        card.win_asked.connect(self._ask_win)
        card.win_dropped.connect(partial(self._use_win, None))
        card.acted.connect(self._act)
        self.own.added.connect(self._show_added)
        self.own.removed.connect(self._say_removed)
        self.own.noted.connect(self._note)
        self.own.saved.connect(self._say_kept)
        self.own.troubled.connect(self._say_not_kept)
        self.filling.draft.written.connect(self._say_kept)
        self.filling.draft.troubled.connect(self._say_not_kept)
        undo.stepped.connect(self._follow_step)

    # the list

    def _patterns(self) -> tuple[PhrasePattern, ...]:
        chosen = self.view.filter.current
        found = self._phrases.patterns(self.view.search.text(), None if chosen in (ALL, OWN) else chosen)
        return tuple(one for one in found if one.own) if chosen == OWN else found

    def _show_list(self) -> None:
        self.view.show_phrases(self._patterns(), self.view.search.text().strip())

    def _search(self, _words: str) -> None:
        self._show_list()
        self._open_first()
        self.announced.emit(self.tr("%n phrase(s)", "", len(self.view.list.items)))

    def _filter(self, chosen: str) -> None:
        self._state.remember(FILTER_STATE, chosen)
        self._search("")

    def _clear_filter(self) -> None:
        self.view.search.set_text("")
        self.view.filter.set_current(ALL)
        self._filter(ALL)
        self.view.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_first(self, key: str = "") -> None:
        """Show a phrase, or where it is not in the list the one that was on show, or the first."""
        patterns = self.view.list.items
        keys = [pattern.key for pattern in patterns]
        shown = self.filling.pattern.key if self.filling.pattern is not None else ""
        wanted = next((one for one in (key, shown, *keys[:1]) if one in keys), "")
        if wanted:
            self.view.list.choose(wanted)
            self._choose(self.view.list.current)

    def _choose(self, pattern: PhrasePattern | None) -> None:
        if pattern is None:
            return
        if self.view.is_picking:
            self._end_picking()
        own = self._phrases.own_of(pattern) if pattern.own else None
        if own is None or self.own.shown != own.id:
            self.own.close()
        self.filling.show(pattern)
        self._show_phrase(pattern)

    def _show_phrase(self, pattern: PhrasePattern) -> None:
        self.view.card.show_pattern(pattern, self._themes.get(pattern.theme, ""), self.filling.filled)
        self.view.follow()

    # filling in

    def _put(self, number: int, text: str) -> None:
        self.filling.put(number, text)
        self.view.card.show_filled(self.filling.filled)

    def _take(self, number: int, figure: Figure) -> None:
        self.filling.take(number, figure)
        self.view.card.show_filled(self.filling.filled)
        self.view.card.show_texts(self.filling.filled)

    def _ask_win(self) -> None:
        self.view.show_picker(shown=True)
        self.view.picker.start()

    def _find(self, text: str) -> Sequence[WinSummary]:
        words = text.strip()
        query = WinQuery(text=words if len(words) >= FEWEST_LETTERS else "", has_number=True)
        return self._journal.find(query, MOST_OFFERED)

    def _pick_words(self, _count: int) -> str:
        return self.tr("Use its numbers")

    def _pick(self, wins: tuple[UUID, ...]) -> None:
        self.view.show_picker(shown=False)
        self._use_win(wins[0])
        self._enter()

    def _end_picking(self) -> None:
        self.view.show_picker(shown=False)
        self.view.card.win_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _use_win(self, identity: UUID | None) -> None:
        win = self._journal.get(identity) if identity is not None else None
        self.filling.use_figures(self._figures_of(win.figures if win is not None else ()), identity)
        self.view.card.show_win(self.tr("Numbers from: {win}").format(win=win.headline) if win is not None else "")
        if self.filling.pattern is not None:
            self._show_phrase(self.filling.pattern)
        filled = sum(piece.source is not None for piece in self.filling.filled.blanks)
        if win is not None:
            self.announced.emit(self.tr("%n blank(s) filled from the win", "", filled))

    def _figures_of(self, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
        """Return the figures at hand: of the win, and those of the bullet the phrase is for."""
        if self._bullet is None:
            return figures
        return (*figures, *(picked.figure for picked in self._capture().read(self._bullet.text).figures))

    # what becomes of it

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._copying().outward(self.filling.filled.text))
        left = len(self.filling.filled.left)
        text = self.tr("Copied, with %n blank(s) left", "", left) if left else self.tr("Phrase copied")
        self._note(text, icon="copy")

    def _add_to_bullets(self) -> None:
        bullet = self._bullet
        text, win = self.filling.filled.text, self.filling.win

        def add() -> Change:
            if bullet is None:
                return self._bullets.write(text, win)
            return self._bullets.save(bullet, replace(bullet, text=text, win=bullet.win or win))

        label = self.tr("Add phrase to bullets") if bullet is None else self.tr("Put phrase into bullet")
        before = {one.id for one in self._bullets.all()}
        if not self._acts.do(add, label):
            return
        self.filling.finish()
        if bullet is not None:
            self.open_route.emit(f"bullet/{bullet.id}")
            return
        if self.filling.pattern is not None:
            self._show_phrase(self.filling.pattern)
        new = next((one.id for one in self._bullets.all() if one.id not in before), None)
        go = partial(self.open_route.emit, f"bullet/{new}")
        self.toasted.emit(ToastRequest(self.tr("In your bullets"), action=self.tr("Open"), act=go, undoable=True))

    def _put_bullet(self, bullet: Bullet | None) -> None:
        """Let phrases be for a bullet from here on, or for a new one."""
        changed = (bullet is None) != (self._bullet is None) or (bullet is not None and bullet != self._bullet)
        self._bullet = bullet
        self.view.bullet_banner.setVisible(bullet is not None)
        self.view.card.show_bullet(bullet.text if bullet is not None else "")
        if bullet is not None:
            self.view.bullet_banner.set_words(self.tr("For your bullet"), bullet.text)
        if changed:
            self._use_win(bullet.win if bullet is not None else self.filling.win)

    def _back_to_bullet(self) -> None:
        if self._bullet is not None:
            self.open_route.emit(f"bullet/{self._bullet.id}")

    # phrases of the user's own

    def _write_new(self) -> None:
        theme = self.view.filter.current
        self.own.write_new(theme if theme in self._themes else "")

    def _show_added(self, new: OwnPhrase) -> None:
        self.view.search.set_text("")
        if self.view.filter.current not in (ALL, OWN, new.theme):
            self.view.filter.set_current(ALL)
        self._show_list()
        self.view.list.choose(str(new.id))
        self._choose(self.view.list.current)
        self._edit()

    def _edit(self) -> None:
        if self.own.edit(self.filling.pattern):
            self.view.show_over(over=True)
            self.view.form.start()

    def _act(self, act: str) -> None:
        pattern = self.filling.pattern
        if act == EDIT:
            self._edit()
        elif act == REMOVE:
            self.own.remove(pattern)
        elif act == COPY_OWN and pattern is not None:
            self.own.copy(pattern)

    def _say_removed(self) -> None:
        self.toasted.emit(ToastRequest(self.tr("Phrase removed"), icon="trash-2", undoable=True))

    def _follow_step(self, change: Change) -> None:
        """Show what undo or redo has just brought back or changed."""
        own = next((edit.after for edit in change.edits if isinstance(edit.after, OwnPhrase)), None)
        if own is not None and self.isVisible():
            self.own.show_again(own)
            self.view.list.choose(str(own.id))

    def _back_to_list(self) -> None:
        self.view.show_over(over=False)
        self.view.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_search(self) -> None:
        self.view.show_over(over=False)
        self.view.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.search.selectAll()

    def _enter(self) -> None:
        """Start filling in the phrase on show."""
        self.view.show_over(over=True)
        self.view.card.first_stop().setFocus(Qt.FocusReason.TabFocusReason)

    def _note(self, text: str, icon: str = "info") -> None:
        self.toasted.emit(ToastRequest(text, icon=icon))

    def _say_kept(self) -> None:
        self.save_reported.emit(SaveReport(SaveState.SAVED, at=self._clock.local_now()))

    def _say_not_kept(self, fault: EnvironmentFault) -> None:
        report = SaveReport(
            SaveState.NOT_SAVED, reason=str(fault), action=self.tr("Try again"), act=self.flush, fault=fault
        )
        self.save_reported.emit(report)
