"""The phrase on show: what it stands for, the sentence with its blanks, and a line for each of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from arcareer.domain.figures import Figure, figure_text
from arcareer.domain.phrases import BlankKind, FilledPhrase, PhraseBlank, PhrasePattern, PhrasePiece, Side
from arcareer_ui.widgets.boxes import column, row
from arcareer_ui.widgets.button import Button, IconButton
from arcareer_ui.widgets.card import Card
from arcareer_ui.widgets.chip import Chip
from arcareer_ui.widgets.field import Field
from arcareer_ui.widgets.label import ElideLabel, Label
from arcareer_ui.widgets.layouts import AutoGrid, FlowBox
from arcareer_ui.widgets.line_edit import LineEdit
from arcareer_ui.widgets.menu_button import MenuButton, MenuEntry
from arcareer_ui.widgets.rule import Rule
from arcareer_ui.widgets.token_text import Token, TokenText
from arcareer_ui.words import QT_TRANSLATE_NOOP

COPY_OWN, EDIT, REMOVE = "copy-own", "edit", "remove"
MOST_OFFERS = 3
KIND_WORDS = {
    BlankKind.MONEY: QT_TRANSLATE_NOOP("PhraseBlank", "Amount"),
    BlankKind.PERCENT: QT_TRANSLATE_NOOP("PhraseBlank", "Percentage"),
    BlankKind.DAYS: QT_TRANSLATE_NOOP("PhraseBlank", "Days"),
    BlankKind.COUNT: QT_TRANSLATE_NOOP("PhraseBlank", "How many"),
    BlankKind.TEXT: QT_TRANSLATE_NOOP("PhraseBlank", "In your words"),
    BlankKind.CUSTOMER: QT_TRANSLATE_NOOP("PhraseBlank", "Customer"),
    BlankKind.PERIOD: QT_TRANSLATE_NOOP("PhraseBlank", "Period"),
}
SIDE_WORDS = {
    Side.BEFORE: QT_TRANSLATE_NOOP("PhraseBlank", "{what}, before"),
    Side.AFTER: QT_TRANSLATE_NOOP("PhraseBlank", "{what}, after"),
}


def blank_label(blank: PhraseBlank) -> str:
    """Return what a blank asks for: its hint, or its kind in the user's language."""
    if blank.hint:
        return blank.hint[:1].upper() + blank.hint[1:]
    kind = QCoreApplication.translate("PhraseBlank", KIND_WORDS[blank.kind])
    if blank.side is Side.ALONE:
        return kind
    return QCoreApplication.translate("PhraseBlank", SIDE_WORDS[blank.side]).format(what=kind)


class PhraseCard(Card):
    """One phrase. `typed` carries a blank and its text, `offer_taken` a blank and a figure, `acted` an act."""

    typed = Signal(int, str)
    offer_taken = Signal(int, object)
    left = Signal()
    copy_asked = Signal()
    bullet_asked = Signal()
    win_asked = Signal()
    win_dropped = Signal()
    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__(margins=(22, 16, 22, 18), spacing=12)
        self.theme = Chip("")
        self.own = Chip(self.tr("Your own"), "info")
        self.menu: MenuButton | None = None
        self._top = row(spacing=8)
        self._top.addWidget(self.theme)
        self._top.addWidget(self.own)
        self._top.addStretch(1)
        self.body.addLayout(self._top)
        self._instead_title = Label(self.tr("Instead of"), "caption")
        self._instead = Label("", "small", wrap=True)
        self._say_title = Label(self.tr("Say"), "caption")
        self.say = TokenText("lead")
        self.count = Chip("")
        self.win_button = Button(self.tr("Fill from a win"), "tonal", icon="trophy", size="compact")
        self.win = ElideLabel("", "small")
        self.drop_button = IconButton("x", self.tr("Take the win’s numbers out"), size="compact")
        self._win_ask = FlowBox(self.win_button)
        self._win_line = QWidget()
        line = row(self._win_line, spacing=6)
        line.addWidget(self.win, 1)
        line.addWidget(self.drop_button)
        self._grid = AutoGrid(min_width=190, spacing=14)
        self.fields: list[Field] = []
        self.copy_button = Button(self.tr("Copy phrase"), "primary", icon="copy")
        self.bullet_button = Button(self.tr("Add to my bullets"), icon="list-plus")
        self._lay_out()
        self._connect()
        self.show_win("")

    def show_pattern(self, pattern: PhrasePattern, theme: str, filled: FilledPhrase) -> None:
        """Show a phrase with what its blanks hold."""
        self.theme.set(theme)
        self.theme.setVisible(bool(theme))
        self.own.setVisible(pattern.own)
        for part in (self._instead_title, self._instead):
            part.setVisible(bool(pattern.instead_of.strip()))
        self._instead.setText(pattern.instead_of)
        self._show_menu(own=pattern.own)
        self.fields = [self._make_field(number, piece) for number, piece in enumerate(filled.blanks)]
        self._grid.set_widgets(self.fields)
        self._grid.setVisible(bool(self.fields))
        self.show_filled(filled)

    def show_filled(self, filled: FilledPhrase) -> None:
        """Show the sentence anew while its blanks are being filled in; the lines are left alone."""
        self.say.set_tokens([_token(piece) for piece in filled.pieces])
        left = len(filled.left)
        if left:
            self.count.set(self.tr("%n blank(s) left", "", left), "warn", "circle-dashed")
        else:
            self.count.set(self.tr("Nothing left to fill in"), "accent", "circle-check")
        self.count.setVisible(bool(filled.blanks))

    def show_texts(self, filled: FilledPhrase) -> None:
        """Put what the blanks hold into the lines."""
        for field, piece in zip(self.fields, filled.blanks, strict=True):
            if isinstance(field.editor, LineEdit):
                field.editor.set_text(piece.text)

    def first_stop(self) -> QWidget:
        """Return the line of the first blank that is open, else the button that copies."""
        editors = [field.editor for field in self.fields]
        return next((one for one in editors if isinstance(one, LineEdit) and not one.text()), self.copy_button)

    def show_win(self, words: str) -> None:
        """Say where the numbers come from; empty for nowhere."""
        self._win_line.setVisible(bool(words))
        self.win.setText(words)
        self._win_ask.setVisible(not words)

    def show_bullet(self, text: str) -> None:
        """Say which bullet the sentence is for; empty for a new one."""
        self.bullet_button.set_label(self.tr("Put into my bullet") if text else self.tr("Add to my bullets"))

    def _lay_out(self) -> None:
        quiet = column(spacing=2)
        quiet.addWidget(self._instead_title)
        quiet.addWidget(self._instead)
        self.body.addLayout(quiet)
        strong = column(spacing=4)
        strong.addWidget(self._say_title)
        strong.addWidget(self.say)
        self.body.addLayout(strong)
        self.add(FlowBox(self.count))
        self.add(Rule())
        self.add(self._win_ask)
        self.add(self._win_line)
        self.add(self._grid)
        self.add(FlowBox(self.copy_button, self.bullet_button))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self.copy_asked)
        self.bullet_button.clicked.connect(self.bullet_asked)
        self.win_button.clicked.connect(self.win_asked)
        self.drop_button.clicked.connect(self.win_dropped)

    def _make_field(self, number: int, piece: PhrasePiece) -> Field:
        editor = LineEdit()
        editor.set_text(piece.text)
        editor.textEdited.connect(partial(self.typed.emit, number))
        editor.left.connect(self.left)
        label = blank_label(piece.blank) if piece.blank is not None else ""
        field = Field(label, editor)
        offers = [self._make_offer(number, figure, label) for figure in piece.offers[:MOST_OFFERS]]
        if offers:
            layout = field.layout()
            if layout is not None:
                layout.addWidget(FlowBox(*offers))
        return field

    def _make_offer(self, number: int, figure: Figure, label: str) -> Button:
        words = figure_text(figure)
        name = self.tr("Use {figure} for: {blank}").format(figure=words, blank=label)
        button = Button(words, "link", icon="plus", name=name)
        button.clicked.connect(partial(self.offer_taken.emit, number, figure))
        return button

    def _show_menu(self, *, own: bool) -> None:
        entries = [MenuEntry(COPY_OWN, self.tr("Make a copy of my own"), "copy")]
        if own:
            entries = [
                MenuEntry(EDIT, self.tr("Edit this phrase"), "pencil"),
                *entries,
                MenuEntry(REMOVE, self.tr("Remove this phrase"), "trash-2"),
            ]
        if self.menu is not None:
            self._top.removeWidget(self.menu)
            self.menu.hide()
            self.menu.deleteLater()
        self.menu = MenuButton(self.tr("More actions for this phrase"), entries, size="compact")
        self.menu.chosen.connect(self.acted)
        self._top.addWidget(self.menu)


def _token(piece: PhrasePiece) -> Token:
    if piece.blank is None:
        return Token(piece.text)
    if piece.is_open:
        return Token(piece.blank.hint or blank_label(piece.blank).lower(), "warn")
    return Token(piece.text, "accent")
