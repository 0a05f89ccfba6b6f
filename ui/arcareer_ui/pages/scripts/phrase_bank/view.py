"""The tab's layout: filters and phrases on one side, the phrase on show on the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from arcareer.content.models import Theme
from arcareer.domain.phrases import PhrasePattern, pieces_of
from arcareer_ui.pages.scripts.phrase_bank.own_form import OwnForm
from arcareer_ui.pages.scripts.phrase_bank.phrase_card import PhraseCard, blank_label
from arcareer_ui.theme.theme import current_theme
from arcareer_ui.theme.tokens import GUTTER
from arcareer_ui.widgets.banner import Banner
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button
from arcareer_ui.widgets.card_list import RING, CardList, CardRow
from arcareer_ui.widgets.chip import ChipText
from arcareer_ui.widgets.choice_chips import ChoiceChips
from arcareer_ui.widgets.empty_state import EmptyState
from arcareer_ui.widgets.layouts import Columns
from arcareer_ui.widgets.line_edit import SearchField
from arcareer_ui.widgets.scroll import Scroll
from arcareer_ui.widgets.tab_order import follow_layout
from arcareer_ui.win_picker import WinPicker

STACKED_BELOW = 800
SIDE_WIDTH = 476
LIST_ROWS = 4
ALL, OWN = "all", "own"


class PhraseList(CardList[PhrasePattern]):
    """Phrases as cards: the sentence to say, and what it stands for."""

    def __init__(self, themes: Mapping[str, str]) -> None:
        super().__init__("", self._present, lambda pattern: pattern.key)
        self._themes = themes
        self.setAccessibleName(QCoreApplication.translate("PhraseList", "Phrases"))

    def minimumSizeHint(self) -> QSize:
        """Return the height of a few cards."""
        return QSize(200, current_theme().px(80) * LIST_ROWS)

    def _present(self, pattern: PhrasePattern) -> CardRow:
        said = spoken_say(pattern.say)
        theme = self._themes.get(pattern.theme, "")
        chips = tuple(
            chip
            for chip in (ChipText(theme), ChipText(self.tr("Your own"), "info") if pattern.own else ChipText(""))
            if chip.text
        )
        instead = pattern.instead_of.strip()
        spoken = self.tr("{say} Instead of: {worn}").format(say=said, worn=instead) if instead else said
        worn = self.tr("Instead of: {worn}").format(worn=instead) if instead else ""
        return CardRow(said, worn, chips, ". ".join((spoken, *(chip.text for chip in chips))))


class PhraseBankView(QWidget):
    """Everything on the tab."""

    def __init__(self, themes: Sequence[Theme], picker: WinPicker) -> None:
        super().__init__()
        labels = {theme.id: theme.label for theme in themes}
        self.search = SearchField(self.tr("Search phrases"))
        self.filter = ChoiceChips(
            self.tr("Theme"), [(ALL, self.tr("All")), *labels.items(), (OWN, self.tr("Your own"))], ALL
        )
        self.new_button = Button(self.tr("New phrase"), icon="plus")
        self.list = PhraseList(labels)
        self.clear_button = Button(self.tr("Clear filter"), icon="x")
        self.write_button = Button(self.tr("New phrase"), "quiet", icon="plus")
        self.none = EmptyState("search-x", "", action=self.clear_button, second=self.write_button)
        self.back_button = Button(self.tr("Back to the bullet"), size="compact")
        self.bullet_banner = Banner(self.tr("For your bullet"), "", "info", actions=(self.back_button,))
        self.list_button = Button(self.tr("Back to the list"), "link", icon="arrow-left")
        self._is_over = False
        self.card = PhraseCard()
        self.form = OwnForm(themes)
        self.picker = picker
        self._lay_out()
        self.none.hide()
        self.form.hide()
        self.bullet_banner.hide()
        self.show_picker(shown=False)
        self._arrange()

    @property
    def is_picking(self) -> bool:
        """Return whether a win is being picked."""
        return not self.picker.isHidden()

    def show_picker(self, *, shown: bool) -> None:
        """Let a win be picked in place of the phrase."""
        self.picker.setVisible(shown)
        self._phrase.setVisible(not shown)
        follow_layout(self)

    def show_phrases(self, patterns: Sequence[PhrasePattern], words: str) -> None:
        """Show these phrases; `words` is what was searched for."""
        self.list.set_items(patterns)
        self.list.setVisible(bool(patterns))
        self.none.setVisible(not patterns)
        if words:
            title = self.tr("No phrase mentions “{words}”").format(words=words)
            text = self.tr("Try another word, or clear the filter to see them all.")
        else:
            title = self.tr("Your own phrases stand here")
            text = self.tr("Keep a sentence you like, with blanks for the numbers.")
        self.none.set_words(title, text)

    def follow(self) -> None:
        """Let Tab go through the parts as they are read."""
        follow_layout(self)

    def show_over(self, *, over: bool) -> None:
        """Where there is room for one column: show the phrase in place of the list, or the list again."""
        self._is_over = over
        self._arrange()

    def _lay_out(self) -> None:
        main, side = QWidget(), QWidget()
        self._list_side = main
        left = column(main, margins=(0, 16, 0, 0), spacing=12)
        top = row(margins=(RING, 0, GUTTER + RING, 0), spacing=12)
        top.addWidget(self.search, 1)
        top.addWidget(self.new_button)
        left.addLayout(top)
        left.addWidget(self.filter)
        left.addWidget(self.list, 1)
        left.addWidget(self.none, 1)
        beside = column(side, margins=(0, 16, 8, 24), spacing=14)
        self._phrase = QWidget()
        parts = column(self._phrase, spacing=14)
        parts.addLayout(_at_start(self.list_button))
        for part in (self.bullet_banner, self.form, self.card):
            parts.addWidget(part)
        parts.addStretch(1)
        beside.addWidget(self._phrase)
        beside.addWidget(self.picker)
        self._side = Scroll(side)
        self.columns = Columns(STACKED_BELOW)
        self.columns.add(main, 1)
        self.columns.add(self._side, 1, SIDE_WIDTH)
        later = Qt.ConnectionType.QueuedConnection  # layouts must not change while they are being resized
        self.columns.stacked_changed.connect(self._arrange, later)
        column(self, margins=(0, 0, 12, 0)).addWidget(self.columns)

    def _arrange(self) -> None:
        stacked = self.columns.stacked
        self._list_side.setVisible(not (stacked and self._is_over))
        self._side.setVisible(not stacked or self._is_over)
        self.list_button.setVisible(stacked)
        follow_layout(self)


def _at_start(button: Button) -> QHBoxLayout:
    line = row()
    line.addWidget(button)
    line.addStretch(1)
    return line


def spoken_say(say: str) -> str:
    """Return a pattern as one line, its blanks in square brackets."""
    return "".join(
        piece.text if piece.blank is None else f"[{piece.blank.hint or blank_label(piece.blank).lower()}]"
        for piece in pieces_of(say)
    )
